// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/vault.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::app;

namespace {

/// A vault made with the password "right".
struct Locked {
    Locked() : secrets(Vault(path(), clock).create(QStringLiteral("right")).value()) {}

    QString path() const { return folder.filePath(QStringLiteral("key.json")); }
    /// As a program that has just started.
    Result<VaultSecrets> unlock(const char *password) { return Vault(path(), clock).unlock(QString::fromLatin1(password)); }
    void fail(int times)
    {
        for (int i = 0; i < times; ++i) {
            clock.advance(3'600'000);
            REQUIRE(unlock("wrong").error().code == ErrorCode::WrongPassword);
        }
    }
    QByteArray content() const
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void overwrite(const QByteArray &bytes)
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir folder;
    test::FakeClock clock;
    VaultSecrets secrets;
};

} // namespace

TEST_CASE("the password gives back the same keys, another one gives nothing")
{
    Locked vault;
    const Result<VaultSecrets> opened = vault.unlock("right");
    REQUIRE(opened.ok());
    CHECK(opened->dataKey == vault.secrets.dataKey);
    CHECK(opened->signingKey == vault.secrets.signingKey);
    CHECK(opened->publicKey().size() == 32);
    CHECK(vault.unlock("Right").error().code == ErrorCode::WrongPassword);
}

TEST_CASE("the file holds neither password nor keys, and is its owner's only")
{
    Locked vault;
    const QByteArray content = vault.content();
    CHECK_FALSE(content.contains("right"));
    CHECK_FALSE(content.contains(vault.secrets.dataKey.toBase64()));
    CHECK_FALSE(content.contains(vault.secrets.dataKey.toHex()));
    CHECK((QFile::permissions(vault.path()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)) == QFile::Permissions());
}

TEST_CASE("two vaults with one password have nothing in common")
{
    Locked one, two;
    CHECK(one.secrets.dataKey != two.secrets.dataKey);
    CHECK(one.content() != two.content());
}

TEST_CASE("three mistakes are free, then each costs twice the time of the one before, also after a restart")
{
    Locked vault;
    for (int i = 0; i < 3; ++i)
        CHECK(vault.unlock("wrong").error().code == ErrorCode::WrongPassword);
    CHECK(vault.unlock("wrong").error() == Error{ErrorCode::LockedOut, {QStringLiteral("1")}});
    for (qint64 seconds : {1, 2, 4, 8}) {
        CHECK(vault.unlock("right").error() == Error{ErrorCode::LockedOut, {QString::number(seconds)}});
        vault.clock.advance(seconds * 1000);
        CHECK(vault.unlock("wrong").error().code == ErrorCode::WrongPassword);
    }
    vault.clock.advance(16'000);
    CHECK(vault.unlock("right").ok());
    CHECK(vault.unlock("wrong").error().code == ErrorCode::WrongPassword);
    CHECK(vault.unlock("right").ok());
}

TEST_CASE("the delay ends at an hour")
{
    Locked vault;
    vault.fail(20);
    CHECK(vault.unlock("right").error() == Error{ErrorCode::LockedOut, {QStringLiteral("3600")}});
    vault.clock.advance(3'600'000);
    CHECK(vault.unlock("right").ok());
}

TEST_CASE("an attempt while the delay runs does not lengthen it")
{
    Locked vault;
    vault.fail(5);
    const QByteArray before = vault.content();
    for (int i = 0; i < 10; ++i)
        CHECK(vault.unlock("wrong").error().code == ErrorCode::LockedOut);
    CHECK(vault.content() == before);
}

TEST_CASE("a clock turned back never makes the delay longer than it is")
{
    Locked vault;
    vault.fail(5);
    vault.clock.setWall(1'000);
    CHECK(vault.unlock("right").error() == Error{ErrorCode::LockedOut, {QStringLiteral("4")}});
    vault.clock.advance(4'000);
    CHECK(vault.unlock("right").ok());
}

TEST_CASE("a clock put forward while the program runs does not shorten the delay")
{
    Locked vault;
    vault.fail(4);
    Vault running(vault.path(), vault.clock);
    vault.clock.advance(3'600'000);
    REQUIRE(running.unlock(QStringLiteral("wrong")).error().code == ErrorCode::WrongPassword);
    vault.clock.setWall(vault.clock.wallMs() + 86'400'000);
    CHECK(running.unlock(QStringLiteral("right")).error() == Error{ErrorCode::LockedOut, {QStringLiteral("4")}});
    vault.clock.advance(4'000);
    CHECK(running.unlock(QStringLiteral("right")).ok());
}

TEST_CASE("another password wraps the same keys, and the old one is worth nothing")
{
    Locked vault;
    vault.fail(4);
    REQUIRE(Vault(vault.path(), vault.clock).rewrap(vault.secrets, QStringLiteral("new")).ok());
    CHECK(vault.unlock("new")->dataKey == vault.secrets.dataKey);
    CHECK(vault.unlock("right").error().code == ErrorCode::WrongPassword);
}

TEST_CASE("a damaged file says so, opens nothing and is left as it is")
{
    Locked vault;
    const QByteArray damage = GENERATE(QByteArray(), QByteArray("{"), QByteArray("{\"salt\":\"AAAA\"}"), QByteArray("\0\xff garbage", 10));
    vault.overwrite(damage);
    const Result<VaultSecrets> opened = vault.unlock("right");
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::FileFailed);
    CHECK(vault.content() == damage);
}

TEST_CASE("a box that was cut or changed says that the file is damaged, not that the password is wrong for ever")
{
    Locked vault;
    QByteArray content = vault.content();
    const qsizetype box = content.indexOf("\"box\": \"") + 8;
    content.remove(box, 40);
    vault.overwrite(content);
    CHECK(vault.unlock("right").error().code == ErrorCode::FileFailed);
}

TEST_CASE("a vault that was destroyed opens nothing; destroying it twice is no error")
{
    Locked vault;
    Vault file(vault.path(), vault.clock);
    REQUIRE(file.destroy().ok());
    CHECK_FALSE(file.exists());
    CHECK(file.unlock(QStringLiteral("right")).error().code == ErrorCode::FileFailed);
    CHECK(file.destroy().ok());
}

TEST_CASE("a vault in a folder that cannot be written says so")
{
    test::FakeClock clock;
    CHECK(Vault(QStringLiteral("/nowhere/at/all/key.json"), clock).create(QStringLiteral("right")).error().code == ErrorCode::FileFailed);
}
