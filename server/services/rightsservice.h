// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/rights.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

/// Computes what a user may do at a moment from grants, roles, access and field rules, and departments. Keeps those
/// rows in memory until one of them changes.
class RightsService
{
public:
    explicit RightsService(ServerStore &store) : m_store(store) {}

    /// Empty rights when no grant is active. Errors: NotFound for an unknown user; UserDisabled.
    Result<model::Rights> rightsOf(const Uuid &user, qint64 now);
    /// True if rows of this entity decide rights: after a commit that touched them, invalidate() and compute anew.
    static bool decidesRights(model::EntityId entity);
    void invalidate() { m_loaded = false; }

private:
    struct Grant {
        Uuid user;
        Uuid role;
        Uuid within;
        qint64 from = 0;
        qint64 to = 0; ///< 0: open ended
    };

    Result<void> load();
    Result<QList<model::Record>> all(model::EntityId entity);

    ServerStore &m_store;
    bool m_loaded = false;
    QHash<Uuid, Uuid> m_departmentParents;
    QList<Grant> m_grants;
    QHash<Uuid, QList<model::AccessEntry>> m_access; ///< by role
    QList<model::FieldEntry> m_fields;
};

} // namespace guanxi::server
