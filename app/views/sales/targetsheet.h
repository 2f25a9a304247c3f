// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/targetgrid.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;
class QToolButton;

namespace guanxi::app {

class ViewContext;

/// Gives a team its targets of a year, typed or pasted like a spreadsheet.
class TargetSheet : public QWidget
{
    Q_OBJECT

public:
    explicit TargetSheet(ViewContext &context, QWidget *parent = nullptr);

    TargetGrid &grid() const { return *m_grid; }
    QTableView &table() const { return *m_table; }
    QComboBox &people() const { return *m_people; }
    QComboBox &parts() const { return *m_parts; }
    void goBy(int years);

    QJsonObject state() const;
    void setState(const QJsonObject &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildKeys();
    void retranslate();
    void start();
    void fillPeople();
    void onReset();
    void copy();

    ViewContext &m_context;
    Records &m_records;
    int m_year;
    TargetGrid *m_grid;
    QComboBox *m_measure;
    QComboBox *m_parts;
    QToolButton *m_earlier;
    QLabel *m_yearName;
    QToolButton *m_later;
    QComboBox *m_people;
    QLabel *m_says;
    QTableView *m_table;
};

} // namespace guanxi::app
