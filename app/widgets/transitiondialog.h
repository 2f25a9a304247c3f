// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QDialog>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace guanxi::app {

class FieldEditor;

/// Asks for the fields a transition needs.
class TransitionDialog : public QDialog
{
    Q_OBJECT

public:
    TransitionDialog(Records &records, const model::Record &record, const model::Transition &transition,
                     QWidget *parent = nullptr);

    /// The record with what was filled in.
    model::Record filled() const;

private:
    void validate();

    model::Record m_record;
    QList<FieldEditor *> m_editors;
    QLabel *m_fault;
};

/// A step that was made, or why it could not be; `text` says what the record is now.
struct MadeStep {
    Result<Saved> result;
    QString text;
};

/// Makes the step, asking first for the fields it needs; nothing when whoever was asked thought better of it.
std::optional<MadeStep> makeStep(Records &records, const model::Record &record, int transition, QWidget *parent);

/// The steps that lead on from the state of the record, as buttons. One that a rule refuses at present says why, when the mouse is on it and
/// when it is pressed.
class TransitionBar : public QWidget
{
    Q_OBJECT

public:
    explicit TransitionBar(Records &records, QWidget *parent = nullptr);

    void setRecord(const model::Record &record);
    /// Takes the step of that place, as its button would; false where there is none.
    bool take(int place);
    /// Whether they are possible may have changed with something around the record.
    void review();

Q_SIGNALS:
    void made(const Saved &saved, const QString &text);
    void failed(const Error &error);

private:
    /// One of both shows it.
    struct Step {
        int id;
        QPushButton *button;
        QAction *action;
    };
    void make(int transition);

    Records &m_records;
    model::Record m_record;
    QList<Step> m_steps;
    QHBoxLayout *m_row;
};

} // namespace guanxi::app
