// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/command.h"

#include "server/console/words.h"

#include <QDateTime>
#include <QProcess>

namespace guanxi::server {

namespace {

const OptionSpec *findOption(const CommandSpec &spec, const QString &name)
{
    for (const auto *options : {&spec.options, &commonOptions()})
        for (const OptionSpec &option : *options)
            if (name == QLatin1StringView(option.name))
                return &option;
    return nullptr;
}

/// The command whose name is at the beginning of `words`: the longest name wins.
const CommandSpec *findCommand(const QStringList &words, qsizetype *length)
{
    const CommandSpec *found = nullptr;
    for (const CommandSpec &spec : commandTable()) {
        const QStringList name = QString::fromLatin1(spec.name).split(u' ');
        if (name.size() > words.size() || words.mid(0, name.size()) != name || (found && name.size() < *length))
            continue;
        found = &spec;
        *length = name.size();
    }
    return found;
}

Error usage(const QString &text) { return {ErrorCode::Usage, {text}}; }

} // namespace

QStringList ParsedCommand::values(const QString &name) const
{
    QStringList list = options.values(name); // newest first
    std::reverse(list.begin(), list.end());
    return list;
}

Result<qint64> ParsedCommand::number(const QString &name, qint64 otherwise, qint64 minimum, qint64 maximum) const
{
    if (!has(name))
        return otherwise;
    bool isNumber = false;
    const qint64 number = value(name).toLongLong(&isNumber);
    if (!isNumber || number < minimum || number > maximum)
        return usage(words::tr("--%1 takes a whole number from %2 to %3, not “%4”.").arg(name).arg(minimum).arg(maximum).arg(value(name)));
    return number;
}

Result<qint64> ParsedCommand::moment(const QString &name, qint64 otherwise) const
{
    if (!has(name))
        return otherwise;
    const QDateTime moment = QDateTime::fromString(value(name), Qt::ISODate);
    if (!moment.isValid())
        return Error{ErrorCode::Usage, {words::tr("--%1 takes a date such as 2026-03-31 or a time such as 2026-03-31T18:00, not “%2”.").arg(name, value(name))}};
    return moment.toMSecsSinceEpoch();
}

const std::vector<OptionSpec> &commonOptions()
{
    static const std::vector<OptionSpec> options{
        {"data", "DIR", QT_TRANSLATE_NOOP("Console", "the server's data folder")},
        {"key-file", "FILE", QT_TRANSLATE_NOOP("Console", "the file with the database's key; default: DIR.key beside the folder")},
        {"json", nullptr, QT_TRANSLATE_NOOP("Console", "answer as JSON")},
        {"language", "LANGUAGE", QT_TRANSLATE_NOOP("Console", "zh or en; default: the system's")},
        {"help", nullptr, QT_TRANSLATE_NOOP("Console", "explain the command")},
    };
    return options;
}

QStringList commandFirst(const QStringList &line)
{
    qsizetype first = 0;
    while (first < line.size() && line.at(first).startsWith(QLatin1StringView("--"))) {
        const QString name = line.at(first).mid(2);
        const auto takesWord = [&](const OptionSpec &option) { return option.value && name == QLatin1StringView(option.name); };
        first += std::any_of(commonOptions().begin(), commonOptions().end(), takesWord) ? 2 : 1;
    }
    return line.mid(first) + line.mid(0, first);
}

Result<ParsedCommand> parseCommand(const QStringList &line)
{
    const QStringList typed = commandFirst(line);
    ParsedCommand parsed;
    qsizetype length = 0;
    parsed.spec = findCommand(typed, &length);
    if (!parsed.spec)
        return usage(typed.isEmpty() ? words::tr("A command is missing; “help” lists them.")
                                     : words::tr("There is no command “%1”; “help” lists them.").arg(typed.mid(0, 2).join(u' ')));
    for (qsizetype i = length; i < typed.size(); ++i) {
        const QString &word = typed.at(i);
        if (!word.startsWith(QLatin1StringView("--")) || word.size() < 3) {
            parsed.arguments.append(word);
            continue;
        }
        const QString name = word.mid(2).section(u'=', 0, 0);
        const bool attached = word.contains(u'=');
        const OptionSpec *option = findOption(*parsed.spec, name);
        if (!option)
            return usage(words::tr("“%1” has no option --%2; see “help %1”.").arg(QLatin1StringView(parsed.spec->name), name));
        if (!option->value && attached)
            return usage(words::tr("--%1 takes no value.").arg(name));
        if (option->value && !attached && i + 1 >= typed.size())
            return usage(words::tr("--%1 needs a value (%2).").arg(name, QLatin1StringView(option->value)));
        parsed.options.insert(name, !option->value ? QString() : attached ? word.section(u'=', 1) : typed.at(++i));
    }
    const bool asksHelp = parsed.has(QStringLiteral("help"));
    if (!asksHelp && (parsed.arguments.size() < parsed.spec->least || parsed.arguments.size() > parsed.spec->most))
        return usage(words::tr("Expected is: %1").arg(words::synopsis(*parsed.spec)));
    return parsed;
}

QStringList toWords(const ParsedCommand &command)
{
    QStringList list = QString::fromLatin1(command.spec->name).split(u' ') + command.arguments;
    for (const QString &name : command.options.uniqueKeys())
        for (const QString &value : command.values(name))
            list.append(findOption(*command.spec, name)->value ? QStringLiteral("--%1=%2").arg(name, value)
                                                               : QStringLiteral("--%1").arg(name));
    return list;
}

QStringList splitLine(const QString &line) { return QProcess::splitCommand(line); }

QStringList completions(const QString &line)
{
    QStringList typed = splitLine(line);
    const QString last = line.isEmpty() || line.endsWith(u' ') || typed.isEmpty() ? QString() : typed.takeLast();
    QStringList found;
    for (const CommandSpec &spec : commandTable()) {
        const QStringList name = QString::fromLatin1(spec.name).split(u' ');
        if (!spec.onServer && name.first() != QLatin1StringView("help"))
            continue;
        if (name.size() > typed.size() && name.mid(0, typed.size()) == typed && name.at(typed.size()).startsWith(last))
            found.append(name.at(typed.size()));
    }
    qsizetype length = 0;
    if (const CommandSpec *spec = findCommand(typed, &length); spec && last.startsWith(u'-'))
        for (const OptionSpec &option : spec->options)
            if (const QString text = QLatin1StringView("--") + QLatin1StringView(option.name); text.startsWith(last))
                found.append(text);
    found.removeDuplicates();
    return found;
}

} // namespace guanxi::server
