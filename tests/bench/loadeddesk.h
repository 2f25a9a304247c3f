// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/localrecords.h"
#include "benchreport.h"
#include "common/storage/recordstore.h"
#include "common/storage/transaction.h"
#include "loadedcache.h"

namespace guanxi::bench {

/// What the desktop's views work on, over a copy with this many customers.
struct LoadedDesk {
    /// The same thousand again and again, unless `page` makes each thousand anew.
    using Page = std::function<std::vector<model::Record>(const model::Catalogue &)>;
    explicit LoadedDesk(qint64 rows, const Page &page = {});

    model::Catalogue catalogue;
    SeededRandom random{1};
    SystemClock clock;
    UuidMaker ids{clock, random};
    std::unique_ptr<LoadedCache> loaded;
    std::unique_ptr<app::Outbox> outbox;
    std::unique_ptr<app::CacheView> view;
    std::unique_ptr<app::QueryReader> reader;
    std::unique_ptr<app::LocalRecords> records;
};

/// Rows that go into the copy as they are, as if they had come from the server.
class CacheRows
{
public:
    explicit CacheRows(LoadedDesk &desk);

    model::Record make(model::EntityId entity) { return model::Record(m_desk.catalogue.at(entity), sequentialId(++m_made)); }
    void add(const model::Record &record) { need(m_store.insert(record)); }
    void end() { need(m_transaction.commit()); }

private:
    LoadedDesk &m_desk;
    storage::RecordStore m_store;
    storage::Transaction m_transaction;
    qint64 m_made = 1'000'000'000;
};

/// How long one action took, and how long the event loop was away at most.
struct Held {
    double seconds = 0;
    double longest = 0; ///< ms
    app::Saved saved;
};

/// Lets the event loop run until `work` calls what it is given.
Held hold(const std::function<void(QObject *, std::function<void(Result<app::Saved>)>)> &work);
void addHeld(BenchReport &report, const QString &what, const Held &held, double limitSeconds);

} // namespace guanxi::bench
