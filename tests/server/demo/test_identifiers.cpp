// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/identifiers.h"

#include "common/rules/formats.h"
#include "common/rules/phone.h"
#include "server/demo/words.h"

#include <catch2/catch_test_macros.hpp>

#include <QSet>

using namespace guanxi;
using namespace guanxi::demo;

TEST_CASE("Numbers of people and companies pass the checks of real ones", "[demo]")
{
    Dice dice(7);
    const Words words;
    QSet<QString> codes;
    for (int i = 0; i < 2000; ++i) {
        const City &city = dice.pick(words.cities);
        const QString code = creditCode(city.code, i);
        CHECK(rules::isCreditCode(code));
        codes.insert(code.mid(8, 9));
        const QDate birth(1950 + i % 50, 1 + i % 12, 1 + i % 28);
        const QString card = identityCard(dice, city.code, birth, i % 2 == 0);
        REQUIRE(rules::identityFacts(card));
        CHECK(rules::identityFacts(card)->birthDate == birth);
        CHECK(rules::identityFacts(card)->female == (i % 2 == 0));
        const QString mobile = mobileNumber(dice);
        CHECK(rules::isMobile(mobile));
        CHECK(rules::normalPhone(mobile) == mobile);
        const QString line = landLine(dice, city.areaCode);
        CHECK(rules::normalPhone(line) == line);
        const Country &country = dice.pick(words.countries);
        const QString abroad = foreignNumber(dice, country.mobile);
        CHECK(rules::isMobile(abroad));
        CHECK(rules::normalPhone(abroad) == abroad);
        CHECK(rules::isPostcode(fromPattern(dice, country.postcode)));
    }
    CHECK(codes.size() == 2000);
}

TEST_CASE("Two serials never make one credit code, up to a million companies", "[demo]")
{
    QSet<QString> codes;
    for (qint64 serial = 0; serial < 1'000'000; serial += 7)
        codes.insert(creditCode(QStringLiteral("320506"), serial));
    CHECK(codes.size() == (1'000'000 + 6) / 7);
}

TEST_CASE("Every list of words has the fields that the code reads", "[demo]")
{
    const Words words;
    const auto allHave = [](const WordList &list, qsizetype fields) {
        return !list.isEmpty() && std::all_of(list.begin(), list.end(), [&](const QStringList &line) {
            return line.size() == fields && !line.first().trimmed().isEmpty();
        });
    };
    CHECK(allHave(words.surnames, 2));
    CHECK(allHave(words.givenNames, 3));
    CHECK(allHave(words.companyHeads, 2));
    CHECK(allHave(words.companyTrades, 3));
    CHECK(allHave(words.supplierTrades, 2));
    CHECK(allHave(words.products, 7));
    for (const char *language : {"zh", "en", "de", "ja"}) {
        CHECK(allHave(words.interactions[QString::fromLatin1(language)], 3));
        CHECK(allHave(words.notes[QString::fromLatin1(language)], 1));
        CHECK(allHave(words.opportunities[QString::fromLatin1(language)], 1));
    }
    CHECK(allHave(words.tickets, 5));
    CHECK(allHave(words.articles, 3));
    CHECK(allHave(words.campaigns, 4));
    CHECK(allHave(words.activities, 2));
    CHECK(allHave(words.expenses, 4));
    CHECK(allHave(words.chats, 2));
    CHECK(allHave(words.positions, 3));
    CHECK(allHave(words.market, 6));
    CHECK(words.cities.size() > 50);
    CHECK(words.countries.size() > 8);
}
