// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/print/printmodule.h"

#include "app/reports/companytemplates.h"
#include "app/reports/documentprintout.h"
#include "app/reports/labelprintout.h"
#include "app/reports/paper/printpreview.h"
#include "app/views/viewcontext.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintModule)
};

using Make = std::function<std::unique_ptr<Printout>(ViewContext &context, const PrintedRecords &printed)>;

void preview(QWidget *parent, ViewContext &context, std::unique_ptr<Printout> printout)
{
    PrintPreview *dialog = showPreview(parent, std::move(printout));
    QObject::connect(dialog, &PrintPreview::done, dialog, [&context](const QString &said) { context.notify(said); });
}

void print(QWidget *parent, ViewContext &context, const CommandScope &scope, const Make &make)
{
    if (!scope.chosen.isEmpty())
        return preview(parent, context, make(context, {scope.entity, scope.chosen, {}}));
    if (!scope.all)
        return context.notify(Words::tr("Choose the records to print."));
    context.records().find(scope.shown, parent, [parent, &context, make, entity = scope.entity](const Result<Records::Rows> &rows) {
        if (!rows)
            return context.showError(rows.error());
        preview(parent, context, make(context, {entity, {}, *rows}));
    });
}

RecordCommand command(const QString &name, const QString &icon, Qt::Key key, std::function<QString()> text, const Make &make)
{
    RecordCommand made;
    made.name = name;
    made.icon = icon;
    made.keys = QKeySequence(Qt::CTRL | Qt::SHIFT | key);
    made.text = std::move(text);
    made.offered = [](const Records &records, model::EntityId entity) { return records.may(model::Action::Print, entity); };
    made.run = [make](QWidget *parent, ViewContext &context, const CommandScope &scope) { print(parent, context, scope, make); };
    return made;
}

std::unique_ptr<Printout> documents(ViewContext &context, const PrintedRecords &printed)
{
    Records &records = context.records();
    return std::make_unique<DocumentPrintout>(records, &context.drafts(), printed, templatesFor(records, records.catalogue().at(printed.entity)));
}

std::unique_ptr<Printout> labels(ViewContext &context, const PrintedRecords &printed) { return std::make_unique<LabelPrintout>(context.records(), &context.drafts(), printed); }

} // namespace

void addPrintExtras(RecordExtras &extras)
{
    extras.commands.append(command(QStringLiteral("print"), QStringLiteral("document-print"), Qt::Key_P, [] { return Words::tr("Print records and documents…"); }, documents));
    RecordCommand ofLabels = command(QStringLiteral("labels"), QStringLiteral("tag"), Qt::Key_L, [] { return Words::tr("Print labels…"); }, labels);
    ofLabels.offered = [](const Records &records, model::EntityId entity) { return records.may(model::Action::Print, entity) && LabelPrintout::isFor(records.catalogue().at(entity)); };
    extras.commands.append(ofLabels);
}

} // namespace guanxi::app
