// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/mergetable.h"

#include "app/widgets/editable.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"

#include <QApplication>
#include <QFont>
#include <QIcon>
#include <QPalette>

namespace guanxi::app {

using namespace model;

MergeTable::MergeTable(const Records &records, QObject *parent) : QAbstractTableModel(parent), m_records(records) {}

void MergeTable::show(const Record &goes, const Record &stays)
{
    beginResetModel();
    m_goes = goes;
    m_stays = stays;
    m_fields.clear();
    for (const Field &field : stays.entity().fields())
        if (field.id >= system::FirstOwn && !field.isContent() && m_records.rights().isVisible(stays.entity(), field)
            && !(goes.value(field.id).isNull() && stays.value(field.id).isNull()))
            m_fields.append(&field);
    fill();
    endResetModel();
}

void MergeTable::setOnlyDifferences(bool only)
{
    beginResetModel();
    m_onlyDifferences = only;
    fill();
    endResetModel();
}

void MergeTable::fill()
{
    m_shown.clear();
    for (const Field *field : std::as_const(m_fields))
        if (!m_onlyDifferences || differs(*field))
            m_shown.append(field);
}

int MergeTable::differences() const
{
    return int(std::count_if(m_fields.begin(), m_fields.end(), [this](const Field *field) { return differs(*field); }));
}

bool MergeTable::isOpen(const Field &field) const { return differs(field) && isEditable(m_records, m_stays, field); }

bool MergeTable::takesOther(const Field &field) const
{
    if (!isOpen(field))
        return false;
    const auto byHand = m_chosen.constFind(field.id);
    if (byHand != m_chosen.constEnd())
        return *byHand == m_goes.id();
    if (field.mergeGroup == 0)
        return m_stays.value(field.id).isNull();
    // Half of one address and half of another would be none.
    const auto &fields = m_stays.entity().fields();
    return std::all_of(fields.begin(), fields.end(), [&](const Field &other) {
        return other.mergeGroup != field.mergeGroup || m_stays.value(other.id).isNull();
    });
}

bool MergeTable::choose(const QModelIndex &index)
{
    const Field *field = m_shown.value(index.row());
    if (!field || index.column() == Name || !isOpen(*field))
        return false;
    const Uuid whose = index.column() == Goes ? m_goes.id() : m_stays.id();
    for (const Field *other : std::as_const(m_fields))
        if (other == field || (field->mergeGroup != 0 && other->mergeGroup == field->mergeGroup))
            m_chosen.insert(other->id, whose);
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnCount - 1));
    return true;
}

bool MergeTable::isChosen(const QModelIndex &index) const
{
    const Field *field = m_shown.value(index.row());
    return field && index.column() != Name && differs(*field) && takesOther(*field) == (index.column() == Goes);
}

Record MergeTable::merged() const
{
    Record record = m_stays;
    for (const Field *field : m_fields)
        if (takesOther(*field))
            record.setValue(field->id, m_goes.value(field->id));
    return record;
}

QString MergeTable::text(const Record &record, const Field &field) const
{
    const QString words = FieldText(m_records).text(record, field);
    return words.isEmpty() ? tr("–", "an empty field") : words;
}

QVariant MergeTable::data(const QModelIndex &index, int role) const
{
    const Field &field = *m_shown[index.row()];
    const bool differ = differs(field);
    const bool chosen = isChosen(index);
    switch (role) {
    case Qt::DisplayRole: case Qt::ToolTipRole:
        if (index.column() == Name)
            return fieldLabel(m_stays.entity(), field);
        return text(index.column() == Stays ? m_stays : m_goes, field);
    case Qt::DecorationRole:
        if (index.column() != Name && differ)
            return chosen ? QIcon::fromTheme(QStringLiteral("dialog-ok-apply")) : QIcon();
        return {};
    case Qt::FontRole: {
        QFont font = QApplication::font();
        font.setBold(chosen);
        return font;
    }
    case Qt::ForegroundRole:
        if (!differ || (index.column() != Name && !chosen))
            return quietText(QApplication::palette());
        return {};
    case Qt::AccessibleTextRole:
        if (chosen)
            return tr("%1, taken").arg(data(index, Qt::DisplayRole).toString());
        return data(index, Qt::DisplayRole);
    default: return {};
    }
}

QVariant MergeTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || !m_stays.isValid())
        return {};
    if (section == Name)
        return tr("Field");
    return section == Stays ? tr("Kept") : tr("Goes");
}

} // namespace guanxi::app
