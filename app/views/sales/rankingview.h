// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/performance.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace guanxi::app {

class RecordListView;
class ViewContext;
struct TableExtract;
struct Drawing;
struct ViewPaper;

/// Who sold how much in a period: ranked by a measure, beside the period before and the target, with what was done for it; by people,
/// departments, channels, regions or product categories. The records behind the cell under the cursor stand beneath.
class RankingView : public QWidget
{
    Q_OBJECT

public:
    explicit RankingView(ViewContext &context, QWidget *parent = nullptr);

    /// What may stand in a column.
    enum class Kind : quint8 { Rank, Name, Bar, Measure, Before, Change, Target, Reached, Other };

    const Performance &performance() const { return m_performance; }
    QTableWidget &table() const { return *m_table; }
    QComboBox &by() const { return *m_by; }
    QComboBox &length() const { return *m_length; }
    QComboBox &measure() const { return *m_measure; }
    /// Where a figure stands now; -1: nowhere.
    int columnOf(Kind kind, PerformanceLine::Figure figure = PerformanceLine::Figures) const;
    /// The list of that entity's records beneath; none yet: nullptr.
    RecordListView *list(model::EntityId entity) const { return m_lists.value(entity); }
    /// What is shown, for paper.
    ViewPaper paper() const;
    TableExtract extract() const;
    /// So many periods on, below zero back.
    void goBy(int periods);
    void setPeriod(const QString &period);

    QJsonObject state() const;
    void setState(const QJsonObject &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Column {
        Kind kind = Kind::Other;
        PerformanceLine::Figure figure = PerformanceLine::Figures;
    };

    Drawing drawing() const;
    void build();
    QWidget *buildBar();
    void retranslate();
    void start();
    void chooseColumns();
    void showLines();
    void showList();
    void print();
    void saveAsFile();
    void sortBy(int column);
    QString heading(const Column &column) const;
    QString tip(const Column &column) const;
    QString cell(const PerformanceLine &line, const Column &column) const;
    QString plain(const PerformanceLine &line, const Column &column) const;
    std::optional<qint64> valueOf(const PerformanceLine &line, const Column &column) const;
    QString figureText(PerformanceLine::Figure figure, qint64 value) const;
    static QString figureName(PerformanceLine::Figure figure);
    const PerformanceLine &lineAt(int row) const;
    bool isTotal(int row) const { return row == int(m_order.size()); }
    RecordListView &listFor(model::EntityId entity);

    ViewContext &m_context;
    Records &m_records;
    Performance m_performance;
    QString m_period;
    QComboBox *m_by;
    QComboBox *m_length;
    QToolButton *m_earlier;
    QLabel *m_periodName;
    QToolButton *m_later;
    QComboBox *m_measure;
    QLabel *m_says;
    QPushButton *m_export;
    QPushButton *m_print;
    QTableWidget *m_table;
    QStackedWidget *m_stack;
    QHash<model::EntityId, RecordListView *> m_lists;
    QHash<model::EntityId, model::Filter> m_listed;
    QList<Column> m_columns;
    QList<int> m_order; ///< lines as they stand in the rows
    int m_sorted = -1;  ///< the column that they are sorted by; -1: by rank
};

} // namespace guanxi::app
