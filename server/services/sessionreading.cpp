// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Session that answers questions: history, values, comparisons; all through one Reader.
#include "server/services/session.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/codec.h"
#include "common/protocol/message.h"
#include "common/storage/transaction.h"

namespace guanxi::server {

using namespace protocol;
using model::FieldRight;
using storage::Transaction;

namespace {

constexpr int HistoryLimit = 200;
constexpr qsizetype HistoryBytes = 256 * 1024;
// For a page of what happened to all records; most of it may be about what is not to be seen.
constexpr int LookedAt = 300;
constexpr qsizetype ChangesLookedAt = 1'000;

} // namespace

Reader Session::reader()
{
    return Reader(m_hub.m_store, m_standing->rights, [this](const ScopeIds &scopes) { return sees(scopes); });
}

void Session::handle(const History &history)
{
    if (history.isOfAll())
        return tellRecent(history);
    const Result<std::optional<ServerRow>> row = m_hub.m_store.row(history.record);
    if (!row)
        return answer(history.request, row.error());
    if (!row->has_value() || !sees((*row)->scopes))
        return answer(history.request, {ErrorCode::NotFound, {}});
    const qint64 before = history.beforeRev > 0 ? history.beforeRev : std::numeric_limits<qint64>::max();
    const int limit = std::clamp(history.limit, 1, HistoryLimit);
    const Result<QList<LogEntry>> entries = m_hub.m_store.history(history.record, before, limit);
    if (!entries)
        return answer(history.request, entries.error());
    HistoryPage page{history.request, {}, entries->size() < limit};
    qsizetype bytes = 0;
    for (const LogEntry &entry : *entries) {
        const Result<model::ChangeSet> set = model::decodeChangeSet(entry.body);
        if (!set)
            continue;
        const Result<model::ChangeSet> projected = reader().project(*set, (*row)->record);
        if (!projected)
            return answer(history.request, projected.error());
        const QByteArray body = model::encodeChangeSet(*projected);
        bytes += body.size();
        if (bytes > HistoryBytes && !page.entries.isEmpty()) {
            page.end = false; // the rest is asked for
            break;
        }
        page.entries.append({entry.rev, entry.at, entry.user, entry.name, entry.causedBy, body, entry.device});
    }
    send(page);
}

void Session::tellRecent(const History &history)
{
    const qint64 before = history.beforeRev > 0 ? history.beforeRev : std::numeric_limits<qint64>::max();
    const int limit = std::clamp(history.limit, 1, HistoryLimit);
    const Result<QList<LogEntry>> entries = m_hub.m_store.log(before, LookedAt);
    if (!entries)
        return answer(history.request, entries.error());
    HistoryPage page{history.request, {}, entries->size() < LookedAt, 0};
    qsizetype bytes = 0, looked = 0;
    for (const LogEntry &entry : *entries) {
        if (entry.at < history.since) {
            page.end = true;
            break;
        }
        if (page.entries.size() >= limit || bytes > HistoryBytes || looked > ChangesLookedAt) {
            page.end = false; // the rest is asked for
            break;
        }
        page.reached = entry.rev;
        if (!history.user.isNull() && entry.user != history.user)
            continue;
        const Result<model::ChangeSet> set = model::decodeChangeSet(entry.body);
        if (!set)
            continue;
        looked += set->changes.size();
        const Result<model::ChangeSet> seen = seenOf(*set, history.entities);
        if (!seen)
            return answer(history.request, seen.error());
        if (seen->changes.isEmpty())
            continue;
        page.entries.append({entry.rev, entry.at, entry.user, entry.name, entry.causedBy, model::encodeChangeSet(*seen), entry.device});
        bytes += page.entries.last().body.size();
    }
    send(page);
}

Result<model::ChangeSet> Session::seenOf(const model::ChangeSet &set, const QList<model::EntityId> &entities)
{
    model::ChangeSet seen = set;
    seen.args = {};
    seen.dependsOn.clear();
    seen.changes.clear();
    for (const model::RecordChange &change : set.changes) {
        // What a conflict record went through is of no use to anybody (HistoryTold).
        if ((!entities.isEmpty() && !entities.contains(change.record.entity)) || change.record.entity == model::ids::Conflict)
            continue;
        const Result<std::optional<ServerRow>> row = m_hub.m_store.row(change.record);
        if (!row)
            return row.error();
        if (!row->has_value() || !sees((*row)->scopes))
            continue;
        Result<model::RecordChange> shown = reader().project(change, (*row)->record);
        if (!shown)
            return shown.error();
        if (shown->kind == model::ChangeKind::Insert)
            shown->fields.clear();
        seen.changes.append(std::move(*shown));
    }
    return seen;
}

void Session::handle(const Reveal &reveal)
{
    const Result<std::optional<ServerRow>> row = m_hub.m_store.row(reveal.record);
    if (!row)
        return answer(reveal.request, row.error());
    const model::Field *field = row->has_value() ? (*row)->record.entity().field(reveal.field) : nullptr;
    if (!field || !sees((*row)->scopes))
        return answer(reveal.request, {ErrorCode::NotFound, {}});
    if (!mayReveal((*row)->record, *field))
        return answer(reveal.request, {ErrorCode::NotAllowed, {(*row)->record.entity().name, field->name}});
    const model::Record &record = (*row)->record;
    const bool masked = m_standing->rights.fieldRight(record.entity(), *field) == FieldRight::Masked;
    const Result<model::Record> shown = masked ? Result<model::Record>(record) : reader().project(record);
    if (!shown)
        return answer(reveal.request, shown.error());
    // What is not on record has not been shown.
    if (const Result<void> noted = noteReveal(reveal); !noted)
        return answer(reveal.request, noted.error());
    send(Revealed{reveal.request, shown->value(reveal.field)});
}

bool Session::mayReveal(const model::Record &record, const model::Field &field)
{
    const FieldRight right = m_standing->rights.fieldRight(record.entity(), field);
    // A mask is lifted, one value at a time, for whoever looks after the record.
    return right >= FieldRight::Read
        || (right == FieldRight::Masked && m_standing->rights.may(model::Action::Edit, record.entity().id, m_hub.placeOf(record)));
}

Result<void> Session::noteReveal(const Reveal &reveal)
{
    using model::AuditEvent;
    const model::Entity *entity = m_hub.m_store.catalogue().entity(AuditEvent::entity);
    if (!entity)
        return Error{ErrorCode::Internal, {QStringLiteral("audit")}};
    model::Record event(*entity, m_hub.m_ids.next());
    event.set(AuditEvent::at, m_hub.m_clock.wallMs());
    event.set(AuditEvent::kind, qint64(AuditEvent::Reveal));
    event.set(AuditEvent::user, m_user);
    event.set(AuditEvent::record, reveal.record);
    event.set(AuditEvent::field, qint64(reveal.field));
    const Result<PushResult> written = m_hub.write(QStringLiteral("reveal"), {model::insertionOf(event)});
    return written ? Result<void>() : Result<void>(written.error());
}

void Session::handle(const Compare &compare)
{
    const Result<Transaction> transaction = Transaction::begin(m_hub.m_store.database(), Transaction::Kind::Read);
    const Result<Compared> compared = transaction ? m_hub.m_compare.compare(compare, reader()) : Result<Compared>(transaction.error());
    if (compared)
        send(*compared);
    else
        answer(compare.request, compared.error());
}

void Session::handle(const Mend &mend)
{
    const Result<Transaction> transaction = Transaction::begin(m_hub.m_store.database(), Transaction::Kind::Read);
    const Result<Mended> mended = transaction ? m_hub.m_compare.mend(mend, reader()) : Result<Mended>(transaction.error());
    if (mended)
        send(*mended);
    else
        answer(mend.request, mended.error());
}

} // namespace guanxi::server
