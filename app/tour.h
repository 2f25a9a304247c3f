// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

#include <QDir>
#include <QObject>
#include <QSize>

#include <deque>
#include <functional>

namespace guanxi::app {

class Language;
class MainWindow;
class MainWindowController;
class RecordListView;
class Theme;

/// Opens every view and takes its picture, light and dark, Chinese and English, in two sizes: the storyboard by which
/// the program is judged. Waits until the desk is quiet first.
class Tour : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        MainWindow &window;
        MainWindowController &controller;
        Theme &theme;
        Language &language;
    };

    Tour(const Parts &parts, const QString &folder, std::function<bool()> isQuiet);

    void start();
    /// Only these looks, for a quick glance; by default all eight.
    struct Look {
        bool dark;
        bool chinese;
        QSize size;
    };
    void setLooks(const QList<Look> &looks) { m_looks = looks; }
    /// The folder of its pictures, and the name by which it is asked for: "dark-en-1440x900".
    static QString nameOf(const Look &look);
    /// Only the look of that name; false when there is none.
    bool setLook(const QString &name);

Q_SIGNALS:
    /// False when the desk never became quiet or a picture could not be written.
    void finished(bool complete);

private:
    void plan();
    void planLook(const Look &look);
    void next();
    void take(const QString &name);
    void planList(const QString &folder);
    void planHistory(const QString &folder);
    RecordListView *shownList(model::EntityId entity) const;
    /// The customer that was changed last: it has a past.
    void openChangedRecord(model::EntityId entity);

    struct Step {
        QString name;              ///< of the picture; empty: none
        std::function<void()> run;
    };
    const Parts m_parts;
    const QDir m_folder;
    const std::function<bool()> m_isQuiet;
    QList<Look> m_looks;
    std::deque<Step> m_steps;
    int m_waited = 0;
    bool m_complete = true;
};

} // namespace guanxi::app
