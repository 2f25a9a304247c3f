// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/cacheview.h"

namespace guanxi::app {

using namespace storage;

Result<std::unique_ptr<CacheView>> CacheView::open(const QString &path, const QByteArray &key, const model::Catalogue &catalogue)
{
    DatabaseOptions options;
    options.place = path;
    options.key = key;
    options.readOnly = true;
    options.cacheMiB = 32;
    Result<std::unique_ptr<Database>> database = Database::open(options);
    if (!database)
        return database.error();
    return std::make_unique<CacheView>(std::shared_ptr<Database>(std::move(*database)), catalogue);
}

CacheView::CacheView(std::shared_ptr<Database> database, const model::Catalogue &catalogue)
    : m_database(std::move(database)), m_records(*m_database, catalogue, StoreKind::Cache)
{}

} // namespace guanxi::app
