// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/turns.h"

namespace guanxi::app {

void Turns::take(Who who)
{
    std::unique_lock lock(m_mutex);
    const std::thread::id me = std::this_thread::get_id();
    if (m_owner == me) {
        ++m_depth;
        return;
    }
    const auto isFree = [this] { return m_depth == 0; };
    if (who == Who::Urgent) {
        ++m_urgent;
        m_free.wait(lock, isFree);
        --m_urgent;
    } else {
        ++m_patient;
        m_free.wait(lock, [&] { return isFree() && m_urgent == 0; });
        --m_patient;
    }
    m_owner = me;
    m_depth = 1;
}

int Turns::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_urgent + m_patient;
}

void Turns::giveBack()
{
    const std::lock_guard lock(m_mutex);
    if (--m_depth > 0)
        return;
    m_owner = {};
    m_free.notify_all();
}

} // namespace guanxi::app
