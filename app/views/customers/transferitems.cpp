// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/transferitems.h"

#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::app {

TransferItems::TransferItems(Records &records, const TransferPlan &plan, QObject *parent)
    : QAbstractTableModel(parent), m_records(records), m_plan(plan)
{}

void TransferItems::setKind(qsizetype kind)
{
    m_kind = kind;
    refresh();
}

void TransferItems::refresh()
{
    beginResetModel();
    m_rows = m_plan.isReady() ? int(m_plan.items(m_kind).size()) : 0;
    endResetModel();
}

model::RecordRef TransferItems::ref(int row) const { return row >= 0 && row < m_rows ? m_plan.items(m_kind)[row].ref : model::RecordRef(); }

int TransferItems::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int TransferItems::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant TransferItems::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const TransferPlan::Item &item = m_plan.items(m_kind)[index.row()];
    switch (index.column()) {
    case Name: return m_records.title(item.ref);
    case Customer: return m_records.title(item.customer);
    default: return m_records.title({model::ids::User, m_plan.order().to.value(item.successor)});
    }
}

QVariant TransferItems::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return entityLabel(m_records.catalogue().at(transferKinds()[m_kind].entity));
    case Customer: return tr("Customer");
    default: return tr("Goes to");
    }
}

} // namespace guanxi::app
