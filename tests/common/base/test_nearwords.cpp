// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/nearwords.h"

#include <catch2/catch_test_macros.hpp>

#include <QSet>

using namespace guanxi;
using namespace Qt::StringLiterals;

namespace {

bool isNear(const QString &a, const QString &b)
{
    const QStringList forms = nearForms(a), others = nearForms(b);
    return QSet<QString>(forms.begin(), forms.end()).intersects(QSet<QString>(others.begin(), others.end()));
}

/// Everything one mistake makes of a word: a letter missing, added, another, or exchanged with the next one.
QStringList mistyped(const QString &word)
{
    QStringList all;
    for (qsizetype at = 0; at <= word.size(); ++at) {
        for (const QChar letter : u"aeqz"_s) {
            all += QString(word).insert(at, letter);
            if (at < word.size())
                all += QString(word).replace(at, 1, letter);
        }
        if (at < word.size())
            all += QString(word).remove(at, 1);
        if (at + 1 < word.size())
            all += word.left(at) + word[at + 1] + word[at] + word.mid(at + 2);
    }
    return all;
}

} // namespace

TEST_CASE("One mistake in a word of four to seven letters is near, two in a longer one are", "[nearwords]")
{
    for (const QString &word : {u"bosch"_s, u"siemens"_s, u"baosteel"_s, u"schneider"_s})
        for (const QString &once : mistyped(word)) {
            INFO(word.toStdString() << " typed as " << once.toStdString());
            if (once.size() >= 4)
                CHECK(isNear(word, once));
            if (word.size() < 8 || once.size() < 8)
                continue;
            for (const QString &twice : mistyped(once))
                if (twice.size() >= 8 && !isNear(word, twice))
                    FAIL_CHECK("then as " << twice.toStdString());
        }
}

TEST_CASE("Other words are not near", "[nearwords]")
{
    CHECK_FALSE(isNear(u"bosch"_s, u"benz"_s));
    CHECK_FALSE(isNear(u"bosch"_s, u"basin"_s));
    CHECK_FALSE(isNear(u"siemens"_s, u"samsung"_s));
    CHECK_FALSE(isNear(u"schneider"_s, u"schindler"_s + u"group"_s));
    CHECK(nearForms(u"abb"_s).isEmpty());
    CHECK(nearForms(u"a1234"_s).isEmpty());
}

TEST_CASE("The index gets the Latin words of names, whatever their case, accents and width", "[nearwords]")
{
    CHECK(nearTokens(u"北京长城电子有限公司 3M"_s).isEmpty());
    const QString wanted = nearForms(u"bosch"_s).join(u' ');
    for (const QString &name : {u"Bosch"_s, u"BÖSCH"_s, u"博世 Bosch 3M"_s, u"Ｂｏｓｃｈ"_s, u"Bo'sch"_s}) {
        INFO(name.toStdString());
        CHECK(nearTokens(name) == wanted);
    }
}
