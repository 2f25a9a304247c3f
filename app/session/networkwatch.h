// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"

#include <QHostAddress>
#include <QSet>

namespace guanxi::app {

/// Notices what connections seldom survive and nobody tells them: this machine slept, or its network addresses are others than
/// before. Asked each second or so; asking costs some 40 microseconds.
class NetworkWatch
{
public:
    explicit NetworkWatch(const Clock &clock);

    /// Whether it happened since it was asked last.
    bool hasMoved();

private:
    const Clock &m_clock;
    QSet<QHostAddress> m_addresses;
    qint64 m_asleepMs;
};

} // namespace guanxi::app
