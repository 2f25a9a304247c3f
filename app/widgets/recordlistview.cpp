// SPDX-License-Identifier: GPL-3.0-or-later
// What the list looks like and which rows it asks for; its commands are in recordlistcommands.cpp.
#include "app/widgets/recordlistview.h"

#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/filterheader.h"
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

constexpr int TypingPauseMs = 200;
constexpr int SumPauseMs = 400;

QToolButton *barButton(const QString &icon)
{
    auto *button = new QToolButton;
    button->setIcon(QIcon::fromTheme(icon));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

constexpr int CellMargins = 18;
constexpr int ChipMargins = 36;
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

/// What a column is wide at first, by what it usually holds.
int usualWidth(const Records &records, const model::Entity &entity, const Field &field, const QFontMetrics &metrics)
{
    int characters = 14;
    switch (field.type) {
    case model::FieldType::Text:
        characters = field.limit > LongTitle ? 30 : 16;
        break;
    case model::FieldType::LongText:
        characters = 30;
        break;
    case model::FieldType::Int:
    case model::FieldType::Percent:
    case model::FieldType::Bool:
        characters = 8;
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

RecordListView::RecordListView(Records &records, model::EntityId entity, Place place, QWidget *parent)
    : QWidget(parent), m_records(records), m_model(new RecordListModel(records, entity, this)), m_table(new RecordTable),
      m_delegate(new RecordDelegate(*m_model, this)), m_typing(new QTimer(this)), m_summing(new QTimer(this))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
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

void RecordListView::build(Place place)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar(place);
    m_filterPanel = new QFrame;
    m_filterScroll = new QScrollArea;
    m_filterScroll->setWidgetResizable(true);
    m_filterScroll->setFrameShape(QFrame::NoFrame);
    m_filterScroll->setMaximumHeight(200);
    auto *panel = new QVBoxLayout(m_filterPanel);
    panel->setContentsMargins(8, 4, 8, 4);
    panel->addWidget(m_filterScroll);
    m_filterPanel->hide();
    column->addWidget(m_filterPanel);
    auto *middle = new QWidget;
    m_stack = new QStackedLayout(middle);
    m_stack->addWidget(m_table);
    m_empty = new EmptyState;
    m_stack->addWidget(m_empty);
    column->addWidget(middle, 1);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(8, 2, 8, 2);
    m_count = new QLabel;
    m_sums = new QLabel;
    m_sums->setAlignment(Qt::AlignRight);
    m_sums->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    footer->addWidget(m_count);
    footer->addWidget(m_sums, 1);
    column->addLayout(footer);
    connect(m_empty, &EmptyState::actionRequested, this, &RecordListView::onEmptyAction);
}

void RecordListView::buildBar(Place place)
{
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_search->addAction(QIcon::fromTheme(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(140);
    m_search->setMaximumWidth(360);
    m_filterButton = barButton(QStringLiteral("view-filter"));
    m_filterButton->setCheckable(true);
    m_viewButton = barButton(QStringLiteral("bookmarks"));
    m_viewButton->setPopupMode(QToolButton::InstantPopup);
    m_editButton = barButton(QStringLiteral("document-edit"));
    m_moreButton = barButton(QStringLiteral("application-menu"));
    m_moreButton->setPopupMode(QToolButton::InstantPopup);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_newButton = barButton(QStringLiteral("list-add"));
    buildMenus();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(4);
    bar->addWidget(m_newButton);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_filterButton);
    bar->addWidget(m_viewButton);
    bar->addStretch(1);
    bar->addWidget(m_editButton);
    bar->addWidget(m_moreButton);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    m_viewButton->setVisible(place == Place::Workspace);
    connect(m_newButton, &QToolButton::clicked, this, &RecordListView::createNew);
    connect(m_editButton, &QToolButton::clicked, this, &RecordListView::editSelected);
    connect(m_filterButton, &QToolButton::toggled, this, &RecordListView::showFilterPanel);
    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingPauseMs);
    connect(m_typing, &QTimer::timeout, this, &RecordListView::applyQuery);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        applyQuery();
        m_table->setFocus();
    });
}

void RecordListView::buildMenus()
{
    auto *more = new QMenu(m_moreButton);
    const auto add = [this, more](const char *icon, auto command) {
        QAction *action = more->addAction(QIcon::fromTheme(QString::fromLatin1(icon)), QString());
        connect(action, &QAction::triggered, this, command);
        return action;
    };
    m_exportAction = add("document-export", &RecordListView::exportCsv);
    m_printAction = add("document-print", &RecordListView::printShown);
    m_deleteAction = add("edit-delete", &RecordListView::deleteSelected);
    more->addSeparator();
    m_columnsAction = more->addMenu(new QMenu(more));
    QMenu *columns = m_columnsAction->menu();
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { fillColumnMenu(columns); });
    m_quickAction = more->addAction(QString());
    m_quickAction->setCheckable(true);
    connect(m_quickAction, &QAction::toggled, this, &RecordListView::setQuickFiltersShown);
    m_comfortableAction = more->addAction(QString());
    m_comfortableAction->setCheckable(true);
    connect(m_comfortableAction, &QAction::toggled, this, [this](bool comfortable) {
        m_table->setComfortable(comfortable);
        Q_EMIT stateChanged();
    });
    m_moreButton->setMenu(more);
    auto *views = new QMenu(m_viewButton);
    m_viewButton->setMenu(views);
    connect(views, &QMenu::aboutToShow, this, &RecordListView::fillViewMenu);
}

void RecordListView::connectTable()
{
    connect(m_table, &RecordTable::openRequested, this, &RecordListView::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &RecordListView::openCurrent);
    connect(m_table, &RecordTable::deleteRequested, this, &RecordListView::deleteSelected);
    connect(m_table, &RecordTable::previewRequested, this, &RecordListView::previewCurrent);
    connect(m_table, &RecordTable::copyRequested, this, &RecordListView::copySelected);
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
    connect(m_summing, &QTimer::timeout, this, &RecordListView::askSums);
}

void RecordListView::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, auto command) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, command);
        addAction(action);
    };
    key(QKeySequence::New, &RecordListView::createNew);
    key(QKeySequence::Find, &RecordListView::focusSearch);
    key(QKeySequence::Print, &RecordListView::printShown);
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { m_quickAction->toggle(); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), &RecordListView::editSelected);
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
    m_editButton->setText(tr("Change all"));
    m_editButton->setToolTip(tr("Change a field of all selected records (Ctrl+Shift+E)"));
    m_moreButton->setToolTip(tr("Export, print, columns and more"));
    m_moreButton->setAccessibleName(m_moreButton->toolTip());
    m_exportAction->setText(tr("Export as CSV…"));
    m_printAction->setText(tr("Print…"));
    m_deleteAction->setText(tr("Delete"));
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
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const Field &field = m_model->field(column);
        m_table->setColumnWidth(column, usualWidth(m_records, entity(), field, fontMetrics()));
    }
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
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
    } else if (waiting) {
        m_empty->say(QString(), tr("Loading…"), QString());
        m_stack->setCurrentWidget(m_empty);
    } else if (isFiltered()) {
        m_empty->say(QStringLiteral("view-filter"), tr("Nothing matches the filter"),
                     tr("There are %1, but none that fit what is asked for.").arg(entityPlural(entity())), tr("Clear the filter"));
        // The row of filters stays in reach, so that a typing error is mended where it was made.
        m_stack->setCurrentWidget(m_table->filterHeader()->filtersShown() ? static_cast<QWidget *>(m_table) : m_empty);
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
        m_summing->start();
}

void RecordListView::onEmptyAction()
{
    if (isFiltered())
        clearFilters();
    else
        createNew();
}

void RecordListView::showFooter()
{
    const QLocale locale;
    const qint64 selected = m_table->selectedCount();
    const int rows = m_model->rowCount();
    QString text = rows == 1 ? tr("1 record") : tr("%1 records").arg(locale.toString(rows));
    if (selected > 1)
        text += QStringLiteral("  ·  ") + tr("%1 selected").arg(locale.toString(selected));
    m_count->setText(text);
    m_editButton->setVisible(selected > 1 && m_records.may(model::Action::Edit, entity().id));
    m_deleteAction->setEnabled(selected > 0 && m_records.may(model::Action::Delete, entity().id));
}

} // namespace guanxi::app
