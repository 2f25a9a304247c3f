// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/catalogue/work.h"
#include "common/protocol/manifest.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

constexpr const char *Canary = "kanarienvogel";

void declareDocuments(Catalogue &catalogue)
{
    MemoryServer::declareSome(catalogue);
    declareWork(catalogue);
}

QByteArray contentOf(qsizetype size)
{
    QByteArray content = QByteArray(Canary).repeated(int(size / qsizetype(qstrlen(Canary)) + 1)).left(size);
    for (qsizetype chunk = 0; chunk < size; chunk += ChunkSize)
        content[chunk] = char('A' + chunk / ChunkSize); // no two chunks alike
    return content;
}

Manifest manifestOf(const QByteArray &content)
{
    Manifest manifest{content.size()};
    for (qsizetype at = 0; at < content.size(); at += ChunkSize)
        manifest.chunks += QCryptographicHash::hash(content.mid(at, ChunkSize), QCryptographicHash::Sha256);
    return manifest;
}

/// Ann has attached a file to a customer of hers; Bea, of another department, sees neither.
struct Attached : SmallCompany {
    explicit Attached(storage::Backend backend, qsizetype size = 2 * ChunkSize + 100) : SmallCompany(backend, declareDocuments), content(contentOf(size))
    {
        server.keepContents(folder.path());
        ann.connect();
        bea.connect();
        account = SmallCompany::account(QStringLiteral("Baosteel"), annId);
        document = documentOf(account, manifest.id());
        server.insert(document);
        document = now(document);
    }
    Record documentOf(const Record &parent, const QByteArray &blob)
    {
        Record record(server.catalogue().at(Document::entity), ids.next());
        record.set(Document::name, QStringLiteral("plan.pdf"));
        record.set(Document::kind, qint64(Document::Attachment));
        record.set(Document::security, qint64(Document::Normal));
        record.set(Document::blob, blob);
        record.set(Document::parent, parent.ref());
        return record;
    }
    BlobOffer offer(const Record &record, qint64 request = 1) const { return {request, record.ref(), Document::blob.id, manifest.encoded()}; }
    BlobOpen open(const Record &record, qint64 request = 2) const { return {request, record.ref(), Document::blob.id, manifest.id()}; }
    /// Brings these chunks; answers how many pieces were taken.
    int put(WireClient &client, const QList<int> &chunks)
    {
        qint64 request = 1000;
        for (int chunk : chunks)
            for (qsizetype at = 0; at < manifest.sizeOf(chunk); at += PieceSize)
                client.send(BlobPut{++request, manifest.id(), chunk, int(at), content.mid(chunk * ChunkSize + at, std::min(PieceSize, manifest.sizeOf(chunk) - at))});
        return int(client.take<Done>().size());
    }
    QList<int> everyChunk() const
    {
        QList<int> chunks;
        for (int i = 0; i < manifest.count(); ++i)
            chunks.append(i);
        return chunks;
    }
    void upload()
    {
        ann.send(offer(document));
        REQUIRE(ann.take<BlobWanted>().size() == 1);
        put(ann, everyChunk());
    }
    /// All of it, as far as the server gives it.
    QByteArray download(WireClient &client, const Record &record)
    {
        client.send(open(record));
        QByteArray got;
        for (int chunk = 0; chunk < manifest.count(); ++chunk)
            for (qsizetype at = 0; at < manifest.sizeOf(chunk); at += PieceSize) {
                client.send(BlobGet{3, manifest.id(), chunk, int(at)});
                for (const BlobData &data : client.take<BlobData>())
                    got += data.bytes;
            }
        return got;
    }
    ChunkSet missing(const QByteArray &bytes) const { return ChunkSet::fromBytes(bytes, manifest.count()); }
    /// Nothing of the content, nor what it consists of, ever reached this client.
    bool leaked(const WireClient &client) const { return client.heard().contains(Canary) || client.heard().contains(manifest.chunk(0)); }

    QTemporaryDir folder;
    QByteArray content;
    Manifest manifest = manifestOf(content);
    Uuid annId = user(QStringLiteral("ann"), east, own);
    Uuid beaId = user(QStringLiteral("bea"), west, own);
    WireClient ann{server, QStringLiteral("ann"), annId, clock};
    WireClient bea{server, QStringLiteral("bea"), beaId, clock};
    Record account;
    Record document;
};

} // namespace

TEST_CASE("a content is brought by whoever sees its record, and given to whoever sees it, whole")
{
    Attached company(GUANXI_ON_BOTH);
    company.ann.send(company.offer(company.document));
    CHECK(company.missing(company.ann.take<BlobWanted>().value(0).missing).isFull());
    CHECK(company.put(company.ann, company.everyChunk()) == 2 * 16 + 1);
    company.ann.send(company.offer(company.document));
    CHECK(company.missing(company.ann.take<BlobWanted>().value(0).missing).isEmpty());
    CHECK(company.download(company.ann, company.document) == company.content);
}

TEST_CASE("who does not see the record gets its content by no message, and learns not even that it is there")
{
    Attached company(GUANXI_ON_BOTH);
    company.upload();
    CHECK(company.download(company.bea, company.document).isEmpty());
    company.bea.send(company.offer(company.document));
    CHECK(company.bea.take<BlobWanted>().isEmpty());
    CHECK(company.put(company.bea, {0}) == 0);
    const QList<ErrorMessage> errors = company.bea.take<ErrorMessage>();
    REQUIRE_FALSE(errors.isEmpty());
    for (const ErrorMessage &error : errors)
        CHECK(error.code == ErrorCode::NotFound);
    CHECK_FALSE(company.leaked(company.bea));
}

TEST_CASE("who knows the hash of a content and names it in a record of his own gets nothing for it")
{
    Attached company(GUANXI_ON_BOTH);
    company.upload();
    const Record mine = company.SmallCompany::account(QStringLiteral("Hengli"), company.beaId);
    const Record copied = company.documentOf(mine, company.manifest.id());
    company.server.insert(copied);
    CHECK(company.download(company.bea, copied).isEmpty());
    CHECK(company.bea.take<BlobOpened>().isEmpty());
    // Nor does offering it tell whether the company has it.
    company.bea.send(company.offer(copied));
    CHECK(company.missing(company.bea.take<BlobWanted>().value(0).missing).isFull());
    CHECK_FALSE(company.leaked(company.bea));
    // Who has it himself may of course bring it; it lies there once.
    company.put(company.bea, company.everyChunk());
    CHECK(company.download(company.bea, copied) == company.content);
    int files = 0;
    for (QDirIterator chunks(company.folder.path() + QStringLiteral("/chunks"), QDir::Files, QDirIterator::Subdirectories); chunks.hasNext(); chunks.next())
        ++files;
    CHECK(files == company.manifest.count());
}

TEST_CASE("a field that somebody may not see has no content for him either")
{
    Attached company(GUANXI_ON_BOTH);
    company.upload();
    REQUIRE(company.download(company.ann, company.document) == company.content);
    company.server.hideField(company.own, Document::entity, Document::blob.id, FieldRight::Hidden);
    CHECK(company.download(company.ann, company.document).isEmpty());
}

TEST_CASE("rights that end in the middle of a file end the file")
{
    Attached company(GUANXI_ON_BOTH);
    company.upload();
    company.ann.send(company.open(company.document));
    company.ann.send(BlobGet{3, company.manifest.id(), 0, 0});
    REQUIRE(company.ann.take<BlobData>().size() == 1);
    Record moved = company.now(company.account);
    moved.set(Account::accountManager, company.beaId);
    moved.setValue(system::Owner, company.beaId);
    company.server.update(moved);
    company.ann.send(BlobGet{4, company.manifest.id(), 0, int(PieceSize)});
    CHECK(company.ann.take<BlobData>().isEmpty());
    CHECK(company.ann.take<ErrorMessage>().value(0).code == ErrorCode::NotFound);
}

TEST_CASE("after a cut only the chunks that had not arrived are wanted, whoever brings them")
{
    Attached company(GUANXI_ON_BOTH);
    company.ann.send(company.offer(company.document));
    company.put(company.ann, {1});
    company.ann.take<BlobWanted>();
    // A part of a chunk counts for nothing.
    company.ann.send(BlobPut{9, company.manifest.id(), 0, 0, company.content.left(PieceSize)});
    company.ann.connect();
    company.ann.send(company.offer(company.document));
    const ChunkSet missing = company.missing(company.ann.take<BlobWanted>().value(0).missing);
    CHECK(missing.contains(0));
    CHECK_FALSE(missing.contains(1));
    CHECK(missing.contains(2));
    company.server.keepContents(company.folder.path());
    company.ann.connect();
    company.ann.send(company.offer(company.document));
    company.put(company.ann, {2, 0});
    CHECK(company.ann.take<BlobWanted>().size() == 1);
    CHECK(company.download(company.ann, company.document) == company.content);
}

TEST_CASE("what is not what its manifest says is refused and leaves nothing")
{
    Attached company(GUANXI_ON_BOTH);
    company.ann.send(company.offer(company.document));
    const auto refused = [&](const BlobPut &put) {
        company.ann.send(put);
        const QList<ErrorMessage> errors = company.ann.take<ErrorMessage>();
        return errors.size() == 1 && errors.first().code == ErrorCode::BadValue && errors.first().request == put.request;
    };
    const QByteArray id = company.manifest.id();
    QByteArray wrong = company.content.mid(2 * ChunkSize);
    wrong[5] = '!';
    CHECK(refused({5, id, 2, 0, wrong}));
    CHECK(refused({6, id, 3, 0, wrong}));
    CHECK(refused({7, id, -1, 0, wrong}));
    CHECK(refused({8, id, 0, int(PieceSize), company.content.mid(PieceSize, PieceSize)}));
    CHECK(refused({9, id, 0, 0, QByteArray(PieceSize + 1, 'x')}));
    company.ann.send(BlobOffer{10, company.document.ref(), Document::blob.id, QByteArray("no manifest")});
    CHECK(company.ann.take<ErrorMessage>().value(0).code == ErrorCode::NotFound);
    company.ann.send(company.offer(company.document));
    CHECK(company.missing(company.ann.take<BlobWanted>().value(0).missing).isFull());
}

TEST_CASE("a file beyond the limit is refused with its size and the limit before a byte of it travels")
{
    Attached company(GUANXI_ON_BOTH);
    company.server.keepContents(company.folder.path(), {ChunkSize, 0});
    company.ann.connect();
    company.ann.send(company.offer(company.document));
    const ErrorMessage refused = company.ann.take<ErrorMessage>().value(0);
    CHECK(refused.code == ErrorCode::FileTooLarge);
    CHECK(refused.args == QStringList{QString::number(company.content.size()), QString::number(ChunkSize)});
}

TEST_CASE("a server whose disk has no room says so and keeps what it has")
{
    Attached company(GUANXI_ON_BOTH);
    company.server.keepContents(company.folder.path(), {10 * ChunkSize, std::numeric_limits<qint64>::max() / 2});
    company.ann.connect();
    company.ann.send(company.offer(company.document));
    CHECK(company.ann.take<ErrorMessage>().value(0).code == ErrorCode::DiskFull);
    // Nobody is thrown out for it, and records are saved as ever.
    CHECK(company.ann.push({edit(company.now(company.account), Account::address.id, QStringLiteral("上海"))}).status == PushStatus::Applied);
}

TEST_CASE("a content that the server lacks is asked for at every desktop that sees the record, and at no other")
{
    Attached company(GUANXI_ON_BOTH);
    const Uuid cho = company.user(QStringLiteral("cho"), company.west, company.all);
    WireClient other(company.server, QStringLiteral("cho"), cho, company.clock);
    company.ann.send(company.open(company.document));
    CHECK(company.ann.take<ErrorMessage>().value(0).code == ErrorCode::ContentMissing);
    other.send(Ping{1});
    company.bea.send(Ping{1});
    const QList<BlobSought> sought = other.take<BlobSought>();
    REQUIRE(sought.size() == 1);
    CHECK(sought.first().blob == company.manifest.id());
    CHECK(company.bea.take<BlobSought>().isEmpty());
    // Who comes later hears of it, too, until somebody has brought it.
    other.connect();
    CHECK(other.take<BlobSought>().size() == 1);
    company.upload();
    company.ann.send(company.offer(company.document));
    other.connect();
    CHECK(other.take<BlobSought>().isEmpty());
}

TEST_CASE("a chunk that the server's disk has damaged is never given, and is wanted again")
{
    Attached company(GUANXI_ON_BOTH);
    company.upload();
    QDirIterator files(company.folder.path() + QStringLiteral("/chunks"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.seek(60);
        file.write("x");
    }
    CHECK(company.download(company.ann, company.document).size() < company.content.size());
    company.ann.send(company.offer(company.document));
    CHECK_FALSE(company.missing(company.ann.take<BlobWanted>().value(0).missing).isEmpty());
    company.put(company.ann, company.everyChunk());
    CHECK(company.download(company.ann, company.document) == company.content);
}

TEST_CASE("a piece that is not one, or of a content that was not opened, is refused")
{
    Attached company(GUANXI_ON_BOTH);
    company.upload();
    company.ann.send(company.open(company.document));
    company.ann.send(BlobGet{3, company.manifest.id(), 0, 1});
    CHECK(company.ann.take<ErrorMessage>().value(0).code == ErrorCode::BadValue);
    company.ann.send(BlobGet{4, company.manifest.id(), 99, 0});
    CHECK(company.ann.take<ErrorMessage>().value(0).code == ErrorCode::BadValue);
    company.ann.send(BlobGet{5, QByteArray(32, 'z'), 0, 0});
    CHECK(company.ann.take<ErrorMessage>().value(0).code == ErrorCode::NotFound);
    CHECK(company.ann.isOpen());
}

TEST_CASE("what a record or waiting work names stays; what nobody has named for the time of grace goes")
{
    Attached company(GUANXI_ON_BOTH);
    company.upload();
    const auto folder = server::BlobFolder::open(company.folder.path(), QByteArray(32, 'b')).value();
    CHECK(folder->collect({company.manifest.id()}, 0).value() == 0);
    CHECK(company.download(company.ann, company.document) == company.content);
    CHECK(folder->collect({}, 3'600'000).value() == 0);
    CHECK(company.download(company.ann, company.document) == company.content);
    CHECK(folder->collect({}, 0).value() == company.manifest.count() + 1);
    CHECK(company.download(company.ann, company.document).isEmpty());
}
