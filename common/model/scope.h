// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

#include <functional>

namespace guanxi::model {

enum class ScopeKind : quint8 { All = 0, Department = 1, Owner = 2, Share = 3 };

/// Names a set of rows of one entity: all of them, those of a department, of an owner, or shared with somebody.
/// The feed has one entry per row and scope; what a user may see is a set of scopes.
struct ScopeKey {
    EntityId entity = 0;
    ScopeKind kind = ScopeKind::All;
    Uuid ref; ///< department, user or sharee; none for All

    auto operator<=>(const ScopeKey &) const = default;
};

/// Rows that take their place from one that everybody may see (a document of a product) are shared with this name.
const Uuid &everybody();

size_t qHash(const ScopeKey &key, size_t seed = 0) noexcept;

/// Where a row stands: what decides who may see and change it.
struct RowPlace {
    QList<Uuid> owners; ///< owner and assignees
    Uuid department;
    QList<Uuid> shares; ///< users, departments or roles it is shared with
    bool everyone = false;
};

/// With whom a record is shared now (rows of Share).
using SharesOf = std::function<QList<Uuid>(const RecordRef &record)>;

/// Where `record` stands by its entity's scope rule, and with whom it is shared. Inherits reads the parent through
/// `lookup` (trees of entities, never deep); what is shared is shared with its children.
RowPlace placeOf(const Record &record, const RecordLookup &lookup, const SharesOf &shares = {});
/// The scopes of a row that stands there; none for rows that never leave the server.
QList<ScopeKey> scopesOf(const Entity &entity, const RowPlace &place);

} // namespace guanxi::model
