// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QKeyEvent>
#include <QTest>
#include <QTimer>

#include <catch2/catch_tostring.hpp>

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

/// Calls `work` with the next modal dialog of this kind, once it is open. Ask before what opens it, since that waits.
template <class Dialog, class Work> void whenOpen(Work work)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, work] {
        auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        timer->stop();
        timer->deleteLater();
        work(*dialog);
    });
    timer->start(5);
}

/// Types any text, Chinese too (QTest knows ASCII only).
inline void typeInto(QWidget *widget, const QString &text)
{
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(widget, &press);
    }
}

} // namespace guanxi::tests

/// So that failures show texts.
template <> struct Catch::StringMaker<QString> {
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};
