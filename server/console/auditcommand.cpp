// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/directory.h"
#include "server/console/handlers.h"
#include "server/console/words.h"

#include "common/model/catalogue/organisation.h"
#include "common/storage/query.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace guanxi::server::handlers {

using namespace model;
using namespace Qt::StringLiterals;
using storage::Filter;

namespace {

/// As they are typed and shown, by AuditEvent::Kind.
struct KindWord {
    qint64 kind;
    const char *code;
    const char *word;
};
constexpr KindWord Kinds[] = {{AuditEvent::Reveal, "reveal", QT_TRANSLATE_NOOP("Console", "looked behind a mask")},
                              {AuditEvent::Export, "export", QT_TRANSLATE_NOOP("Console", "took out")},
                              {AuditEvent::Print, "print", QT_TRANSLATE_NOOP("Console", "printed")}};

template <class Fits> const KindWord *kindWord(Fits fits)
{
    const auto found = std::find_if(std::begin(Kinds), std::end(Kinds), fits);
    return found == std::end(Kinds) ? nullptr : found;
}

Result<storage::Query> queryOf(ServerApp &app, const ParsedCommand &command)
{
    storage::Query query;
    query.entity = AuditEvent::entity;
    query.sort = {{AuditEvent::at.id, true}};
    QList<Filter> parts;
    if (command.has(u"user"_s)) {
        const Result<Record> user = Directory(app).user(command.value(u"user"_s));
        if (!user)
            return user.error();
        parts.append(Filter::is(AuditEvent::user.id, user->id()));
    }
    if (command.has(u"kind"_s)) {
        const KindWord *word = kindWord([&](const KindWord &each) { return command.value(u"kind"_s) == QLatin1String(each.code); });
        if (!word)
            return Error{ErrorCode::Usage, {words::tr("--kind takes “reveal”, “export” or “print”, not “%1”.").arg(command.value(u"kind"_s))}};
        parts.append(Filter::is(AuditEvent::kind.id, word->kind));
    }
    const Result<qint64> from = command.moment(u"from"_s, 0);
    const Result<qint64> lines = command.number(u"lines"_s, 50, 1, 100'000);
    if (!from || !lines)
        return from ? lines.error() : from.error();
    if (*from > 0)
        parts.append(Filter::compare(Filter::Kind::GreaterOrEqual, AuditEvent::at.id, *from));
    query.filter = Filter::all(parts);
    query.limit = *lines;
    return query;
}

QJsonObject factsOf(ServerApp &app, const Record &event, const QHash<Uuid, QString> &logins)
{
    const KindWord *word = kindWord([&](const KindWord &each) { return each.kind == event[AuditEvent::kind]; });
    QJsonObject facts = QJsonDocument::fromJson(event[AuditEvent::detail].toUtf8()).object();
    facts.insert(u"at"_s, timeText(event[AuditEvent::at]));
    facts.insert(u"user"_s, logins.value(event[AuditEvent::user]));
    facts.insert(u"kind"_s, word ? QString::fromLatin1(word->code) : QString::number(event[AuditEvent::kind]));
    const RecordRef ref = event[AuditEvent::record];
    if (const Entity *entity = app.catalogue().entity(ref.isNull() ? EntityId(facts.take(u"entity"_s).toInt()) : ref.entity)) {
        facts.insert(u"entity"_s, entity->name);
        if (const Field *field = entity->field(FieldId(event[AuditEvent::field])); field && !event.isNull(AuditEvent::field))
            facts.insert(u"field"_s, field->name);
    }
    if (!ref.isNull()) {
        const QString title = Directory(app).title(ref);
        facts.insert(u"record"_s, title.isEmpty() ? ref.id.text() : title);
    }
    if (!event.isNull(AuditEvent::toldAt))
        facts.insert(u"told_at"_s, timeText(event[AuditEvent::toldAt]));
    if (!event.isNull(AuditEvent::computer))
        facts.insert(u"computer"_s, event[AuditEvent::computer]);
    return facts;
}

/// What was looked at or left, in one line.
QString whatOf(const QJsonObject &facts)
{
    const QString entity = facts[u"entity"_s].toString(), record = facts[u"record"_s].toString(), view = facts[u"view"_s].toString();
    QStringList parts;
    if (!view.isEmpty())
        parts.append(view);
    else if (!entity.isEmpty())
        parts.append(words::label(entity));
    if (!record.isEmpty() && !view.contains(record))
        parts.append(record);
    if (const QString field = facts[u"field"_s].toString(); !field.isEmpty())
        parts.append(words::label(entity, field));
    if (facts.contains(u"records"_s))
        parts.append(QLocale().toString(facts[u"records"_s].toInteger()) + u' ' + facts[u"format"_s].toString());
    if (const QString filter = facts[u"filter"_s].toString(); !filter.isEmpty())
        parts.append(filter);
    return parts.join(u" · "_s);
}

} // namespace

Result<QJsonObject> audit(ServerApp &app, const ParsedCommand &command)
{
    const Result<storage::Query> query = queryOf(app, command);
    if (!query)
        return query.error();
    const auto rids = storage::QueryRunner(app.store().database(), app.catalogue(), storage::StoreKind::Server).rids(*query);
    const Result<QList<ServerRow>> rows = rids ? app.store().rowsByRid(AuditEvent::entity, *rids) : Result<QList<ServerRow>>(rids.error());
    const Result<QHash<Uuid, QString>> logins = Directory(app).logins();
    if (!rows || !logins)
        return rows ? logins.error() : rows.error();
    QJsonArray events;
    for (const ServerRow &row : *rows)
        events.append(factsOf(app, row.record, *logins));
    return QJsonObject{{u"events"_s, events}};
}

void printAudit(const QJsonObject &result, QTextStream &out)
{
    QList<QStringList> lines;
    for (const QJsonValue &value : result[u"events"_s].toArray()) {
        const QJsonObject facts = value.toObject();
        const KindWord *word = kindWord([&](const KindWord &each) { return facts[u"kind"_s].toString() == QLatin1String(each.code); });
        const QDateTime at = QDateTime::fromString(facts[facts.contains(u"told_at"_s) ? u"told_at"_s : u"at"_s].toString(), Qt::ISODate).toLocalTime();
        lines.append({at.toString(u"yyyy-MM-dd HH:mm"_s), facts[u"user"_s].toString(), facts[u"computer"_s].toString(),
                      word ? words::tr(word->word) : facts[u"kind"_s].toString(), whatOf(facts)});
    }
    if (lines.isEmpty())
        out << words::tr("Nothing of the kind has happened.") << '\n';
    else
        words::printColumns(lines, out);
}

} // namespace guanxi::server::handlers
