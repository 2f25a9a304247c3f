// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/records.h"

namespace guanxi::app {

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

void Records::saveFrom(const BulkSource &source, QObject *context, std::function<bool(qsizetype)> progress, std::function<void(Result<Saved>)> done)
{
    QList<model::Record> records;
    for (;;) {
        const Result<QList<model::Record>> some = source.next();
        if (!some)
            return done(some.error());
        if (some->isEmpty())
            break;
        records.append(*some);
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
