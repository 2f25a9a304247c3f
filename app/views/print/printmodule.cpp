// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/print/printmodule.h"

#include "app/reports/documentprintout.h"
#include "app/reports/paper/printpreview.h"
#include "app/views/viewcontext.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintModule)
};

void preview(QWidget *parent, ViewContext &context, const PrintedRecords &printed)
{
    Records &records = context.records();
    const QList<PaperTemplate> templates = DocumentPrintout::templatesFor(records.catalogue().at(printed.entity));
    if (templates.isEmpty())
        return context.notify(Words::tr("There is no template to print these records by."));
    PrintPreview *dialog = showPreview(parent, std::make_unique<DocumentPrintout>(records, &context.drafts(), printed, templates));
    QObject::connect(dialog, &PrintPreview::done, dialog, [&context](const QString &said) { context.notify(said); });
}

void print(QWidget *parent, ViewContext &context, const CommandScope &scope)
{
    if (!scope.chosen.isEmpty())
        return preview(parent, context, {scope.entity, scope.chosen, {}});
    if (!scope.all)
        return context.notify(Words::tr("Choose the records to print."));
    context.records().find(scope.shown, parent, [parent, &context, entity = scope.entity](const Result<Records::Rows> &rows) {
        if (!rows)
            return context.showError(rows.error());
        preview(parent, context, {entity, {}, *rows});
    });
}

} // namespace

void addPrintExtras(RecordExtras &extras)
{
    RecordCommand command;
    command.name = QStringLiteral("print");
    command.icon = QStringLiteral("document-print");
    command.keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    command.text = [] { return Words::tr("Print documents…"); };
    command.offered = [](const Records &records, model::EntityId entity) {
        static const QList<PaperTemplate> templates = PaperTemplate::builtIn();
        const model::Entity &of = records.catalogue().at(entity);
        return records.may(model::Action::Print, entity) && std::any_of(templates.begin(), templates.end(), [&](const PaperTemplate &form) { return form.isFor(of); });
    };
    command.run = print;
    extras.commands.append(command);
}

} // namespace guanxi::app
