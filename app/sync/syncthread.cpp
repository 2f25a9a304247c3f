// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/syncthread.h"

namespace guanxi::app {

namespace {

/// More than these waiting are better read in pages.
constexpr int MostWaiting = 256;

} // namespace

SyncThread::SyncThread(std::unique_ptr<SyncEngine> engine) : m_engine(std::move(engine))
{
    m_thread.setObjectName(QStringLiteral("sync"));
    m_engine->moveToThread(&m_thread);
    m_tasks.moveToThread(&m_thread);
    m_thread.start();
}

SyncThread::~SyncThread()
{
    m_tasks.finish([] {});
    m_thread.quit();
    m_thread.wait();
}

void SyncThread::post(std::function<void(SyncEngine &)> work)
{
    ++m_waiting;
    m_tasks.post([this, work = std::move(work)] {
        work(*m_engine);
        m_quiet = m_engine->isQuiet();
        --m_waiting;
        workOn();
    });
}

void SyncThread::workOn()
{
    if (m_working || !m_engine->hasWork())
        return;
    m_working = true;
    // Behind whatever came meanwhile.
    m_tasks.post([this] {
        m_working = false;
        m_engine->work();
        m_quiet = m_engine->isQuiet();
        workOn();
    });
}

void SyncThread::receive(const protocol::Message &message)
{
    const auto *live = std::get_if<protocol::Live>(&message);
    if (!live || (m_waiting < MostWaiting && !m_lagging))
        return post([message](SyncEngine &engine) { engine.receive(message); });
    // Left out are only commits that the pull, which the engine sends when it hears of this, will bring.
    if (!m_lagging.exchange(true))
        post([this, head = live->to](SyncEngine &engine) {
            m_lagging = false;
            engine.receive(protocol::Lagged{head});
        });
}

} // namespace guanxi::app
