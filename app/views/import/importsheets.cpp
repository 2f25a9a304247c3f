// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importsheets.h"

#include "app/views/import/importheads.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/relations.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Entity;

namespace {

enum Column { Sheet, Holds, Columns };
constexpr int RowsShown = 5;

} // namespace

ImportSheets::ImportSheets(Records &records, const Entity &entity, QWidget *parent)
    : QWidget(parent), m_records(records), m_entity(entity), m_table(new QTableWidget(0, Columns)), m_pages(new QStackedWidget), m_main(addColumns(entity))
{
    m_table->setHorizontalHeaderLabels({tr("Sheet"), tr("Holds")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Sheets of the file"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_table);
    column->addWidget(m_pages, 1);
    m_table->hide();
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) { showSheet(row); });
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem *item) {
        if (item->column() == Sheet)
            m_table->setCurrentCell(item->row(), Sheet);
        Q_EMIT changed();
    });
}

ImportColumns *ImportSheets::addColumns(const Entity &entity)
{
    auto *columns = new ImportColumns(m_records, entity);
    m_pages->addWidget(columns);
    connect(columns, &ImportColumns::changed, this, &ImportSheets::changed);
    connect(columns, &ImportColumns::failed, this, &ImportSheets::failed);
    return columns;
}

void ImportSheets::open(const QString &path)
{
    m_path = path;
    for (ImportColumns *columns : std::as_const(m_columns))
        if (columns && columns != m_main)
            columns->deleteLater();
    m_columns.clear();
    m_table->setRowCount(0);
    m_mainSheet = 0;
    static_cast<void>(m_main->open(path)); // the page tells what is wrong with it
    m_pages->setCurrentWidget(m_main);
    const QStringList names = m_main->reader() ? m_main->reader()->sheets() : QStringList();
    m_table->setVisible(names.size() > 1);
    if (names.size() > 1)
        propose(names);
    else
        m_columns = {m_main};
    Q_EMIT changed();
}

QList<const Entity *> ImportSheets::others() const
{
    QList<const Entity *> entities;
    for (const Relation &relation : relationsOf(m_records, m_entity.id)) {
        const Entity &entity = *relation.entity;
        const SheetRows rows(m_records, entity);
        const bool isNamed = std::any_of(relation.fields.begin(), relation.fields.end(),
                                         [&](const model::Field *field) { return field->type == model::FieldType::Reference && rows.isWritable(*field); });
        if (isNamed && entity.id != m_entity.id && entity.maker == model::Maker::People && !entity.serverWritten && m_records.may(model::Action::Create, entity.id))
            entities.append(&entity);
    }
    return entities;
}

void ImportSheets::propose(const QStringList &names)
{
    const auto isCalled = [](const Entity &entity, const QString &name) { return tableNames(entity).contains(name.trimmed(), Qt::CaseInsensitive); };
    const auto main = std::find_if(names.begin(), names.end(), [&](const QString &name) { return isCalled(m_entity, name); });
    m_mainSheet = main == names.end() ? 0 : int(main - names.begin());
    const QList<const Entity *> held = others();
    m_columns.fill(nullptr, names.size());
    QSet<const Entity *> taken;
    for (int sheet = 0; sheet < names.size(); ++sheet) {
        const auto fits = [&](const Entity *entity) { return !taken.contains(entity) && isCalled(*entity, names[sheet]); };
        const auto found = sheet == m_mainSheet ? held.end() : std::find_if(held.begin(), held.end(), fits);
        const Entity *proposed = sheet == m_mainSheet ? &m_entity : found == held.end() ? nullptr : *found;
        taken.insert(proposed);
        addRow(sheet, names[sheet], proposed);
    }
    const int rowHeight = m_table->verticalHeader()->sectionSize(0);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + std::min(RowsShown, int(names.size())) * rowHeight + 2 * m_table->frameWidth());
    m_table->setCurrentCell(m_mainSheet, Sheet);
}

void ImportSheets::addRow(int sheet, const QString &name, const Entity *proposed)
{
    const QSignalBlocker quiet(m_table);
    m_table->insertRow(sheet);
    auto *item = new QTableWidgetItem(name);
    const bool isMain = sheet == m_mainSheet;
    // The records themselves are what it is about.
    item->setFlags(isMain ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(proposed ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(sheet, Sheet, item);
    m_table->setItem(sheet, Holds, new QTableWidgetItem);
    auto *box = new QComboBox;
    box->setAccessibleName(tr("What the sheet “%1” holds").arg(name));
    box->addItem(entityPlural(m_entity), m_entity.id);
    if (!isMain) {
        box->clear();
        box->addItem(tr("(not said)"), model::EntityId(0));
        for (const Entity *entity : others())
            box->addItem(entityPlural(*entity), entity->id);
    }
    box->setEnabled(!isMain);
    box->setCurrentIndex(std::max(0, box->findData(proposed ? proposed->id : model::EntityId(0))));
    m_table->setCellWidget(sheet, Holds, box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, sheet] { hold(sheet, model::EntityId(box->currentData().toUInt())); });
    if (isMain) {
        m_columns[sheet] = m_main;
        m_main->openSheet(m_path, sheet);
    } else if (proposed) {
        m_columns[sheet] = addColumns(*proposed);
        m_columns[sheet]->openSheet(m_path, sheet);
    }
}

void ImportSheets::hold(int sheet, model::EntityId entity)
{
    if (ImportColumns *before = std::exchange(m_columns[sheet], nullptr))
        before->deleteLater();
    if (entity != 0) {
        m_columns[sheet] = addColumns(m_records.catalogue().at(entity));
        m_columns[sheet]->openSheet(m_path, sheet);
    }
    {
        const QSignalBlocker quiet(m_table);
        m_table->item(sheet, Sheet)->setCheckState(entity != 0 ? Qt::Checked : Qt::Unchecked);
        m_table->setCurrentCell(sheet, Sheet);
    }
    showSheet(sheet);
    Q_EMIT changed();
}

void ImportSheets::showSheet(int sheet)
{
    ImportColumns *columns = m_columns.value(sheet);
    m_pages->setVisible(columns);
    if (columns)
        m_pages->setCurrentWidget(columns);
}

bool ImportSheets::isTaken(int sheet) const { return sheet == m_mainSheet || m_table->item(sheet, Sheet)->checkState() == Qt::Checked; }

QList<ImportColumns *> ImportSheets::taken() const
{
    QList<ImportColumns *> taken{m_main};
    for (int sheet = 0; sheet < m_columns.size(); ++sheet)
        if (m_columns[sheet] && m_columns[sheet] != m_main && isTaken(sheet))
            taken.append(m_columns[sheet]);
    return taken;
}

QString ImportSheets::nameOf(const ImportColumns &columns) const
{
    const QTableWidgetItem *item = m_table->item(int(m_columns.indexOf(&columns)), Sheet);
    return item ? item->text() : QString();
}

QString ImportSheets::fault() const
{
    for (int sheet = 0; sheet < m_table->rowCount(); ++sheet)
        if (isTaken(sheet) && !m_columns[sheet])
            return tr("Say what the sheet “%1” holds, or do not take it.").arg(m_table->item(sheet, Sheet)->text());
    for (const ImportColumns *columns : taken())
        if (const QString fault = columns->fault(); !fault.isEmpty())
            return m_table->rowCount() > 1 ? tr("%1: %2").arg(nameOf(*columns), fault) : fault;
    return {};
}

} // namespace guanxi::app
