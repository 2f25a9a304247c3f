// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importmodule.h"

#include "app/views/import/importdialog.h"
#include "app/views/viewcontext.h"

#include <QCoreApplication>

namespace guanxi::app {

void addImportExtras(RecordExtras &extras)
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
    extras.commands.append(command);
}

} // namespace guanxi::app
