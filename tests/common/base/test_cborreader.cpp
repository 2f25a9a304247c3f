// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/cborreader.h"

#include <catch2/catch_test_macros.hpp>

#include <QCborStreamWriter>

#include <limits>

using namespace guanxi;

namespace {

Result<void> readAll(const QByteArray &bytes)
{
    CborReader reader(bytes);
    reader.skip();
    return reader.result();
}

} // namespace

TEST_CASE("What was written reads back, and a fault anywhere is found at the end")
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(4);
    writer.append(std::numeric_limits<qint64>::min());
    writer.append(QStringLiteral("关系"));
    writer.append(QByteArray("\0x", 2));
    writer.append(true);
    writer.endArray();
    CborReader reader(bytes);
    CHECK(reader.enterArray() == 4);
    CHECK(reader.integer() == std::numeric_limits<qint64>::min());
    CHECK(reader.text() == QStringLiteral("关系"));
    CHECK(reader.bytes() == QByteArray("\0x", 2));
    CHECK(reader.boolean());
    reader.leave();
    CHECK(reader.result().ok());

    for (qsizetype size = 0; size < bytes.size(); ++size) {
        CborReader cut(bytes.left(size));
        cut.enterArray();
        cut.integer();
        cut.text();
        cut.bytes();
        cut.boolean();
        cut.leave();
        CHECK_FALSE(cut.result().ok());
    }
}

TEST_CASE("Deep nesting, indefinite lengths, huge numbers and U+0000 are refused")
{
    CHECK_FALSE(readAll(QByteArray(40, '\x81') + '\x01').ok());
    CborReader indefinite(QByteArray("\x9f\x01\xff"));
    indefinite.enterArray();
    CHECK(indefinite.failed());
    CborReader huge(QByteArray("\x1b\xff\xff\xff\xff\xff\xff\xff\xff", 9));
    huge.integer();
    CHECK(huge.failed());
    CborReader zero(QByteArray("\x61\x00", 2));
    zero.text();
    CHECK(zero.failed());
}
