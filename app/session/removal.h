// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/outbox.h"
#include "common/protocol/message.h"

#include <QObject>

namespace guanxi::app {

class Vault;

/// What a computer does that the administrator removed: hands over what it has not sent, and only when the server has
/// said that it keeps all of it may the copy be destroyed. Nothing is forgotten in between: the answers are in the outbox.
class Removal : public QObject
{
    Q_OBJECT

public:
    using Send = std::function<void(const protocol::Message &)>;

    Removal(Outbox &outbox, Send send, QObject *parent = nullptr);

    /// The server waits for it (again, after each new connection): sends what has no answer yet.
    void handOver();
    void receive(const protocol::PushAck &ack);
    /// The server has said that it has it all.
    bool isHandedOver() const { return m_complete; }
    /// Change sets that the server keeps for the administrator.
    Result<int> handedOver();

Q_SIGNALS:
    void progressed();
    /// The server has it all.
    void complete();
    void faulted(const guanxi::Error &error);

private:
    Outbox &m_outbox;
    Send m_send;
    qint64 m_lastSent = 0;
    bool m_complete = false;
};

/// Makes a copy unreadable for good: its keys first, then its files, whose databases are closed. Repeated after a crash.
Result<void> destroyCopy(const QString &folder, Vault &vault);

} // namespace guanxi::app
