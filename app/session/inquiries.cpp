// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/inquiries.h"

namespace guanxi::app {

using namespace protocol;

void Inquiries::ask(const Question &question, QObject *context, Done done)
{
    const qint64 request = m_send(question);
    if (request == 0)
        return done(Error{ErrorCode::Disconnected, {}});
    m_waiting.append({request, context, std::move(done)});
}

bool Inquiries::receive(const Message &message)
{
    if (const Revealed *revealed = std::get_if<Revealed>(&message))
        return answer(revealed->request, message);
    if (const HistoryPage *page = std::get_if<HistoryPage>(&message))
        return answer(page->request, message);
    const ErrorMessage *error = std::get_if<ErrorMessage>(&message);
    return error && answer(error->request, error->error());
}

bool Inquiries::answer(qint64 request, const Result<Message> &answer)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting &waiting) { return waiting.request == request; });
    if (found == m_waiting.end())
        return false;
    const Waiting waiting = *found;
    m_waiting.erase(found);
    if (waiting.context)
        waiting.done(answer);
    return true;
}

void Inquiries::disconnected()
{
    for (const Waiting &waiting : std::exchange(m_waiting, {}))
        if (waiting.context)
            waiting.done(Error{ErrorCode::Disconnected, {}});
}

} // namespace guanxi::app
