// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/words.h"

#include "common/model/catalogue.h"
#include "server/console/command.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTranslator>

namespace guanxi::server::words {

namespace {

constexpr qsizetype NameColumn = 22;

/// Headings of what commands answer; the key is made of the English text.
const char *const Headings[] = {
    QT_TRANSLATE_NOOP("ConsoleHeading", "Address"),    QT_TRANSLATE_NOOP("ConsoleHeading", "Administrator"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Code"),       QT_TRANSLATE_NOOP("ConsoleHeading", "Commits"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Company"),    QT_TRANSLATE_NOOP("ConsoleHeading", "Connections"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Database"),   QT_TRANSLATE_NOOP("ConsoleHeading", "Data folder"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Department"), QT_TRANSLATE_NOOP("ConsoleHeading", "Device"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Devices"),    QT_TRANSLATE_NOOP("ConsoleHeading", "Enabled"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Enrolled"),   QT_TRANSLATE_NOOP("ConsoleHeading", "Expires"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Heard"),      QT_TRANSLATE_NOOP("ConsoleHeading", "Key file"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Listening"),  QT_TRANSLATE_NOOP("ConsoleHeading", "Live"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Login"),      QT_TRANSLATE_NOOP("ConsoleHeading", "Name"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Number"),     QT_TRANSLATE_NOOP("ConsoleHeading", "Parked"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Password"),   QT_TRANSLATE_NOOP("ConsoleHeading", "Pushed"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Queued"),     QT_TRANSLATE_NOOP("ConsoleHeading", "Refused frames"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Replica"),    QT_TRANSLATE_NOOP("ConsoleHeading", "Revision"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Revoked"),    QT_TRANSLATE_NOOP("ConsoleHeading", "Roles"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Running"),    QT_TRANSLATE_NOOP("ConsoleHeading", "Seen"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Sessions"),   QT_TRANSLATE_NOOP("ConsoleHeading", "Since"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Pieces taken"), QT_TRANSLATE_NOOP("ConsoleHeading", "Pieces given"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Turned away"), QT_TRANSLATE_NOOP("ConsoleHeading", "User"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Users"),      QT_TRANSLATE_NOOP("ConsoleHeading", "Version"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Unlocked"),   QT_TRANSLATE_NOOP("ConsoleHeading", "Kicked"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "From"),       QT_TRANSLATE_NOOP("ConsoleHeading", "To"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Stopping"),   QT_TRANSLATE_NOOP("ConsoleHeading", "Role"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Wiped"),      QT_TRANSLATE_NOOP("ConsoleHeading", "Quarantined"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Quarantine"), QT_TRANSLATE_NOOP("ConsoleHeading", "Waiting to be wiped"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Applied"),    QT_TRANSLATE_NOOP("ConsoleHeading", "Refused"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Discarded"),  QT_TRANSLATE_NOOP("ConsoleHeading", "Changes"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Change"),     QT_TRANSLATE_NOOP("ConsoleHeading", "Field"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Before"),     QT_TRANSLATE_NOOP("ConsoleHeading", "After"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Record"),     QT_TRANSLATE_NOOP("ConsoleHeading", "Records"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "Entity"),     QT_TRANSLATE_NOOP("ConsoleHeading", "Id"),
    QT_TRANSLATE_NOOP("ConsoleHeading", "At"),         QT_TRANSLATE_NOOP("ConsoleHeading", "Reason"),
};

QString heading(const QString &key)
{
    QString text = key;
    text.replace(u'_', u' ');
    text.replace(0, 1, text.at(0).toUpper());
    for (const char *known : Headings)
        if (text == QLatin1StringView(known))
            return QCoreApplication::translate("ConsoleHeading", known);
    return text;
}

QString cell(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(cell(part));
        return parts.join(QStringLiteral(", "));
    }
    const QString text = value.toVariant().toString();
    const QDateTime time = text.size() >= 20 && text.endsWith(u'Z') ? QDateTime::fromString(text, Qt::ISODate) : QDateTime();
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : text;
}

/// Chinese characters take two columns of a terminal.
qsizetype width(const QString &text)
{
    qsizetype columns = 0;
    for (const QChar c : text)
        columns += c.unicode() >= 0x1100 && !c.isLowSurrogate() ? 2 : 1;
    return columns;
}

QString padded(const QString &text, qsizetype columns) { return text + QString(qMax<qsizetype>(0, columns - width(text)), u' '); }

void printTable(const QJsonArray &rows, QTextStream &out)
{
    QStringList keys;
    for (const QJsonValue &row : rows)
        for (const QString &key : row.toObject().keys())
            if (!keys.contains(key))
                keys.append(key);
    QStringList headings;
    for (const QString &key : std::as_const(keys))
        headings.append(heading(key));
    QList<QStringList> lines{headings};
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (const QString &key : std::as_const(keys))
            cells.append(cell(row.toObject().value(key)));
        lines.append(cells);
    }
    printColumns(lines, out);
}

} // namespace

QString synopsis(const CommandSpec &spec)
{
    QString text = QLatin1StringView(spec.name);
    if (*spec.arguments)
        text += u' ' + QLatin1StringView(spec.arguments);
    for (const OptionSpec &option : spec.options)
        text += QStringLiteral(" [--%1%2]").arg(QLatin1StringView(option.name),
                                               option.value ? u' ' + QString::fromLatin1(option.value) : QString());
    return text;
}

QString helpOf(const CommandSpec &spec)
{
    QString text = synopsis(spec) + QStringLiteral("\n\n") + tr(spec.help) + QStringLiteral("\n\n");
    for (const auto *options : {&spec.options, &commonOptions()}) {
        for (const OptionSpec &option : *options) {
            QString name = QStringLiteral("  --") + QLatin1StringView(option.name);
            if (option.value)
                name += u' ' + QLatin1StringView(option.value);
            text += padded(name, NameColumn + 2) + QStringLiteral("  ") + tr(option.help) + u'\n';
        }
    }
    return text;
}

QString helpOfAll()
{
    QString text = tr("guanxi-server COMMAND [options]; “help COMMAND” explains one.") + QStringLiteral("\n\n");
    for (const CommandSpec &spec : commandTable())
        text += QStringLiteral("  ") + padded(QLatin1StringView(spec.name), NameColumn) + tr(spec.help) + u'\n';
    return text;
}

QString label(const QString &entityName, const QString &fieldName)
{
    static const auto catalogue = [] {
        auto declared = std::make_unique<model::Catalogue>();
        model::declareAll(*declared);
        return declared;
    }();
    const model::Entity *entity = catalogue->entity(entityName);
    const model::Field *field = entity ? entity->field(fieldName) : nullptr;
    if (!entity || (!field && !fieldName.isEmpty()))
        return fieldName.isEmpty() ? entityName : fieldName;
    return QCoreApplication::translate(entity->name.toUtf8(), (field ? field->label : entity->label).toUtf8());
}

void printColumns(const QList<QStringList> &lines, QTextStream &out)
{
    QList<qsizetype> widths;
    for (const QStringList &line : lines)
        for (qsizetype i = 0; i < line.size(); ++i) {
            widths.resize(qMax(widths.size(), i + 1));
            widths[i] = qMax(widths.at(i), width(line.at(i)));
        }
    for (const QStringList &line : lines) {
        QString joined;
        for (qsizetype i = 0; i < line.size(); ++i)
            joined += padded(line.at(i), widths.at(i)) + QStringLiteral("  ");
        while (joined.endsWith(u' '))
            joined.chop(1);
        out << joined << '\n';
    }
}

void print(const QJsonObject &result, QTextStream &out)
{
    for (auto entry = result.begin(); entry != result.end(); ++entry) {
        const QJsonArray rows = entry->toArray();
        if (!rows.isEmpty() && rows.first().isObject())
            printTable(rows, out);
        else if (entry->isArray() && rows.isEmpty())
            out << heading(entry.key()) << ": " << tr("none") << '\n';
        else
            out << padded(heading(entry.key()) + u':', NameColumn) << cell(*entry) << '\n';
    }
}

Result<QJsonObject> resultOf(const QString &replyJson)
{
    const QJsonObject reply = QJsonDocument::fromJson(replyJson.toUtf8()).object();
    if (reply.contains(QStringLiteral("error")))
        return errorFrom(reply.value(QStringLiteral("error")).toObject());
    return reply.value(QStringLiteral("result")).toObject();
}

Error noFolder() { return {ErrorCode::Usage, {tr("--data DIR is missing: the server's data folder.")}}; }

int say(const Result<QJsonObject> &result, const ParsedCommand &command, Terminal &terminal)
{
    const bool json = command.has(QStringLiteral("json"));
    if (json)
        terminal.out << QJsonDocument(result ? *result : errorJson(result.error())).toJson(QJsonDocument::Compact) << Qt::endl;
    if (!result) {
        terminal.err << sentence(result.error()) << Qt::endl;
        return result.error().code == ErrorCode::Usage ? 2 : 1;
    }
    if (!json && command.spec && command.spec->print)
        command.spec->print(*result, terminal.out);
    else if (!json)
        print(*result, terminal.out);
    terminal.out << Qt::flush;
    return 0;
}

void chooseLanguage(const QString &language)
{
    const QString name = language.isEmpty() ? QLocale().name() : language;
    if (!name.startsWith(QLatin1StringView("zh")))
        return;
    for (const char *file : {"catalogue_zh_CN", "catalogue_sales_zh_CN", "guanxi_server_zh_CN"}) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(QStringLiteral(":/i18n/%1.qm").arg(QLatin1StringView(file))))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace guanxi::server::words
