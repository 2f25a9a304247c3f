// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/documentsmodule.h"

#include "app/views/sales/documentadvice.h"
#include "app/views/sales/documentlist.h"
#include "app/views/sales/nextdocument.h"
#include "app/views/sales/onerecord.h"
#include "app/views/sales/plandialog.h"
#include "app/views/sales/versionsview.h"
#include "app/views/viewcontext.h"
#include "common/model/catalogue/sales.h"

#include <QCoreApplication>

namespace guanxi::app {

using namespace model;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Documents)
};

void planPayments(QWidget *parent, ViewContext &context, const RecordRef &ref)
{
    const Result<Record> document = context.records().load(ref);
    const Result<qint64> open = document ? PlanDialog::openOf(context.records(), *document) : Result<qint64>(document.error());
    if (!open)
        return context.showError(open.error());
    if (*open <= 0)
        return context.notify(Words::tr("There is nothing left to plan: the instalments cover all of it."));
    auto *dialog = new PlanDialog(context, *document, *open, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void renew(QWidget *, ViewContext &context, const RecordRef &ref)
{
    const Result<Preset> preset = renewalOf(context.records(), ref);
    if (!preset && preset.error().code == ErrorCode::WrongState)
        return context.notify(Words::tr("Only a contract that was signed can be renewed."));
    if (!preset)
        return context.showError(preset.error());
    context.createRecord(Contract::entity, *preset);
}

} // namespace

void addDocumentViews(ViewList &views, const Catalogue &catalogue)
{
    for (const EntityId id : {Quote::entity, Contract::entity, SalesOrder::entity, PaymentPlan::entity})
        if (const Entity *entity = catalogue.entity(id))
            views.push_back(std::make_unique<DocumentListFactory>(*entity, readyFilters(id)));
}

void addDocumentExtras(RecordExtras &extras)
{
    const OneRecord commands[] = {
        {QStringLiteral("view-time-schedule"), Qt::ALT | Qt::SHIFT | Qt::Key_I, {SalesOrder::entity, Contract::entity}, Action::Create, PaymentPlan::entity,
         [] { return Words::tr("Plan payments…"); }, planPayments},
        {QStringLiteral("view-refresh"), Qt::ALT | Qt::SHIFT | Qt::Key_R, {Contract::entity}, Action::Create, Contract::entity, [] { return Words::tr("Renew…"); }, renew},
    };
    for (const OneRecord &each : commands)
        extras.commands.append(each.command());
    extras.tabs.append([](ViewContext &context, const RecordRef &ref) -> QWidget * {
        return ref.entity == Quote::entity && context.records().may(Action::View, QuoteVersion::entity) ? new VersionsView(context, ref) : nullptr;
    });
    extras.advice += {creditAdvice, overdueAdvice, endingAdvice};
}

} // namespace guanxi::app
