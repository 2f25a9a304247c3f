// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/viewlist.h"

#include "app/views/changes/changesmodule.h"
#include "app/views/customers/customersmodule.h"
#include "app/views/duplicates/duplicatesmodule.h"
#include "app/views/export/exportmodule.h"
#include "app/views/generic/mergedialog.h"
#include "app/views/generic/recordlistfactory.h"
#include "app/views/import/importmodule.h"
#include "app/views/print/printmodule.h"
#include "app/views/quality/qualitymodule.h"
#include "app/views/sales/documentsmodule.h"
#include "app/views/sales/salesmodule.h"
#include "app/views/templates/templatesmodule.h"

namespace guanxi::app {

ViewList allViews(const model::Catalogue &catalogue)
{
    ViewList views;
    addCustomersViews(views, catalogue);
    addDuplicatesView(views, catalogue);
    addQualityView(views);
    addChangesView(views);
    addTemplatesView(views);
    addDocumentViews(views, catalogue);
    QSet<model::EntityId> taken;
    for (const auto &view : views)
        taken.insert(view->entity());
    for (const model::Entity &entity : catalogue.entities())
        if (entity.workspace != model::Workspace::None && !taken.contains(entity.id)
            && entity.scope.kind != model::ScopeRule::Kind::ServerOnly) // its rows never come here
            views.push_back(std::make_unique<RecordListFactory>(entity));
    addSalesViews(views); // beside the lists
    return views;
}

RecordExtras allExtras()
{
    RecordExtras extras;
    addCustomersExtras(extras);
    addImportExtras(extras);
    addExportExtras(extras);
    addPrintExtras(extras);
    addTemplatesExtras(extras);
    addSalesExtras(extras);
    addDocumentExtras(extras);
    extras.commands.append(mergeCommand());
    return extras;
}

} // namespace guanxi::app
