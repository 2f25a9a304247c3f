// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace guanxi::app {

class RecordPictures;
class StateChip;

class TransitionBar;

/// The top of an open record: what it is called, its number, state and owner, and what can be done with it.
class RecordHeader : public QWidget
{
    Q_OBJECT

public:
    explicit RecordHeader(Records &records, QWidget *parent = nullptr);

    void setRecord(const model::Record &record);
    /// What else can be done with the record, in a menu; none: no menu.
    void setCommands(const QList<QAction *> &commands);
    void setSteps(bool hasPrevious, bool hasNext);
    /// Sentences about the record that whoever works with it is to see; none: no line.
    void setAdvice(const QStringList &advice);
    /// Takes the step at that place of its buttons.
    bool takeStep(int place);
    /// Something around the record has changed.
    void reviewSteps();

Q_SIGNALS:
    void editRequested();
    void deleteRequested();
    void restoreRequested();
    /// -1: the record before it in the list it came from, 1: the one after.
    void stepRequested(int step);
    void made(const Saved &saved, const QString &text);
    void failed(const Error &error);

private:
    void showFacts(const model::Record &record);
    /// The picture it is known by; else what kind of record it is.
    void showPicture();

    Records &m_records;
    RecordPictures *m_pictures;
    model::Record m_record;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_advice;
    StateChip *m_chip;
    TransitionBar *m_transitions;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_edit;
    QToolButton *m_delete;
    QToolButton *m_further;
    bool m_deleted = false;
};

} // namespace guanxi::app
