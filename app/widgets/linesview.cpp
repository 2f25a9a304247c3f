// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/linesview.h"

#include "app/data/documentlines.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/pastedialog.h"
#include "app/widgets/recorddelegate.h"
#include "common/base/decimal.h"
#include "common/model/catalogue/sales.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int NarrowestCharacters = 8, NarrowCharacters = 14; // of a column

/// Enter begins editing and, in an editor, goes down; the view itself knows only F2.
class SheetTable : public QTableView
{
public:
    using QTableView::QTableView;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (!enters || !currentIndex().isValid() || event->modifiers() != Qt::NoModifier)
            return QTableView::keyPressEvent(event);
        if (model()->flags(currentIndex()).testFlag(Qt::ItemIsEditable))
            edit(currentIndex());
    }
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override
    {
        QTableView::closeEditor(editor, hint);
        if (hint == QAbstractItemDelegate::SubmitModelCache && currentIndex().row() + 1 < model()->rowCount())
            setCurrentIndex(currentIndex().siblingAtRow(currentIndex().row() + 1));
    }
};

} // namespace

LinesView::LinesView(Records &records, const model::RecordRef &document, const model::Entity &line, QWidget *parent)
    : QWidget(parent), m_records(records), m_sheet(new LineSheet(records, document, line, this)), m_table(new SheetTable), m_says(new QLabel), m_sums(new QLabel)
{
    m_table->setModel(m_sheet);
    m_table->setItemDelegate(new RecordDelegate(*m_sheet, m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_says->setWordWrap(true);
    m_sums->setTextFormat(Qt::PlainText);
    m_sums->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    buildCommands();
    auto *bar = new QHBoxLayout;
    for (QAction *command : {m_add, m_remove, m_up, m_down, m_paste}) {
        auto *button = new QToolButton;
        button->setDefaultAction(command);
        button->setAutoRaise(true);
        button->setToolButtonStyle(command == m_add ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        bar->addWidget(button);
    }
    bar->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_says, 1);
    foot->addWidget(m_sums);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    connect(m_sheet, &LineSheet::reckoned, this, &LinesView::showSums);
    connect(m_sheet, &LineSheet::reckoned, this, &LinesView::showFault);
    connect(m_sheet, &LineSheet::saved, this, [this](const Saved &saved) { Q_EMIT notice(tr("Saved"), saved.action); });
    connect(m_sheet, &LineSheet::failed, this, &LinesView::failed);
    connect(m_sheet, &LineSheet::modelReset, this, &LinesView::setWidths);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &LinesView::showFault);
    setFocusProxy(m_table);
    retranslate();
    setWidths();
}

void LinesView::buildCommands()
{
    m_add = addCommand(QStringLiteral("list-add"), Qt::CTRL | Qt::Key_Return, &LinesView::goToEmptyLine);
    m_remove = addCommand(QStringLiteral("edit-delete"), Qt::Key_Delete, &LinesView::removeChosen);
    m_up = addCommand(QStringLiteral("go-up"), Qt::ALT | Qt::Key_Up, &LinesView::moveUp);
    m_down = addCommand(QStringLiteral("go-down"), Qt::ALT | Qt::Key_Down, &LinesView::moveDown);
    m_paste = addCommand(QStringLiteral("edit-paste"), QKeySequence::Paste, &LinesView::paste);
    m_open = addCommand(QStringLiteral("package"), Qt::CTRL | Qt::Key_O, &LinesView::openProduct);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_add, m_remove, m_up, m_down, m_paste, m_open});
}

QAction *LinesView::addCommand(const QString &icon, const QKeySequence &keys, void (LinesView::*run)())
{
    auto *command = new QAction(QIcon::fromTheme(icon), {}, this);
    command->setShortcut(keys);
    command->setShortcutContext(Qt::WidgetShortcut);
    connect(command, &QAction::triggered, this, run);
    return command;
}

void LinesView::retranslate()
{
    m_add->setText(tr("Add line"));
    m_remove->setText(tr("Delete lines"));
    m_up->setText(tr("Move up"));
    m_down->setText(tr("Move down"));
    m_paste->setText(tr("Paste from a spreadsheet"));
    m_open->setText(tr("Open what it is about"));
    for (QAction *command : {m_add, m_remove, m_up, m_down, m_paste, m_open})
        command->setToolTip(tr("%1 (%2)").arg(command->text(), command->shortcut().toString(QKeySequence::NativeText)));
    m_table->setAccessibleName(entityPlural(m_sheet->entity()));
    showSums();
    showFault();
}

void LinesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LinesView::setWidths()
{
    const int letter = fontMetrics().horizontalAdvance(u'0');
    m_table->horizontalHeader()->setMinimumSectionSize(letter * NarrowestCharacters);
    for (int column = 0; column < m_sheet->columnCount(); ++column) {
        const model::Field &field = m_sheet->field(column);
        const bool takesRoom = field.type == model::FieldType::Text || field.id == m_sheet->entity().line->product;
        m_table->horizontalHeader()->setSectionResizeMode(column, takesRoom ? QHeaderView::Stretch : QHeaderView::Interactive);
        m_table->setColumnWidth(column, letter * NarrowCharacters);
    }
}

void LinesView::showSums()
{
    const model::Record &document = m_sheet->document();
    QStringList sums;
    if (document.isValid()) {
        model::Record shown = document;
        for (const auto &[field, value] : m_sheet->totals())
            shown.setValue(field, value);
        const FieldText words(m_records);
        for (const auto &[id, value] : m_sheet->totals())
            if (const model::Field *field = document.entity().field(id);
                field && m_records.rights().isVisible(document.entity(), *field) && (id != document.entity().totals->baseTotal || value != shown.value(document.entity().totals->total)))
                sums.append(tr("%1: %2").arg(fieldLabel(document.entity(), *field), words.text(shown, *field)));
    }
    sums += earnings();
    m_sums->setText(sums.join(QStringLiteral("    ")));
    for (QAction *command : {m_add, m_remove, m_up, m_down, m_paste})
        command->setEnabled(!m_sheet->isLocked());
}

QStringList LinesView::earnings() const
{
    using model::SalesOrder;
    const model::Record &order = m_sheet->document();
    if (!order.isValid() || order.entity().id != SalesOrder::entity || !maySeeCost(m_records) || m_sheet->lineCount() == 0)
        return {};
    QList<model::Record> lines;
    for (int row = 0; row < m_sheet->lineCount(); ++row)
        lines.append(m_sheet->record(row));
    std::optional<rules::OrderCost> cost = costOf(m_records, order, lines);
    // What was reviewed stays what it cost then.
    if (m_sheet->isLocked() && !order.isNull(SalesOrder::costTotal))
        cost = rules::OrderCost{order[SalesOrder::costTotal], order[SalesOrder::margin], 0, order[SalesOrder::costTotal] + order[SalesOrder::margin]};
    if (!cost)
        return {tr("Margin: not known, a product has no cost for its unit")};
    model::Record shown = order;
    shown.set(SalesOrder::costTotal, cost->cost);
    shown.set(SalesOrder::margin, cost->margin);
    const FieldText words(m_records);
    const auto text = [&](model::NumberField field) {
        const model::Field &declared = *order.entity().field(field.id);
        return tr("%1: %2").arg(fieldLabel(order.entity(), declared), words.text(shown, declared));
    };
    const std::optional<qint64> share = cost->marginShare();
    return {text(SalesOrder::costTotal), share ? tr("%1 (%2 %)").arg(text(SalesOrder::margin), numberText(*share, decimal::PercentScale, 0)) : text(SalesOrder::margin)};
}

void LinesView::showFault()
{
    const QString fault = m_sheet->faultOf(m_table->currentIndex().row());
    m_says->setText(!fault.isEmpty() ? fault : m_sheet->isLocked() ? tr("These lines cannot be changed in the present state.") : QString());
}

QList<int> LinesView::chosenRows() const
{
    QList<int> rows;
    const QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    for (const QModelIndex &cell : cells)
        if (!rows.contains(cell.row()))
            rows.append(cell.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void LinesView::goToEmptyLine()
{
    m_table->setFocus();
    const QModelIndex first = m_sheet->index(m_sheet->rowCount() - 1, std::max(0, m_sheet->columnOf(m_sheet->entity().line->product)));
    m_table->setCurrentIndex(first);
    m_table->edit(first);
}

void LinesView::removeChosen() { m_sheet->remove(chosenRows()); }

void LinesView::moveChosen(int step)
{
    const QList<int> rows = chosenRows();
    if (rows.isEmpty() || rows.last() - rows.first() + 1 != rows.size())
        return;
    const int column = m_table->currentIndex().column();
    if (!m_sheet->move(rows.first(), rows.last(), step))
        return;
    m_table->setCurrentIndex(m_sheet->index(rows.first() + step, column));
    m_table->selectionModel()->select(QItemSelection(m_sheet->index(rows.first() + step, column), m_sheet->index(rows.last() + step, column)),
                                      QItemSelectionModel::ClearAndSelect);
}

void LinesView::paste()
{
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        return Q_EMIT notice(tr("There is no table on the clipboard. Copy cells in a spreadsheet first."), {});
    const model::Entity &entity = m_sheet->entity();
    PasteSheet::Target target;
    for (int column = 0; column < m_sheet->columnCount(); ++column)
        target.columns.append(m_sheet->field(column).id);
    const int current = std::max(0, m_table->currentIndex().row());
    const int rows = int(PasteSheet::split(text).size());
    target.first = std::max(0, m_table->currentIndex().column());
    for (int row = current; row < std::min(m_sheet->lineCount(), current + rows + 1); ++row)
        target.over.append(m_sheet->record(row));
    target.preset = {{entity.parentField, m_sheet->document().id()}};
    if (entity.line->position != 0)
        target.preset.append({entity.line->position, m_sheet->nextPosition()});
    PasteDialog dialog(m_records, entity, text, target, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Result<Saved> taken = dialog.sheet().take();
    if (!taken)
        Q_EMIT failed(taken.error());
    else
        Q_EMIT notice(tr("%n line(s) pasted", nullptr, dialog.sheet().goodRows()), taken->action);
}

void LinesView::openProduct()
{
    const model::Record &line = m_sheet->record(m_table->currentIndex().row());
    const model::FieldId product = m_sheet->entity().line->product;
    if (line.isValid() && !line.value(product).isNull())
        Q_EMIT openRequested({m_sheet->entity().field(product)->targets.first(), line.value(product).id()});
}

} // namespace guanxi::app
