// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Hub that does by itself what time brings.
#include "server/services/hub.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/defaults.h"
#include "common/storage/layout.h"
#include "common/storage/query.h"
#include "common/storage/statement.h"
#include "server/services/provision.h"

namespace guanxi::server {

using protocol::PushResult;
using storage::Transaction;

namespace {

constexpr qint64 JobsMs = 60'000;
constexpr qint64 DayMs = 86'400'000;
/// A desktop that was away for longer compares its copy.
constexpr qint64 TraceDays = 90;
/// Of each second, for what is in no hurry; and no more steps, where no clock runs meanwhile.
constexpr qint64 PatientMs = 20;
constexpr int PatientSteps = 100;
/// Quotes; the others a minute later.
constexpr int ExpiredAtOnce = 500;

} // namespace

template <class Job> void Hub::goOnWith(Job &job, const char *name)
{
    const qint64 begun = m_clock.monotonicMs();
    for (int steps = 0; job.isWorking() && steps < PatientSteps && m_clock.monotonicMs() - begun < PatientMs; ++steps)
        if (const Result<void> done = job.step(); !done)
            Q_EMIT logged(QStringLiteral("%1: %2").arg(QLatin1StringView(name), QLatin1StringView(errorName(done.error().code))));
}

std::function<Result<void>(const QList<model::RecordChange> &)> Hub::writing(const char *name)
{
    return [this, name](const QList<model::RecordChange> &changes) {
        const Result<PushResult> written = write(QLatin1StringView(name), changes);
        return written ? Result<void>() : Result<void>(written.error());
    };
}

void Hub::doJobs()
{
    goOnWith(m_leadScores, "lead scores");
    goOnWith(m_valueTiers, "value tiers");
    goOnWith(m_forecasts, "forecasts");
    goOnWith(m_targets, "targets");
    if (m_clock.monotonicMs() - m_jobsDoneAt < JobsMs)
        return;
    m_jobsDoneAt = m_clock.monotonicMs();
    if (const Result<bool> keeper = m_store.isKeeper(); !keeper || !*keeper)
        return;
    const auto log = [this](const char *job, const Result<void> &done) {
        if (!done)
            Q_EMIT logged(QStringLiteral("%1: %2").arg(QLatin1StringView(job), QLatin1StringView(errorName(done.error().code))));
    };
    log("shares", endShares());
    log("contents", collectBlobs());
    log("old traces", forgetOldTraces());
    log("overdue instalments", tellOverdue());
    log("quotes that ran out", expireQuotes());
    const qint64 today = rules::dayOf(m_clock.wallMs());
    log("lead scores", m_leadScores.begin(m_clock.wallMs()));
    log("value tiers", m_valueTiers.begin(today));
    log("forecasts", m_forecasts.begin(today));
    log("targets", m_targets.begin(today, m_clock.monotonicMs()));
}

Result<void> Hub::provide()
{
    // Where nothing is missing, nobody is kept waiting.
    if (const Result<QList<model::Record>> missing = missingBuiltIns(m_store); !missing || missing->isEmpty())
        return missing ? Result<void>() : Result<void>(missing.error());
    const Result<void> given = giveBuiltIns();
    if (!given)
        GUANXI_TRY(m_store.rolledBack());
    return given;
}

Result<void> Hub::giveBuiltIns()
{
    GUANXI_TRY(beginRun());
    Result<Transaction> transaction = beginWrite();
    if (!transaction)
        return transaction.error();
    // Another process may have been faster.
    const Result<QList<model::Record>> missing = missingBuiltIns(m_store);
    if (!missing || missing->isEmpty())
        return missing ? commitWrite(*transaction) : Result<void>(missing.error());
    QList<model::RecordChange> changes;
    QStringList ruled;
    for (const model::Record &row : *missing) {
        changes.append(model::insertionOf(row));
        if (row.entity().id == model::AccessRule::entity && !ruled.contains(row[model::AccessRule::object]))
            ruled.append(row[model::AccessRule::object]);
    }
    if (const Result<PushResult> written = write(QStringLiteral("provide_built_in"), changes); !written)
        return written.error();
    GUANXI_TRY(commitWrite(*transaction));
    Q_EMIT logged(QStringLiteral("%1 built-in rows added; rights for: %2").arg(changes.size()).arg(ruled.join(u' ')));
    return {};
}

Result<void> Hub::forgetOldTraces()
{
    // A clock that was turned forward makes desktops compare too early, which costs time and loses nothing.
    const qint64 day = m_clock.wallMs() / DayMs;
    if (day == m_day)
        return {};
    Result<Transaction> transaction = m_store.beginWrite();
    if (!transaction)
        return transaction.error();
    const Result<qint64> old = m_store.noteDay(day, TraceDays);
    if (!old)
        return old.error();
    GUANXI_TRY(m_store.setHorizon(*old));
    GUANXI_TRY(transaction->commit());
    m_day = day;
    return {};
}

Result<void> Hub::tellOverdue()
{
    using namespace model;
    const qint64 today = rules::dayOf(m_clock.wallMs());
    if (today == m_overdueTold || !m_store.catalogue().entity(PaymentPlan::entity))
        return {};
    const Entity &plans = m_store.catalogue().at(PaymentPlan::entity);
    const auto column = [&](FieldId field) { return storage::columnName(*plans.field(field)); };
    const Uuid overdue = dictionaryItemId(QStringLiteral("payment_status"), QStringLiteral("overdue"));
    const QByteArray status = column(PaymentPlan::status.id);
    storage::Statement statement(m_store.database(), "SELECT id, " + status + ", " + column(PaymentPlan::order.id) + " FROM " + storage::tableName(plans) + " WHERE deleted = 0 AND "
                                                         + column(PaymentPlan::dueOn.id) + " < ? AND COALESCE(" + column(PaymentPlan::settledAmount.id) + ", 0) < "
                                                         + column(PaymentPlan::amount.id) + " AND (" + status + " IS NULL OR " + status + " <> ?)");
    QList<RecordChange> changes;
    QSet<Uuid> orders;
    GUANXI_TRY(statement.bindAll(today, overdue).each([&](const storage::Statement &row) {
        const Value before = row.isNull(1) ? Value() : Value(row.uuid(1));
        changes.append({ChangeKind::Update, {PaymentPlan::entity, row.uuid(0)}, 0, {{PaymentPlan::status.id, before, Value(overdue), 0}}});
        if (!row.isNull(2))
            orders.insert(row.uuid(2));
    }));
    const Uuid paid = dictionaryItemId(QStringLiteral("payment_status"), QStringLiteral("paid"));
    for (const Uuid &order : std::as_const(orders)) {
        const Result<std::optional<ServerRow>> row = m_store.row({SalesOrder::entity, order});
        if (!row)
            return row.error();
        const Uuid now = *row && !(*row)->record.isDeleted() ? (*row)->record[SalesOrder::paymentStatus] : overdue;
        if (now != overdue && now != paid)
            changes.append({ChangeKind::Update, {SalesOrder::entity, order}, 0, {{SalesOrder::paymentStatus.id, Value(now), Value(overdue), 0}}});
    }
    if (!changes.isEmpty())
        if (const Result<PushResult> written = write(QStringLiteral("overdue"), changes); !written)
            return written.error();
    m_overdueTold = today;
    return {};
}

Result<void> Hub::expireQuotes()
{
    using namespace model;
    if (!m_store.catalogue().entity(Quote::entity))
        return {};
    storage::Query query;
    query.entity = Quote::entity;
    query.filter = Filter::all({Filter::is(Quote::status.id, Value(qint64(Quote::Sent))),
                                Filter::compare(Filter::Kind::Less, Quote::validUntil.id, Value(rules::dayOf(m_clock.wallMs())))});
    query.limit = ExpiredAtOnce;
    const Result<std::vector<qint64>> rids = storage::QueryRunner(m_store.database(), m_store.catalogue(), storage::StoreKind::Server).rids(query);
    const Result<QList<ServerRow>> quotes = rids ? m_store.rowsByRid(query.entity, *rids) : Result<QList<ServerRow>>(rids.error());
    if (!quotes)
        return quotes.error();
    QList<RecordChange> changes;
    for (const ServerRow &quote : *quotes)
        changes.append({ChangeKind::Update, quote.record.ref(), 0, {{Quote::status.id, Value(qint64(Quote::Sent)), Value(qint64(Quote::Expired)), 0}}});
    if (changes.isEmpty())
        return {};
    const Result<PushResult> written = write(QStringLiteral("expire"), changes);
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> Hub::endShares()
{
    if (!m_store.catalogue().entity(model::Share::entity))
        return {};
    storage::Query query;
    query.entity = model::Share::entity;
    query.filter = storage::Filter::compare(storage::Filter::Kind::LessOrEqual, model::Share::validTo.id, m_clock.wallMs());
    const Result<std::vector<qint64>> rids =
        storage::QueryRunner(m_store.database(), m_store.catalogue(), storage::StoreKind::Server).rids(query);
    const Result<QList<ServerRow>> over = rids ? m_store.rowsByRid(query.entity, *rids) : Result<QList<ServerRow>>(rids.error());
    if (!over)
        return over.error();
    QList<model::RecordChange> changes;
    for (const ServerRow &row : *over)
        changes.append({model::ChangeKind::Delete, row.record.ref(), row.record.rev(), {}});
    if (changes.isEmpty())
        return {};
    const Result<PushResult> written = write(QStringLiteral("end_shares"), changes);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace guanxi::server
