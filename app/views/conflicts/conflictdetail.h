// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/generic/refusedwork.h"

#include <QScrollArea>

class QFrame;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace guanxi::app {

/// One conflict in words a clerk understands: what was wanted, what stands now, and the ways out.
class ConflictDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit ConflictDetail(Records &records, QWidget *parent = nullptr);

    void show(const ConflictCase &conflict);
    /// What it is about, as its author called it.
    static QString titleOf(const Records &records, const ConflictCase &conflict);
    /// In one line, for the list.
    static QString kindText(sync::ConflictKind kind);

Q_SIGNALS:
    void mineChosen();
    void theirsChosen();
    void thirdChosen(const guanxi::model::Value &value);
    void bothChosen();
    void resubmitChosen();
    /// The refused change, as it was corrected.
    void correctedChosen(const QList<guanxi::model::RecordChange> &changes);
    /// The refused record is to become part of this one.
    void mergeChosen(const guanxi::model::Record &holder);
    void discardChosen();
    /// The record and the one that it doubles are to become one.
    void twinsMergeChosen();
    void openRequested(const guanxi::model::RecordRef &ref);

private:
    void buildHead();
    void buildField();
    void buildWhole();
    /// A value whose field is gone, or out of sight: to be read, copied and let go.
    void buildOrphan();
    void buildTwins();
    void buildShortage();
    QString twinCard(const model::Record &record, const model::Record &other) const;
    void buildWays(const QString &again, const QString &discard);
    void buildSteps(QHBoxLayout *row);
    void buildCorrection();
    /// An editor with a button behind it; `take` gets what was typed once it can be read.
    void addEditor(const model::Entity &entity, const model::Field &field, const model::Value &value, const QString &heading,
                   const QString &label, int key, std::function<void(const model::Value &)> take);
    QString againText() const;
    QString discardText() const;
    QString othersText() const;
    QFrame *card(const QString &title, const QString &value, const QString &who);
    QPushButton *button(const QString &text, const QKeySequence &keys, bool primary);
    QString who(const Uuid &user, qint64 at) const;
    QString valueText(const model::Value &value) const;
    QString explanation() const;
    QString hiddenText() const;
    QString quarantineText() const;
    QString shortageText() const;
    /// The stock document that wants more than there is counts already: it was to be reversed.
    bool isPosted() const;

    Records &m_records;
    ConflictCase m_case;
    QVBoxLayout *m_column = nullptr;
    RefusedWork m_work{m_case, m_records};
};

} // namespace guanxi::app
