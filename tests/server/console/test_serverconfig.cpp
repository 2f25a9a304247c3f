// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/datafolder.h"
#include "server/serverconfig.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::server;

namespace {

struct Folder {
    QTemporaryDir dir;
    QString path = dir.filePath(QStringLiteral("server.json"));

    void write(const QByteArray &content) { REQUIRE(writeSecretFile(path, content).ok()); }
};

} // namespace

TEST_CASE("settings survive a round trip and only their owner can read them")
{
    Folder folder;
    ServerConfig config;
    config.port = 5000;
    config.host = QStringLiteral("127.0.0.1");
    config.address = QStringLiteral("crm.example.com");
    config.database = QStringLiteral("host=db;password=secret");
    config.readFrom = QStringLiteral("host=copy;password=secret");
    REQUIRE(config.save(folder.path).ok());
    CHECK(ServerConfig::load(folder.path).value() == config);
    CHECK_FALSE(QFileInfo(folder.path).permissions() & (QFile::ReadGroup | QFile::ReadOther));
}

TEST_CASE("no file means defaults")
{
    CHECK(ServerConfig::load(QStringLiteral("/nonexistent/server.json")).value() == ServerConfig());
}

TEST_CASE("a setting that is unknown, of the wrong type or out of range is named")
{
    Folder folder;
    for (const char *content : {R"({"prot": 1})", R"({"port": 70000})", R"({"port": "x"})", R"({"port": -1})",
                                R"({"host": "not an address"})", R"({"database": 7})"}) {
        INFO(content);
        folder.write(content);
        const auto loaded = ServerConfig::load(folder.path);
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code == ErrorCode::BadValue);
    }
    folder.write("{ nonsense");
    CHECK(ServerConfig::load(folder.path).error().code == ErrorCode::FileFailed);
}

TEST_CASE("a data folder belongs to one process at a time")
{
    const QTemporaryDir dir;
    auto first = DataFolder::open(dir.path());
    REQUIRE(first.ok());
    CHECK(DataFolder::open(dir.path()).error().code == ErrorCode::InUse);
    first->reset();
    CHECK(DataFolder::open(dir.path()).ok());
}

TEST_CASE("a key is never overwritten, and only a whole key is read")
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("x.key"));
    const QByteArray key(32, '\x07');
    REQUIRE(DataFolder::makeKey(path, key).ok());
    CHECK(DataFolder::readKey(path).value() == key);
    CHECK(DataFolder::makeKey(path, QByteArray(32, 'y')).error().code == ErrorCode::AlreadyExists);
    REQUIRE(writeSecretFile(path, "abcd").ok());
    CHECK(DataFolder::readKey(path).error().code == ErrorCode::FileFailed);
}

TEST_CASE("a folder whose path is too long for a socket gets a short socket name")
{
    CHECK(DataFolder::socketName(QStringLiteral("/tmp/a")) == QStringLiteral("/tmp/a/console.socket"));
    const QString name = DataFolder::socketName(u'/' + QString(200, u'a'));
    CHECK(name.size() < 40);
    CHECK(name != DataFolder::socketName(u'/' + QString(201, u'a')));
}
