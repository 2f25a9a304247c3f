// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/printing.h"

namespace guanxi::model {

namespace {

void declarePrintTemplate(Catalogue &catalogue)
{
    using T = PrintTemplate;
    EntityBuilder entity(catalogue, T::entity, "print_template", "Print template", "Print templates");
    entity.area(Area::Forms).workspace(Workspace::Administration, "document-print").everyone().madeBy(Maker::Program);
    entity.title({T::name.id}).relations({ids::PrintTemplateVersion});
    entity.json(T::name, "name").required().listed();
    entity.text(T::object, "object", 64).label("Kind of record").required().withFile().indexed().listed();
    entity.text(T::code, "code", 64).label("Permanent name").required().unique().withFile();
    entity.integer(T::order, "order", 1, 10'000).byDefault(100).listed().merge(MergePolicy::Latest);
    entity.boolean(T::active, "active", true).required().listed();
    entity.json(T::definition, "definition").required().format(Format::PrintDefinition).withFile();
    entity.integer(T::version, "version").computed(Computed::Server).listed();
    entity.text(T::remark, "remark", 255).search(Search::Text);
}

void declareVersion(Catalogue &catalogue)
{
    using V = PrintTemplateVersion;
    EntityBuilder entity(catalogue, V::entity, "print_template_version", "Version of a print template", "Versions of print templates");
    entity.childOf(PrintTemplate::entity, V::printTemplate).area(Area::Forms).title({V::printTemplate.id, V::version.id}).appendOnly().serverWritten();
    entity.reference(V::printTemplate, "print_template", PrintTemplate::entity).required().listed();
    entity.integer(V::version, "version", 1, 1'000'000).required().listed();
    entity.json(V::definition, "definition").required().format(Format::PrintDefinition).system();
    entity.reference(V::savedBy, "saved_by", ids::User).label("Saved by").system().listed();
    entity.dateTime(V::savedAt, "saved_at").label("Saved").system().listed();
}

} // namespace

void declarePrinting(Catalogue &catalogue)
{
    declarePrintTemplate(catalogue);
    declareVersion(catalogue);
}

} // namespace guanxi::model
