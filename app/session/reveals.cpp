// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/reveals.h"

namespace guanxi::app {

using namespace protocol;
using model::Value;

void Reveals::reveal(const model::RecordRef &ref, model::FieldId field, QObject *context, Done done)
{
    const qint64 request = m_ask({0, ref, field});
    if (request == 0)
        return done(Error{ErrorCode::Disconnected, {}});
    m_waiting.append({request, context, std::move(done)});
}

bool Reveals::receive(const Message &message)
{
    if (const Revealed *revealed = std::get_if<Revealed>(&message))
        return answer(revealed->request, revealed->value);
    const ErrorMessage *error = std::get_if<ErrorMessage>(&message);
    return error && answer(error->request, error->error());
}

bool Reveals::answer(qint64 request, const Result<Value> &value)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting &waiting) { return waiting.request == request; });
    if (found == m_waiting.end())
        return false;
    const Waiting waiting = *found;
    m_waiting.erase(found);
    if (waiting.context)
        waiting.done(value);
    return true;
}

void Reveals::disconnected()
{
    for (const Waiting &waiting : std::exchange(m_waiting, {}))
        if (waiting.context)
            waiting.done(Error{ErrorCode::Disconnected, {}});
}

} // namespace guanxi::app
