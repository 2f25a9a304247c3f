// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/viewpaper.h"

#include <QDialog>

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace guanxi::app {

/// A record as it stood at one moment beside another moment, or what it is now; what differs is marked, and can be put back.
class PastDialog : public QDialog
{
    Q_OBJECT

public:
    /// `entries` as Records::history() tells them; shown is how it stood after the one at `place`.
    PastDialog(Records &records, const model::Record &now, const QList<HistoryEntry> &entries, qsizetype place, QWidget *parent = nullptr);

    void setMoments(qint64 then, std::optional<qint64> other);
    /// Puts the fields that are selected back to what they were, or all that differ.
    void restore(bool selectedOnly);
    QTreeWidget *list() const { return m_list; }
    /// The lines that are shown; what differs is bold.
    TableExtract table() const;
    ViewPaper paper() const;
    /// Where the paper that is chosen for it is kept.
    void setPaperMemory(const PaperMemory &memory) { m_paperMemory = memory; }

Q_SIGNALS:
    void made(const guanxi::app::Saved &saved, const QString &text);
    void failed(const guanxi::Error &error);

private:
    void build();
    void fill();
    void print();
    void exportCsv();
    QString wordsAbout(const std::optional<model::Record> &then) const;
    std::optional<model::Record> stateAt(const QDateTimeEdit &moment) const;
    bool mayRestore(const model::Field &field) const;

    PaperMemory m_paperMemory;
    Records &m_records;
    model::Record m_now;
    QList<HistoryEntry> m_entries;
    qsizetype m_place;                 ///< shown exactly, as long as nobody chooses a moment
    std::optional<model::Record> m_then;
    QList<model::FieldId> m_fields;    ///< of the lines
    QDateTimeEdit *m_moment;
    QDateTimeEdit *m_other;
    QCheckBox *m_withOther;
    QCheckBox *m_differences;
    QLabel *m_hint;
    QTreeWidget *m_list;
    QPushButton *m_restoreSelected;
    QPushButton *m_restoreAll;
    QPushButton *m_print;
    QPushButton *m_export;
};

} // namespace guanxi::app
