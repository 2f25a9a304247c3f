// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Hub that works beside other server processes over the same database.
#include "server/services/hub.h"

#include "common/model/catalogue/platform.h"
#include "common/protocol/message.h"
#include "server/services/session.h"

#include <QtEndian>

namespace guanxi::server {

using namespace protocol;
using storage::Transaction;

namespace {

constexpr qint64 DayMs = 86'400'000;
/// A server that was not there for longer is not named to desktops any more.
constexpr qint64 AddressDays = 30;

// Words between processes; what follows is separated by spaces.
const QByteArray EndWord("end");         ///< replica: it is at another server now
const QByteArray OutWord("out");         ///< replica: it may not stay
const QByteArray SoughtWord("sought");   ///< entity, record, field, blob
const QByteArray ServersWord("servers"); ///< their list is another one

QByteArray wordOf(const BlobReference &reference)
{
    return QByteArrayList{SoughtWord, QByteArray::number(reference.record.entity), reference.record.id.text().toLatin1(),
                          QByteArray::number(reference.field), reference.blob.toHex()}
        .join(' ');
}

BlobReference referenceOf(const QByteArrayList &parts)
{
    return {{model::EntityId(parts.value(1).toUInt()), Uuid::fromText(QString::fromLatin1(parts.value(2))).value_or(Uuid())},
            parts.value(3).toUInt(), QByteArray::fromHex(parts.value(4))};
}

} // namespace

Result<Transaction> Hub::beginWrite()
{
    Result<Transaction> transaction = m_store.beginWrite();
    if (!transaction || !m_store.isShared())
        return transaction;
    const Result<ServerStore::Foreign> foreign = m_store.foreign();
    const Result<void> adopted = foreign ? adopt(*foreign) : Result<void>(foreign.error());
    if (!adopted)
        return adopted.error();
    m_begunAt = foreign->to;
    m_foreign |= foreign->to != std::max(m_ownHead, m_store.known().value());
    return transaction;
}

Result<void> Hub::commitWrite(Transaction &transaction)
{
    if (!m_store.isShared())
        return transaction.commit();
    const Result<qint64> head = m_store.head();
    if (!head)
        return head.error();
    if (*head != m_begunAt)
        GUANXI_TRY(m_store.tell({}));
    GUANXI_TRY(transaction.commit());
    m_ownHead = *head;
    return {};
}

Result<void> Hub::adopt(const ServerStore::Foreign &foreign)
{
    if (const qint64 rev = foreign.entities.value(model::CustomField::entity); rev > m_fieldsRev) {
        GUANXI_TRY(m_store.adoptCustomFields());
        m_fieldsRev = rev;
    }
    for (auto entity = foreign.entities.keyBegin(); entity != foreign.entities.keyEnd(); ++entity)
        m_rightsStale |= RightsService::decidesRights(*entity);
    if (m_rightsStale)
        m_rights.invalidate();
    return {};
}

void Hub::spread(const QList<CommittedRow> &rows, const QSet<quint64> &authors)
{
    if (!m_store.isShared()) {
        if (const Result<qint64> to = m_store.head())
            fanOut(rows, *to, authors);
        return;
    }
    // What others wrote stands between: all of it is told in its order, as it is in the database.
    if (m_foreign)
        return hear(authors);
    m_store.setKnown(m_ownHead);
    fanOut(rows, m_ownHead, authors);
}

Result<Hub::News> Hub::news()
{
    for (;;) {
        Result<Transaction> transaction = Transaction::begin(m_store.database(), Transaction::Kind::Read);
        if (!transaction)
            return transaction.error();
        News news;
        Result<ServerStore::Foreign> foreign = m_store.foreign();
        if (!foreign)
            return foreign.error();
        news.foreign = *foreign;
        // Rows are read with the fields they have; those are taken over where one may write.
        if (foreign->entities.value(model::CustomField::entity) > m_fieldsRev) {
            GUANXI_TRY(transaction->commit());
            GUANXI_TRY(adopt(*foreign));
            continue;
        }
        const bool live = std::any_of(m_sessions.begin(), m_sessions.end(), [](const auto &entry) { return entry.second->liveRev() > 0; });
        Result<std::optional<QList<ChangedRow>>> rows = live ? m_store.changedSince(m_store.known().value(), LiveRows)
                                                             : Result<std::optional<QList<ChangedRow>>>(std::optional(QList<ChangedRow>()));
        if (!rows)
            return rows.error();
        news.tooMuch = !rows->has_value();
        for (const ChangedRow &row : rows->value_or(QList<ChangedRow>()))
            news.rows.append({row.row.record, row.scopes, row.row.scopes});
        GUANXI_TRY(transaction->commit());
        GUANXI_TRY(adopt(*foreign));
        return news;
    }
}

void Hub::hear(const QSet<quint64> &authors)
{
    if (!m_store.isShared())
        return;
    const Result<qint64> head = m_store.head();
    if (head && *head == m_store.known().value())
        return;
    const Result<News> news = head ? this->news() : Result<News>(head.error());
    if (!news) {
        Q_EMIT logged(QStringLiteral("other servers: %1").arg(errorName(news.error().code)));
        if (news.error().code == ErrorCode::DatabaseOpen)
            Q_EMIT databaseLost();
        return;
    }
    m_store.setKnown(news->foreign.to);
    m_ownHead = news->foreign.to;
    m_foreign = false;
    if (!m_epoch.isNull() && news->foreign.epoch != m_epoch) {
        m_epoch = news->foreign.epoch;
        Q_EMIT logged(QStringLiteral("the database was restored: another server has begun a new epoch"));
        return endAll();
    }
    if (m_rightsStale)
        refreshRights();
    fanOut(news->rows, news->foreign.to, authors, news->tooMuch);
}

void Hub::hear(const QByteArray &word)
{
    const QByteArrayList parts = word.split(' ');
    const Uuid replica = Uuid::fromText(QString::fromLatin1(parts.value(1))).value_or(Uuid());
    if (parts.first() == EndWord)
        endOutdated(replica);
    else if (parts.first() == OutWord)
        endHere(replica);
    else if (parts.first() == SoughtWord)
        seekHere(referenceOf(parts));
    else if (parts.first() == ServersWord)
        tellServers();
    else
        hear();
}

Result<void> Hub::hold(const Uuid &replica, quint64 session)
{
    if (!m_store.isShared())
        return {}; // its older connections end here
    GUANXI_TRY(m_store.setHolder(replica, holderName(session)));
    return m_store.tell(EndWord + ' ' + replica.text().toLatin1());
}

Result<bool> Hub::holds(const Uuid &replica, quint64 session)
{
    if (!m_store.isShared())
        return true;
    const Result<QByteArray> holder = m_store.holderOf(replica);
    return holder ? Result<bool>(*holder == holderName(session)) : holder.error();
}

void Hub::endOutdated(const Uuid &replica)
{
    // It may have come back here since that was said.
    for (const SessionInfo &info : sessions())
        if (const Result<bool> held = info.replica == replica ? holds(replica, info.number) : Result<bool>(true); held && !*held)
            kick(info.number, {ErrorCode::Disconnected, {}});
}

QByteArray Hub::holderName(quint64 session) const
{
    QByteArray name = m_process.bytes() + QByteArray(sizeof(session), '\0');
    qToBigEndian(session, name.data() + Uuid::Size);
    return name;
}

void Hub::endReplica(const Uuid &replica)
{
    endHere(replica);
    if (const Result<void> told = m_store.tell(OutWord + ' ' + replica.text().toLatin1()); !told)
        Q_EMIT logged(QStringLiteral("other servers: %1").arg(errorName(told.error().code)));
}

void Hub::seek(const BlobReference &reference)
{
    seekHere(reference);
    // Nobody waits for it: who looks for it asks again.
    static_cast<void>(m_store.tell(wordOf(reference)));
}

Result<void> Hub::setAddress(const ServerAddress &address)
{
    m_address = address;
    m_addressDay = m_clock.wallMs() / DayMs;
    if (!m_store.isShared() || address.host.isEmpty())
        return {};
    GUANXI_TRY(m_store.noteAddress(address, m_clock.wallMs()));
    return m_store.tell(ServersWord);
}

void Hub::tellServers(Session *only)
{
    if (!m_store.isShared())
        return;
    const Result<QList<ServerAddress>> addresses = m_store.addresses(m_clock.wallMs() - AddressDays * DayMs);
    if (!addresses || addresses->isEmpty())
        return;
    if (only)
        return only->tellServers(*addresses);
    for (const auto &[number, session] : m_sessions)
        if (session->isSignedIn())
            session->tellServers(*addresses);
}

} // namespace guanxi::server
