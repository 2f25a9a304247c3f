// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/cache.h"
#include "app/data/outbox.h"
#include "common/protocol/message.h"

namespace guanxi::app {

/// What a comparison found.
struct ComparisonReport {
    qint64 rows = 0;    ///< that both sides have now
    qint64 fetched = 0; ///< missing here or older
    qint64 removed = 0; ///< not to be seen any more
    qint64 orphans = 0; ///< of the removed: kept aside, because only this copy holds them
    bool operator==(const ComparisonReport &) const = default;
};

/// Compares the cache with the server, entity by entity: fingerprints of segments first, then the rows of those that
/// differ, so that only differences travel. One request at a time; the cache remembers which entities are left.
class Comparer
{
public:
    Comparer(Outbox &outbox, Cache &cache) : m_outbox(outbox), m_cache(cache) {}

    bool isRunning() const { return m_cache.comparison().has_value(); }
    /// From the entity that was under way: on a new connection, or when rights changed.
    void restart();
    /// What to ask next; nothing when all is compared.
    std::optional<protocol::Message> request();
    /// False for an answer to something else. An answer taken is followed by the next request().
    Result<bool> take(const protocol::Compared &compared, Cache::Touched &touched);
    Result<bool> take(const protocol::Mended &mended, Cache::Touched &touched);
    Result<bool> take(const protocol::ErrorMessage &error, Cache::Touched &touched);
    /// Somebody wants to know.
    void begin()
    {
        m_report = {};
        m_asked = true;
    }
    /// Once all is compared. Nothing when nobody asked and nothing was amiss: new fields were brought.
    std::optional<ComparisonReport> report();

private:
    struct Difference {
        Uuid after;
        Uuid last;
    };
    Result<void> keepOrphans(const QList<model::RecordRef> &removes);
    Result<void> note(const protocol::Compared &compared);
    /// On to the next entity when this one is equal.
    Result<void> finishEntity(Cache::Touched &touched);
    model::EntityId entity() const;
    QList<qint64> grownFields() const;

    Outbox &m_outbox;
    Cache &m_cache;
    qint64 m_request = 0;
    Uuid m_after;                     ///< compared up to here
    bool m_asked = false;
    bool m_quiet = false;
    bool m_end = false;               ///< of the entity's fingerprints
    QList<Difference> m_differences;  ///< still to be mended
    ComparisonReport m_report;
};

} // namespace guanxi::app
