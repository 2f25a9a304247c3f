// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QJsonObject>
#include <QMultiHash>
#include <QTextStream>

#include <vector>

namespace guanxi::server {

class ServerApp;

/// An option of a command; without `value` it is a switch. Texts are translated in context "Console".
struct OptionSpec {
    const char *name;
    const char *value; ///< what stands for its value in the help; null: none
    const char *help;
};

struct CommandSpec;

/// A command line that fits its command.
struct ParsedCommand {
    const CommandSpec *spec = nullptr;
    QStringList arguments;
    QMultiHash<QString, QString> options;

    bool has(const QString &name) const { return options.contains(name); }
    /// The value given last.
    QString value(const QString &name, const QString &otherwise = {}) const { return options.value(name, otherwise); }
    /// All values, in the order given.
    QStringList values(const QString &name) const;
    /// A whole number within the range, or Usage.
    Result<qint64> number(const QString &name, qint64 otherwise, qint64 minimum, qint64 maximum) const;
    /// A date (its midnight) or a time by the machine's clock, as UTC ms, or Usage.
    Result<qint64> moment(const QString &name, qint64 otherwise) const;
};

/// Where a command of the operator's own process writes.
struct Terminal {
    QTextStream &out;
    QTextStream &err;
};

/// Answers facts; only the printing side words them.
using ServerHandler = Result<QJsonObject> (*)(ServerApp &app, const ParsedCommand &command);
/// Runs in the operator's process; answers the exit code.
using LocalHandler = int (*)(const ParsedCommand &command, Terminal &terminal);
/// Prints a result for people where the general table does not do.
using Printer = void (*)(const QJsonObject &result, QTextStream &out);

/// One line of the one table of commands. Exactly one of `onServer` and `here` is set.
struct CommandSpec {
    const char *name;      ///< "user add"
    const char *arguments; ///< "LOGIN", for the help
    int least;             ///< number of arguments
    int most;
    const char *help;
    std::vector<OptionSpec> options;
    ServerHandler onServer = nullptr;
    LocalHandler here = nullptr;
    Printer print = nullptr;
};

/// Every command, in the order of the help.
const std::vector<CommandSpec> &commandTable();

/// Options that every command takes.
const std::vector<OptionSpec> &commonOptions();

/// Options before the command go behind it, so that `--data DIR status` is `status --data DIR`.
QStringList commandFirst(const QStringList &line);
/// Finds the command and reads its options. Usage(what is wrong).
Result<ParsedCommand> parseCommand(const QStringList &line);
/// The words from which parseCommand() makes the same command again.
QStringList toWords(const ParsedCommand &command);

/// Splits a typed line into words; quotes keep spaces.
QStringList splitLine(const QString &line);

/// Ways to go on with what was typed: names of commands, then options of the command.
QStringList completions(const QString &line);

} // namespace guanxi::server
