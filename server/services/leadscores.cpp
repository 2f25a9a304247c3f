// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/leadscores.h"

#include "common/model/catalogue/opportunities.h"
#include "common/rules/defaults.h"
#include "common/rules/leadscore.h"
#include "common/storage/dialect.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"

#include <QCryptographicHash>

namespace guanxi::server {

using namespace model;
using storage::Statement;

namespace {

constexpr int LeadsAtOnce = 200;
const QString MarkName = QStringLiteral("lead_scores_rules");

/// Says the same as long as the rules do.
QByteArray markOf(const QList<Record> &rules)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Record &rule : rules) {
        hash.addData(rule.id().bytes());
        for (const FieldId field : {LeadScoreRule::condition.id, LeadScoreRule::points.id, LeadScoreRule::active.id}) {
            const Value &value = rule.value(field);
            hash.addData(value.isNull() ? QByteArrayLiteral("-") : value.is<qint64>() ? QByteArray::number(value.number()) : value.text().toUtf8());
            hash.addData(QByteArrayLiteral("\n"));
        }
    }
    return hash.result().toHex();
}

Result<QList<Uuid>> idsOf(ServerStore &store, EntityId entity, const Uuid &after, int limit)
{
    const QByteArray isLive = store.database().dialect().withoutIndex("deleted") + " = 0";
    Statement next(store.database(), "SELECT id FROM " + storage::tableName(store.catalogue().at(entity)) + " WHERE id > ? AND " + isLive + " ORDER BY id LIMIT ?");
    QList<Uuid> ids;
    const Result<void> read = next.bindAll(after, limit).each([&](const Statement &row) { ids.append(row.uuid(0)); });
    return read ? Result<QList<Uuid>>(ids) : read.error();
}

} // namespace

Result<QList<Record>> leadScoreRules(ServerStore &store)
{
    QList<Record> rules;
    if (!store.catalogue().entity(LeadScoreRule::entity) || store.foresees())
        return rules;
    constexpr int Most = 1000;
    const Result<QList<Uuid>> ids = idsOf(store, LeadScoreRule::entity, {}, Most);
    if (!ids)
        return ids.error();
    for (const Uuid &id : *ids) {
        const Result<std::optional<ServerRow>> row = store.row({LeadScoreRule::entity, id});
        if (!row)
            return row.error();
        if (row->has_value())
            rules.append((*row)->record);
    }
    return rules;
}

Result<void> LeadScores::begin(qint64 nowMs)
{
    if (m_isWorking || !m_store.catalogue().entity(Lead::entity) || !m_store.catalogue().entity(LeadScoreRule::entity))
        return {};
    const Result<QList<Record>> rules = leadScoreRules(m_store);
    if (!rules)
        return rules.error();
    const QByteArray mark = markOf(*rules);
    if (mark == m_known)
        return {};
    const Result<QByteArray> done = m_store.meta(MarkName);
    if (!done)
        return done.error();
    // A company that never had rules keeps the scores that came from elsewhere.
    if (*done == mark || (done->isEmpty() && rules->isEmpty())) {
        m_known = mark;
        return {};
    }
    m_rules = *rules;
    m_mark = mark;
    m_at = Uuid();
    m_moment = {nowMs, rules::dayOf(nowMs)};
    m_isWorking = true;
    return {};
}

Result<void> LeadScores::step()
{
    const Result<void> done = work();
    if (!done)
        m_isWorking = false;
    return done;
}

Result<void> LeadScores::work()
{
    if (!m_isWorking)
        return {};
    const Result<QList<Uuid>> ids = idsOf(m_store, Lead::entity, m_at, LeadsAtOnce);
    if (!ids)
        return ids.error();
    if (ids->isEmpty()) {
        m_isWorking = false;
        GUANXI_TRY(m_store.setMeta(MarkName, m_mark));
        m_known = m_mark;
        return {};
    }
    QList<RecordChange> changes;
    for (const Uuid &id : *ids) {
        const Result<std::optional<ServerRow>> row = m_store.row({Lead::entity, id});
        if (!row)
            return row.error();
        if (!row->has_value())
            continue;
        const Record &before = (*row)->record;
        Record lead = before;
        if (!rules::applyScore(lead, rules::leadScore(lead, m_rules, m_store.catalogue(), m_moment)))
            continue;
        RecordChange change{ChangeKind::Update, lead.ref(), 0, {}};
        for (const FieldId field : {Lead::score.id, Lead::classification.id})
            if (lead.value(field) != before.value(field))
                change.fields.append({field, before.value(field), lead.value(field), 0});
        changes.append(change);
    }
    m_at = ids->last();
    return changes.isEmpty() ? Result<void>() : m_write(changes);
}

} // namespace guanxi::server
