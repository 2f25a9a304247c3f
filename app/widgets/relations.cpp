// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/relations.h"

#include "common/model/catalogue/ids.h"

namespace guanxi::app {

using model::Entity;
using model::EntityId;
using model::Field;
using model::Value;

namespace {

constexpr int AlwaysShown = 4; ///< of the relation menu

Value valueFor(const Field &field, const model::RecordRef &parent)
{
    return field.type == model::FieldType::AnyReference ? Value(parent) : Value(parent.id);
}

/// Fields of `entity` that may point at `target`.
QList<const Field *> pointers(const Entity &entity, EntityId target)
{
    QList<const Field *> fields;
    for (const Field &field : entity.fields()) {
        const bool any = field.type == model::FieldType::AnyReference && field.targets.isEmpty();
        if (field.id >= model::system::FirstOwn && (any || (field.targets.contains(target) && field.type != model::FieldType::References)))
            fields.append(&field);
    }
    return fields;
}

bool isHistory(EntityId entity)
{
    using namespace model;
    return entity == ids::Change || entity == ids::ChangeSet || entity == ids::Conflict || entity == ids::AuditEvent
           || entity == ids::UserSetting || entity == ids::Notification || entity == ids::Session
           || entity == ids::ImportRow || entity == ids::DuplicateCandidate;
}

/// A view of a subject shows them.
bool hasTabOfItsOwn(EntityId entity) { return entity == model::ids::QuoteVersion; }

/// Happenings: what people did with the record, not what belongs to it.
bool isHappening(const Entity &entity)
{
    using namespace model;
    static const QSet<EntityId> timed{ids::Interaction, ids::Activity,    ids::Ticket,    ids::SalesOrder, ids::Quote,   ids::Payment,
                                      ids::Contract,    ids::Opportunity, ids::ChurnCase, ids::EmailMessage, ids::Expense, ids::StageChange,
                                      ids::Project,     ids::SurveyResponse, ids::StockDocument, ids::PurchaseOrder, ids::ChatSession};
    return timed.contains(entity.id);
}

} // namespace

storage::Filter Relation::filter(const model::RecordRef &parent) const
{
    QList<storage::Filter> parts;
    for (const Field *field : fields)
        parts.append(storage::Filter::is(field->id, valueFor(*field, parent)));
    return parts.size() == 1 ? parts.first() : storage::Filter::any(parts);
}

Preset Relation::preset(const model::RecordRef &parent) const
{
    for (const Field *field : fields)
        if (field->isEditable())
            return {{field->id, valueFor(*field, parent)}};
    return {};
}

QList<Relation> relationsOf(const Records &records, EntityId of)
{
    const model::Catalogue &catalogue = records.catalogue();
    const Entity &entity = catalogue.at(of);
    QList<Relation> relations;
    QSet<EntityId> taken;
    const auto add = [&](const Entity *related, bool main) {
        if (!related || taken.contains(related->id) || !records.may(model::Action::View, related->id))
            return;
        const QList<const Field *> fields = pointers(*related, of);
        if (fields.isEmpty())
            return;
        taken.insert(related->id);
        relations.append({related, fields, main, isHappening(*related)});
    };
    for (const Entity &child : catalogue.entities())
        if (child.parent == of && !hasTabOfItsOwn(child.id))
            add(&child, true);
    int place = 0;
    for (const EntityId id : entity.relationMenu)
        add(catalogue.entity(id), place++ < AlwaysShown);
    for (const model::Catalogue::Relation &relation : catalogue.relationsTo(of))
        if (!isHistory(relation.entity->id) && !hasTabOfItsOwn(relation.entity->id) && relation.entity->scope.kind != model::ScopeRule::Kind::ServerOnly)
            add(relation.entity, false);
    return relations;
}

} // namespace guanxi::app
