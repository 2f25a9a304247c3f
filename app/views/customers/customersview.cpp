// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/customersview.h"

#include "app/views/viewcontext.h"
#include "app/widgets/recordlistview.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/work.h"

#include <QAction>
#include <QButtonGroup>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace guanxi::app {

using model::Account;
using model::Activity;
using model::Interaction;
using storage::Filter;

namespace {

constexpr int SegmentCount = 5;
constexpr int NewDays = 30;

Filter segmentFilter(CustomersView::Segment segment, const Uuid &me)
{
    using enum CustomersView::Segment;
    switch (segment) {
    case Mine:
        return Filter::is(Account::accountManager.id, model::Value(me));
    case FollowUpDue:
        return Filter::compare(Filter::Kind::LessOrEqual, Account::nextFollowUpAt.id,
                               model::Value(QDate::currentDate().endOfDay().toMSecsSinceEpoch()));
    case AtRisk:
        return Filter::is(Account::status.id, model::Value(int(Account::Status::AtRisk)));
    case New:
        return Filter::lastDays(model::system::CreatedAt, NewDays);
    default:
        return {};
    }
}

} // namespace

CustomersView::CustomersView(ViewContext &context, QWidget *parent)
    : MasterDetailView(context, Account::entity, parent), m_segments(new QButtonGroup(this)), m_log(new QToolButton), m_plan(new QToolButton)
{
    bar()->setContentsMargins(8, 4, 8, 0);
    bar()->setSpacing(4);
    for (int at = 0; at < SegmentCount; ++at) {
        auto *button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setChecked(at == 0);
        m_segments->addButton(button, at);
        bar()->addWidget(button);
    }
    bar()->addStretch(1);
    m_log->setIcon(QIcon::fromTheme(QStringLiteral("call-start")));
    m_plan->setIcon(QIcon::fromTheme(QStringLiteral("view-calendar-tasks")));
    const auto addKey = [this](QToolButton *button, const QKeySequence &keys) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        bar()->addWidget(button);
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, button, &QToolButton::click);
    };
    addKey(m_log, QKeySequence(Qt::CTRL | Qt::Key_L));
    addKey(m_plan, QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(m_segments, &QButtonGroup::idClicked, this, [this](int id) { showSegment(Segment(id)); });
    connect(m_log, &QToolButton::clicked, this, [this] { createFor(Interaction::entity, Interaction::account.id); });
    connect(m_plan, &QToolButton::clicked, this, [this] { createFor(Activity::entity, Activity::account.id); });
    m_log->setVisible(context.records().may(model::Action::Create, Interaction::entity));
    m_plan->setVisible(context.records().may(model::Action::Create, Activity::entity));
    retranslate();
}

void CustomersView::retranslate()
{
    const QStringList words{tr("All"), tr("Mine"), tr("Follow-up due"), tr("At risk"), tr("New this month")};
    for (int at = 0; at < SegmentCount; ++at)
        m_segments->button(at)->setText(words[at]);
    m_segments->button(int(Segment::New))->setToolTip(tr("Entered in the last 30 days"));
    m_log->setText(tr("Log interaction"));
    m_log->setToolTip(tr("Note a call, visit or message with this customer (Ctrl+L)"));
    m_plan->setText(tr("Plan activity"));
    m_plan->setToolTip(tr("Plan a task, visit or call with this customer (Ctrl+T)"));
}

void CustomersView::changeEvent(QEvent *event)
{
    MasterDetailView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CustomersView::showSegment(Segment segment)
{
    m_segments->button(int(segment))->setChecked(true);
    list().setBase(segmentFilter(segment, context().records().me()), {});
}

void CustomersView::createFor(model::EntityId entity, model::FieldId account)
{
    const model::RecordRef current = list().currentRef();
    context().createRecord(entity, current.isNull() ? Preset() : Preset{{account, model::Value(current.id)}});
}

} // namespace guanxi::app
