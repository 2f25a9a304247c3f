// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/certificate.h"
#include "common/protocol/sessionmessages.h"
#include "common/protocol/signature.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

constexpr qint64 Now = 1'760'000'000'000;

} // namespace

TEST_CASE("Qt's TLS comes from OpenSSL with TLS 1.3") { CHECK(checkTlsBackend().ok()); }

TEST_CASE("A new identity is a P-256 key with a certificate that lasts for decades")
{
    const auto identity = makeIdentity(QStringLiteral("长城机械"), Now);
    REQUIRE(identity.ok());
    CHECK(identity->key.algorithm() == QSsl::Ec);
    CHECK(identity->key.length() == 256);
    CHECK(identity->certificate.subjectInfo(QSslCertificate::CommonName) == QStringList{QStringLiteral("长城机械")});
    CHECK(identity->certificate.effectiveDate().toMSecsSinceEpoch() < Now);
    CHECK(identity->certificate.expiryDate().toMSecsSinceEpoch() > Now + qint64(49) * 365 * 86'400'000);
    CHECK(identity->certificate.isSelfSigned());
}

TEST_CASE("Names that a certificate cannot hold are shortened")
{
    CHECK(makeIdentity(QString(500, QChar(0x957f)), Now).ok());
    CHECK(makeIdentity(QString(), Now).ok());
}

TEST_CASE("The pin is the SHA-256 of the public key, whatever the certificate says")
{
    const auto one = makeIdentity(QStringLiteral("a"), Now);
    const auto other = makeIdentity(QStringLiteral("a"), Now);
    const QByteArray info = one->certificate.publicKey().toDer();
    CHECK(keyPin(one->certificate) == QCryptographicHash::hash(info, QCryptographicHash::Sha256));
    CHECK(keyPin(one->certificate).size() == KeySize);
    CHECK(keyPin(one->certificate) != keyPin(other->certificate));
    CHECK(keyPin(QSslCertificate()).isEmpty());
}

TEST_CASE("An identity is kept in a file that only its owner can read")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("server.pem"));
    const auto identity = makeIdentity(QStringLiteral("a"), Now);
    REQUIRE(saveIdentity(*identity, path).ok());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    CHECK((QFileInfo(path).permissions() & others) == QFile::Permissions());
    const auto loaded = loadIdentity(path);
    REQUIRE(loaded.ok());
    CHECK(loaded->certificate == identity->certificate);
    CHECK(loaded->key == identity->key);

    const auto next = makeIdentity(QStringLiteral("b"), Now);
    REQUIRE(saveIdentity(*next, path).ok());
    CHECK(loadIdentity(path)->certificate == next->certificate);
    CHECK((QFileInfo(path).permissions() & others) == QFile::Permissions());
}

TEST_CASE("A missing, broken or mixed-up identity file is refused")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("server.pem"));
    CHECK(loadIdentity(path).error().code == ErrorCode::FileFailed);
    const auto one = makeIdentity(QStringLiteral("a"), Now);
    const auto other = makeIdentity(QStringLiteral("b"), Now);
    REQUIRE(saveIdentity({one->certificate, other->key}, path).ok());
    CHECK(loadIdentity(path).error().code == ErrorCode::FileFailed);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("nonsense");
    file.close();
    CHECK(loadIdentity(path).error().code == ErrorCode::FileFailed);
    CHECK(saveIdentity(*one, folder.filePath(QStringLiteral("no/such/folder.pem"))).error().code == ErrorCode::FileFailed);
}

TEST_CASE("A replica's signature fits its key and exactly what was signed")
{
    const KeyPair pair = keyPairFrom(QByteArray(32, '\x11'));
    CHECK(pair.publicKey.toHex() == "d04ab232742bb4ab3a1368bd4615e4e6d0224ab71a016baf8520a332c9778737");
    const QByteArray bytes = signInBytes(QByteArray(32, 'c'), QByteArray(32, 's'), QByteArray(32, 'p'));
    CHECK(bytes.size() == 96);
    const QByteArray signature = sign(bytes, pair.secretKey);
    CHECK(signature.size() == SignatureSize);
    CHECK(isSignedBy(bytes, signature, pair.publicKey));
    CHECK_FALSE(isSignedBy(bytes + 'x', signature, pair.publicKey));
    CHECK_FALSE(isSignedBy(bytes, signature, keyPairFrom(QByteArray(32, '\x12')).publicKey));
    CHECK_FALSE(isSignedBy(bytes, signature.chopped(1), pair.publicKey));
    CHECK_FALSE(isSignedBy(bytes, signature, QByteArray()));
}
