// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/rights.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

/// Computes what a user may do at a moment from grants, roles, access and field rules, and departments. Keeps those
/// rows, and what came of them, in memory until one of them changes.
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

    /// What was computed for a user, and the time for which that holds.
    struct Known {
        model::Rights rights;
        qint64 since = 0; ///< until rights.changesAt()

        bool holds(const Uuid &department, qint64 now) const;
    };

    Result<void> load();
    Known compute(const Uuid &user, const Uuid &department, qint64 now) const;
    Result<QList<model::Record>> all(model::EntityId entity);

    ServerStore &m_store;
    bool m_loaded = false;
    QHash<Uuid, Uuid> m_departmentParents;
    QList<Grant> m_grants;
    QHash<Uuid, QList<model::AccessEntry>> m_access; ///< by role
    QList<model::FieldEntry> m_fields;
    QHash<Uuid, Known> m_known; ///< by user
};

} // namespace guanxi::server
