// SPDX-License-Identifier: GPL-3.0-or-later
#include "wireclient.h"

#include "common/model/codec.h"
#include "tests/support/waitfor.h"

namespace guanxi::test {

using namespace protocol;
using model::ChangeKind;
using model::Record;
using model::RecordChange;
using model::RecordRef;

WireClient::WireClient(MemoryServer &server, const QString &login, const Uuid &user, FakeClock &clock)
    : m_server(server), m_clock(clock), m_login(login), m_light(server.catalogue(), server.addReplica(user, login), user)
{
    connect();
}

WireClient::WireClient(MemoryServer &server, const WireClient &other, FakeClock &clock)
    : m_server(server), m_clock(clock), m_login(other.m_login), m_light(server.catalogue(), other.replica(), other.user())
{
    connect();
}

WireClient::~WireClient() { cut(); }

void WireClient::connect()
{
    cut();
    m_link = std::make_unique<MemoryLink>();
    m_server.hub().accept(m_link->server());
    QObject::connect(&m_link->client(), &Channel::received, &m_context, [this](const Message &message) { receive(message); });
    turn();
    Hello hello;
    hello.clientNonce = QByteArray(NonceSize, 'n');
    hello.features.append(BlobsFeature);
    send(hello);
    send(SignIn{replica(), m_login, QStringLiteral("-"), QByteArray(SignatureSize, 's')});
}

void WireClient::cut()
{
    if (!m_link)
        return;
    m_link->cut();
    m_server.hub().flush();
    m_link.reset();
}

void WireClient::receive(const Message &message)
{
    m_heard += encodePayload(message);
    if (std::holds_alternative<Welcome>(message))
        m_link->client().setState(ConnectionState::Greeted);
    if (std::holds_alternative<Wipe>(message))
        m_link->client().setState(ConnectionState::Revoked);
    if (const Ready *ready = std::get_if<Ready>(&message)) {
        m_link->client().setState(ConnectionState::SignedIn);
        m_light.take(*ready);
    }
    if (const RightsChanged *changed = std::get_if<RightsChanged>(&message))
        m_light.take(*changed);
    m_received.append(message);
}

void WireClient::turn()
{
    do {
        m_server.hub().flush();
    } while (deliver());
}

void WireClient::send(const Message &message)
{
    post(message);
    turn();
}

void WireClient::send(const QList<model::ChangeSet> &sets)
{
    Push push;
    for (const model::ChangeSet &set : sets)
        push.sets.append(model::encodeChangeSet(set));
    send(push);
}

model::ChangeSet WireClient::set(QList<RecordChange> changes, bool strict)
{
    return m_light.set(std::move(changes), m_clock.wallMs(), strict);
}

PushResult WireClient::push(const model::ChangeSet &set)
{
    take<PushAck>();
    send(QList<model::ChangeSet>{set});
    const QList<PushAck> acks = take<PushAck>();
    return acks.isEmpty() || acks.last().results.isEmpty() ? PushResult() : acks.last().results.last();
}

QHash<RecordRef, Record> WireClient::pullAll()
{
    turn(); // rights of now
    QHash<RecordRef, Record> rows;
    m_light.readAgain();
    while (!m_light.isLive()) {
        take<Page>();
        send(m_light.nextPull(512 * 1024));
        QList<Page> pages = take<Page>();
        // A replica answers from a thread of its own.
        if (pages.isEmpty() && m_server.standby())
            waitFor([&] { return turn(), !(pages = take<Page>()).isEmpty(); });
        if (pages.isEmpty() || !m_light.take(pages.last()))
            return {};
        for (const QByteArray &bytes : pages.last().upserts) {
            const Record row = model::decodeRecord(bytes, m_server.catalogue());
            rows.insert(row.ref(), row);
        }
        for (const RecordRef &ref : pages.last().removes)
            rows.remove(ref);
    }
    return rows;
}

RecordChange edit(const Record &seen, model::FieldId field, const model::Value &value)
{
    return {ChangeKind::Update, seen.ref(), seen.rev(), {{field, seen.value(field), value, seen.rev()}}};
}

RecordChange deletion(const Record &seen) { return {ChangeKind::Delete, seen.ref(), seen.rev(), {}}; }

} // namespace guanxi::test
