// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/rights.h"
#include "server/storage/serverstore.h"

#include <memory>

namespace guanxi::server {

/// What somebody may do, and what follows from it; never changes, so that all his sessions hold the same one.
struct Standing {
    Standing(const model::Rights &held, const model::Catalogue &catalogue);

    model::Rights rights;
    QByteArray encoded;             ///< as a desktop gets it
    qint64 version = 0;             ///< equal rights have equal versions; a client names the version its streams were computed from
    QByteArray projection;          ///< Rights::projection()
    QSet<model::ScopeKey> scopes;   ///< Rights::visibleScopes()
};

using SharedStanding = std::shared_ptr<const Standing>;

/// Computes what a user may do at a moment from grants, roles, access and field rules, and departments. Keeps those
/// rows, and what came of them, in memory until one of them changes.
class RightsService
{
public:
    explicit RightsService(ServerStore &store) : m_store(store) {}

    /// Empty rights when no grant is active. Errors: NotFound for an unknown user; UserDisabled.
    Result<model::Rights> rightsOf(const Uuid &user, qint64 now);
    Result<SharedStanding> standingOf(const Uuid &user, qint64 now);
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

    /// The roles that count for a user at a moment, and the time for which they do.
    struct Roles {
        QList<std::pair<Uuid, Uuid>> active; ///< role, and the department to which it is limited
        qint64 since = 0;
        qint64 until = 0; ///< 0: for good
    };
    /// All that rights are made of, but for whose they are.
    struct Making {
        Uuid department;
        QList<std::pair<Uuid, Uuid>> roles;
        qint64 until = 0;
        bool operator==(const Making &) const = default;
        friend size_t qHash(const Making &making, size_t seed = 0) { return qHashMulti(seed, making.department, making.roles, making.until); }
    };

    /// What was computed for a user, and the time for which that holds.
    struct Known {
        SharedStanding standing;
        qint64 since = 0; ///< until rights.changesAt()

        bool holds(const Uuid &department, qint64 now) const;
    };

    Result<void> load();
    Roles rolesOf(const Uuid &user, qint64 now) const;
    model::Rights compute(const Making &making) const;
    Known know(const Uuid &user, const Uuid &department, qint64 now);
    Result<QList<model::Record>> all(model::EntityId entity);

    ServerStore &m_store;
    bool m_loaded = false;
    QHash<Uuid, Uuid> m_departmentParents;
    QList<Grant> m_grants;
    QHash<Uuid, QList<model::AccessEntry>> m_access; ///< by role
    QList<model::FieldEntry> m_fields;
    QHash<Making, model::Rights> m_made; ///< of nobody yet: people of the same roles share what is large in them
    QHash<Uuid, Known> m_known;          ///< by user
};

} // namespace guanxi::server
