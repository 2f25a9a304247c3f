// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/quality/tidydialog.h"

#include "app/views/viewcontext.h"
#include "app/widgets/bulkprogress.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "common/rules/quality.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace guanxi::app {

using model::FieldId;

TidyItems::TidyItems(Records &records, const TidyPlan &plan, QObject *parent) : QAbstractTableModel(parent), m_records(records), m_plan(plan) {}

void TidyItems::setFields(const QSet<FieldId> &fields)
{
    beginResetModel();
    m_fields = fields;
    m_rows = 0;
    for (const auto &[field, ids] : m_plan.values())
        if (fields.contains(field))
            m_rows += int(ids.size());
    endResetModel();
}

std::pair<FieldId, qsizetype> TidyItems::placeOf(int row) const
{
    qsizetype at = row;
    for (const auto &[field, ids] : m_plan.values()) {
        if (!m_fields.contains(field))
            continue;
        if (at < ids.size())
            return {field, at};
        at -= ids.size();
    }
    return {0, 0};
}

model::RecordRef TidyItems::ref(int row) const
{
    if (row < 0 || row >= m_rows)
        return {};
    const auto [field, at] = placeOf(row);
    return {m_plan.entity().id, m_plan.values().at(field).at(at)};
}

int TidyItems::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int TidyItems::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant TidyItems::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (index.column() == Name)
        return m_records.title(ref(index.row()));
    const model::Field *field = m_plan.entity().field(placeOf(index.row()).first);
    if (!field || index.column() == FieldName)
        return field ? fieldLabel(m_plan.entity(), *field) : QString();
    const Result<model::Record> record = m_records.load(ref(index.row()));
    if (!record)
        return {};
    const model::Value &value = record->value(field->id);
    return FieldText(m_records).text(m_plan.entity(), *field, index.column() == Before ? value : rules::tidied(*field, value));
}

QVariant TidyItems::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return entityLabel(m_plan.entity());
    case FieldName: return tr("Field");
    case Before: return tr("As it is");
    default: return tr("As it will be");
    }
}

TidyDialog::TidyDialog(ViewContext &context, model::EntityId entity, const std::map<FieldId, QSet<Uuid>> &untidy, QWidget *parent)
    : QDialog(parent), m_context(context), m_plan(context.records(), entity, untidy), m_items(new TidyItems(context.records(), m_plan, this)),
      m_boxes(new QVBoxLayout), m_table(new QTableView), m_says(new QLabel(tr("Looking for what can be tidied…"))), m_do(new QPushButton(tr("Tidy up"))),
      m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Tidy up: %1").arg(entityPlural(m_plan.entity())));
    auto *hint = new QLabel(tr("Values are written as the rules say: telephone numbers as area code and number, names without superfluous blanks and with "
                               "letters in half width. Their meaning stays the same."));
    hint->setWordWrap(true);
    m_table->setModel(m_items);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAccessibleName(tr("Values that would be tidied; Enter opens the record"));
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_says->setWordWrap(true);
    m_do->setDefault(true);
    m_do->setEnabled(false);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_says, 1);
    buttons->addWidget(m_do);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(hint);
    column->addLayout(m_boxes);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    auto *open = new QAction(m_table);
    open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    open->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(open);
    connect(open, &QAction::triggered, this, &TidyDialog::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &TidyDialog::openCurrent);
    connect(m_do, &QPushButton::clicked, this, &TidyDialog::perform);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_plan, &TidyPlan::ready, this, &TidyDialog::showPlan);
    resize(760, 520);
}

void TidyDialog::showPlan()
{
    for (const auto &[field, ids] : m_plan.values()) {
        auto *box = new QCheckBox(tr("%1 (%2)").arg(fieldLabel(m_plan.entity(), *m_plan.entity().field(field)), QLocale().toString(ids.size())));
        box->setChecked(true);
        box->setProperty("field", field);
        connect(box, &QCheckBox::toggled, this, &TidyDialog::choose);
        m_boxes->addWidget(box);
    }
    choose();
    m_table->setFocus();
}

QSet<FieldId> TidyDialog::chosen() const
{
    QSet<FieldId> fields;
    for (const QCheckBox *box : findChildren<QCheckBox *>())
        if (box->isChecked())
            fields.insert(FieldId(box->property("field").toUInt()));
    return fields;
}

void TidyDialog::choose()
{
    m_items->setFields(chosen());
    const int count = m_items->rowCount();
    m_do->setEnabled(count > 0);
    QStringList says{m_plan.values().empty() ? tr("There is nothing to tidy.") : tr("%n value(s) would be written otherwise.", nullptr, count)};
    if (m_plan.forbidden() > 0)
        says.append(tr("%n value(s) you may not change.", nullptr, int(m_plan.forbidden())));
    m_says->setText(says.join(u' '));
}

void TidyDialog::perform()
{
    m_do->setEnabled(false);
    saveWithProgress(this, m_context.records(), m_plan.change(chosen()), [this, count = m_items->rowCount()](const Result<Saved> &saved) {
        m_do->setEnabled(true);
        if (!saved)
            return m_says->setText(errorText(saved.error(), &m_plan.entity()));
        if (saved->action.isNull())
            return;
        m_context.notify(tr("%n value(s) tidied", nullptr, count), saved->action);
        accept();
    });
}

void TidyDialog::openCurrent()
{
    if (const model::RecordRef ref = m_items->ref(m_table->currentIndex().row()); !ref.isNull())
        m_context.openRecord(ref);
}

} // namespace guanxi::app
