// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/quality/tidyplan.h"

#include <QAbstractTableModel>
#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace guanxi::app {

class ViewContext;

/// Before and after of the values that a plan tidies, of the fields that are chosen. Rows are worded when they are looked at.
class TidyItems : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, FieldName, Before, After, ColumnCount };

    TidyItems(Records &records, const TidyPlan &plan, QObject *parent = nullptr);

    void setFields(const QSet<model::FieldId> &fields);
    model::RecordRef ref(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// The field of a row, and the row's place among those of the field.
    std::pair<model::FieldId, qsizetype> placeOf(int row) const;

    Records &m_records;
    const TidyPlan &m_plan;
    QSet<model::FieldId> m_fields;
    int m_rows = 0;
};

/// Shows what would be written otherwise, and writes it as one action.
class TidyDialog : public QDialog
{
    Q_OBJECT

public:
    TidyDialog(ViewContext &context, model::EntityId entity, const std::map<model::FieldId, QSet<Uuid>> &untidy, QWidget *parent = nullptr);

    QTableView &table() const { return *m_table; }

private:
    void showPlan();
    void choose();
    void perform();
    void openCurrent();
    QSet<model::FieldId> chosen() const;

    ViewContext &m_context;
    TidyPlan m_plan;
    TidyItems *m_items;
    QVBoxLayout *m_boxes;
    QTableView *m_table;
    QLabel *m_says;
    QPushButton *m_do;
    QPushButton *m_cancel;
};

} // namespace guanxi::app
