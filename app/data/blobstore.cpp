// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/blobstore.h"

#include "common/storage/statement.h"
#include "common/storage/transaction.h"

#include <QDir>
#include <QFileDevice>

namespace guanxi::app {

using namespace storage;
using protocol::ChunkSet;
using protocol::Manifest;

namespace {

constexpr const char *Tables =
    "CREATE TABLE IF NOT EXISTS blob (id BLOB PRIMARY KEY, manifest BLOB NOT NULL, opened INTEGER NOT NULL, pinned INTEGER NOT NULL)"
    " WITHOUT ROWID;"
    // For which field of which record the content was brought or fetched, and whether the server is to get it (Due).
    "CREATE TABLE IF NOT EXISTS use (n INTEGER PRIMARY KEY, entity INTEGER NOT NULL, record BLOB NOT NULL, field INTEGER NOT NULL,"
    " blob BLOB NOT NULL, owed INTEGER NOT NULL, UNIQUE (entity, record, field, blob));"
    "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;";

/// Of one secret, another for each purpose.
QByteArray keyFor(const char *purpose, const QByteArray &dataKey)
{
    return QCryptographicHash::hash(QByteArray("guanxi ") + purpose + dataKey, QCryptographicHash::Sha256);
}

} // namespace

Result<std::unique_ptr<BlobStore>> BlobStore::open(const QString &folder, const QByteArray &dataKey, const Clock &clock)
{
    Result<ChunkStore> chunks = ChunkStore::open(folder + QStringLiteral("/chunks"), keyFor("chunks", dataKey));
    if (!chunks)
        return chunks.error();
    DatabaseOptions options;
    options.place = folder + QStringLiteral("/index.db");
    options.key = keyFor("chunk index", dataKey);
    options.durability = Durability::Full;
    options.cacheMiB = 1;
    Result<std::unique_ptr<Database>> index = Database::open(options);
    if (!index)
        return index.error();
    GUANXI_TRY((*index)->execute(Tables));
    std::unique_ptr<BlobStore> store(new BlobStore(std::move(*index), *chunks, clock));
    GUANXI_TRY(store->sweep());
    return store;
}

Result<void> BlobStore::sweep()
{
    const Result<QSet<QByteArray>> known = chunksBut({});
    if (!known)
        return known.error();
    const Result<qint64> removed = m_chunks.removeOthers(*known);
    return removed ? Result<void>() : removed.error();
}

Result<QByteArray> BlobStore::storeChunk(const QByteArray &bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    if (m_chunks.has(hash))
        return hash;
    const Result<std::unique_ptr<ChunkStore::Writer>> writer = m_chunks.write(hash);
    if (!writer)
        return writer.error();
    for (qsizetype at = 0; at < bytes.size(); at += ChunkStore::BlockSize)
        GUANXI_TRY((*writer)->append(QByteArrayView(bytes).sliced(at, std::min(ChunkStore::BlockSize, bytes.size() - at))));
    GUANXI_TRY((*writer)->finish());
    return hash;
}

Result<FileRef> BlobStore::take(QIODevice &content, FileRef file)
{
    Manifest manifest;
    for (QByteArray bytes = content.read(protocol::ChunkSize); !bytes.isEmpty(); bytes = content.read(protocol::ChunkSize)) {
        manifest.size += bytes.size();
        if (manifest.size > protocol::LargestBlob)
            return Error{ErrorCode::FileTooLarge, {QString::number(content.size()), QString::number(protocol::LargestBlob)}};
        const Result<QByteArray> hash = storeChunk(bytes);
        if (!hash)
            return hash.error();
        manifest.chunks += *hash;
    }
    const auto *source = qobject_cast<QFileDevice *>(&content);
    if (source && source->error() != QFileDevice::NoError)
        return Error{ErrorCode::FileFailed, {source->fileName(), source->errorString()}};
    file.blob = manifest.id();
    Result<Transaction> transaction = Transaction::begin(*m_index);
    if (!transaction)
        return transaction.error();
    GUANXI_TRY(note(file.blob, manifest));
    GUANXI_TRY(owe(file));
    GUANXI_TRY(transaction->commit());
    return file;
}

Result<void> BlobStore::note(const QByteArray &id, const Manifest &manifest)
{
    Statement statement(*m_index, "INSERT INTO blob VALUES (?, ?, ?, 0) ON CONFLICT (id) DO UPDATE SET opened = excluded.opened");
    statement.bindAll(id, manifest.encoded(), m_clock.wallMs());
    const Result<qint64> done = statement.run();
    return done ? Result<void>() : done.error();
}

Result<std::optional<BlobStore::Blob>> BlobStore::blob(const QByteArray &id)
{
    Statement statement(*m_index, "SELECT manifest, pinned FROM blob WHERE id = ?");
    statement.bindAll(id);
    const Result<bool> found = statement.step();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Blob>();
    const Result<Manifest> manifest = Manifest::decode(statement.bytes(0));
    if (!manifest)
        return manifest.error();
    return std::optional<Blob>({id, *manifest, held(*manifest).isFull(), statement.integer(1) != 0});
}

Result<QList<BlobStore::Blob>> BlobStore::blobs()
{
    QList<QByteArray> ids;
    Statement statement(*m_index, "SELECT id FROM blob ORDER BY opened, id");
    for (Result<bool> row = statement.step(); !row || *row; row = statement.step()) {
        if (!row)
            return row.error();
        ids.append(statement.bytes(0));
    }
    QList<Blob> found;
    for (const QByteArray &id : std::as_const(ids)) {
        const Result<std::optional<Blob>> one = blob(id);
        if (!one)
            return one.error();
        found.append(**one);
    }
    return found;
}

ChunkSet BlobStore::held(const Manifest &manifest) const
{
    ChunkSet held(manifest.count());
    for (int i = 0; i < manifest.count(); ++i)
        if (m_chunks.has(manifest.chunk(i)))
            held.insert(i);
    return held;
}

Result<void> BlobStore::read(const QByteArray &id, const std::function<bool(const QByteArray &)> &take)
{
    const Result<std::optional<Blob>> found = blob(id);
    if (!found || !*found)
        return found ? Error{ErrorCode::ContentMissing, {}} : found.error();
    const Manifest &manifest = (*found)->manifest;
    for (int chunk = 0; chunk < manifest.count(); ++chunk) {
        const QByteArray hash = manifest.chunk(chunk);
        for (int index = 0; index * ChunkStore::BlockSize < manifest.sizeOf(chunk); ++index) {
            const Result<QByteArray> bytes = m_chunks.block(hash, index);
            if (!bytes) {
                // Damaged: away with it, so that it is fetched again.
                GUANXI_TRY(m_chunks.remove(hash));
                return bytes.error();
            }
            if (!take(*bytes))
                return {};
        }
    }
    return {};
}

Result<void> BlobStore::noteOpened(const QByteArray &id)
{
    Statement statement(*m_index, "UPDATE blob SET opened = ? WHERE id = ?");
    statement.bindAll(m_clock.wallMs(), id);
    const Result<qint64> done = statement.run();
    return done ? Result<void>() : done.error();
}

Result<void> BlobStore::setPinned(const QByteArray &id, bool pinned)
{
    Statement statement(*m_index, "UPDATE blob SET pinned = ? WHERE id = ?");
    statement.bindAll(pinned, id);
    const Result<qint64> done = statement.run();
    return done ? Result<void>() : done.error();
}

Result<QList<FileRef>> BlobStore::thoseDue(Due due)
{
    QList<FileRef> files;
    Statement statement(*m_index, "SELECT entity, record, field, blob FROM use WHERE owed = ? ORDER BY n");
    statement.bindAll(int(due));
    GUANXI_TRY(statement.each([&](const Statement &row) {
        files.append({{model::EntityId(row.integer(0)), row.uuid(1)}, model::FieldId(row.integer(2)), row.bytes(3)});
    }));
    return files;
}

Result<void> BlobStore::setDue(const FileRef &file, Due due)
{
    Statement statement(*m_index, "INSERT INTO use (entity, record, field, blob, owed) VALUES (?, ?, ?, ?, ?)"
                                  " ON CONFLICT (entity, record, field, blob) DO UPDATE SET owed = excluded.owed");
    statement.bindAll(file.record.entity, file.record.id, qint64(file.field), file.blob, int(due));
    const Result<qint64> done = statement.run();
    return done ? Result<void>() : done.error();
}

Result<QList<FileRef>> BlobStore::owed() { return thoseDue(Due::Now); }
Result<QList<FileRef>> BlobStore::shelved() { return thoseDue(Due::Shelved); }
Result<void> BlobStore::owe(const FileRef &file) { return setDue(file, Due::Now); }
Result<void> BlobStore::settle(const FileRef &file) { return setDue(file, Due::No); }
Result<void> BlobStore::shelve(const FileRef &file) { return setDue(file, Due::Shelved); }

Result<void> BlobStore::oweAll()
{
    const Result<QList<Blob>> all = blobs();
    if (!all)
        return all.error();
    Result<Transaction> transaction = Transaction::begin(*m_index);
    if (!transaction)
        return transaction.error();
    for (const Blob &blob : *all) {
        if (!blob.whole)
            continue;
        Statement statement(*m_index, "UPDATE use SET owed = 1 WHERE blob = ?");
        statement.bindAll(blob.id);
        if (const Result<qint64> done = statement.run(); !done)
            return done.error();
    }
    return transaction->commit();
}

Result<QSet<QByteArray>> BlobStore::chunksBut(const QByteArray &id)
{
    QSet<QByteArray> chunks;
    Statement statement(*m_index, "SELECT id, manifest FROM blob");
    for (Result<bool> row = statement.step(); !row || *row; row = statement.step()) {
        if (!row)
            return row.error();
        const Result<Manifest> manifest = Manifest::decode(statement.bytes(1));
        for (int i = 0; manifest && statement.bytes(0) != id && i < manifest->count(); ++i)
            chunks.insert(manifest->chunk(i));
    }
    return chunks;
}

Result<qint64> BlobStore::remove(const Blob &blob)
{
    const Result<QSet<QByteArray>> needed = chunksBut(blob.id);
    if (!needed)
        return needed.error();
    Result<Transaction> transaction = Transaction::begin(*m_index);
    if (!transaction)
        return transaction.error();
    for (const char *sql : {"DELETE FROM blob WHERE id = ?", "DELETE FROM use WHERE blob = ?"}) {
        Statement statement(*m_index, sql);
        statement.bindAll(blob.id);
        if (const Result<qint64> done = statement.run(); !done)
            return done.error();
    }
    GUANXI_TRY(transaction->commit());
    // A crash from here on leaves files that the next start clears away.
    qint64 freed = 0;
    for (int i = 0; i < blob.manifest.count(); ++i) {
        if (needed->contains(blob.manifest.chunk(i)) || !m_chunks.has(blob.manifest.chunk(i)))
            continue;
        GUANXI_TRY(m_chunks.remove(blob.manifest.chunk(i)));
        freed += blob.manifest.sizeOf(i);
    }
    return freed;
}

Result<qint64> BlobStore::used()
{
    const Result<QList<Blob>> all = blobs();
    if (!all)
        return all.error();
    QSet<QByteArray> counted;
    qint64 used = 0;
    for (const Blob &blob : *all) {
        const ChunkSet here = held(blob.manifest);
        for (int i = 0; i < here.count(); ++i)
            if (here.contains(i) && !counted.contains(blob.manifest.chunk(i))) {
                counted.insert(blob.manifest.chunk(i));
                used += blob.manifest.sizeOf(i);
            }
    }
    return used;
}

Result<QList<QByteArray>> BlobStore::makeRoom(qint64 quota, const QSet<QByteArray> &kept)
{
    const Result<QList<FileRef>> owed = this->owed();
    const Result<QList<Blob>> all = blobs();
    if (!owed || !all)
        return owed ? all.error() : owed.error();
    QSet<QByteArray> stays = kept;
    for (const FileRef &file : *owed)
        stays.insert(file.blob);
    QList<QByteArray> gone;
    const Result<qint64> used = this->used();
    if (!used)
        return used.error();
    qint64 excess = *used - quota;
    for (const Blob &blob : *all) {
        if (excess <= 0)
            break;
        if (blob.pinned || stays.contains(blob.id))
            continue;
        const Result<qint64> freed = remove(blob);
        if (!freed)
            return freed.error();
        excess -= *freed;
        gone.append(blob.id);
    }
    return gone;
}

Result<QByteArray> BlobStore::value(const QString &name)
{
    Statement statement(*m_index, "SELECT value FROM setting WHERE name = ?");
    statement.bindAll(name);
    const Result<bool> found = statement.step();
    if (!found)
        return found.error();
    return *found ? statement.bytes(0) : QByteArray();
}

Result<void> BlobStore::setValue(const QString &name, const QByteArray &value)
{
    Statement statement(*m_index, "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    statement.bindAll(name, value);
    const Result<qint64> done = statement.run();
    return done ? Result<void>() : done.error();
}

Result<qint64> BlobStore::number(const QString &name, qint64 otherwise)
{
    const Result<QByteArray> stored = value(name);
    return stored ? (stored->isEmpty() ? otherwise : stored->toLongLong()) : Result<qint64>(stored.error());
}

Result<void> BlobStore::setNumber(const QString &name, qint64 value) { return setValue(name, QByteArray::number(value)); }

} // namespace guanxi::app
