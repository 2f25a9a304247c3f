// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/protocol/message.h"

#include <QPointer>

#include <functional>

namespace guanxi::app {

/// Values behind masks that the server was asked for. Each answer is handed on once; nothing of it is kept.
class Reveals
{
public:
    using Done = std::function<void(Result<model::Value>)>;

    /// `ask` sends the question and answers its request number; 0 without a connection.
    explicit Reveals(std::function<qint64(const protocol::Reveal &)> ask) : m_ask(std::move(ask)) {}

    /// `done` is told once, unless `context` is gone by then.
    void reveal(const model::RecordRef &ref, model::FieldId field, QObject *context, Done done);
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

    bool answer(qint64 request, const Result<model::Value> &value);

    std::function<qint64(const protocol::Reveal &)> m_ask;
    QList<Waiting> m_waiting;
};

} // namespace guanxi::app
