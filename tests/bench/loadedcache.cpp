// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadedcache.h"

#include "common/model/catalogue/customers.h"
#include "common/model/codec.h"

namespace guanxi::bench {

using namespace model;
using app::Cache;

LoadedCache::LoadedCache(const Catalogue &of) : catalogue(of)
{
    cache = need(Cache::open(folder.filePath(QStringLiteral("cache.db")), QByteArray(32, 'b'), catalogue));
    RightsInput input;
    input.user = sequentialId(1);
    input.activeRoles = {sequentialId(2)};
    input.access = {{Account::entity, Action::View, Reach::All, {}}, {Account::entity, Action::Edit, Reach::All, {}}};
    input.viewRoles[Account::entity] = input.activeRoles;
    need(cache->setRights(Rights(input, catalogue), 1, 0));
}

void LoadedCache::take(std::vector<Record> &samples, qint64 begin, qint64 end, bool loading)
{
    for (qint64 at = begin; at < end; at += RowsInPage) {
        Cache::Page page;
        page.cursor = ++rev;
        if (loading)
            for (const sync::ScopeStreams::Stream &stream : cache->streams().loads())
                page.loads.append({stream.scope, rev, false});
        for (qint64 i = at; i < std::min(end, at + RowsInPage); ++i) {
            Record &record = samples[size_t(i % Templates)];
            record.setId(sequentialId(i));
            record.setRev(rev);
            page.upserts.append(encodeRecord(record));
        }
        need(cache->applyPage(cache->streams().generation(), page));
    }
}

void LoadedCache::finishLoads()
{
    Cache::Page page;
    page.cursor = ++rev;
    for (const sync::ScopeStreams::Stream &stream : cache->streams().loads())
        page.loads.append({stream.scope, rev, true});
    need(cache->applyPage(cache->streams().generation(), page));
}

} // namespace guanxi::bench
