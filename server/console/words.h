// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QTextStream>

namespace guanxi::server {

struct CommandSpec;
struct ParsedCommand;
struct Terminal;

/// Everything the console says to people; the only place of the server that has words.
namespace words {

/// A text of the console in the language chosen.
inline QString tr(const char *text) { return QCoreApplication::translate("Console", text); }

/// One sentence that names what is wrong and what is expected.
QString sentence(const Error &error);
/// --data is missing where a command cannot do without.
Error noFolder();
/// {"error": {"code": "not_found", "number": 20, "args": […], "message": "…"}}
QJsonObject errorJson(const Error &error);
/// The error in a reply that holds one.
Error errorFrom(const QJsonObject &error);

/// "user add LOGIN --name NAME [options]"
QString synopsis(const CommandSpec &spec);
QString helpOf(const CommandSpec &spec);
/// One line per command.
QString helpOfAll();

/// What people call an entity or, named, a field of it; the name itself where the program does not know it.
QString label(const QString &entityName, const QString &fieldName = {});

/// Lines of cells, one under the other.
void printColumns(const QList<QStringList> &lines, QTextStream &out);
/// A result for people: one line per value, a table per list.
void print(const QJsonObject &result, QTextStream &out);

/// What a CommandReply says.
Result<QJsonObject> resultOf(const QString &replyJson);
/// Prints the outcome of a command, as JSON or in words; answers the exit code.
int say(const Result<QJsonObject> &result, const ParsedCommand &command, Terminal &terminal);

/// Loads the translations for "zh", "en" or, when empty, the system's language.
void chooseLanguage(const QString &language);

} // namespace words

} // namespace guanxi::server
