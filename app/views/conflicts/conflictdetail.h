// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/generic/conflictcase.h"

#include <QScrollArea>

class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace guanxi::app {

class FieldEditor;

/// One conflict in words a clerk understands: what was wanted, what stands now, and the ways out.
class ConflictDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit ConflictDetail(Records &records, QWidget *parent = nullptr);

    void show(const ConflictCase &conflict);
    /// In one line, for the list.
    static QString kindText(sync::ConflictKind kind);

Q_SIGNALS:
    void mineChosen();
    void theirsChosen();
    void thirdChosen(const guanxi::model::Value &value);
    void resubmitChosen();
    void discardChosen();
    void openRequested(const guanxi::model::RecordRef &ref);

private:
    void buildHead();
    void buildField();
    void buildWhole();
    void buildThird(QVBoxLayout *column);
    QFrame *card(const QString &title, const QString &value, const QString &who);
    QPushButton *button(const QString &text, const QKeySequence &keys, bool primary);
    QString who(const Uuid &user, qint64 at) const;
    QString valueText(const model::Value &value) const;
    static QString explanation(const ConflictCase &conflict);

    Records &m_records;
    ConflictCase m_case;
    QVBoxLayout *m_column = nullptr;
    FieldEditor *m_third = nullptr;
};

} // namespace guanxi::app
