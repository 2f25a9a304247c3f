// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/masterdetailview.h"

#include "app/views/generic/contextlinks.h"
#include "app/views/viewcontext.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/recordtable.h"

#include <QAction>
#include <QEvent>
#include <QJsonArray>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int WalkPauseMs = 120; ///< nothing is loaded for rows that are only walked past

} // namespace

MasterDetailView::MasterDetailView(ViewContext &context, model::EntityId entity, QWidget *parent)
    : QWidget(parent), m_context(context), m_list(new RecordListView(context.records(), entity)), m_splitter(new QSplitter),
      m_side(new QWidget), m_hint(new EmptyState), m_bar(new QHBoxLayout), m_pause(new QTimer(this))
{
    linkToContext(*m_list, context);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_hint);
    retranslate();
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_side);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({560, 560});
    m_splitter->setHandleWidth(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_bar);
    column->addWidget(m_splitter, 1);
    setFocusProxy(&m_list->table());
    m_pause->setSingleShot(true);
    m_pause->setInterval(WalkPauseMs);
    connect(m_pause, &QTimer::timeout, this, &MasterDetailView::showCurrent);
    connect(m_list, &RecordListView::currentChanged, m_pause, qOverload<>(&QTimer::start));
    connect(&m_list->model(), &RecordListModel::found, this, [this] {
        if (!m_list->table().currentIndex().isValid() && m_list->model().rowCount() > 0 && !m_pane)
            m_list->table().setCurrentIndex(m_list->model().index(0, 0));
    });
    auto *other = new QAction(this);
    other->setShortcut(QKeySequence(Qt::Key_F6));
    other->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(other, &QAction::triggered, this, &MasterDetailView::switchSide);
    addAction(other);
}

void MasterDetailView::retranslate()
{
    m_hint->say(m_list->entity().icon, tr("Nothing selected"),
                tr("Choose a row on the left to see it here; Enter opens it in a tab."));
}

void MasterDetailView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MasterDetailView::showCurrent()
{
    const model::RecordRef ref = m_list->currentRef();
    if (m_side->isHidden() || ref.isNull() || (m_pane && m_pane->ref() == ref))
        return;
    if (m_pane) {
        m_pane->show(ref, {});
        return;
    }
    m_hint->hide();
    m_pane = new RecordPane(m_context.records(), m_context.drafts(), ref, {});
    linkToContext(*m_pane, m_context);
    m_side->layout()->addWidget(m_pane);
}

void MasterDetailView::switchSide()
{
    if (m_pane && !m_pane->isAncestorOf(focusWidget()) && !m_side->isHidden())
        m_pane->focusDetails();
    else
        m_list->table().setFocus();
}

void MasterDetailView::setPaneShown(bool shown)
{
    m_side->setVisible(shown);
    if (shown)
        showCurrent();
}

QJsonObject MasterDetailView::state() const
{
    QJsonArray sizes;
    for (const int size : m_splitter->sizes())
        sizes.append(size);
    return {{QStringLiteral("list"), m_list->state()}, {QStringLiteral("sizes"), sizes}, {QStringLiteral("pane"), !m_side->isHidden()}};
}

void MasterDetailView::setState(const QJsonObject &state)
{
    m_list->setState(state.value(QStringLiteral("list")).toObject());
    QList<int> sizes;
    for (const QJsonValue &size : state.value(QStringLiteral("sizes")).toArray())
        sizes.append(size.toInt());
    if (sizes.size() == m_splitter->count())
        m_splitter->setSizes(sizes);
    setPaneShown(state.value(QStringLiteral("pane")).toBool(true));
}

} // namespace guanxi::app
