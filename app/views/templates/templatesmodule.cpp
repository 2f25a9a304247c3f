// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templatesmodule.h"

#include "app/views/templates/templateeditor.h"
#include "app/views/templates/templatesview.h"
#include "app/views/viewcontext.h"
#include "common/model/catalogue/ids.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

class TemplatesFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(TemplatesFactory)

public:
    QString id() const override { return QStringLiteral("administration.print_templates"); }
    QString title() const override { return tr("Print templates"); }
    QString icon() const override { return QStringLiteral("document-print"); }
    model::Workspace workspace() const override { return model::Workspace::Administration; }
    model::EntityId entity() const override { return model::ids::PrintTemplate; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new TemplatesView(context, parent); }
};

} // namespace

void addTemplatesExtras(RecordExtras &extras)
{
    RecordCommand edit;
    edit.name = QStringLiteral("edit-template");
    edit.icon = QStringLiteral("document-edit");
    edit.text = [] { return TemplatesFactory::tr("Edit what is printed…"); };
    edit.offered = [](const Records &records, model::EntityId entity) { return entity == model::ids::PrintTemplate && records.may(model::Action::Edit, entity); };
    edit.run = [](QWidget *parent, ViewContext &context, const CommandScope &scope) {
        for (const CompanyTemplate &each : companyTemplates(context.records()))
            if (each.isOwn() && scope.chosen.contains(each.record.ref()))
                openTemplateEditor(context, each, parent);
    };
    extras.commands.append(edit);
}

void addTemplatesView(ViewList &views) { views.push_back(std::make_unique<TemplatesFactory>()); }

} // namespace guanxi::app
