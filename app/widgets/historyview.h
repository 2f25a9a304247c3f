// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/viewpaper.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace guanxi::app {

/// Everything that happened to one record: when, by whom, on which computer, each field before and after. From here a value
/// is put back, an action taken back, and the record looked at as it was.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    HistoryView(Records &records, const model::RecordRef &ref, QWidget *parent = nullptr);

    void reload();
    /// The record as it stood after the chosen change, beside what it is now.
    void showPast();
    void putBack();
    void takeBack();
    /// Asks the server for what is not kept here.
    void askOlder();
    /// Where the paper that is chosen for it is kept.
    void setPaperMemory(const PaperMemory &memory) { m_paperMemory = memory; }
    QTreeWidget *list() const { return m_list; }
    /// The lines that are shown, whole; in a file each says when, who and where.
    TableExtract table() const;
    ViewPaper paper() const;

Q_SIGNALS:
    void made(const guanxi::app::Saved &saved, const QString &text);
    void failed(const guanxi::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Column { When, Who, Computer, What, Before, After, ColumnCount };
    struct Line {
        qsizetype entry = 0;
        model::FieldId field = 0; ///< 0: the whole record
    };

    void build();
    void retranslate();
    void fillFields();
    void fillList();
    QStringList headOf(const HistoryEntry &entry) const;
    void addLines(qsizetype entry);
    void addLine(const Line &line);
    void showPossible();
    QStringList wordsOf(const Line &line) const;
    QString cell(int row, int column, bool always) const;
    QString aboutText() const;
    void print();
    void exportCsv();
    void copy();
    const Line *current() const;
    const HistoryEntry *currentEntry() const;
    bool mayPutBack(const Line &line) const;
    void finish(const Result<Saved> &result, const QString &text);

    PaperMemory m_paperMemory;
    Records &m_records;
    model::RecordRef m_ref;
    model::Record m_record;
    QList<HistoryEntry> m_entries;
    QList<HistoryEntry> m_asked; ///< older ones, from the server
    QList<Line> m_lines;
    QComboBox *m_fields;
    QTreeWidget *m_list;
    QLabel *m_hint;
    QPushButton *m_past;
    QPushButton *m_putBack;
    QPushButton *m_takeBack;
    QPushButton *m_older;
    QPushButton *m_print;
    QPushButton *m_export;
};

} // namespace guanxi::app
