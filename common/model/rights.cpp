// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/rights.h"

#include <QCryptographicHash>

namespace guanxi::model {

QSet<Uuid> subtreeOf(const Uuid &root, const QHash<Uuid, Uuid> &parents)
{
    QSet<Uuid> tree{root};
    // Trees are a few levels deep; repeat until nothing joins, which also ends on a loop in bad data.
    for (bool grew = true; grew;) {
        grew = false;
        for (auto it = parents.begin(); it != parents.end(); ++it)
            if (tree.contains(it.value()) && !tree.contains(it.key())) {
                tree.insert(it.key());
                grew = true;
            }
    }
    return tree;
}

Rights::Rights(const RightsInput &input, const Catalogue &catalogue)
    : m_user(input.user), m_department(input.department), m_changesAt(input.changesAt)
{
    addSharees(input);
    for (const AccessEntry &entry : input.access)
        addAccess(entry, input);
    addFields(input, catalogue);
}

Rights Rights::unlimited(const Uuid &user)
{
    Rights rights;
    rights.m_unlimited = true;
    rights.m_user = user;
    return rights;
}

Rights Rights::heldBy(const Uuid &user) const
{
    Rights held = *this;
    held.m_user = user;
    held.m_sharees.insert(user);
    return held;
}

void Rights::addSharees(const RightsInput &input)
{
    m_sharees = QSet<Uuid>(input.activeRoles.begin(), input.activeRoles.end());
    m_sharees.insert(input.user);
    // What is shared with a department is shared with those below it, too; contains() ends on a loop in bad data.
    for (Uuid above = input.department; !above.isNull() && !m_sharees.contains(above);
         above = input.departmentParents.value(above))
        m_sharees.insert(above);
    m_sharees.remove(Uuid());
}

void Rights::addAccess(const AccessEntry &entry, const RightsInput &input)
{
    if (entry.reach == Reach::None)
        return;
    Span &span = m_spans[{entry.entity, entry.action}];
    const QSet<Uuid> limit = entry.within.isNull() ? QSet<Uuid>() : subtreeOf(entry.within, input.departmentParents);
    QSet<Uuid> departments;
    switch (entry.reach) {
    case Reach::None: break;
    case Reach::All:
        if (entry.within.isNull())
            span.all = true;
        departments = limit;
        break;
    case Reach::Subtree: departments = subtreeOf(input.department, input.departmentParents); break;
    case Reach::Department: departments = {input.department}; break;
    case Reach::Own: break;
    }
    if (!entry.within.isNull())
        departments.intersect(limit);
    departments.remove(Uuid());
    span.departments.unite(departments);
    span.own = true; // every reach includes one's own rows
}

void Rights::addFields(const RightsInput &input, const Catalogue &catalogue)
{
    for (const Entity &entity : catalogue.entities()) {
        const QList<Uuid> roles = input.viewRoles.value(entity.id);
        if (roles.isEmpty())
            continue;
        QList<FieldEntry> named;
        std::copy_if(input.fields.begin(), input.fields.end(), std::back_inserter(named), [&](const FieldEntry &entry) { return entry.entity == entity.id; });
        for (const Field &field : entity.fields()) {
            const FieldRight byDefault = field.masked ? FieldRight::Masked : FieldRight::Write;
            FieldRight strongest = FieldRight(0);
            for (const Uuid &role : roles) {
                FieldRight right = byDefault;
                for (const FieldEntry &entry : std::as_const(named))
                    if (entry.role == role && entry.field == field.id)
                        right = entry.right;
                strongest = std::max(strongest, right);
            }
            if (strongest != FieldRight::Write)
                m_fields.insert({entity.id, field.id}, strongest);
        }
    }
}

const Rights::Span *Rights::span(Action action, EntityId entity) const
{
    const auto found = m_spans.constFind({entity, action});
    return found == m_spans.constEnd() ? nullptr : &*found;
}

bool Rights::may(Action action, EntityId entity) const { return m_unlimited || span(action, entity); }

bool Rights::may(Action action, EntityId entity, const RowPlace &place) const
{
    if (m_unlimited)
        return true;
    const Span *found = span(action, entity);
    if (!found)
        return false;
    return found->all || (action == Action::View && place.everyone) || found->departments.contains(place.department)
        || (found->own
            && (place.owners.contains(m_user)
                || std::any_of(place.shares.begin(), place.shares.end(),
                               [&](const Uuid &share) { return m_sharees.contains(share); })));
}

FieldRight Rights::fieldRight(const Entity &entity, const Field &field) const
{
    if (m_unlimited)
        return FieldRight::Write;
    if (!span(Action::View, entity.id))
        return FieldRight::Hidden;
    // A field made after these rights were computed is not in the map; a mask must not fall off for that.
    return m_fields.value({entity.id, field.id}, field.masked && field.custom ? FieldRight::Masked : FieldRight::Write);
}

QList<std::pair<const Field *, FieldRight>> Rights::limitedFields(const Entity &entity) const
{
    QList<std::pair<const Field *, FieldRight>> limited;
    if (m_unlimited)
        return limited;
    const bool sees = span(Action::View, entity.id);
    for (const Field &field : entity.fields())
        if (const bool special = !sees || (field.masked && field.custom); special && fieldRight(entity, field) != FieldRight::Write)
            limited.append({&field, fieldRight(entity, field)});
    // The map holds the few that are limited, and is not asked for each of the many others.
    for (auto it = m_fields.lowerBound({entity.id, 0}); sees && it != m_fields.end() && it.key().first == entity.id; ++it)
        if (const Field *field = entity.field(it.key().second); field && !(field->masked && field->custom))
            limited.append({field, it.value()});
    return limited;
}

QSet<ScopeKey> Rights::visibleScopes(const Catalogue &catalogue) const
{
    QSet<ScopeKey> scopes;
    for (const Entity &entity : catalogue.entities()) {
        const Span *view = span(Action::View, entity.id);
        if (!view && !m_unlimited)
            continue;
        if (m_unlimited || view->all || entity.scope.kind == ScopeRule::Kind::Everyone)
            scopes.insert({entity.id, ScopeKind::All, {}});
        if (!view || (view->all && entity.scope.kind != ScopeRule::Kind::Private))
            continue;
        for (const Uuid &department : view->departments)
            scopes.insert({entity.id, ScopeKind::Department, department});
        scopes.insert({entity.id, ScopeKind::Owner, m_user});
        for (const Uuid &sharee : m_sharees)
            scopes.insert({entity.id, ScopeKind::Share, sharee});
        if (entity.scope.kind == ScopeRule::Kind::Inherits)
            scopes.insert({entity.id, ScopeKind::Share, everybody()});
    }
    return scopes;
}

QByteArray Rights::projection() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it)
        hash.addData(QByteArray::number(it.key().first) + ':' + QByteArray::number(it.key().second) + '='
                     + QByteArray::number(int(it.value())) + ';');
    for (auto it = m_spans.begin(); it != m_spans.end(); ++it)
        if (it.key().second == Action::View)
            hash.addData('v' + QByteArray::number(it.key().first));
    return hash.result().left(16);
}

void Rights::write(CborWriter &writer) const
{
    const auto id = [&](const Uuid &uuid) { writer.appendByteString(uuid.view().data(), Uuid::Size); };
    const auto ids = [&](const QSet<Uuid> &set) {
        QList<Uuid> sorted(set.begin(), set.end());
        std::sort(sorted.begin(), sorted.end());
        writer.startArray(quint64(sorted.size()));
        for (const Uuid &one : sorted)
            id(one);
    };
    writer.startArray(7);
    writer.append(m_unlimited);
    id(m_user);
    id(m_department);
    writer.append(m_changesAt);
    ids(m_sharees);
    writer.startArray(quint64(m_spans.size()));
    for (auto it = m_spans.begin(); it != m_spans.end(); ++it) {
        writer.startArray(5);
        writer.append(quint64(it.key().first));
        writer.append(quint64(it.key().second));
        writer.append(it->all);
        writer.append(it->own);
        ids(it->departments);
    }
    writer.startArray(quint64(m_fields.size()));
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        writer.startArray(3);
        writer.append(quint64(it.key().first));
        writer.append(quint64(it.key().second));
        writer.append(quint64(it.value()));
    }
}

Rights Rights::read(CborReader &reader)
{
    const auto ids = [&] {
        QSet<Uuid> set;
        const qsizetype size = reader.enterArray();
        for (qsizetype i = 0; i < size && !reader.failed(); ++i)
            set.insert(readId(reader));
        reader.leave();
        return set;
    };
    Rights rights;
    reader.enterArray();
    rights.m_unlimited = reader.boolean();
    rights.m_user = readId(reader);
    rights.m_department = readId(reader);
    rights.m_changesAt = reader.integer();
    rights.m_sharees = ids();
    qsizetype count = reader.enterArray();
    for (qsizetype i = 0; i < count && !reader.failed(); ++i) {
        reader.enterArray();
        const EntityId entity = EntityId(reader.integer());
        const Action action = Action(reader.integer());
        const bool all = reader.boolean();
        const bool own = reader.boolean();
        const Span span{all, own, ids()};
        reader.leave();
        rights.m_spans.insert({entity, action}, span);
    }
    reader.leave();
    count = reader.enterArray();
    for (qsizetype i = 0; i < count && !reader.failed(); ++i) {
        reader.enterArray();
        const EntityId entity = EntityId(reader.integer());
        const FieldId field = FieldId(reader.integer());
        rights.m_fields.insert({entity, field}, FieldRight(reader.integer()));
        reader.leave();
    }
    reader.leave();
    reader.leave();
    return rights;
}

QString maskText(const QString &text)
{
    if (text.isEmpty())
        return {};
    const qsizetype shown = text.size() >= 12 ? 4 : text.size() >= 6 ? 1 : 0;
    return text.left(shown) + QStringLiteral("****") + text.right(shown);
}

Record project(const Record &record, const Rights &rights)
{
    Record projected = record;
    for (const auto &[field, right] : rights.limitedFields(record.entity())) {
        if (right == FieldRight::Hidden)
            projected.setValue(field->id, {});
        else if (right == FieldRight::Masked)
            projected.setValue(field->id, field->isText() && !record.value(field->id).isNull()
                                              ? Value(maskText(record.value(field->id).text()))
                                              : Value());
    }
    return projected;
}

} // namespace guanxi::model
