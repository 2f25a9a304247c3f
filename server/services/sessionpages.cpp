// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Session that brings its client to the head, page by page: from the database, or from a replica of it that
// takes long reading.
#include "server/services/session.h"

#include "common/protocol/message.h"
#include "common/storage/transaction.h"

namespace guanxi::server {

using namespace protocol;
using storage::Transaction;

namespace {

/// Less than this is sooner read than handed over; so the last page before live mode mostly comes from the database itself.
constexpr qint64 FewRevisions = 500;
constexpr qint64 StandbyMs = 3'000;

bool isLong(const Pull &pull, qint64 head)
{
    return !pull.loads.isEmpty() || !pull.drops.isEmpty() || head - pull.cursor.rev > FewRevisions;
}

} // namespace

void Session::handle(const Pull &pull)
{
    m_liveRev = 0;
    forgetPull();
    if (pull.rightsVersion != m_standing->version) {
        // The client's streams are of other rights; it hears of the new ones by RightsChanged, or again here.
        send(RightsChanged{m_standing->encoded, m_standing->version});
        return;
    }
    if (!askStandby(pull))
        awaitPage(pull, {});
}

void Session::awaitPage(const Pull &pull, const Stopwatch &since)
{
    m_asked = Asked{pull, since, {}};
    m_hub.awaitPage(m_number);
}

bool Session::makePage()
{
    if (!m_asked || m_asked->standbyAt)
        return false;
    const Asked asked = *m_asked;
    forgetPull();
    answerPull(asked.pull, asked.since);
    return true;
}

void Session::forgetPull()
{
    ++m_pulls;
    m_asked.reset();
}

bool Session::askStandby(const Pull &pull)
{
    Standby *standby = m_hub.m_standby;
    if (!standby || !standby->isFree())
        return false;
    // It must know all that the database knew when this was asked: no right that was taken and no row that was moved away
    // counts any longer there than here.
    const StandbyStore::Wanted wanted = m_hub.wanted();
    if (!isLong(pull, wanted.head))
        return false;
    m_asked = Asked{pull, {}, m_hub.m_clock.monotonicMs()};
    standby->page({pull, m_standing->rights, m_standing->scopes, everGranted(), wanted}, this, [this, number = m_pulls](const Result<PageRead> &read) {
        if (number == m_pulls)
            takePage(number, read);
    });
    return true;
}

void Session::takePage(quint64 number, const Result<PageRead> &read)
{
    // It may be ahead of what is known here: its rows are told by the rights of that moment.
    if (read && read->page.head > m_hub.wanted().head)
        m_hub.hear();
    if (number != m_pulls)
        return;
    const Asked asked = *m_asked;
    forgetPull();
    const qint64 head = m_hub.wanted().head;
    if (!read || read->page.head > head)
        return awaitPage(asked.pull, asked.since);
    if (read->page.more || read->page.head == head)
        return sendPage(read->page, read->frame, asked.since);
    Page page = read->page;
    page.more = true; // something was committed meanwhile
    sendPage(page, encodeFrame(page), asked.since);
}

void Session::answerPull(const Pull &pull, const Stopwatch &since)
{
    const Result<Transaction> transaction = Transaction::begin(m_hub.m_store.database(), Transaction::Kind::Read);
    if (!transaction)
        return answer(0, transaction.error());
    const Result<qint64> horizon = m_hub.m_store.horizon();
    if (!horizon)
        return answer(0, horizon.error());
    // What left its scopes meanwhile cannot be told any more. It learns from the next Ready that it must compare.
    if (PullService::isBehind(pull, m_standing->scopes, *horizon))
        return close(ErrorCode::Disconnected);
    const Result<Page> page = m_hub.m_pull.page(pull, reader(), m_standing->scopes, everGranted());
    if (!page)
        return answer(0, page.error());
    sendPage(*page, encodeFrame(*page), since);
}

void Session::sendPage(const Page &page, const QByteArray &frame, const Stopwatch &since)
{
    if (!page.more)
        m_liveRev = page.head;
    sendFrame(frame);
    HubStats &stats = m_hub.m_stats;
    ++stats.pages;
    stats.pageRows += page.upserts.size() + page.removes.size();
    stats.pageBytes += frame.size();
    stats.page.add(since.microseconds());
}

void Session::waitForPage(qint64 monotonicMs)
{
    if (!m_asked || !m_asked->standbyAt || monotonicMs - *m_asked->standbyAt < StandbyMs)
        return;
    m_hub.m_standby->giveUp();
    takePage(m_pulls, Error{ErrorCode::TimedOut, {}});
}

} // namespace guanxi::server
