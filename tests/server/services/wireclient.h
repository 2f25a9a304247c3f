// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lightreplica.h"
#include "tests/support/memoryserver.h"

#include "common/protocol/memorychannel.h"
#include "common/protocol/message.h"

namespace guanxi::test {

/// A client without an engine: says what a test wants, also what no decent client would, and keeps every answer.
class WireClient
{
public:
    WireClient(MemoryServer &server, const QString &login, const Uuid &user, FakeClock &clock);
    /// One more connection of a replica that is known.
    WireClient(MemoryServer &server, const WireClient &other, FakeClock &clock);
    ~WireClient();

    void connect();
    void cut();
    /// Delivered, worked on and answered when it returns.
    void send(const protocol::Message &message);
    /// Sent; the server does not know yet.
    void post(const protocol::Message &message) { m_link->client().send(message); }
    /// What either side sent is with the other; no work is done.
    bool deliver() { return m_link && m_link->pump(m_clock.monotonicMs()); }
    void send(const QList<model::ChangeSet> &sets);
    /// Whatever is on its way is delivered.
    void turn();
    /// What arrived of this kind since the last time.
    template <class Content> QList<Content> take()
    {
        QList<Content> taken;
        m_received.removeIf([&](const protocol::Message &message) {
            const Content *content = std::get_if<Content>(&message);
            if (content)
                taken.append(*content);
            return content != nullptr;
        });
        return taken;
    }
    bool isOpen() const { return m_link && m_link->client().isOpen(); }

    /// A change set of this replica with the next seq.
    model::ChangeSet set(QList<model::RecordChange> changes, bool strict = false);
    /// Pushes it alone and answers what the server said.
    protocol::PushResult push(const model::ChangeSet &set);
    protocol::PushResult push(QList<model::RecordChange> changes, bool strict = false) { return push(set(std::move(changes), strict)); }

    /// Everything this user may see, pulled from the beginning; ends in live mode.
    QHash<model::RecordRef, model::Record> pullAll();
    const model::Rights &rights() const { return m_light.rights(); }
    qint64 rightsVersion() const { return m_light.rightsVersion(); }
    const Uuid &user() const { return m_light.user(); }
    const Uuid &replica() const { return m_light.replica(); }
    /// Every byte the server ever sent, unpacked.
    const QByteArray &heard() const { return m_heard; }

private:
    void receive(const protocol::Message &message);

    MemoryServer &m_server;
    FakeClock &m_clock;
    QString m_login;
    LightReplica m_light;
    QList<protocol::Message> m_received;
    QByteArray m_heard;
    std::unique_ptr<protocol::MemoryLink> m_link;
    QObject m_context; ///< ends the connections of a link before the link goes
};

/// An update of one field as its author, who saw `seen`, sends it.
model::RecordChange edit(const model::Record &seen, model::FieldId field, const model::Value &value);
/// The whole record as an insert.
model::RecordChange deletion(const model::Record &seen);

} // namespace guanxi::test
