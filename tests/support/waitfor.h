// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>

namespace guanxi::test {

/// Runs the event loop until the condition holds; false when it does not within `milliseconds`.
inline bool waitFor(const std::function<bool()> &condition, int milliseconds = 20'000)
{
    QElapsedTimer timer;
    timer.start();
    // Not every condition comes with an event; and processEvents() with a time limit of its own would not wait, but spin.
    QTimer wake;
    wake.setTimerType(Qt::PreciseTimer);
    wake.start(1);
    while (!condition()) {
        if (timer.hasExpired(milliseconds))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace guanxi::test
