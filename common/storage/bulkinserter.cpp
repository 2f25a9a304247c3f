// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/bulkinserter.h"

#include "common/storage/bulksink.h"
#include "common/storage/rowwriter.h"

namespace guanxi::storage {

struct BulkInserter::Private {
    RowWriter writer;
    std::unique_ptr<BulkSink> sink;
};

BulkInserter::BulkInserter(Database &database, const model::Entity &entity, StoreKind kind, Existing existing)
    : d(new Private{RowWriter(entity, kind), BulkSink::into(database, entity, kind, existing == Existing::Replaced)})
{}

BulkInserter::~BulkInserter() = default;

Result<void> BulkInserter::add(const model::Record &record, QByteArrayView scopes)
{
    GUANXI_TRY(d->writer.encode(record, scopes));
    return d->sink->put(d->writer);
}

Result<void> BulkInserter::finish() { return d->sink->finish(); }

} // namespace guanxi::storage
