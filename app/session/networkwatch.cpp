// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/networkwatch.h"

#include <QNetworkInterface>

#include <utility>

namespace guanxi::app {

namespace {

constexpr qint64 ShortMs = 1'000; ///< what no connection notices

QSet<QHostAddress> ownAddresses()
{
    const QList<QHostAddress> all = QNetworkInterface::allAddresses();
    return {all.begin(), all.end()};
}

} // namespace

NetworkWatch::NetworkWatch(const Clock &clock) : m_clock(clock), m_addresses(ownAddresses()), m_asleepMs(clock.asleepMs()) {}

bool NetworkWatch::hasMoved()
{
    const qint64 asleepMs = m_clock.asleepMs();
    const bool slept = asleepMs - std::exchange(m_asleepMs, asleepMs) > ShortMs;
    QSet<QHostAddress> addresses = ownAddresses();
    return std::exchange(m_addresses, addresses) != addresses || slept;
}

} // namespace guanxi::app
