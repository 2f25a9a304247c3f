// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/blobstore.h"
#include "common/base/random.h"
#include "tests/support/fakeclock.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::test;
using protocol::ChunkSize;
using protocol::Manifest;

namespace {

const QByteArray Key(32, 'k');

/// A store in a folder of its own that can be closed and opened again.
struct Shelf {
    Shelf() { open(); }
    void open()
    {
        store.reset();
        auto opened = BlobStore::open(folder.path(), Key, clock);
        REQUIRE(opened.ok());
        store = std::move(*opened);
    }
    FileRef take(const QByteArray &content, int record)
    {
        QBuffer buffer;
        buffer.setData(content);
        buffer.open(QIODevice::ReadOnly);
        const Result<FileRef> taken = store->take(buffer, {{47, Uuid::named(QByteArray::number(record))}, 19, {}});
        REQUIRE(taken.ok());
        clock.advance(1'000);
        return *taken;
    }
    QByteArray read(const QByteArray &blob)
    {
        QByteArray bytes;
        const Result<void> done = store->read(blob, [&](const QByteArray &piece) {
            bytes += piece;
            return true;
        });
        return done ? bytes : QByteArray();
    }
    QStringList chunkFiles() const
    {
        QStringList files;
        for (QDirIterator all(folder.path() + QStringLiteral("/chunks"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); all.hasNext();)
            files.append(all.next());
        return files;
    }
    QSet<QByteArray> kept()
    {
        QSet<QByteArray> ids;
        for (const BlobStore::Blob &blob : store->blobs().value())
            ids.insert(blob.id);
        return ids;
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<BlobStore> store;
};

QByteArray noise(qsizetype size, quint64 seed) { return SeededRandom(seed).bytes(size); }

} // namespace

TEST_CASE("a content is read back as it was taken in, also after a restart")
{
    Shelf shelf;
    for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(64 * 1024), ChunkSize, ChunkSize + 1, 3 * ChunkSize - 7}) {
        const QByteArray content = noise(size, quint64(size));
        const FileRef file = shelf.take(content, int(size));
        shelf.open();
        CHECK(shelf.read(file.blob) == content);
        CHECK(shelf.store->blob(file.blob).value()->whole);
    }
}

TEST_CASE("equal contents lie there once, and their files tell nothing to who has no key")
{
    Shelf shelf;
    const QByteArray content = QByteArray("canary").repeated(1'000);
    const FileRef one = shelf.take(content, 1);
    const FileRef two = shelf.take(content, 2);
    CHECK(one.blob == two.blob);
    CHECK(shelf.store->owed().value() == QList<FileRef>{one, two});
    REQUIRE(shelf.chunkFiles().size() == 1);
    QFile file(shelf.chunkFiles().first());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("canary"));
    CHECK_FALSE(file.fileName().contains(QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex())));
    CHECK_FALSE(BlobStore::open(shelf.folder.path(), QByteArray(32, 'x'), shelf.clock).ok());
}

TEST_CASE("chunks of a content whose taking in was cut off by a crash are cleared away, those of a begun download stay")
{
    Shelf shelf;
    const QByteArray content = noise(2 * ChunkSize, 5);
    // As a crash leaves it: chunks, but nothing that they belong to.
    const QByteArray hash = QCryptographicHash::hash(content.left(ChunkSize), QCryptographicHash::Sha256);
    const auto put = [&] {
        auto writer = shelf.store->write(hash).value();
        for (qsizetype at = 0; at < ChunkSize; at += protocol::PieceSize)
            REQUIRE(writer->append(QByteArrayView(content).sliced(at, protocol::PieceSize)).ok());
        REQUIRE(writer->finish().ok());
    };
    put();
    QFile half(shelf.chunkFiles().first() + QStringLiteral(".Xy12Zq"));
    REQUIRE(half.open(QIODevice::WriteOnly));
    half.close();
    shelf.open();
    CHECK(shelf.chunkFiles().isEmpty());

    Manifest manifest{content.size(), hash + QCryptographicHash::hash(content.mid(ChunkSize), QCryptographicHash::Sha256)};
    REQUIRE(shelf.store->note(manifest.id(), manifest).ok());
    put();
    shelf.open();
    CHECK(shelf.store->held(manifest).contains(0));
    CHECK_FALSE(shelf.store->held(manifest).contains(1));
    CHECK_FALSE(shelf.store->blob(manifest.id()).value()->whole);
}

TEST_CASE("a chunk that the disk has damaged is not handed out but missed, so that it is fetched again")
{
    Shelf shelf;
    const FileRef file = shelf.take(noise(ChunkSize, 1), 1);
    QFile damaged(shelf.chunkFiles().first());
    REQUIRE(damaged.open(QIODevice::ReadWrite));
    damaged.seek(500'000);
    damaged.write("rubbish");
    damaged.close();
    const Result<void> done = shelf.store->read(file.blob, [](const QByteArray &) { return true; });
    CHECK(done.error().code == ErrorCode::ContentMissing);
    CHECK_FALSE(shelf.store->blob(file.blob).value()->whole);
}

TEST_CASE("when room is needed what was opened longest ago goes first, never what is pinned or not on the server")
{
    Shelf shelf;
    QList<FileRef> files;
    for (int i = 0; i < 5; ++i)
        files.append(shelf.take(noise(ChunkSize, quint64(i)), i));
    for (int i : {0, 1, 2, 3})
        REQUIRE(shelf.store->settle(files[i]).ok());
    REQUIRE(shelf.store->noteOpened(files[0].blob).ok());
    REQUIRE(shelf.store->setPinned(files[1].blob, true).ok());
    CHECK(shelf.store->used().value() == 5 * ChunkSize);

    CHECK(shelf.store->makeRoom(4 * ChunkSize).value() == QList<QByteArray>{files[2].blob});
    CHECK(shelf.store->makeRoom(0, {files[3].blob}).value() == QList<QByteArray>{files[0].blob});
    CHECK(shelf.store->makeRoom(0).value() == QList<QByteArray>{files[3].blob});
    CHECK(shelf.kept() == QSet<QByteArray>{files[1].blob, files[4].blob});
    CHECK(shelf.chunkFiles().size() == 2);
    CHECK(shelf.store->used().value() == 2 * ChunkSize);
    CHECK(shelf.store->owed().value() == QList<FileRef>{files[4]});
}

TEST_CASE("a chunk that two contents have in common stays as long as one of them does")
{
    Shelf shelf;
    const QByteArray common = noise(ChunkSize, 1);
    const FileRef one = shelf.take(common + noise(ChunkSize, 2), 1);
    const FileRef two = shelf.take(common + noise(ChunkSize, 3), 2);
    REQUIRE(shelf.store->settle(one).ok());
    REQUIRE(shelf.store->makeRoom(0).ok());
    CHECK(shelf.read(two.blob).size() == 2 * ChunkSize);
    CHECK(shelf.chunkFiles().size() == 2);
}

TEST_CASE("what was replaced before the server got it is remembered, and may go when room is needed")
{
    Shelf shelf;
    const FileRef one = shelf.take(noise(100, 1), 1);
    REQUIRE(shelf.store->shelve(one).ok());
    CHECK(shelf.store->owed().value().isEmpty());
    CHECK(shelf.store->shelved().value() == QList<FileRef>{one});
    REQUIRE(shelf.store->owe(one).ok());
    CHECK(shelf.store->shelved().value().isEmpty());
    CHECK(shelf.store->makeRoom(0).value().isEmpty());
    REQUIRE(shelf.store->shelve(one).ok());
    CHECK(shelf.store->makeRoom(0).value() == QList<QByteArray>{one.blob});
    CHECK(shelf.store->shelved().value().isEmpty());
}

TEST_CASE("a server of another epoch is offered again everything that is here")
{
    Shelf shelf;
    const FileRef one = shelf.take(noise(100, 1), 1);
    REQUIRE(shelf.store->settle(one).ok());
    CHECK(shelf.store->owed().value().isEmpty());
    REQUIRE(shelf.store->oweAll().ok());
    CHECK(shelf.store->owed().value() == QList<FileRef>{one});
}
