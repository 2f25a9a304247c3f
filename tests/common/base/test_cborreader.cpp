// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/cborreader.h"
#include "common/base/cborwriter.h"

#include <catch2/catch_test_macros.hpp>

#include <QCborStreamWriter>
#include <QCborValue>

#include <functional>
#include <limits>
#include <random>

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
    CborWriter writer(&bytes);
    writer.startArray(4);
    writer.append(std::numeric_limits<qint64>::min());
    writer.append(QStringLiteral("关系"));
    writer.append(QByteArray("\0x", 2));
    writer.append(true);
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

TEST_CASE("Whatever Qt writes is passed over, and whatever it finds broken is refused")
{
    std::mt19937 random(1);
    const auto below = [&](int limit) { return int(random() % unsigned(limit)); };
    const std::function<void(QCborStreamWriter &, int)> write = [&](QCborStreamWriter &writer, int depth) {
        const int kind = below(depth > 6 ? 6 : 9);
        const quint64 items = quint64(below(4));
        switch (kind) {
        case 0: writer.append(qint64(random()) << below(32)); break;
        case 1: writer.append(-qint64(random())); break;
        case 2: writer.append(QString(below(40), QChar(0x4e00 + below(100)))); break;
        case 3: writer.append(QByteArray(below(300), 'x')); break;
        case 4: writer.append(below(2) == 1); break;
        case 5: writer.append(double(random())); break;
        case 6: case 7:
            writer.startArray(items);
            for (quint64 i = 0; i < items; ++i)
                write(writer, depth + 1);
            writer.endArray();
            break;
        default:
            writer.startMap(items);
            for (quint64 i = 0; i < items; ++i) {
                writer.append(i);
                write(writer, depth + 1);
            }
            writer.endMap();
        }
    };
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes;
        QCborStreamWriter writer(&bytes);
        write(writer, 0);
        INFO(bytes.toHex().toStdString());
        CHECK(readAll(bytes).ok());
        CHECK_FALSE(readAll(bytes + '\x01').ok());
        CHECK_FALSE(readAll(bytes.chopped(1)).ok());
        bytes[below(int(bytes.size()))] = char(random());
        QCborParserError fault;
        QCborValue::fromCbor(bytes, &fault);
        // It also finds the end of some sound ones too early.
        if (fault.error != QCborError::NoError && fault.error != QCborError::EndOfFile)
            CHECK_FALSE(readAll(bytes).ok());
    }
}

TEST_CASE("A container is left when all of it was read, and a count beyond the bytes that follow is refused")
{
    CborReader early(QByteArray("\x82\x01\x02"));
    early.enterArray();
    early.integer();
    early.leave();
    CHECK(early.failed());
    CborReader late(QByteArray("\x81\x01\x02"));
    late.enterArray();
    late.integer();
    CHECK(late.atEnd());
    late.integer();
    CHECK(late.failed());
    CborReader many(QByteArray("\xba\x00\x00\x00\x02\x01\x01\x01", 8));
    many.enterMap();
    CHECK(many.failed());
    CborReader none((QByteArray()));
    CHECK_FALSE(none.result().ok());
}

TEST_CASE("What is written is byte for byte what Qt writes")
{
    std::mt19937_64 random(2);
    const auto text = [&](int size) {
        QString letters;
        for (int i = 0; i < size; ++i)
            if (const char32_t letter = char32_t(random() % (random() % 2 ? 0x80 : 0x1ffff)); letter < 0xd800 || letter > 0xdfff)
                letters += QChar::fromUcs4(letter);
        return letters;
    };
    for (int round = 0; round < 5000; ++round) {
        QByteArray bytes, expected;
        CborWriter writer(&bytes);
        QCborStreamWriter qt(&expected);
        const auto both = [&](const auto &item) {
            writer.append(item);
            qt.append(item);
        };
        writer.startArray(7);
        qt.startArray(7);
        both(qint64(random() >> random() % 64));
        both(-qint64(random() >> (1 + random() % 63)));
        both(quint64(random() >> random() % 64));
        both(random() % 2 == 0);
        both(text(int(random() % 300)));
        both(QByteArray(qsizetype(random() % 300), 'x'));
        writer.startMap(1);
        qt.startMap(1);
        both(int(random()));
        writer.appendNull();
        qt.appendNull();
        qt.endMap();
        qt.endArray();
        REQUIRE(bytes == expected);
    }
}
