// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/handlers.h"
#include "server/console/words.h"
#include "server/serverapp.h"
#include "server/services/companycheck.h"

#include "common/storage/customfieldrows.h"

#include <QJsonArray>

namespace guanxi::server::handlers {

namespace {

const char *nameOf(CheckFinding::Kind kind)
{
    switch (kind) {
    case CheckFinding::Kind::Scopes: return QT_TRANSLATE_NOOP("Console", "kept for others than its place says");
    case CheckFinding::Kind::Feed: return QT_TRANSLATE_NOOP("Console", "desktops are told something else of it");
    case CheckFinding::Kind::Stray: return QT_TRANSLATE_NOOP("Console", "desktops are told of a row that is not there");
    case CheckFinding::Kind::Reference: return QT_TRANSLATE_NOOP("Console", "points at a record that is not there");
    case CheckFinding::Kind::Unique: return QT_TRANSLATE_NOOP("Console", "another record has the same value");
    case CheckFinding::Kind::Revision: return QT_TRANSLATE_NOOP("Console", "newer than the newest revision");
    case CheckFinding::Kind::File: return QT_TRANSLATE_NOOP("Console", "the database file is damaged");
    }
    return "";
}

Result<CheckReport> checked(const ParsedCommand &command)
{
    if (!command.has(QStringLiteral("data")))
        return words::noFolder();
    auto database = ServerApp::openForReading({command.value(QStringLiteral("data")), command.value(QStringLiteral("key-file"))});
    if (!database)
        return database.error();
    model::Catalogue catalogue;
    model::declareAll(catalogue);
    storage::RecordStore records(**database, catalogue, storage::StoreKind::Server);
    if (const Result<bool> adopted = storage::adoptCustomFields(records, catalogue); !adopted)
        return adopted.error();
    return CompanyCheck(**database, catalogue).run();
}

QJsonObject factsOf(const CheckReport &report)
{
    QJsonArray entities;
    for (const CheckReport::EntityFigures &figures : report.entities)
        if (figures.rows.count > 0)
            entities.append(QJsonObject{{QStringLiteral("entity"), figures.entity},
                                        {QStringLiteral("rows"), figures.rows.count},
                                        {QStringLiteral("fingerprint"), QString::number(figures.rows.sum, 16)}});
    QJsonArray findings;
    for (const CheckFinding &finding : report.findings)
        findings.append(QJsonObject{{QStringLiteral("finding"), QLatin1StringView(nameOf(finding.kind))},
                                    {QStringLiteral("entity"), finding.entity},
                                    {QStringLiteral("record"), finding.record.id.isNull() ? QString() : finding.record.id.text()},
                                    {QStringLiteral("detail"), finding.detail}});
    return {{QStringLiteral("entities"), entities}, {QStringLiteral("findings"), findings}, {QStringLiteral("found"), report.found}};
}

} // namespace

int check(const ParsedCommand &command, Terminal &terminal)
{
    const Result<CheckReport> report = checked(command);
    if (!report)
        return words::say(report.error(), command, terminal);
    const int said = words::say(factsOf(*report), command, terminal);
    return said != 0 || report->found == 0 ? said : 1;
}

void printCheck(const QJsonObject &result, QTextStream &out)
{
    qint64 rows = 0;
    for (const QJsonValue &entity : result.value(QStringLiteral("entities")).toArray())
        rows += entity.toObject().value(QStringLiteral("rows")).toInteger();
    const qint64 found = result.value(QStringLiteral("found")).toInteger();
    out << (found == 0 ? words::tr("%1 rows checked: everything fits together.").arg(rows)
                       : words::tr("%1 rows checked, %2 do not fit.").arg(rows).arg(found))
        << '\n';
    for (const QJsonValue &value : result.value(QStringLiteral("findings")).toArray()) {
        const QJsonObject finding = value.toObject();
        out << words::tr(finding.value(QStringLiteral("finding")).toString().toUtf8().constData()) << ':';
        for (const char *part : {"entity", "record", "detail"})
            if (const QString text = finding.value(QLatin1String(part)).toString(); !text.isEmpty())
                out << ' ' << text;
        out << '\n';
    }
}

} // namespace guanxi::server::handlers
