// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace guanxi::tests {

/// Lets the event loop run until `done` holds; false when it does not within five seconds.
template <class Condition> bool waitFor(Condition done) { return QTest::qWaitFor(std::function<bool()>(done), 5000); }

/// Shows the widget and gives it the keyboard.
inline void activate(QWidget &widget)
{
    widget.show();
    widget.activateWindow();
    (void)QTest::qWaitForWindowActive(&widget);
}

} // namespace guanxi::tests
