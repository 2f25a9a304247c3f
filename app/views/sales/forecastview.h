// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/forecast.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableWidget;

namespace guanxi::app {

class ForecastPicture;
class RecordListView;
class ViewContext;
struct TableExtract;
struct ViewPaper;

/// The sales forecast: what open opportunities will bring month by month, beside what is booked, the target, and how it stood on an
/// earlier day; the opportunities or orders of the cell under the cursor beneath.
class ForecastView : public QWidget
{
    Q_OBJECT

public:
    explicit ForecastView(ViewContext &context, QWidget *parent = nullptr);

    enum Column { Name, Count, Best, Committed, Weighted, Booked, Expected, Target, Reached, Earlier, Change, Columns };

    const Forecast &forecast() const { return m_forecast; }
    QTableWidget &table() const { return *m_table; }
    RecordListView &opportunities() const { return *m_opportunities; }
    RecordListView &orders() const { return *m_orders; }
    WhoseBox &whose() const { return *m_whose; }
    QComboBox &comparison() const { return *m_comparison; }
    /// What is shown, for paper.
    ViewPaper paper() const;
    /// As a spreadsheet reads it.
    TableExtract extract() const;

    QJsonObject state() const;
    void setState(const QJsonObject &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Which months.
    enum class Range : quint8 { Around, ThisYear, NextYear };

    void build();
    void buildTable();
    void retranslate();
    void start();
    void showLines();
    void showPicture();
    void showSums();
    void fillComparison();
    void showList();
    void compare();
    void print();
    void saveAsFile();
    /// A line, or the sum of all.
    QString cell(const ForecastLine &line, int column) const;
    QString plain(const ForecastLine &line, int column) const;
    std::optional<qint64> amountOf(const ForecastLine &line, int column) const;
    QString nameOf(const ForecastLine &line) const;
    QString tipOf(const ForecastLine &line) const;
    ForecastLine lineAt(int row) const;
    ForecastLine total() const;
    bool isTotal(int row) const { return row == int(m_forecast.lines().size()); }
    void showIn(RecordListView &list, const model::Filter &filter);

    ViewContext &m_context;
    Records &m_records;
    Forecast m_forecast;
    WhoseBox *m_whose;
    QComboBox *m_range;
    QComboBox *m_comparison;
    QLabel *m_sums;
    QPushButton *m_export;
    QPushButton *m_print;
    ForecastPicture *m_picture;
    QTableWidget *m_table;
    QStackedWidget *m_lists;
    RecordListView *m_opportunities;
    RecordListView *m_orders;
    QHash<RecordListView *, model::Filter> m_listed;
};

} // namespace guanxi::app
