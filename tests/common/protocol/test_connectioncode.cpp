// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/connectioncode.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

ConnectionCode sample()
{
    return {QStringLiteral("crm.changcheng.example"), 7443, QByteArray(31, '\x5a') + '\xff', QByteArray("0123456789abcdef"),
            QStringLiteral("长城机械（北京）有限公司")};
}

bool isInvalid(const QString &text)
{
    const auto code = decodeConnectionCode(text);
    return !code.ok() && code.error().code == ErrorCode::CodeInvalid;
}

} // namespace

TEST_CASE("A connection code carries everything, in groups without letters that look alike")
{
    const QString text = *encodeConnectionCode(sample());
    CHECK(*decodeConnectionCode(text) == sample());
    for (const QString &group : text.split(QLatin1Char('-')).mid(0, text.count(QLatin1Char('-'))))
        CHECK(group.size() == 5);
    for (const char ambiguous : {'I', 'L', 'O', 'U'})
        CHECK_FALSE(text.contains(QLatin1Char(ambiguous)));
}

TEST_CASE("A connection code keeps its text from version to version")
{
    const ConnectionCode code{QStringLiteral("h"), 1, QByteArray(32, '\0'), QByteArray("t"), QString()};
    CHECK(*encodeConnectionCode(code)
          == QStringLiteral("04002-00000-00000-00000-00000-00000-00000-00000-00000-00000-00000-005T0-2T006-CAN4S-2D"));
}

TEST_CASE("Case, spaces, line breaks, full-width letters and look-alikes are forgiven")
{
    const QString text = *encodeConnectionCode(sample());
    CHECK(decodeConnectionCode(text.toLower()).ok());
    const QString spaced = QString(text).replace(QLatin1Char('-'), QStringLiteral(" \r\n\t"));
    CHECK(decodeConnectionCode(QStringLiteral("  ") + spaced).ok());
    CHECK(decodeConnectionCode(QString(text).remove(QLatin1Char('-'))).ok());
    QString alike = QString(text).replace(QLatin1Char('0'), QLatin1Char('o')).replace(QLatin1Char('1'), QLatin1Char('l'));
    CHECK(decodeConnectionCode(alike).ok());
    QString wide = text;
    for (QChar &letter : wide)
        letter = letter == QLatin1Char('-') ? QChar(0x3000) : QChar(letter.unicode() - 0x21 + 0xff01);
    CHECK(decodeConnectionCode(wide).ok());
}

TEST_CASE("Any single wrong, missing, doubled or swapped character is noticed")
{
    const QString text = QString(*encodeConnectionCode(sample())).remove(QLatin1Char('-'));
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (const QChar other : alphabet)
            if (other != text[at])
                REQUIRE(isInvalid(QString(text).replace(at, 1, other)));
        REQUIRE(isInvalid(QString(text).remove(at, 1)));
        REQUIRE(isInvalid(QString(text).insert(at, text[at])));
        if (at > 0 && text[at] != text[at - 1])
            REQUIRE(isInvalid(text.left(at - 1) + text[at] + text[at - 1] + text.mid(at + 1)));
    }
}

TEST_CASE("What is not a code at all is invalid")
{
    CHECK(isInvalid(QString()));
    CHECK(isInvalid(QStringLiteral("hello world")));
    CHECK(isInvalid(QStringLiteral("连接码")));
    CHECK(isInvalid(QString(100'000, QLatin1Char('A'))));
    CHECK(isInvalid(*encodeConnectionCode(sample()) + QStringLiteral("!")));
}

TEST_CASE("A code that would not fit is not made")
{
    const auto broken = [](auto &&change) {
        ConnectionCode code = sample();
        change(code);
        return !encodeConnectionCode(code).ok();
    };
    CHECK(broken([](ConnectionCode &code) { code.host.clear(); }));
    CHECK(broken([](ConnectionCode &code) { code.host = QString(256, QLatin1Char('a')); }));
    CHECK(broken([](ConnectionCode &code) { code.port = 0; }));
    CHECK(broken([](ConnectionCode &code) { code.keyPin.chop(1); }));
    CHECK(broken([](ConnectionCode &code) { code.token.clear(); }));
    CHECK(broken([](ConnectionCode &code) { code.company = QString(86, QChar(0x957f)); }));
}
