// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of documents: when they may be changed, what they add up to, and what they cost.
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/amounts.h"
#include "common/rules/costs.h"
#include "common/rules/statemachine.h"
#include "server/services/changeapplier.h"
#include "server/services/consequences.h"

namespace guanxi::server {

using namespace model;
using sync::ConflictKind;

namespace {

bool adds(const TouchedRow &line)
{
    if (!line.before)
        return !line.after.isDeleted();
    const Record &before = line.before->record;
    const LineFields &fields = *line.after.entity().line;
    const auto differs = [&](FieldId field) { return field != 0 && before.value(field) != line.after.value(field); };
    return before.isDeleted() != line.after.isDeleted() || differs(line.after.entity().parentField) || differs(fields.quantity) || differs(fields.price)
        || differs(fields.discount) || differs(fields.taxRate);
}

} // namespace

bool ChangeApplier::isForetold(const Entity &entity, const RecordChange &change) const
{
    const auto isComputed = [&](const FieldChange &field) {
        const Field *declared = entity.field(field.field);
        return declared && declared->computed != Computed::No;
    };
    return !m_author.isServer && !change.fields.isEmpty() && std::all_of(change.fields.begin(), change.fields.end(), isComputed);
}

Result<std::optional<Refusal>> ChangeApplier::checkLines()
{
    for (const TouchedRow &row : std::as_const(m_touched)) {
        const Entity &entity = row.after.entity();
        if (!rules::isDocumentLine(entity) || (row.before && row.before->record.sameContent(row.after)))
            continue;
        // What was sent before the server lost it was right then; stock that was counted since is not.
        if (isOfLostTime() && entity.line)
            continue;
        for (const Record &line : {row.before ? row.before->record : row.after, row.after}) {
            const RecordRef document{entity.parent, line.value(entity.parentField).id()};
            const TouchedRow touched = m_touched.value(document);
            const Record stood = touched.after.isValid() ? (touched.before ? touched.before->record : Record()) : lookup(document);
            // Nor with the step that locks it, where that was judged by the lines before; stock is counted with these.
            for (const Record &version : {stood, touched.before && entity.line ? touched.after : Record()})
                if (const State *lock = rules::lockOf(version))
                    return refuse(ConflictKind::State, ErrorCode::WrongState, {version.entity().name, QString(), lock->code});
        }
    }
    return Accepted;
}

Result<void> Consequences::followTotals()
{
    QSet<RecordRef> documents;
    for (const TouchedRow &row : std::as_const(m_touched)) {
        const Entity &entity = row.after.entity();
        // What the server itself makes keeps what it was made with.
        if (entity.totals && (row.before ? row.before->record.value(entity.totals->rate) != row.after.value(entity.totals->rate) : !m_user.isNull()))
            documents.insert(row.after.ref());
        if (!entity.line || !has(entity.parent) || !m_store.catalogue().at(entity.parent).totals || !adds(row))
            continue;
        documents.insert({entity.parent, row.after.value(entity.parentField).id()});
        if (row.before)
            documents.insert({entity.parent, row.before->record.value(entity.parentField).id()});
    }
    for (const RecordRef &ref : std::as_const(documents))
        GUANXI_TRY(addUp(ref));
    return {};
}

Result<void> Consequences::addUp(const RecordRef &ref)
{
    const Result<TouchedRow *> document = rowOf(ref.entity, ref.id);
    if (!document)
        return document.error();
    if (!*document)
        return {};
    const Entity &entity = m_store.catalogue().at((*document)->after.entity().totals->lines);
    const Result<QList<Record>> lines = pointingAt(entity, entity.parentField, ref);
    if (!lines)
        return lines.error();
    for (const auto &[field, value] : rules::totalsOf((*document)->after, *lines))
        set(**document, field, value);
    return ref.entity == SalesOrder::entity ? reckonCost(ref) : Result<void>();
}

Result<void> Consequences::followReviews()
{
    QList<RecordRef> orders;
    for (const TouchedRow &row : std::as_const(m_touched)) {
        if (row.after.entity().id != SalesOrder::entity || !row.before || row.after.isDeleted())
            continue;
        const qint64 status = row.after[SalesOrder::status];
        if (status != row.before->record[SalesOrder::status] && (status == SalesOrder::PendingReview || status == SalesOrder::Reviewed))
            orders.append(row.after.ref());
    }
    for (const RecordRef &order : std::as_const(orders))
        GUANXI_TRY(reckonCost(order));
    return {};
}

Result<void> Consequences::reckonCost(const RecordRef &ref)
{
    const Entity &entity = m_store.catalogue().at(SalesOrderLine::entity);
    const Result<QList<Record>> lines = pointingAt(entity, entity.parentField, ref);
    if (!lines)
        return lines.error();
    std::optional<Error> fault;
    const auto productOf = [&](const RecordRef &product) {
        const Result<std::optional<ServerRow>> row = m_store.row(product);
        if (!row)
            fault = row.error();
        return row && *row ? (*row)->record : Record();
    };
    const QList<std::pair<FieldId, Value>> fields = has(Product::entity) ? rules::costFieldsOf(m_touched[ref].after, *lines, productOf) : QList<std::pair<FieldId, Value>>();
    if (fault)
        return *fault;
    for (const auto &[field, value] : fields)
        set(m_touched[ref], field, value);
    return {};
}

} // namespace guanxi::server
