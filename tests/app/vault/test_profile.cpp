// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/profile.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;

TEST_CASE("a profile is read as it was saved")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("profile.json"));
    const Profile profile{QStringLiteral("crm.example.cn"), 7420, QByteArray(32, '\x07'), QStringLiteral("关系公司"), QStringLiteral("ann"), true,
                          Profile::Removal::Ordered, 17, 2};
    REQUIRE(profile.save(path).ok());
    const Profile read = Profile::load(path).value();
    CHECK(read.host == profile.host);
    CHECK(read.port == profile.port);
    CHECK(read.pin == profile.pin);
    CHECK(read.companyName == profile.companyName);
    CHECK(read.login == profile.login);
    CHECK(read.enrolled);
    CHECK(read.removal == profile.removal);
    CHECK(read.handedOver == profile.handedOver);
    CHECK(read.lostFiles == profile.lostFiles);
}

TEST_CASE("a profile that is missing or damaged says so")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("profile.json"));
    CHECK(Profile::load(path).error().code == ErrorCode::FileFailed);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{ broken");
    file.close();
    CHECK(Profile::load(path).error().code == ErrorCode::FileFailed);
}
