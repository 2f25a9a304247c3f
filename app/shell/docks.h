// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

class QDockWidget;
class QMainWindow;
class QTabBar;
class QTimer;
class QWidget;

namespace guanxi::app {

/// The docks of the main window: each has a permanent id and makes its content when it is first seen. Knows nothing of
/// what is in them.
class Docks : public QObject
{
    Q_OBJECT

public:
    using Make = std::function<QWidget *(QWidget *parent)>;

    explicit Docks(QMainWindow &window);

    /// A dock that is closed for now.
    void add(const QString &id, const QString &title, const QString &icon, Make make);
    /// Closes it and forgets it.
    void remove(const QString &id);
    bool contains(const QString &id) const { return m_docks.contains(id); }
    void setTitle(const QString &id, const QString &title);
    /// The content; nullptr while it was never seen.
    QWidget *content(const QString &id) const;
    QDockWidget *dock(const QString &id) const;

    /// Opens (at its last place, else as a tab beside the others), raises and gives it the keyboard.
    void show(const QString &id);
    /// As show(), for what belongs beside the lists: the right half of the window.
    void showAside(const QString &id);
    void close(const QString &id);
    bool isOpen(const QString &id) const;
    QStringList open() const;
    /// The one with the keyboard, else the one last raised; empty when all are closed.
    QString current() const;
    void closeCurrent();
    void floatCurrent();

    /// Closes everything and lays `ids` out as tabs, with `front` on top.
    void arrange(const QStringList &ids, const QString &front);
    QByteArray save() const;
    /// False when `state` cannot be used; nothing has changed then. Docks whose screen is gone come to this one.
    bool restore(const QByteArray &state);

Q_SIGNALS:
    void opened(const QString &id);
    void closed(const QString &id);
    /// Another dock has the keyboard or came on top.
    void currentChanged(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void visibilityChanged(const QString &id, bool visible);
    void floatingChanged(const QString &id, bool floating);
    void ensureContent(const QString &id);
    void setCurrent(const QString &id);
    void place(QDockWidget *dock);
    void tidy();
    void tidyTabs(QTabBar *bar);
    QWidget *closeButton(QTabBar *bar);
    QString idOf(const QWidget *inside) const;
    QString idOfTab(const QTabBar *bar, int index) const;
    void rescue(QDockWidget *dock) const;
    void clear();
    void noteOpen();
    void report(const QString &id);

    struct Entry {
        QDockWidget *dock = nullptr;
        Make make;
        bool open = false;
    };
    QMainWindow &m_window;
    QHash<QString, Entry> m_docks;
    QStringList m_order; ///< in the order they were added
    QString m_current;
    QByteArray m_blank; ///< the window without any dock
    QTimer *m_tidying;
    bool m_arranging = false;
};

} // namespace guanxi::app
