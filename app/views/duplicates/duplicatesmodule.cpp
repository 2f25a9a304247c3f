// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/duplicates/duplicatesmodule.h"

#include "app/views/duplicates/duplicatesview.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::app {

namespace {

class DuplicatesFactory final : public ViewFactory
{
public:
    explicit DuplicatesFactory(const model::Entity &pairs) : m_pairs(pairs) {}

    QString id() const override { return QStringLiteral("customers.duplicates"); }
    QString title() const override { return entityPlural(m_pairs); }
    QString icon() const override { return QStringLiteral("edit-copy"); }
    model::Workspace workspace() const override { return model::Workspace::Customers; }
    model::EntityId entity() const override { return m_pairs.id; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new DuplicatesView(context, parent); }

    QJsonObject saveState(const QWidget *widget) const override
    {
        return {{QStringLiteral("entity"), int(static_cast<const DuplicatesView *>(widget)->entity())}};
    }
    void restoreState(QWidget *widget, const QJsonObject &state) const override
    {
        static_cast<DuplicatesView *>(widget)->setEntity(model::EntityId(state[QLatin1String("entity")].toInt()));
    }

private:
    const model::Entity &m_pairs;
};

} // namespace

void addDuplicatesView(ViewList &views, const model::Catalogue &catalogue)
{
    if (const model::Entity *pairs = catalogue.entity(model::DuplicateCandidate::entity))
        views.push_back(std::make_unique<DuplicatesFactory>(*pairs));
}

} // namespace guanxi::app
