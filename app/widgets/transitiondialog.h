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

/// Asks for what a step needs.
class TransitionDialog : public QDialog
{
    Q_OBJECT

public:
    TransitionDialog(Records &records, const model::Record &record, const model::Transition &transition,
                     const QList<model::FieldId> &needed, QWidget *parent = nullptr);

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

/// The record with what the step needs, asked of the user where it needs something; nothing when he thought better of it.
std::optional<model::Record> filledFor(Records &records, const model::Record &record, const model::Transition &transition,
                                       const QList<model::FieldId> &needed, QWidget *parent);

/// What is told of a step that was made.
QString madeText(Records &records, const model::Record &record, const model::Transition &transition);

/// Makes the step, asking first for the fields it needs; nothing when whoever was asked thought better of it.
std::optional<MadeStep> makeStep(Records &records, const model::Record &record, int transition, QWidget *parent);

/// The steps that lead on from the state of the record, as buttons; those that are part of an action run its command. One that a rule
/// refuses at present says why, when the mouse is on it and when it is pressed.
class TransitionBar : public QWidget
{
    Q_OBJECT

public:
    explicit TransitionBar(Records &records, QWidget *parent = nullptr);

    void setRecord(const model::Record &record);
    /// Commands of subjects; their data are the steps they make (Transition::byCommand).
    void setCommands(const QList<QAction *> &commands) { m_commands = commands; }
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
    /// The command that makes the step; nullptr: it is made as it is.
    QAction *commandFor(const model::Transition &step) const;
    QList<const model::Transition *> steps() const;

    Records &m_records;
    model::Record m_record;
    QList<QAction *> m_commands;
    QList<Step> m_steps;
    QHBoxLayout *m_row;
};

} // namespace guanxi::app
