// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/records.h"

#include "app/data/duplicatescan.h"

namespace guanxi::app {

namespace {

storage::Query allOf(model::EntityId entity)
{
    storage::Query query;
    query.entity = entity;
    return query;
}

} // namespace

void Records::saveMany(const BulkChange &work, QObject *context, std::function<bool(qsizetype)> progress,
                       std::function<void(Result<Saved>)> done)
{
    QList<model::Record> records = work.along;
    for (const model::RecordRef &ref : work.records) {
        if (work.becauseOf) {
            records.append(work.becauseOf(ref));
            continue;
        }
        Result<model::Record> record = load(ref);
        if (!record)
            return done(record.error());
        work.change(*record);
        records.append(*record);
    }
    const bool goesOn = progress(work.records.size());
    QMetaObject::invokeMethod(context, [this, records, goesOn, action = work.action, done = std::move(done)] {
        done(goesOn && !records.isEmpty() ? saveAll(records, action) : Result<Saved>(Saved()));
    }, Qt::QueuedConnection);
}

void Records::olderChanges(const RecentQuestion &, qint64, QObject *, std::function<void(Result<RecentChanges>)> done)
{
    done(Error{ErrorCode::Disconnected, {}});
}

void Records::findAlike(const model::Record &record, QObject *context, std::function<void(Result<QList<AlikeRecord>>)> done)
{
    const rules::Similarity similarity(record.entity(), &rights());
    const Result<QList<model::Record>> all = findNow(allOf(record.entity().id));
    QList<AlikeRecord> alike;
    for (const model::Record &other : all.ok() ? *all : QList<model::Record>())
        if (rules::Likening likening = similarity.compare(record, other); other.id() != record.id() && likening.score >= rules::Similarity::Threshold)
            alike.append({other.ref(), std::move(likening)});
    QMetaObject::invokeMethod(context, [alike, done = std::move(done)] { done(alike); }, Qt::QueuedConnection);
}

void Records::scanForDuplicates(model::EntityId entity, std::shared_ptr<ScanState> state, QObject *context,
                                std::function<void(Result<QList<AlikePair>>)> done)
{
    const rules::Similarity similarity(catalogue().at(entity), &rights());
    const Result<QList<model::Record>> all = findNow(allOf(entity));
    if (!all.ok())
        return done(all.error());
    const auto at = [&](std::span<const qint64> rows) {
        std::vector<storage::StoredRecord> stored;
        for (const qint64 row : rows)
            stored.push_back({all->at(row - 1), row, {}});
        return ScanRows::Rows(std::move(stored));
    };
    const auto after = [&](qint64 last, int limit) {
        std::vector<qint64> rows;
        for (qint64 row = last + 1; row <= all->size() && row <= last + limit; ++row)
            rows.push_back(row);
        return at(rows);
    };
    const Result<QList<AlikePair>> pairs = DuplicateScan(similarity, {after, at, all->size()}, *state).run();
    QMetaObject::invokeMethod(context, [pairs, done = std::move(done)] { done(pairs); }, Qt::QueuedConnection);
}

void Records::saveFrom(const BulkSource &source, QObject *context, std::function<bool(qsizetype)> progress, std::function<void(Result<Saved>)> done)
{
    QList<model::Record> records;
    for (;;) {
        const Result<std::optional<BulkSource::Piece>> some = source.next();
        if (!some)
            return done(some.error());
        if (!*some)
            break;
        records.append(**some);
    }
    const bool goesOn = progress(records.size());
    QMetaObject::invokeMethod(context, [this, records, goesOn, action = source.action, done = std::move(done)] {
        done(goesOn ? saveAll(records, action) : Result<Saved>(Saved()));
    }, Qt::QueuedConnection);
}

void Records::undoMany(const Uuid &action, QObject *context, std::function<bool(qsizetype)> progress, std::function<void(Result<Saved>)> done)
{
    const bool goesOn = progress(0);
    QMetaObject::invokeMethod(context, [this, action, goesOn, done = std::move(done)] { done(goesOn ? undo(action) : Result<Saved>(Saved())); },
                              Qt::QueuedConnection);
}

} // namespace guanxi::app
