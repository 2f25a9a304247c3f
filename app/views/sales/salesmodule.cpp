// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/salesmodule.h"

#include "app/views/sales/convertdialog.h"
#include "app/views/sales/forecastview.h"
#include "app/views/sales/funnelview.h"
#include "app/views/sales/nextdocument.h"
#include "app/views/sales/onerecord.h"
#include "app/views/sales/quicklead.h"
#include "app/views/sales/scoreview.h"
#include "app/views/sales/stagelanes.h"
#include "app/views/sales/stagemove.h"
#include "app/views/sales/rankingview.h"
#include "app/views/sales/targetsheet.h"
#include "app/views/viewcontext.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/work.h"

#include <QCoreApplication>
#include <QInputDialog>

namespace guanxi::app {

using namespace model;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sales)
};

void makeOrder(QWidget *parent, ViewContext &context, const RecordRef &quote)
{
    const Result<Record> stored = context.records().load(quote);
    if (!stored)
        return context.showError(stored.error());
    if ((*stored)[Quote::status] != Quote::Accepted)
        return context.notify(Words::tr("An order is made from a quote that the customer has accepted."));
    Result<NextOrder> next = orderFrom(context.records(), quote);
    if (!next)
        return context.showError(next.error());
    Record &order = next->records.first();
    if (order.isNull(SalesOrder::deliveryAddress)) {
        const QString address = QInputDialog::getText(parent, Words::tr("Make an order"), Words::tr("Where is it delivered to?")).trimmed();
        if (address.isEmpty())
            return;
        order.set(SalesOrder::deliveryAddress, address);
    }
    const Result<Saved> saved = context.records().saveAll(next->records, QStringLiteral("save"));
    if (!saved)
        return context.showError(saved.error());
    context.openRecord(order.ref());
    const QString made = Words::tr("Order made with %n line(s)", nullptr, int(next->records.size()) - 1);
    context.notify(next->left == 0 ? made : Words::tr("%1; %n line(s) without a product stayed behind", nullptr, int(next->left)).arg(made), saved->action);
}

void convert(QWidget *parent, ViewContext &context, const RecordRef &lead)
{
    const Result<Conversion> conversion = conversionOf(context.records(), lead);
    if (!conversion && conversion.error().code == ErrorCode::WrongState)
        return context.notify(Words::tr("Only a qualified lead can be converted."));
    if (!conversion)
        return context.showError(conversion.error());
    auto *dialog = new ConvertDialog(context, *conversion, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

class FunnelFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(FunnelFactory)

public:
    QString id() const override { return QStringLiteral("sales.funnel"); }
    QString title() const override { return tr("Sales funnel"); }
    QString icon() const override { return QStringLiteral("view-filter"); }
    Workspace workspace() const override { return Workspace::Opportunities; }
    EntityId entity() const override { return Opportunity::entity; }
    bool opensAtFirst() const override { return false; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new FunnelView(context, parent); }
    QJsonObject saveState(const QWidget *widget) const override { return static_cast<const FunnelView *>(widget)->state(); }
    void restoreState(QWidget *widget, const QJsonObject &state) const override { static_cast<FunnelView *>(widget)->setState(state); }
};

class ForecastFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(ForecastFactory)

public:
    QString id() const override { return QStringLiteral("sales.forecast"); }
    QString title() const override { return tr("Sales forecast"); }
    QString icon() const override { return QStringLiteral("office-chart-bar"); }
    Workspace workspace() const override { return Workspace::Sales; }
    EntityId entity() const override { return Opportunity::entity; }
    bool opensAtFirst() const override { return false; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new ForecastView(context, parent); }
    QJsonObject saveState(const QWidget *widget) const override { return static_cast<const ForecastView *>(widget)->state(); }
    void restoreState(QWidget *widget, const QJsonObject &state) const override { static_cast<ForecastView *>(widget)->setState(state); }
};

class RankingFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(RankingFactory)

public:
    QString id() const override { return QStringLiteral("sales.ranking"); }
    QString title() const override { return tr("Sales ranking"); }
    QString icon() const override { return QStringLiteral("view-sort"); }
    Workspace workspace() const override { return Workspace::Sales; }
    EntityId entity() const override { return SalesOrder::entity; }
    bool opensAtFirst() const override { return false; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new RankingView(context, parent); }
    QJsonObject saveState(const QWidget *widget) const override { return static_cast<const RankingView *>(widget)->state(); }
    void restoreState(QWidget *widget, const QJsonObject &state) const override { static_cast<RankingView *>(widget)->setState(state); }
};

class TargetSheetFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(TargetSheetFactory)

public:
    QString id() const override { return QStringLiteral("sales.targets"); }
    QString title() const override { return tr("Targets of the year"); }
    QString icon() const override { return QStringLiteral("speedometer"); }
    Workspace workspace() const override { return Workspace::Sales; }
    EntityId entity() const override { return SalesTarget::entity; }
    bool opensAtFirst() const override { return false; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new TargetSheet(context, parent); }
    QJsonObject saveState(const QWidget *widget) const override { return static_cast<const TargetSheet *>(widget)->state(); }
    void restoreState(QWidget *widget, const QJsonObject &state) const override { static_cast<TargetSheet *>(widget)->setState(state); }
};

/// Opens a form for the record that comes next.
std::function<void(QWidget *, ViewContext &, const RecordRef &)> opening(EntityId entity, Result<Preset> (*next)(const Records &, const RecordRef &))
{
    return [entity, next](QWidget *, ViewContext &context, const RecordRef &ref) {
        const Result<Preset> preset = next(context.records(), ref);
        if (!preset)
            return context.showError(preset.error());
        context.createRecord(entity, *preset);
    };
}

} // namespace

void addSalesViews(ViewList &views)
{
    views.push_back(std::make_unique<FunnelFactory>());
    views.push_back(std::make_unique<ForecastFactory>());
    views.push_back(std::make_unique<RankingFactory>());
    views.push_back(std::make_unique<TargetSheetFactory>());
}

void addSalesExtras(RecordExtras &extras)
{
    const Qt::Modifiers keys = Qt::ALT | Qt::SHIFT;
    const OneRecord commands[] = {
        {QStringLiteral("address-book-new"), keys | Qt::Key_C, {Lead::entity}, Action::Create, Account::entity, [] { return Words::tr("Convert…"); }, convert, Lead::Convert},
        {QStringLiteral("view-filter"), keys | Qt::Key_S, {Opportunity::entity}, Action::Edit, Opportunity::entity, [] { return Words::tr("Move to a stage…"); }, chooseStage,
         Opportunity::MoveStage},
        {QStringLiteral("emblem-success"), keys | Qt::Key_W, {Opportunity::entity}, Action::Edit, Opportunity::entity, [] { return Words::tr("Mark success"); }, markSuccess,
         Opportunity::Succeed},
        {QStringLiteral("project-development"), keys | Qt::Key_J, {Opportunity::entity}, Action::Create, Project::entity, [] { return Words::tr("Begin a project"); }, beginProject,
         Opportunity::ConvertToProject},
        {QStringLiteral("view-pim-tasks"), keys | Qt::Key_O, {Quote::entity}, Action::Create, SalesOrder::entity, [] { return Words::tr("Make an order"); }, makeOrder},
        {QStringLiteral("document-edit-sign"), {}, {Quote::entity}, Action::Create, Contract::entity, [] { return Words::tr("Make a contract"); }, opening(Contract::entity, contractFrom)},
        {QStringLiteral("taxes-finances"), keys | Qt::Key_P, {SalesOrder::entity, Contract::entity, PaymentPlan::entity}, Action::Create, Payment::entity,
         [] { return Words::tr("Record a payment"); }, opening(Payment::entity, paymentFor)},
        {QStringLiteral("edit-undo"), {}, {Payment::entity}, Action::Create, Payment::entity, [] { return Words::tr("Reverse this payment"); }, opening(Payment::entity, reversalOf)},
    };
    for (const OneRecord &each : commands)
        extras.commands.append(each.command());
    extras.tabs.append([](ViewContext &context, const RecordRef &ref) -> QWidget * {
        const bool shown = ref.entity == Lead::entity && context.records().may(Action::View, LeadScoreRule::entity);
        return shown ? new ScoreView(context, ref) : nullptr;
    });
    extras.global.append({QStringLiteral("flag"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [] { return Words::tr("Quick &lead…"); },
                          [](const Records &records) { return records.may(Action::Create, Lead::entity); }, [](QWidget *parent, ViewContext &context) {
                              auto *dialog = new QuickLead(context, parent);
                              dialog->setAttribute(Qt::WA_DeleteOnClose);
                              dialog->open();
                          }});
    extras.lanes.append({Opportunity::entity, [](ViewContext &context) { return std::make_unique<StageLanes>(context); }});
}

} // namespace guanxi::app
