// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/documentlist.h"

#include "app/views/generic/contextlinks.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistview.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/defaults.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DocumentFilters)
};

constexpr int WeekDays = 7, MonthDays = 30, EndingDays = 60;

qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
qint64 today() { return rules::dayOf(now()); }

Filter until(FieldId field, qint64 value) { return Filter::compare(Filter::Kind::LessOrEqual, field, Value(value)); }
Filter inForce() { return Filter::any({Filter::is(Contract::status.id, Value(qint64(Contract::Signed))), Filter::is(Contract::status.id, Value(qint64(Contract::Executing)))}); }
Filter paid(FieldId field, const char *status) { return Filter::is(field, dictionaryItemId(QStringLiteral("payment_status"), QString::fromLatin1(status))); }

ReadyFilter everything()
{
    return {[] { return Words::tr("All"); }, [](const Records &) { return Filter(); }};
}

ReadyFilter inState(NumberField field, qint64 state, std::function<QString()> text)
{
    return {std::move(text), [field, state](const Records &) { return Filter::is(field.id, Value(state)); }};
}

QList<ReadyFilter> quotes()
{
    return {everything(), inState(Quote::status, Quote::Pending, [] { return Words::tr("To be approved"); }),
            {[] { return Words::tr("Running out"); },
             [](const Records &) { return Filter::all({Filter::is(Quote::status.id, Value(qint64(Quote::Sent))), until(Quote::validUntil.id, today() + WeekDays)}); }}};
}

QList<ReadyFilter> contracts()
{
    return {everything(), {[] { return Words::tr("In force"); }, [](const Records &) { return inForce(); }},
            {[] { return Words::tr("Expiring soon"); },
             [](const Records &) { return Filter::all({inForce(), Filter::any({until(Contract::endsOn.id, today() + EndingDays), until(Contract::noticeAt.id, now())})}); }}};
}

QList<ReadyFilter> orders()
{
    return {everything(), inState(SalesOrder::status, SalesOrder::PendingReview, [] { return Words::tr("To be reviewed"); }),
            {[] { return Words::tr("Overdue"); }, [](const Records &) { return paid(SalesOrder::paymentStatus.id, "overdue"); }}};
}

QList<ReadyFilter> instalments()
{
    return {everything(),
            {[] { return Words::tr("Due in 30 days"); },
             [](const Records &) {
                 return Filter::all({until(PaymentPlan::dueOn.id, today() + MonthDays), Filter::any({paid(PaymentPlan::status.id, "unpaid"), paid(PaymentPlan::status.id, "partial"), paid(PaymentPlan::status.id, "overdue")})});
             }},
            {[] { return Words::tr("Overdue"); }, [](const Records &) { return paid(PaymentPlan::status.id, "overdue"); }}};
}

} // namespace

QList<ReadyFilter> readyFilters(EntityId entity)
{
    switch (entity) {
    case Quote::entity: return quotes();
    case Contract::entity: return contracts();
    case SalesOrder::entity: return orders();
    case PaymentPlan::entity: return instalments();
    default: return {};
    }
}

DocumentList::DocumentList(ViewContext &context, EntityId entity, QList<ReadyFilter> filters, QWidget *parent)
    : QWidget(parent), m_records(context.records()), m_filters(std::move(filters)), m_buttons(new QButtonGroup(this)),
      m_list(new RecordListView(m_records, entity, RecordListView::Place::Workspace))
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 0);
    bar->setSpacing(4);
    for (int at = 0; at < m_filters.size(); ++at) {
        auto *button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setChecked(at == 0);
        m_buttons->addButton(button, at);
        bar->addWidget(button);
    }
    bar->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_list, 1);
    linkToContext(*m_list, context);
    connect(m_buttons, &QButtonGroup::idClicked, this, &DocumentList::choose);
    setFocusProxy(m_list);
    retranslate();
}

void DocumentList::choose(int filter)
{
    m_buttons->button(filter)->setChecked(true);
    m_list->setBase(m_filters[filter].filter(m_records), {});
}

void DocumentList::retranslate()
{
    for (int at = 0; at < m_filters.size(); ++at)
        m_buttons->button(at)->setText(m_filters[at].text());
}

void DocumentList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString DocumentListFactory::title() const { return entityPlural(m_entity); }

QJsonObject DocumentListFactory::saveState(const QWidget *widget) const { return static_cast<const DocumentList *>(widget)->list().state(); }

void DocumentListFactory::restoreState(QWidget *widget, const QJsonObject &state) const { static_cast<DocumentList *>(widget)->list().setState(state); }

} // namespace guanxi::app
