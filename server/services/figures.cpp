// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/figures.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/achievement.h"
#include "common/storage/dialect.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using storage::Statement;

namespace {

QByteArray aggregateOf(const Figure &figure, const Entity &source, const storage::Dialect &dialect)
{
    if (figure.value == 0)
        return "COUNT(*)";
    const QByteArray column = storage::columnName(*source.field(figure.value));
    // As an expression: the index of the column itself would be walked past everybody's rows.
    switch (figure.kind) {
    case Figure::Kind::Sum: return dialect.sum(column);
    case Figure::Kind::Earliest: return "MIN(" + column + " + 0)";
    case Figure::Kind::Latest: break;
    }
    return "MAX(" + column + " + 0)";
}

QByteArray placeholders(qsizetype count) { return "(?" + QByteArray(", ?").repeated(count - 1) + ')'; }

} // namespace

std::vector<qint64> confirmedOrders()
{
    std::vector<qint64> states;
    for (const Value &state : rules::bookedStates())
        states.push_back(state.number());
    return states;
}

const std::vector<Figure> &figures()
{
    using enum Figure::Kind;
    static const std::vector<Figure> all{
        {Interaction::entity, Interaction::account.id, Interaction::happenedAt.id, Account::entity, Account::lastInteractionAt.id, Latest},
        {SalesOrder::entity, SalesOrder::account.id, SalesOrder::orderDate.id, Account::entity, Account::firstOrderOn.id, Earliest,
         SalesOrder::status.id, confirmedOrders()},
        {SalesOrder::entity, SalesOrder::account.id, SalesOrder::orderDate.id, Account::entity, Account::lastOrderOn.id, Latest,
         SalesOrder::status.id, confirmedOrders()},
        {SalesOrder::entity, SalesOrder::account.id, SalesOrder::baseMargin.id, Account::entity, Account::lifetimeValue.id, Sum,
         SalesOrder::status.id, {SalesOrder::Completed}},
        {PointEntry::entity, PointEntry::membership.id, PointEntry::points.id, Membership::entity, Membership::points.id, Sum},
        {SegmentMember::entity, SegmentMember::segment.id, 0, Segment::entity, Segment::count.id, Sum}};
    return all;
}

std::optional<Contribution> contributionOf(const Figure &figure, const Record &row)
{
    const bool counts = !row.isDeleted() && !row.value(figure.reference).isNull()
        && (figure.value == 0 || !row.value(figure.value).isNull())
        && (figure.state == 0 || std::ranges::find(figure.states, row.value(figure.state).number()) != figure.states.end());
    if (!counts)
        return std::nullopt;
    return Contribution{row.value(figure.reference).id(), figure.value == 0 ? 1 : row.value(figure.value).number()};
}

std::optional<qint64> joined(const Figure &figure, std::optional<qint64> a, std::optional<qint64> b)
{
    if (!a || !b)
        return a ? a : b;
    switch (figure.kind) {
    case Figure::Kind::Sum: return *a + *b;
    case Figure::Kind::Earliest: return std::min(*a, *b);
    case Figure::Kind::Latest: break;
    }
    return std::max(*a, *b);
}

Result<std::optional<qint64>> storedFigure(ServerStore &store, const Figure &figure, const Uuid &target, const QList<Uuid> &without)
{
    if (store.foresees())
        return std::optional<qint64>();
    const Entity &source = store.catalogue().at(figure.source);
    QByteArray sql = "SELECT " + aggregateOf(figure, source, store.database().dialect()) + " FROM " + storage::tableName(source) + " WHERE "
        + storage::columnName(*source.field(figure.reference)) + " = ? AND deleted = 0";
    if (figure.state != 0)
        sql += " AND " + storage::columnName(*source.field(figure.state)) + " IN " + placeholders(qsizetype(figure.states.size()));
    if (!without.isEmpty())
        sql += " AND id NOT IN " + placeholders(without.size());
    Statement statement(store.database(), sql);
    int index = 0;
    statement.bind(++index, target);
    for (const qint64 state : figure.states)
        statement.bind(++index, state);
    for (const Uuid &id : without)
        statement.bind(++index, id);
    return statement.single();
}

} // namespace guanxi::server
