// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadeddesk.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace guanxi::bench {

using namespace app;

LoadedDesk::LoadedDesk(qint64 rows, const Page &page)
{
    model::declareAll(catalogue);
    loaded = std::make_unique<LoadedCache>(catalogue);
    auto samples = page ? page(catalogue) : sampleAccounts(catalogue, random, LoadedCache::Templates);
    for (qint64 at = 0; at < rows; at += LoadedCache::RowsInPage) {
        if (page && at > 0)
            samples = page(catalogue);
        loaded->take(samples, at, std::min(rows, at + LoadedCache::RowsInPage), true);
    }
    loaded->finishLoads();
    while (need(loaded->cache->buildSome())) {
    }
    const QByteArray key(32, 'b');
    const QString path = loaded->folder.filePath(QStringLiteral("cache.db"));
    outbox = need(Outbox::open(loaded->folder.filePath(QStringLiteral("outbox.db")), key));
    need(outbox->setIdentity({sequentialId(3), sequentialId(4), sequentialId(1), {}, {}}));
    view = need(CacheView::open(path, key, catalogue));
    reader = std::make_unique<QueryReader>(path, key);
    records = std::make_unique<LocalRecords>(LocalRecords::Parts{catalogue, *loaded->cache, *view, *outbox, *reader, clock, ids});
}

CacheRows::CacheRows(LoadedDesk &desk)
    : m_desk(desk), m_store(desk.loaded->cache->database(), desk.catalogue, storage::StoreKind::Cache),
      m_transaction(need(storage::Transaction::begin(desk.loaded->cache->database())))
{}

Held hold(const std::function<void(QObject *, std::function<void(Result<Saved>)>)> &work)
{
    Held held;
    QEventLoop loop;
    QElapsedTimer since;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] { held.longest = std::max(held.longest, double(since.nsecsElapsed()) / 1e6); since.start(); });
    QElapsedTimer whole;
    whole.start();
    since.start();
    beat.start(1);
    work(&loop, [&](const Result<Saved> &saved) {
        held.saved = need(saved);
        loop.quit();
    });
    loop.exec();
    held.seconds = double(whole.nsecsElapsed()) / 1e9;
    return held;
}

void addHeld(BenchReport &report, const QString &what, const Held &held, double limitSeconds)
{
    report.add(what, held.seconds, QStringLiteral("s"), limitSeconds);
    report.add(what + QStringLiteral(", longest step"), held.longest, QStringLiteral("ms"), 16);
}

} // namespace guanxi::bench
