// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/funnel.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTableWidget;

namespace guanxi::app {

class FunnelPicture;
class RecordListView;
class ViewContext;
struct TableExtract;
struct ViewPaper;

/// The sales funnel: how many opportunities of what amount stand in each stage, how many went on, how long they stay and which stay
/// too long; those of the stage under the cursor beneath, as a list to work in.
class FunnelView : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelView(ViewContext &context, QWidget *parent = nullptr);

    const Funnel &funnel() const { return m_funnel; }
    QTableWidget &table() const { return *m_table; }
    RecordListView &list() const { return *m_list; }
    void setMine(bool mine);
    /// The picture and the table, as they are shown.
    ViewPaper paper() const;

    QJsonObject state() const;
    void setState(const QJsonObject &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Column { Name, Count, Amount, Weighted, WentOn, Days, Stuck, Crowded, Columns };

    void build();
    void retranslate();
    void showFunnel();
    void start();
    void showStages();
    void showList();
    QString cell(qsizetype stage, int column) const;
    QString money(qint64 amount) const;
    TableExtract extract() const;
    void print();

    ViewContext &m_context;
    Records &m_records;
    Funnel m_funnel;
    QComboBox *m_pipelines;
    QComboBox *m_whose;
    QLabel *m_sums;
    QPushButton *m_print;
    FunnelPicture *m_picture;
    QTableWidget *m_table;
    QSplitter *m_split;
    RecordListView *m_list;
    std::optional<model::Filter> m_listed;
};

} // namespace guanxi::app
