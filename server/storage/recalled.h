// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// What a Recall remembers; of ServerStore's own files only.
struct ServerStore::Recalled {
    struct Children {
        model::FieldId field;
        model::RecordRef target;
        bool operator==(const Children &) const = default;
        friend size_t qHash(const Children &key, size_t seed) { return qHashMulti(seed, key.field, key.target); }
    };
    QHash<model::RecordRef, std::optional<ServerRow>> rows;
    QHash<model::EntityId, QHash<Children, std::vector<qint64>>> children;

    void forget(const model::RecordRef &ref)
    {
        rows.remove(ref);
        children.remove(ref.entity);
    }
};

} // namespace guanxi::server
