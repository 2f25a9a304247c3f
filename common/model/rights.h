// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/codec.h"
#include "common/model/scope.h"

namespace guanxi::model {

/// What may be done to a row. Numbers are permanent: 1-based choices of AccessRule.action.
enum class Action : quint8 { View = 1, Create, Edit, Delete, Assign, Transfer, Approve, Export, Import, Print, Configure };
inline constexpr int ActionCount = 11;

/// How far a right reaches. Numbers are permanent: 1-based choices of AccessRule.scope.
enum class Reach : quint8 { None = 1, Own, Department, Subtree, All };

/// Numbers are permanent: 1-based choices of FieldRule.right. Stronger is larger.
enum class FieldRight : quint8 { Hidden = 1, Masked, Read, Write };

/// One row of an access control list, bound to an active grant of its role.
struct AccessEntry {
    EntityId entity = 0;
    Action action = Action::View;
    Reach reach = Reach::None;
    Uuid within; ///< the grant is limited to this department and below; none: no limit
};

/// A field right of one active role. Fields a role does not name are Write there (Masked where declared masked).
struct FieldEntry {
    Uuid role;
    EntityId entity = 0;
    FieldId field = 0;
    FieldRight right = FieldRight::Write;
};

/// Everything that decides a user's rights at a moment. Departments map child to parent.
struct RightsInput {
    Uuid user;
    Uuid department;
    QHash<Uuid, Uuid> departmentParents;
    QList<Uuid> activeRoles;
    QList<AccessEntry> access;
    QList<FieldEntry> fields;
    QHash<EntityId, QList<Uuid>> viewRoles; ///< active roles that may view the entity at all
    qint64 changesAt = 0; ///< UTC ms at which a grant begins or ends next; 0: never
};

/// The one rights check: what a user may see and do, by row, field and action. Lists, forms, search, history, export,
/// print, sync on both sides ask it. A union of grants: absence is denial, there is no deny.
class Rights
{
public:
    Rights() = default;
    Rights(const RightsInput &input, const Catalogue &catalogue);
    /// May do everything; for the server's own work.
    static Rights unlimited(const Uuid &user);
    /// Those of a person, made from rights that were computed for nobody (`input.user` null): what is the same for all
    /// persons of the same roles is not copied.
    Rights heldBy(const Uuid &user) const;

    const Uuid &user() const { return m_user; }
    const Uuid &department() const { return m_department; }
    qint64 changesAt() const { return m_changesAt; }
    bool isEmpty() const { return !m_unlimited && m_spans.isEmpty(); }

    /// To at least some row of the entity.
    bool may(Action action, EntityId entity) const;
    /// To a row that stands at `place`.
    bool may(Action action, EntityId entity, const RowPlace &place) const;
    FieldRight fieldRight(const Entity &entity, const Field &field) const;
    /// The fields of the entity that may not all be read and written, each with its right.
    QList<std::pair<const Field *, FieldRight>> limitedFields(const Entity &entity) const;
    bool isVisible(const Entity &entity, const Field &field) const { return fieldRight(entity, field) != FieldRight::Hidden; }

    /// Scopes whose rows the user may see.
    QSet<ScopeKey> visibleScopes(const Catalogue &catalogue) const;
    /// Equal for users who see the same fields of every entity: rows are encoded once per projection.
    QByteArray projection() const;

    void write(CborWriter &writer) const;
    static Rights read(CborReader &reader);
    bool operator==(const Rights &) const = default;

private:
    struct Span {
        bool all = false;
        bool own = false;
        QSet<Uuid> departments;
        bool operator==(const Span &) const = default;
    };
    using SpanKey = std::pair<EntityId, Action>;
    using FieldKey = std::pair<EntityId, FieldId>;

    void addAccess(const AccessEntry &entry, const RightsInput &input);
    void addFields(const RightsInput &input, const Catalogue &catalogue);
    void addSharees(const RightsInput &input);
    const Span *span(Action action, EntityId entity) const;

    bool m_unlimited = false;
    Uuid m_user;
    Uuid m_department;
    qint64 m_changesAt = 0;
    QSet<Uuid> m_sharees; ///< whom a row may be shared with to reach this user: user, departments above, active roles
    QMap<SpanKey, Span> m_spans;
    QMap<FieldKey, FieldRight> m_fields; ///< only those that differ from Write
};

/// The departments below and including `root`.
QSet<Uuid> subtreeOf(const Uuid &root, const QHash<Uuid, Uuid> &parents);

/// What travels instead of a masked text: the ends stay readable, the middle does not ("6222****1234").
QString maskText(const QString &text);

/// `record` as somebody with `rights` may see it: hidden fields empty, masked ones masked.
Record project(const Record &record, const Rights &rights);

} // namespace guanxi::model
