// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/textcheck.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;

TEST_CASE("Chinese, emoji and line breaks are text; U+0000 and lone surrogates are not")
{
    CHECK(checkText(QStringLiteral("北京\n🙂"), {}).ok());
    CHECK(checkText(QString(), {}).ok());
    CHECK_FALSE(checkText(QString(QChar(0)), {}).ok());
    CHECK_FALSE(checkText(QString(QChar(0xd800)), {}).ok());
    CHECK_FALSE(checkText(QString(QChar(0xdc00)) + QChar(0xd800), {}).ok());
    CHECK(checkText(QString(QChar(0)), QStringLiteral("name")).error() == Error{ErrorCode::BadText, {QStringLiteral("name")}});
}

TEST_CASE("Broken UTF-8 is refused, never repaired")
{
    CHECK(textFromUtf8("客户", {}).value() == QStringLiteral("客户"));
    CHECK_FALSE(textFromUtf8("\xff", {}).ok());
    CHECK_FALSE(textFromUtf8("\xe5\xae", {}).ok());
    CHECK_FALSE(textFromUtf8("\xc0\x80", {}).ok());
    CHECK_FALSE(textFromUtf8(QByteArrayView("a\0b", 3), {}).ok());
}
