// SPDX-License-Identifier: GPL-3.0-or-later
// What the server works out anew, foretold: what lines of documents add up to, since when an opportunity has been in its stage.
#include "app/data/localrecords.h"

#include "app/data/documentlines.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/amounts.h"
#include "common/rules/costs.h"
#include "common/rules/leadscore.h"

namespace guanxi::app {

using namespace model;
using storage::Filter;
using storage::Query;

namespace {

RecordChange *changeOf(QList<RecordChange> &changes, const RecordRef &ref)
{
    const auto found = std::find_if(changes.begin(), changes.end(), [&](const RecordChange &change) { return change.record == ref; });
    return found == changes.end() ? nullptr : &*found;
}

/// As it will be with its changes among these.
Record afterwards(const Record &now, const QList<RecordChange> &changes, const RecordRef &ref, const Entity &entity)
{
    std::optional<Record> after = now.isValid() ? std::optional(now) : std::nullopt;
    for (const RecordChange &change : changes)
        if (change.record == ref)
            after = withChange(after, change, entity);
    return after.value_or(Record());
}

} // namespace

void LocalRecords::foretell(QList<RecordChange> &changes) const
{
    foretellTotals(changes);
    for (RecordChange &change : changes)
        if (change.record.entity == Opportunity::entity && change.field(Opportunity::stage.id) && !change.field(Opportunity::stageSince.id))
            change.fields.append({Opportunity::stageSince.id, lookup(change.record).isValid() ? lookup(change.record).value(Opportunity::stageSince.id) : Value(),
                                  m_clock.wallMs(), change.base});
    foretellScores(changes);
}

void LocalRecords::foretellScores(QList<RecordChange> &changes) const
{
    if (std::none_of(changes.begin(), changes.end(), [](const RecordChange &change) { return change.record.entity == Lead::entity; }))
        return;
    Query query;
    query.entity = LeadScoreRule::entity;
    const Result<QList<Record>> rules = findNow(query);
    for (RecordChange &change : changes) {
        if (change.record.entity != Lead::entity || change.kind == ChangeKind::Delete || !rules)
            continue;
        const Record now = lookup(change.record);
        const Record lead = afterwards(now, {change}, change.record, m_catalogue.at(Lead::entity));
        const qint64 ms = m_clock.wallMs();
        const std::optional<qint64> score = lead.isValid() ? rules::leadScore(lead, *rules, m_catalogue, {ms, rules::dayOf(ms)}) : std::nullopt;
        if (score && lead.value(Lead::score.id) != Value(*score))
            change.fields.append({Lead::score.id, lead.value(Lead::score.id), *score, now.rev()});
    }
}

void LocalRecords::foretellTotals(QList<RecordChange> &changes) const
{
    QSet<RecordRef> documents;
    for (const RecordChange &change : std::as_const(changes)) {
        const Entity &entity = m_catalogue.at(change.record.entity);
        if (entity.totals && (change.kind == ChangeKind::Insert || change.field(entity.totals->rate)))
            documents.insert(change.record);
        const Entity *parent = entity.line ? m_catalogue.entity(entity.parent) : nullptr;
        if (!parent || !parent->totals || !maySeeAmounts(entity))
            continue;
        const Record now = lookup(change.record);
        for (const Record &line : {now, afterwards(now, {change}, change.record, entity)})
            if (line.isValid())
                documents.insert({parent->id, line.value(entity.parentField).id()});
    }
    for (const RecordRef &document : std::as_const(documents))
        foretellTotals(document, changes);
}

bool LocalRecords::maySeeAmounts(const Entity &line) const
{
    const LineFields &fields = *line.line;
    const QList<FieldId> looked{fields.quantity, fields.price, fields.discount, fields.taxRate};
    return std::all_of(looked.begin(), looked.end(), [&](FieldId field) { return field == 0 || rights().fieldRight(line, *line.field(field)) >= FieldRight::Read; });
}

QList<std::pair<FieldId, Value>> LocalRecords::foretold(const Record &document, const QList<Record> &lines) const
{
    QList<std::pair<FieldId, Value>> fields = rules::totalsOf(document, lines);
    if (document.entity().id == SalesOrder::entity && maySeeCost(*this))
        fields += rules::costFieldsOf(document, lines, [this](const RecordRef &ref) { return lookup(ref); });
    return fields;
}

void LocalRecords::foretellTotals(const RecordRef &ref, QList<RecordChange> &changes) const
{
    const Entity &entity = m_catalogue.at(ref.entity);
    const Record now = lookup(ref);
    const Record document = afterwards(now, changes, ref, entity);
    if (!document.isValid() || (now.isValid() && !may(Action::Edit, now)))
        return;
    const Entity &lineEntity = m_catalogue.at(entity.totals->lines);
    Query query;
    query.entity = lineEntity.id;
    query.filter = Filter::is(lineEntity.parentField, ref.id);
    QHash<RecordRef, Record> lines;
    const Result<QList<Record>> stored = findNow(query);
    for (const Record &line : stored ? *stored : QList<Record>())
        lines.insert(line.ref(), line);
    for (const RecordChange &change : std::as_const(changes))
        if (change.record.entity == lineEntity.id) {
            const Record line = afterwards(lookup(change.record), changes, change.record, lineEntity);
            if (line.isValid() && line.value(lineEntity.parentField).id() == ref.id)
                lines.insert(change.record, line);
            else
                lines.remove(change.record);
        }
    QList<FieldChange> foretold;
    for (const auto &[field, value] : this->foretold(document, lines.values()))
        if (document.value(field) != value)
            foretold.append({field, document.value(field), value, now.rev()});
    if (foretold.isEmpty())
        return;
    if (RecordChange *change = changeOf(changes, ref); change && change->kind != ChangeKind::Delete)
        change->fields.append(foretold);
    else if (!change)
        changes.append({ChangeKind::Update, ref, now.rev(), foretold});
}

} // namespace guanxi::app
