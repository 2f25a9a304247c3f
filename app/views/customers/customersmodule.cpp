// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/customersmodule.h"

#include "app/views/customers/customersview.h"
#include "app/views/customers/relationchart.h"
#include "app/views/customers/segments.h"
#include "app/views/customers/transferdialog.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistview.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/work.h"

namespace guanxi::app {

namespace {

/// A list with its record beside it, first sorted by `sort` with the newest on top.
class MasterDetailFactory : public ViewFactory
{
public:
    MasterDetailFactory(const model::Entity &entity, const QString &id, model::FieldId sort)
        : m_entity(entity), m_id(id), m_sort(sort)
    {}

    QString id() const override { return m_id; }
    QString title() const override { return entityPlural(m_entity); }
    QString icon() const override { return m_entity.icon; }
    model::Workspace workspace() const override { return model::Workspace::Customers; }
    model::EntityId entity() const override { return m_entity.id; }

    QWidget *createWidget(ViewContext &context, QWidget *parent) const override
    {
        auto *view = new MasterDetailView(context, m_entity.id, parent);
        if (m_sort != 0)
            view->list().setSort(m_sort, true);
        return view;
    }

    QJsonObject saveState(const QWidget *widget) const override { return static_cast<const MasterDetailView *>(widget)->state(); }

    void restoreState(QWidget *widget, const QJsonObject &state) const override
    {
        static_cast<MasterDetailView *>(widget)->setState(state);
    }

private:
    const model::Entity &m_entity;
    QString m_id;
    model::FieldId m_sort;
};

class CustomersFactory final : public MasterDetailFactory
{
public:
    explicit CustomersFactory(const model::Entity &account)
        : MasterDetailFactory(account, QStringLiteral("customers.accounts"), 0)
    {}

    bool isMain() const override { return true; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new CustomersView(context, parent); }
};

} // namespace

void addCustomersViews(ViewList &views, const model::Catalogue &catalogue)
{
    if (const model::Entity *account = catalogue.entity(model::Account::entity))
        views.push_back(std::make_unique<CustomersFactory>(*account));
    struct Listed {
        model::EntityId entity;
        QString id;
        model::FieldId sort;
    };
    for (const Listed &listed : {Listed{model::Contact::entity, QStringLiteral("customers.contacts"), 0},
                                 Listed{model::Interaction::entity, QStringLiteral("customers.interactions"), model::Interaction::happenedAt.id},
                                 Listed{model::Activity::entity, QStringLiteral("customers.activities"), model::Activity::dueAt.id}})
        if (const model::Entity *entity = catalogue.entity(listed.entity))
            views.push_back(std::make_unique<MasterDetailFactory>(*entity, listed.id, listed.sort));
}

void addCustomersExtras(RecordExtras &extras)
{
    extras.commands.append(transferCommand());
    addSegmentCommands(extras);
    extras.tabs.append(relationTab);
}

} // namespace guanxi::app
