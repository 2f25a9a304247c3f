// SPDX-License-Identifier: GPL-3.0-or-later
#include "bareinsert.h"

#include "common/storage/dialect.h"
#include "common/storage/layout.h"
#include "samplerows.h"

#include <sqlite3.h>

namespace guanxi::bench {

using namespace guanxi::model;
using namespace guanxi::storage;

namespace {

void bindBare(sqlite3_stmt *statement, int index, const Cell &cell, const char *bytes)
{
    switch (cell.kind) {
    case Cell::Kind::Null: sqlite3_bind_null(statement, index); break;
    case Cell::Kind::Integer: sqlite3_bind_int64(statement, index, cell.number); break;
    case Cell::Kind::Text: sqlite3_bind_text(statement, index, bytes + cell.begin, int(cell.size), SQLITE_STATIC); break;
    case Cell::Kind::Bytes: sqlite3_bind_blob(statement, index, bytes + cell.begin, int(cell.size), SQLITE_STATIC); break;
    }
}

} // namespace

std::vector<BareRow> bareRows(const std::vector<Record> &samples)
{
    std::vector<BareRow> rows;
    RowWriter writer(samples.front().entity(), StoreKind::Server);
    for (const Record &sample : samples) {
        need(writer.encode(sample, {}));
        rows.push_back({writer.scratch(), writer.cells()});
    }
    return rows;
}

Speed insertBare(const std::vector<BareRow> &rows, const Entity &entity, qint64 count)
{
    BenchDatabase bench(Durability::Normal);
    need(bench.database->execute(createTable(entity, StoreKind::Server, bench.database->dialect())));
    auto *handle = static_cast<sqlite3 *>(bench.database->handle());
    const size_t columns = rows.front().cells.size();
    const QByteArray sql = "INSERT INTO " + tableName(entity) + " VALUES (NULL" + QByteArray(", ?").repeated(qsizetype(columns)) + ')';
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(handle, sql.constData(), -1, &statement, nullptr);
    const SpeedMeter meter;
    sqlite3_exec(handle, "BEGIN", nullptr, nullptr, nullptr);
    for (qint64 i = 0; i < count; ++i) {
        const BareRow &row = rows[size_t(i) % rows.size()];
        const Uuid id = sequentialId(i);
        sqlite3_bind_blob(statement, 1, id.view().data(), Uuid::Size, SQLITE_STATIC);
        for (size_t column = 1; column < columns; ++column)
            bindBare(statement, int(column) + 1, row.cells[column], row.bytes.constData());
        if (sqlite3_step(statement) != SQLITE_DONE)
            qFatal("%s", sqlite3_errmsg(handle));
        sqlite3_reset(statement);
    }
    sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr);
    const Speed speed = meter.stop(count);
    sqlite3_finalize(statement);
    return speed;
}

} // namespace guanxi::bench
