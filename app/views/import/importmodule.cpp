// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importmodule.h"

#include "app/data/history.h"
#include "app/views/import/importdialog.h"
#include "app/views/viewcontext.h"
#include "common/model/catalogue/platform.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

/// Takes back the action that brought in all that the import tells of.
void takeBack(ViewContext &context, const model::RecordRef &import)
{
    const Result<model::Record> job = context.records().load(import);
    if (!job)
        return context.showError(job.error());
    if ((*job)[model::ImportJob::state] == model::ImportJob::Undone)
        return context.notify(QCoreApplication::translate("ImportDialog", "This import has been taken back already."));
    const Result<QList<HistoryEntry>> past = context.records().history(import);
    if (!past)
        return context.showError(past.error());
    const auto made = std::find_if(past->begin(), past->end(), [](const HistoryEntry &entry) { return entry.change.kind == model::ChangeKind::Insert; });
    if (made == past->end())
        return context.notify(QCoreApplication::translate("ImportDialog", "This import is too long ago to be taken back here."));
    context.undo(made->action);
}

RecordCommand importing()
{
    RecordCommand command;
    command.icon = QStringLiteral("document-import");
    command.text = [] { return QCoreApplication::translate("ImportDialog", "Import…"); };
    command.offered = [](const Records &records, model::EntityId entity) {
        const model::Entity *declared = records.catalogue().entity(entity);
        return declared && declared->maker == model::Maker::People && !declared->serverWritten && records.may(model::Action::Create, entity);
    };
    command.run = [](QWidget *parent, ViewContext &context, const CommandScope &scope) {
        auto *dialog = new ImportDialog(context, context.records().catalogue().at(scope.entity), parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setModal(true);
        dialog->show();
        dialog->chooseFile();
    };
    command.ofList = true;
    return command;
}

RecordCommand takingBack()
{
    RecordCommand command;
    command.icon = QStringLiteral("edit-undo");
    command.text = [] { return QCoreApplication::translate("ImportDialog", "Take import back"); };
    command.offered = [](const Records &records, model::EntityId entity) {
        return entity == model::ImportJob::entity && records.may(model::Action::Create, entity);
    };
    command.run = [](QWidget *, ViewContext &context, const CommandScope &scope) {
        if (scope.chosen.size() == 1)
            takeBack(context, scope.chosen.first());
        else
            context.notify(QCoreApplication::translate("ImportDialog", "Choose one import."));
    };
    return command;
}

} // namespace

void addImportExtras(RecordExtras &extras)
{
    extras.commands.append(importing());
    extras.commands.append(takingBack());
}

} // namespace guanxi::app
