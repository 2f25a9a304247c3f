// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tables/writtenfile.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::test;

namespace {

/// The card as heads and what stands under them.
QHash<QString, QString> card(const QByteArray &bytes)
{
    const auto cells = WrittenFile(bytes).cells();
    REQUIRE(cells.ok());
    REQUIRE(cells->size() == 2);
    QHash<QString, QString> found;
    for (qsizetype i = 0; i < cells->at(0).size(); ++i)
        if (!cells->at(1)[i].isEmpty())
            found.insert(cells->at(0)[i], cells->at(1)[i]);
    return found;
}

} // namespace

TEST_CASE("an address card becomes a line under the names of fields")
{
    CHECK(card("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王小明\r\nN:王;小明;;;\r\nORG:上海宝钢;销售部\r\nTITLE:经理\r\nTEL;TYPE=CELL:13812345678\r\n"
               "TEL;TYPE=WORK,VOICE:021-12345678\r\nTEL;TYPE=FAX:021-0\r\nEMAIL:wang@example.com\r\nADR;TYPE=WORK:;;漕溪路\r\n  250号;上海;;200235;中国\r\n"
               "BDAY:19850312\r\nNOTE:第一行\\n第二行\\, 完\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\n")
          == QHash<QString, QString>{{QStringLiteral("name"), QStringLiteral("王小明")}, {QStringLiteral("account"), QStringLiteral("上海宝钢")},
                                     {QStringLiteral("position"), QStringLiteral("经理")}, {QStringLiteral("mobile"), QStringLiteral("13812345678")},
                                     {QStringLiteral("phone"), QStringLiteral("021-12345678")}, {QStringLiteral("email"), QStringLiteral("wang@example.com")},
                                     {QStringLiteral("address"), QStringLiteral("中国上海漕溪路 250号")}, {QStringLiteral("birthday"), QStringLiteral("1985-03-12")},
                                     {QStringLiteral("remark"), QStringLiteral("第一行\n第二行, 完")}});
}

TEST_CASE("cards of old telephones are read: quoted-printable in GB18030, names without a full name")
{
    CHECK(card("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=CD=F5;=D0=A1=\n=C3=F7\nTEL;CELL:138\nEND:VCARD\n")
          == QHash<QString, QString>{{QStringLiteral("name"), QStringLiteral("王小明")}, {QStringLiteral("mobile"), QStringLiteral("138")}});
    CHECK(card("BEGIN:VCARD\nitem1.N:Smith;John;;;\nitem1.URL:https\\://example.com\nEND:VCARD\n")
          == QHash<QString, QString>{{QStringLiteral("name"), QStringLiteral("John Smith")}, {QStringLiteral("website"), QStringLiteral("https://example.com")}});
}

TEST_CASE("a card that does not end is told with the line where it begins")
{
    const auto cells = WrittenFile("BEGIN:VCARD\nFN:a\nEND:VCARD\nBEGIN:VCARD\nFN:b\n").cells();
    REQUIRE_FALSE(cells.ok());
    CHECK(faultOf(cells.error()) == QLatin1String("broken 4"));
}
