// SPDX-License-Identifier: GPL-3.0-or-later
// What the list looks like and which rows it asks for; its commands are in recordlistcommands.cpp.
#include "app/widgets/recordlistview.h"

#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/filterheader.h"
#include "app/widgets/frozencolumns.h"
#include "app/widgets/listgroups.h"
#include "app/widgets/recordboard.h"
#include "app/widgets/recorddelegate.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordtable.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Field;
using model::FieldId;
using storage::Filter;

namespace {

constexpr int SumPauseMs = 400;

} // namespace

RecordListView::RecordListView(Records &records, model::EntityId entity, Place place, QWidget *parent)
    : QWidget(parent), m_records(records), m_model(new RecordListModel(records, entity, this)), m_table(new RecordTable),
      m_delegate(new RecordDelegate(*m_model, this)), m_typing(new QTimer(this)), m_summing(new QTimer(this))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    auto *frozen = new RecordDelegate(*m_model, this);
    m_table->frozen().setItemDelegate(frozen);
    for (const auto &[delegate, table] : {std::pair<RecordDelegate *, QAbstractItemView *>(m_delegate, m_table), {frozen, &m_table->frozen()}})
        connect(&delegate->pictures(), &RecordPictures::arrived, table->viewport(), qOverload<>(&QWidget::update));
    build(place);
    connectTable();
    buildKeys();
    setFocusProxy(m_table);
    retranslate();
    setDefaultWidths();
    showState();
}

RecordListView::~RecordListView() = default;

const model::Entity &RecordListView::entity() const { return m_model->entity(); }

void RecordListView::connectTable()
{
    connect(m_table, &RecordTable::openRequested, this, &RecordListView::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &RecordListView::openCurrent);
    connect(m_table, &RecordTable::deleteRequested, this, &RecordListView::deleteSelected);
    connect(m_table, &RecordTable::previewRequested, this, &RecordListView::previewCurrent);
    connect(m_table, &RecordTable::copyRequested, this, &RecordListView::copySelected);
    connect(m_table, &RecordTable::pasteRequested, this, &RecordListView::paste);
    connect(m_table, &RecordTable::selectionHasChanged, this, &RecordListView::showFooter);
    connect(m_table, &RecordTable::typed, this, [this](const QString &text) {
        m_search->setFocus();
        m_search->insert(text);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { Q_EMIT currentChanged(m_model->ref(current.row())); });
    FilterHeader *header = m_table->filterHeader();
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder order) {
        if (m_restoring)
            return;
        if (m_started) {
            m_model->sort(section, order);
        } else {
            storage::Query query = m_model->query();
            query.sort = section < 0 ? QList<storage::Sort>()
                                     : QList<storage::Sort>{{m_model->field(section).id, order == Qt::DescendingOrder}};
            m_model->presetQuery(query);
        }
        Q_EMIT stateChanged();
    });
    connect(header, &QHeaderView::customContextMenuRequested, this, &RecordListView::showColumnMenu);
    connect(header, &FilterHeader::filtersChanged, this, &RecordListView::applyQuery);
    connect(header, &FilterHeader::widthChosen, this, [this] {
        m_widthsChosen = true;
        Q_EMIT stateChanged();
    });
    connect(m_table, &RecordTable::widthChanged, this, [this] {
        if (!m_widthsChosen)
            setDefaultWidths();
    });
    connect(header, &FilterHeader::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
    header->setSortIndicator(-1, Qt::AscendingOrder);
    // Numbers at the far edge of a wide window would stand apart from their row.
    const auto stretch = [this, header] {
        const int last = m_model->columnCount() - 1;
        header->setStretchLastSection(last >= 0 && !isRightAligned(m_model->field(last)));
    };
    connect(m_model, &RecordListModel::modelReset, header, stretch);
    stretch();
    connect(m_model, &RecordListModel::found, this, &RecordListView::showState);
    connect(m_model, &RecordListModel::contentChanged, m_summing, qOverload<>(&QTimer::start));
    connect(m_model, &RecordListModel::failed, this, &RecordListView::failed);
    connect(m_model, &RecordListModel::saved, this, [this](const Saved &saved) { Q_EMIT notice(tr("Saved"), saved.action); });
    connect(&m_records, &Records::rightsChanged, this, [this] { m_model->setColumns(m_model->columns()); });
    m_summing->setSingleShot(true);
    m_summing->setInterval(SumPauseMs);
    connect(m_summing, &QTimer::timeout, this, &RecordListView::refreshBeside);
}

void RecordListView::retranslate()
{
    const QString plural = entityPlural(entity());
    m_search->setPlaceholderText(tr("Search %1").arg(plural));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setToolTip(tr("Search by name, number, phone or pinyin (Ctrl+F)"));
    m_newButton->setText(tr("New"));
    m_newButton->setToolTip(tr("New %1 (Ctrl+N)").arg(entityLabel(entity())));
    m_filterButton->setText(tr("Filter"));
    m_viewButton->setText(tr("Views"));
    m_viewButton->setToolTip(tr("Saved views: columns, order and filter under a name"));
    m_groupButton->setText(tr("Group"));
    m_groupButton->setToolTip(tr("Put the rows together by a field, with counts and sums (Ctrl+Shift+G)"));
    m_boardButton->setText(tr("Board"));
    m_boardButton->setToolTip(tr("Cards in columns by state instead of rows (Ctrl+Shift+B)"));
    m_pasteAction->setText(tr("Paste from a spreadsheet…"));
    m_fillAction->setText(tr("Fill down"));
    m_freezeAction->setText(tr("Keep columns up to the current one in sight"));
    m_editButton->setText(tr("Change all"));
    m_editButton->setToolTip(tr("Change a field of all selected records (Ctrl+Shift+E)"));
    m_moreButton->setToolTip(tr("Export, print, columns and more"));
    m_moreButton->setAccessibleName(m_moreButton->toolTip());
    m_printAction->setText(tr("Print…"));
    m_deleteAction->setText(tr("Delete"));
    m_restoreAction->setText(tr("Restore"));
    m_binAction->setText(tr("Deleted records"));
    m_binAction->setToolTip(tr("Shows what was deleted, to restore it (Ctrl+Shift+Del)"));
    m_columnsAction->setText(tr("Columns"));
    m_quickAction->setText(tr("Filter row under the heading"));
    m_comfortableAction->setText(tr("Comfortable rows"));
    m_table->setAccessibleName(plural);
    m_newButton->setVisible(m_records.may(model::Action::Create, entity().id) && entity().maker == model::Maker::People);
    m_model->retranslate();
    if (m_builder) {
        // It is made anew, in the new language, when it is opened next.
        m_filterButton->setChecked(false);
        delete std::exchange(m_builder, nullptr);
    }
    refreshBeside();
    showState();
}

void RecordListView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        widenForWords();
    }
}

void RecordListView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_started)
        reload();
}

void RecordListView::setBase(const Filter &filter, const Preset &preset)
{
    m_base = filter;
    m_preset = preset;
    // A relation tab need not repeat its parent in every row.
    QList<FieldId> columns = m_model->columns();
    for (const auto &[field, value] : preset)
        columns.removeAll(field);
    if (columns != m_model->columns()) {
        m_model->setColumns(columns);
        setDefaultWidths();
    }
    if (m_started)
        applyQuery();
}

void RecordListView::reload() { applyQuery(); }

void RecordListView::showState()
{
    const bool waiting = !m_started || (m_model->isSearching() && m_model->rowCount() == 0);
    if (m_board && (m_model->rowCount() > 0 || waiting)) {
        m_stack->setCurrentWidget(m_board);
    } else if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
    } else if (waiting) {
        m_empty->say(QString(), tr("Loading…"), QString());
        m_stack->setCurrentWidget(m_empty);
    } else if (isFiltered()) {
        m_empty->say(QStringLiteral("view-filter"), tr("Nothing matches the filter"),
                     tr("There are %1, but none that fit what is asked for.").arg(entityPlural(entity())), tr("Clear the filter"));
        // The row of filters stays in reach, so that a typing error is mended where it was made.
        m_stack->setCurrentWidget(m_table->filterHeader()->filtersShown() ? static_cast<QWidget *>(m_table) : m_empty);
    } else if (isBinShown()) {
        m_empty->say(QStringLiteral("edit-delete"), tr("Nothing was deleted"), tr("What you or your colleagues delete can be restored from here."),
                     tr("Back to the list"));
        m_stack->setCurrentWidget(m_empty);
    } else {
        const bool may = m_records.may(model::Action::Create, entity().id) && entity().maker == model::Maker::People;
        m_empty->say(entity().icon, tr("No %1 yet").arg(entityPlural(entity())),
                     may ? tr("What you enter is on this computer at once and reaches your colleagues with the next sync.")
                         : tr("There is nothing here that you may see. It appears when colleagues enter it or share it with you."),
                     may ? tr("New %1").arg(entityLabel(entity())) : QString());
        m_stack->setCurrentWidget(m_empty);
    }
    showFooter();
    if (!m_model->isSearching())
        askSums();
}

void RecordListView::onEmptyAction()
{
    if (isFiltered())
        clearFilters();
    else if (isBinShown())
        m_binAction->setChecked(false);
    else
        createNew();
}

void RecordListView::showFooter()
{
    const QLocale locale;
    const qint64 selected = m_table->selectedCount();
    const int rows = m_model->rowCount();
    QString text = rows == 1 ? tr("1 record") : tr("%1 records").arg(locale.toString(rows));
    if (isBinShown())
        text = tr("Deleted: %1").arg(text);
    if (selected > 1)
        text += QStringLiteral("  ·  ") + tr("%1 selected").arg(locale.toString(selected));
    m_count->setText(text);
    m_editButton->setVisible(selected > 1 && !isBinShown() && m_records.may(model::Action::Edit, entity().id));
    m_fillAction->setEnabled(!isBinShown() && m_records.may(model::Action::Edit, entity().id));
    m_pasteAction->setEnabled(!isBinShown() && (m_records.may(model::Action::Create, entity().id) || m_records.may(model::Action::Edit, entity().id)));
    const bool mayDelete = selected > 0 && m_records.may(model::Action::Delete, entity().id);
    m_deleteAction->setEnabled(mayDelete && !isBinShown());
    m_restoreAction->setEnabled(mayDelete && isBinShown());
    m_restoreAction->setVisible(isBinShown());
}

} // namespace guanxi::app
