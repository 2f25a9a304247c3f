// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/sync/text3.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QElapsedTimer>
#include <QStringList>

#include <ostream>

using namespace guanxi;
using sync::mergeLines;

namespace
{

QStringList numberedLines(int count)
{
    QStringList lines;
    for (int i = 0; i < count; ++i)
        lines.append(QStringLiteral("line %1").arg(i));
    return lines;
}

/// Replaces, removes or adds at `line`; `mark` makes the text its author's.
void editAt(QStringList &lines, qsizetype line, quint64 how, const QString &mark)
{
    if (how == 0)
        lines[line] = mark;
    else if (how == 1)
        lines.removeAt(line);
    else
        lines.insert(line, mark);
}

} // namespace

TEST_CASE("Edits on different lines both survive a text merge")
{
    const QString base = QStringLiteral("打电话\n报价\n\n签合同");
    CHECK(
        mergeLines(base, QStringLiteral("打了电话\n报价\n\n签合同"), QStringLiteral("打电话\n报价\n\n签合同\n收款")) ==
        QStringLiteral("打了电话\n报价\n\n签合同\n收款"));
    CHECK(mergeLines(base, QStringLiteral("打电话\n\n签合同"), base) == QStringLiteral("打电话\n\n签合同"));
}

TEST_CASE("The same edit on both sides is taken once")
{
    CHECK(mergeLines(QStringLiteral("a\nb"), QStringLiteral("a\nx\nb"), QStringLiteral("a\nx\nb")) ==
          QStringLiteral("a\nx\nb"));
    CHECK(mergeLines(QString(), QStringLiteral("new"), QStringLiteral("new")) == QStringLiteral("new"));
}

TEST_CASE("Edits of the same or touching lines do not merge")
{
    CHECK_FALSE(mergeLines(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")));
    CHECK_FALSE(mergeLines(QStringLiteral("a\nb\nc"), QStringLiteral("x\nb\nc"), QStringLiteral("a\ny\nc")));
    CHECK_FALSE(mergeLines(QStringLiteral("a\nb\nc"), QStringLiteral("a\nc"), QStringLiteral("a\nB\nc")));
    CHECK_FALSE(mergeLines(QStringLiteral("a"), QStringLiteral("a\nmine"), QStringLiteral("a\ntheirs")));
}

TEST_CASE("Random edits far apart keep both authors' marks, whichever side comes first", "[property]")
{
    SeededRandom random(7);
    for (int round = 0; round < 2000; ++round) {
        const int count = 6 + int(random.below(30));
        const QStringList base = numberedLines(count);
        const qsizetype first = qsizetype(random.below(quint64(count - 3)));
        const qsizetype second = first + 2 + qsizetype(random.below(quint64(count - first - 2)));
        QStringList mine = base, theirs = base;
        const quint64 howMine = random.below(3), howTheirs = random.below(3);
        editAt(mine, first, howMine, QStringLiteral("mine"));
        editAt(theirs, second, howTheirs, QStringLiteral("theirs"));
        QStringList wanted = base;
        editAt(wanted, second, howTheirs, QStringLiteral("theirs"));
        editAt(wanted, first, howMine, QStringLiteral("mine"));
        const QString b = base.join(u'\n'), m = mine.join(u'\n'), t = theirs.join(u'\n');
        REQUIRE(mergeLines(b, m, t) == wanted.join(u'\n'));
        REQUIRE(mergeLines(b, t, m) == wanted.join(u'\n'));
    }
}

TEST_CASE("Random texts merge the same from both sides, and one side unchanged gives the other", "[property]")
{
    SeededRandom random(11);
    const auto anyText = [&] {
        QStringList lines;
        for (quint64 i = random.below(9); i > 0; --i)
            lines.append(QString(QChar(u'a' + char16_t(random.below(3)))));
        return lines.join(u'\n');
    };
    for (int round = 0; round < 5000; ++round) {
        const QString base = anyText(), mine = anyText(), theirs = anyText();
        REQUIRE(mergeLines(base, mine, theirs) == mergeLines(base, theirs, mine));
        REQUIRE(mergeLines(base, mine, base) == mine);
        REQUIRE(mergeLines(base, base, theirs) == theirs);
        REQUIRE(mergeLines(base, mine, mine) == mine);
    }
}

TEST_CASE("A text of the greatest length and nothing in common does not occupy the server")
{
    const QString base = QStringLiteral("a\n").repeated(100000);
    const QString mine = QStringLiteral("b\n").repeated(100000);
    const QString theirs = QStringLiteral("c\n").repeated(100000);
    QElapsedTimer timer;
    timer.start();
    CHECK_FALSE(mergeLines(base, mine, theirs));
    CHECK(timer.elapsed() < 5000);
}
