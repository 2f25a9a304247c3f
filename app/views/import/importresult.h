// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importlines.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace guanxi::app {

/// How many lines of an import come to what.
struct ImportCounts {
    std::array<qint64, 5> lines{}; ///< by ImportLine::Verdict

    qint64 &operator[](ImportLine::Verdict verdict) { return lines[size_t(verdict)]; }
    qint64 operator[](ImportLine::Verdict verdict) const { return lines[size_t(verdict)]; }
    qint64 toSave() const { return (*this)[ImportLine::Verdict::New] + (*this)[ImportLine::Verdict::Changed]; }
};

/// What the import would do, before it does it: counts, and the lines somebody should look at. All lines are counted; of each
/// kind the first few hundred are shown.
class ImportResult : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MostShown = 500; ///< of each kind

    ImportResult(const Records &records, const model::Entity &entity, QWidget *parent = nullptr);

    void clear(const QStringList &heads, const ImportPlan &plan);
    void add(const ImportLine &row);
    /// One of the lines shown, by what is decided about it now.
    void judgeAgain(qint64 line, ImportLines &lines);
    /// All lines were seen.
    void show();

    const ImportCounts &counts() const { return m_counts; }
    /// What was decided about records that are there already: for all, and by line.
    TwinChoice twins() const;
    void setTwins(TwinChoice choice);
    const QHash<qint64, TwinChoice> &choices() const { return m_choices; }
    QTableWidget &table() const { return *m_table; }

Q_SIGNALS:
    /// Somebody decided otherwise about all, so the lines must be gone through once more.
    void decidedForAll();
    /// Somebody decided otherwise about this line.
    void decided(qint64 line);
    /// The lines with errors are wanted as a file.
    void faultsWanted();

private:
    void fill();
    void summarise();
    void showRow(int place, const ImportLine &row);
    QString says(const ImportLine &row) const;
    QString verdictText(ImportLine::Verdict verdict) const;
    QComboBox *choiceBox(const ImportLine &row);
    bool isShown(const ImportLine &row) const;

    const Records &m_records;
    const model::Entity &m_entity;
    ImportPlan m_plan;
    QStringList m_heads;
    ImportCounts m_counts;
    QList<ImportLine> m_rows; ///< that are shown
    QHash<qint64, TwinChoice> m_choices;
    QLabel *m_summary;
    QComboBox *m_twins;
    QComboBox *m_show;
    QPushButton *m_faults;
    QTableWidget *m_table;
};

/// What may be decided about a record that is there already, in words.
QString twinChoiceText(TwinChoice choice);

} // namespace guanxi::app
