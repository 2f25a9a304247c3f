// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/field.h"

namespace guanxi::model {

/// A condition on the fields of a record, as a tree; the empty filter lets everything pass. An empty field passes Empty,
/// IsNot and Not(…) only.
struct Filter {
    /// Numbers are permanent: saved views hold them.
    enum class Kind : quint8 {
        And = 0,       ///< all of `children`
        Or = 1,        ///< one of `children`
        Not = 2,       ///< not `children[0]`
        Is = 3,
        IsNot = 4,
        Less = 5,
        LessOrEqual = 6,
        Greater = 7,
        GreaterOrEqual = 8,
        Between = 9,   ///< values[0] ≤ field ≤ values[1]
        Contains = 10, ///< text, without regard to case; tags and reference sets: has this element
        StartsWith = 11,
        Empty = 12,
        NotEmpty = 13,
        In = 14,       ///< one of `values`
        Related = 15,  ///< the record that reference field `field` names passes `children[0]`
        LastDays = 16, ///< date or time within the last values[0] days, today included
        InSubtree = 17, ///< reference into a tree: values[0] or below
        Referred = 18,  ///< a live record of entity values[0] names this one in its field values[1], and passes `children[0]`, if any
        Mine = 19,      ///< reference to a user: whoever asks
        MyDepartment = 20, ///< reference to a department: that of whoever asks, or below it
        Among = 21 ///< the record is one of those whose ids are in values[0], packed (valueOf())
    };

    Kind kind = Kind::And;
    FieldId field = 0;
    QList<Value> values;
    QList<Filter> children;

    bool isEmpty() const { return kind == Kind::And && children.isEmpty(); }
    bool operator==(const Filter &) const = default;

    static Filter all(QList<Filter> children) { return {Kind::And, 0, {}, std::move(children)}; }
    static Filter any(QList<Filter> children) { return {Kind::Or, 0, {}, std::move(children)}; }
    static Filter negate(Filter child) { return {Kind::Not, 0, {}, {std::move(child)}}; }
    static Filter related(FieldId field, Filter child) { return {Kind::Related, field, {}, {std::move(child)}}; }
    static Filter among(QList<Uuid> ids) { return {Kind::Among, 0, {valueOf(std::move(ids))}, {}}; }
    static Filter in(FieldId field, QList<Value> values) { return {Kind::In, field, std::move(values), {}}; }
    static Filter between(FieldId field, Value low, Value high)
    {
        return {Kind::Between, field, {std::move(low), std::move(high)}, {}};
    }
    static Filter referred(EntityId entity, FieldId field, QList<Filter> child = {})
    {
        return {Kind::Referred, 0, {Value(qint64(entity)), Value(qint64(field))}, std::move(child)};
    }
    static Filter mine(FieldId field) { return {Kind::Mine, field, {}, {}}; }
    static Filter empty(FieldId field) { return {Kind::Empty, field, {}, {}}; }
    static Filter notEmpty(FieldId field) { return {Kind::NotEmpty, field, {}, {}}; }
    static Filter lastDays(FieldId field, int days) { return {Kind::LastDays, field, {Value(days)}, {}}; }
    static Filter inSubtree(FieldId field, const Uuid &root) { return {Kind::InSubtree, field, {root}, {}}; }
    /// Is, IsNot, Less …: the kinds with one value.
    static Filter compare(Kind kind, FieldId field, Value value)
    {
        return {kind, field, {std::move(value)}, {}};
    }
    static Filter is(FieldId field, Value value) { return compare(Kind::Is, field, std::move(value)); }
    static Filter isNot(FieldId field, Value value) { return compare(Kind::IsNot, field, std::move(value)); }
    static Filter contains(FieldId field, Value value) { return compare(Kind::Contains, field, std::move(value)); }
    static Filter startsWith(FieldId field, Value value) { return compare(Kind::StartsWith, field, std::move(value)); }
};

} // namespace guanxi::model
