// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/protocol/message.h"

#include <QPointer>

#include <functional>

namespace guanxi::app {

/// What the server was asked for and does not lie in the copy: values behind masks, changes of long ago. Each answer is
/// handed on once; nothing of it is kept.
class Inquiries
{
public:
    using Question = std::variant<protocol::Reveal, protocol::History>;
    using Done = std::function<void(Result<protocol::Message>)>;

    /// `send` sends the question and answers its request number; 0 without a connection.
    explicit Inquiries(std::function<qint64(const Question &)> send) : m_send(std::move(send)) {}

    /// `done` is told once, unless `context` is gone by then.
    void ask(const Question &question, QObject *context, Done done);
    /// False when the message answers something else.
    bool receive(const protocol::Message &message);
    /// What was asked is not answered any more.
    void disconnected();

private:
    struct Waiting {
        qint64 request = 0;
        QPointer<QObject> context;
        Done done;
    };

    bool answer(qint64 request, const Result<protocol::Message> &answer);

    std::function<qint64(const Question &)> m_send;
    QList<Waiting> m_waiting;
};

} // namespace guanxi::app
