// SPDX-License-Identifier: GPL-3.0-or-later
// Stock documents that begin to count or cease to: the part of ChangeApplier that keeps what is on hand.
#include "server/services/changeapplier.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/stock.h"

namespace guanxi::server {

using namespace model;
using rules::Movement;
using sync::ConflictKind;

namespace {

bool isPosted(const Record &document)
{
    return document.isValid() && !document.isDeleted() && document[StockDocument::status] == StockDocument::Posted;
}

QString text(qint64 quantity) { return decimal::format(quantity, decimal::QuantityScale); }

/// The same for a repeated change set, another one each time the document is posted.
Uuid backOrderOf(const Record &document, const Uuid &of)
{
    return Uuid::named("back_order" + QByteArray::number(document.rev()) + of.bytes());
}

bool isAt(const Record &balance, const Movement &movement)
{
    using B = StockBalance;
    return balance[B::warehouse] == movement.warehouse && balance[B::location] == movement.location && balance[B::batch] == movement.batch;
}

} // namespace

Result<std::optional<Refusal>> ChangeApplier::moveStock()
{
    const QList<RecordChange> changes = m_effective;
    QSet<RecordRef> moved;
    for (const RecordChange &change : changes) {
        if (change.record.entity != StockDocument::entity || moved.contains(change.record))
            continue;
        moved.insert(change.record);
        const TouchedRow row = m_touched.value(change.record);
        if (Verdict verdict = moveStock(row); !verdict.ok() || verdict->has_value())
            return verdict;
    }
    return m_fault ? Verdict(*m_fault) : Verdict(Accepted);
}

Result<std::optional<Refusal>> ChangeApplier::moveStock(const TouchedRow &document)
{
    const bool counted = document.before && isPosted(document.before->record);
    if (counted == isPosted(document.after))
        return Accepted;
    const Record &stands = counted ? document.before->record : document.after;
    // What a count had corrected is not known any more; another count corrects it.
    if (counted && rules::isCount(stands))
        return refuse({ErrorCode::RuleRefused, {QStringLiteral("count_stays"), QStringLiteral("status")}});
    QList<Record> lines = pointingAt(StockDocumentLine::entity, StockDocumentLine::document.id, stands.ref());
    std::sort(lines.begin(), lines.end(), [](const Record &a, const Record &b) {
        return std::pair(a[StockDocumentLine::position], a.id()) < std::pair(b[StockDocumentLine::position], b.id());
    });
    if (!counted)
        if (Verdict verdict = coverShortage(stands, lines); !verdict.ok() || verdict->has_value())
            return verdict;
    QList<Movement> movements = rules::movementsOf(stands, lines);
    if (counted) {
        for (Movement &movement : movements)
            movement.quantity = -movement.quantity;
        if (const std::optional<Missing> missing = missingFor(movements); missing && policyOf(missing->warehouse) != Warehouse::Allow)
            return refuse(missing->error);
    }
    for (const Movement &movement : std::as_const(movements))
        changeBalance(movement, rules::isCount(stands));
    return Accepted;
}

std::optional<ChangeApplier::Missing> ChangeApplier::missingFor(const QList<Movement> &movements)
{
    QHash<std::pair<Uuid, Uuid>, qint64> left;
    for (const Movement &movement : movements) {
        const std::pair<Uuid, Uuid> key(movement.product, movement.warehouse);
        if (!left.contains(key))
            left.insert(key, onHand(movement.product, movement.warehouse));
        qint64 &there = left[key];
        if (movement.quantity < 0 && there + movement.quantity < 0)
            return Missing{movement.warehouse,
                           {ErrorCode::StockShort, {text(std::max<qint64>(there, 0)), text(-movement.quantity), movement.line.text()}}};
        there += movement.quantity;
    }
    return std::nullopt;
}

qint64 ChangeApplier::policyOf(const Uuid &warehouse)
{
    const Record record = lookup({Warehouse::entity, warehouse});
    return record.isValid() && !record.isNull(Warehouse::shortage) ? record[Warehouse::shortage] : qint64(Warehouse::Refuse);
}

Result<std::optional<Refusal>> ChangeApplier::coverShortage(const Record &document, QList<Record> &lines)
{
    if (rules::isCount(document))
        return Accepted;
    const std::optional<Missing> missing = missingFor(rules::movementsOf(document, lines));
    if (!missing)
        return Accepted;
    const qint64 policy = policyOf(missing->warehouse);
    const bool some = std::any_of(lines.begin(), lines.end(), [&](const Record &line) {
        return onHand(line[StockDocumentLine::product], document[StockDocument::warehouse]) > 0;
    });
    if (policy == Warehouse::Allow)
        m_shortages.append({document.ref(), missing->error});
    else if (policy == Warehouse::BackOrder && some)
        m_shortages.append({divide(document, lines), missing->error});
    else
        return refuse(missing->error);
    return Accepted;
}

RecordRef ChangeApplier::divide(const Record &document, QList<Record> &lines)
{
    using L = StockDocumentLine;
    Record rest(document.entity(), backOrderOf(document, document.id()));
    for (const Field &field : document.entity().fields())
        if (field.name != QLatin1String("number") && field.id != StockDocument::postedAt.id)
            rest.setValue(field.id, document.value(field.id));
    rest.set(StockDocument::status, qint64(StockDocument::Draft));
    follow(rest);
    QHash<Uuid, qint64> left;
    QList<Record> kept;
    for (const Record &line : std::as_const(lines)) {
        const Uuid product = line[L::product];
        if (!left.contains(product))
            left.insert(product, std::max<qint64>(onHand(product, document[StockDocument::warehouse]), 0));
        const qint64 taken = std::min(left[product], line[L::quantity]);
        left[product] -= taken;
        Record present = line;
        present.set(L::quantity, taken);
        Record missing = taken == 0 ? line : Record(line.entity(), backOrderOf(document, line.id()));
        for (const Field &field : line.entity().fields())
            missing.setValue(field.id, line.value(field.id));
        missing.set(L::document, rest.id());
        missing.set(L::quantity, line[L::quantity] - taken);
        if (taken > 0)
            kept.append(present);
        if (taken > 0 && taken < line[L::quantity])
            follow(present);
        if (taken < line[L::quantity])
            follow(missing);
    }
    lines = kept;
    return rest.ref();
}

QList<Record> ChangeApplier::balancesOf(const Uuid &product)
{
    const Entity *entity = m_store.catalogue().entity(StockBalance::entity);
    return entity ? pointingAt(entity->id, StockBalance::product.id, {Product::entity, product}) : QList<Record>();
}

qint64 ChangeApplier::onHand(const Uuid &product, const Uuid &warehouse)
{
    qint64 sum = 0;
    for (const Record &balance : balancesOf(product))
        if (balance[StockBalance::warehouse] == warehouse)
            sum += balance[StockBalance::quantity];
    return sum;
}

void ChangeApplier::changeBalance(const Movement &movement, bool replaces)
{
    using B = StockBalance;
    const Entity *entity = m_store.catalogue().entity(B::entity);
    if (!entity)
        return;
    QByteArray place = "stock" + movement.product.bytes() + movement.warehouse.bytes() + movement.location.bytes() + movement.batch.toUtf8();
    Record balance(*entity, Uuid::named(place));
    balance.set(B::product, movement.product);
    balance.set(B::warehouse, movement.warehouse);
    balance.set(B::location, movement.location);
    if (!movement.batch.isEmpty())
        balance.set(B::batch, movement.batch);
    for (const Record &known : balancesOf(movement.product))
        if (isAt(known, movement))
            balance = known;
    balance.set(B::quantity, replaces ? movement.quantity : balance[B::quantity] + movement.quantity);
    balance.set(B::available, balance[B::quantity] - balance[B::reserved]);
    follow(balance);
}

void ChangeApplier::follow(const Record &after)
{
    const Result<TouchedRow *> row = rowOf(after.entity(), after.ref());
    if (!row) {
        m_fault = row.error();
        return;
    }
    Record written = after;
    written.setValue(system::UpdatedAt, m_now);
    written.setValue(system::UpdatedBy, m_author.user);
    const Record before = *row ? (*row)->after : Record(after.entity());
    if (!*row) {
        written.setValue(system::CreatedAt, m_now);
        written.setValue(system::CreatedBy, m_author.user);
    }
    noteEffect({*row ? ChangeKind::Update : ChangeKind::Insert, after.ref(), before.isValid() ? before.rev() : 0, {}}, before, written);
    TouchedRow touched = *row ? **row : TouchedRow();
    touched.after = written;
    m_touched.insert(after.ref(), touched);
}

} // namespace guanxi::server
