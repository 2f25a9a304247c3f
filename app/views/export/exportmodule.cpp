// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/export/exportmodule.h"

#include "app/views/export/exportdialog.h"
#include "app/views/viewcontext.h"

#include <QCoreApplication>

namespace guanxi::app {

void addExportExtras(RecordExtras &extras)
{
    RecordCommand command;
    command.icon = QStringLiteral("document-export");
    command.keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    command.text = [] { return QCoreApplication::translate("ExportDialog", "Export…"); };
    command.offered = [](const Records &records, model::EntityId entity) { return records.may(model::Action::Export, entity); };
    command.run = [](QWidget *parent, ViewContext &context, const CommandScope &scope) {
        auto *dialog = new ExportDialog(context, scope, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setModal(true);
        dialog->show();
    };
    extras.commands.append(command);
}

} // namespace guanxi::app
