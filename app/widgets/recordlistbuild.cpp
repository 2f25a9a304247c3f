// SPDX-License-Identifier: GPL-3.0-or-later
// How a list is put together: its bar, menus and keys.
#include "app/widgets/recordlistview.h"

#include "app/widgets/emptystate.h"
#include "app/widgets/filterheader.h"
#include "app/widgets/listgroups.h"
#include "app/widgets/recordtable.h"

#include <QAction>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int TypingPauseMs = 200;

QToolButton *barButton(const QString &icon)
{
    auto *button = new QToolButton;
    button->setIcon(QIcon::fromTheme(icon));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

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
    buildMiddle(column);
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

void RecordListView::buildMiddle(QVBoxLayout *column)
{
    auto *middle = new QWidget;
    m_stack = new QStackedLayout(middle);
    m_stack->addWidget(m_table);
    m_empty = new EmptyState;
    m_stack->addWidget(m_empty);
    m_groups = new ListGroups(m_records, entity());
    m_groups->hide();
    m_split = new QSplitter;
    m_split->addWidget(m_groups);
    m_split->addWidget(middle);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({260, 900});
    m_split->setHandleWidth(1);
    column->addWidget(m_split, 1);
    connect(m_groups, &ListGroups::filterChanged, this, &RecordListView::applyQuery);
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
    m_groupButton = barButton(QStringLiteral("view-group"));
    m_groupButton->setPopupMode(QToolButton::InstantPopup);
    m_boardButton = barButton(QStringLiteral("view-file-columns"));
    m_boardButton->setCheckable(true);
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
    bar->addWidget(m_groupButton);
    bar->addWidget(m_boardButton);
    bar->addStretch(1);
    bar->addWidget(m_editButton);
    bar->addWidget(m_moreButton);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    m_viewButton->setVisible(place == Place::Workspace);
    m_groupButton->setVisible(place == Place::Workspace && !ListGroups::fields(m_records, entity()).isEmpty());
    m_boardButton->setVisible(place == Place::Workspace && entity().machine.states.size() > 1);
    connect(m_boardButton, &QToolButton::toggled, this, &RecordListView::setBoardShown);
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
    m_printAction = add("document-print", &RecordListView::printShown);
    m_pasteAction = add("edit-paste", &RecordListView::paste);
    m_fillAction = add("go-down", &RecordListView::fillDown);
    m_deleteAction = add("edit-delete", &RecordListView::deleteSelected);
    m_restoreAction = add("edit-undo", &RecordListView::restoreSelected);
    m_binAction = more->addAction(QIcon::fromTheme(QStringLiteral("edit-delete")), QString());
    m_binAction->setCheckable(true);
    connect(m_binAction, &QAction::toggled, this, &RecordListView::setBinShown);
    more->addSeparator();
    m_columnsAction = more->addMenu(new QMenu(more));
    QMenu *columns = m_columnsAction->menu();
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { fillColumnMenu(columns); });
    m_freezeAction = more->addAction(QString());
    m_freezeAction->setCheckable(true);
    connect(m_freezeAction, &QAction::triggered, this, [this](bool on) {
        const int column = m_table->currentIndex().isValid() ? m_table->currentIndex().column() : m_table->filterHeader()->logicalIndex(0);
        setFrozen(on ? m_table->filterHeader()->visualIndex(column) + 1 : 0);
    });
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
    auto *groups = new QMenu(m_groupButton);
    m_groupButton->setMenu(groups);
    connect(groups, &QMenu::aboutToShow, this, [this, groups] { fillGroupMenu(groups); });
    auto *views = new QMenu(m_viewButton);
    m_viewButton->setMenu(views);
    connect(views, &QMenu::aboutToShow, this, &RecordListView::fillViewMenu);
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
    key(QKeySequence(Qt::CTRL | Qt::Key_D), &RecordListView::fillDown);
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete), [this] { m_binAction->toggle(); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), [this] { m_groupButton->showMenu(); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), [this] {
        if (m_boardButton->isVisible())
            m_boardButton->toggle();
    });
}

} // namespace guanxi::app
