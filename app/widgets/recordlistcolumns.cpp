// SPDX-License-Identifier: GPL-3.0-or-later
// How wide columns are, which stay in sight, and which there are.
#include "app/widgets/recordlistview.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/filterheader.h"
#include "app/widgets/frozencolumns.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordtable.h"

#include <QMenu>

namespace guanxi::app {

using model::Field;

namespace {

constexpr int CellMargins = 18;
constexpr int ChipMargins = 36;
constexpr double MostGrowth = 0.8; ///< of what a column usually needs
constexpr int LongTitle = 100; ///< characters a title may have that needs a wide column: names of companies

/// The widest of the words a state or choice can show.
int widestWord(const model::Entity &entity, const Field &field, const QFontMetrics &metrics)
{
    int width = 0;
    if (field.type == model::FieldType::State)
        for (const model::State &state : entity.machine.states)
            width = qMax(width, metrics.horizontalAdvance(stateLabel(entity, state)) + ChipMargins);
    else
        for (const QString &choice : field.choices)
            width = qMax(width, metrics.horizontalAdvance(choiceLabel(entity, choice)) + CellMargins);
    return width;
}

bool hasLongTitles(const Records &records, const Field &field)
{
    const model::Entity *target = records.catalogue().entity(field.targets.value(0));
    const Field *title = target && !target->titleFields.isEmpty() ? target->field(target->titleFields.first()) : nullptr;
    return title && title->type == model::FieldType::Text && title->limit > LongTitle;
}

/// A column whose content may well be longer than it is usually wide.
bool mayGrow(const Records &records, const Field &field)
{
    return field.type == model::FieldType::LongText || field.isCondition() || field.type == model::FieldType::AnyReference
        || (field.type == model::FieldType::Text && field.limit > LongTitle) || (field.type == model::FieldType::Reference && hasLongTitles(records, field));
}

/// What a column is wide at first, by what it usually holds.
int usualWidth(const Records &records, const model::Entity &entity, const Field &field, const QFontMetrics &metrics)
{
    int characters = 14;
    switch (field.type) {
    case model::FieldType::Text:
        characters = field.limit > LongTitle ? 30 : 16;
        break;
    case model::FieldType::LongText:
    case model::FieldType::Json:
        characters = 30;
        break;
    case model::FieldType::Int:
    case model::FieldType::Percent:
    case model::FieldType::Bool:
        characters = 8;
        break;
    case model::FieldType::BlobRef:
        characters = 4;
        break;
    case model::FieldType::Date:
        characters = 11;
        break;
    case model::FieldType::State:
    case model::FieldType::Choice:
        characters = 8;
        break;
    case model::FieldType::DateTime:
    case model::FieldType::Email:
        characters = 17;
        break;
    case model::FieldType::Reference:
        characters = hasLongTitles(records, field) ? 26 : 14;
        break;
    case model::FieldType::AnyReference:
        characters = 22;
        break;
    default:
        break;
    }
    return std::max({characters * metrics.horizontalAdvance(u'0') + CellMargins, widestWord(entity, field, metrics),
                     metrics.horizontalAdvance(fieldLabel(entity, field)) + ChipMargins});
}

} // namespace

void RecordListView::widenForWords()
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const Field &field = m_model->field(column);
        const int needed = qMax(widestWord(entity(), field, fontMetrics()),
                                fontMetrics().horizontalAdvance(fieldLabel(entity(), field)) + ChipMargins);
        if (m_table->columnWidth(column) < needed)
            m_table->setColumnWidth(column, needed);
    }
}

void RecordListView::setDefaultWidths()
{
    QList<int> widths;
    QList<int> growing;
    int spare = m_table->viewport()->width();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const Field &field = m_model->field(column);
        widths.append(usualWidth(m_records, entity(), field, fontMetrics()));
        spare -= widths.last();
        if (mayGrow(m_records, field))
            growing.append(column);
    }
    for (qsizetype left = growing.size(); left > 0 && spare > 0; --left) {
        int &width = widths[growing.at(growing.size() - left)];
        const int more = std::min(int(spare / left), int(width * MostGrowth));
        width += more;
        spare -= more;
    }
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths.at(column));
}

void RecordListView::fillColumnMenu(QMenu *menu)
{
    menu->clear();
    for (const model::Field *field : m_model->possibleColumns()) {
        QAction *action = menu->addAction(fieldLabel(entity(), *field));
        action->setCheckable(true);
        action->setChecked(m_model->columnOf(field->id) >= 0);
        connect(action, &QAction::toggled, this, [this, id = field->id](bool shown) {
            QJsonObject before = state();
            QList<model::FieldId> columns;
            for (int visual = 0; visual < m_model->columnCount(); ++visual)
                columns.append(m_model->field(m_table->horizontalHeader()->logicalIndex(visual)).id);
            if (shown)
                columns.append(id);
            else if (columns.size() > 1)
                columns.removeAll(id);
            m_model->setColumns(columns);
            setDefaultWidths();
            before.remove(QStringLiteral("columns"));
            setState(before);
            Q_EMIT stateChanged();
        });
    }
}

void RecordListView::showColumnMenu(const QPoint &place)
{
    const int section = m_table->horizontalHeader()->logicalIndexAt(place);
    QMenu menu(this);
    if (section >= 0)
        connect(menu.addAction(tr("Keep the columns up to here in sight")), &QAction::triggered, this,
                [this, section] { setFrozen(m_table->horizontalHeader()->visualIndex(section) + 1); });
    if (m_table->frozen().count() > 0)
        connect(menu.addAction(tr("Let all columns scroll")), &QAction::triggered, this, [this] { setFrozen(0); });
    menu.addSeparator();
    QMenu *columns = menu.addMenu(tr("Columns"));
    fillColumnMenu(columns);
    menu.exec(m_table->horizontalHeader()->mapToGlobal(place));
}

} // namespace guanxi::app
