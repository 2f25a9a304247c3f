// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/printdefinition.h"

#include <QStringList>

#include <catch2/catch_test_macros.hpp>

using guanxi::rules::printDefinitionFault;
using namespace Qt::StringLiterals;

namespace {

QString withBlocks(const QString &blocks) { return u"{\"for\":[\"quote\"],\"blocks\":["_s + blocks + u"]}"_s; }

} // namespace

TEST_CASE("A definition of a printed document may hold what the editor makes")
{
    CHECK(printDefinitionFault(withBlocks({})).isEmpty());
    for (const QString &block : {uR"({"text": "{number}", "size": 9, "bold": true, "if": "number"})"_s, uR"({"text": [{"zh": "一"}, {"zh": "二", "en": "two"}], "if": ["a", "!b"]})"_s,
                                 uR"({"fields": [{"label": {"zh": "甲", "en": "A"}, "value": "{a}", "strong": true}], "columns": 2})"_s, uR"({"row": [{"width": 50, "blocks": [{"space": 3}]}]})"_s,
                                 uR"({"table": {"of": "quote_line", "grid": true, "columns": [{"value": "{amount}", "group": {"zh": "金额"}, "over": "x"}], "feet": [{"label": "s", "value": "", "sum": "amount"}]}})"_s,
                                 uR"({"signatures": [{"heading": "A", "lines": ["x"]}]})"_s, uR"({"page": true})"_s, uR"({"rule": 1, "height": 3})"_s, uR"({"include": "letterhead"})"_s}) {
        INFO(block.toStdString());
        CHECK(printDefinitionFault(withBlocks(block)).toStdString().empty());
    }
}

TEST_CASE("What is wrong with a definition of a printed document is named")
{
    CHECK(printDefinitionFault(u"nonsense"_s) == u"{"_s);
    CHECK(printDefinitionFault(u"[]"_s) == u"{"_s);
    CHECK(printDefinitionFault(u"{\"blocks\":[]}"_s) == u"for"_s);
    CHECK(printDefinitionFault(u"{\"for\":[\"quote\"]}"_s) == u"blocks"_s);
    CHECK(printDefinitionFault(u"{\"for\":[\"quote\"],\"blocks\":[],\"run\":1}"_s) == u"run"_s);
    CHECK(printDefinitionFault(withBlocks(u"{\"text\":1}"_s)) == u"text"_s);
    CHECK(printDefinitionFault(withBlocks(u"{\"text\":\"a\",\"script\":\"b\"}"_s)) == u"script"_s);
    CHECK_FALSE(printDefinitionFault(withBlocks(u"{\"bold\":true}"_s)).isEmpty());
    CHECK_FALSE(printDefinitionFault(withBlocks(u"{\"text\":\"a\",\"space\":1}"_s)).isEmpty());
    CHECK_FALSE(printDefinitionFault(withBlocks(u"7"_s)).isEmpty());
    CHECK(printDefinitionFault(withBlocks(u"{\"fields\":[{\"label\":\"a\",\"worth\":1}]}"_s)) == u"worth"_s);
    CHECK(printDefinitionFault(u"{\"for\":[\"quote\"],\"blocks\":[],\"paper\":{\"margins\":[1,2]}}"_s) == u"margins"_s);
}

TEST_CASE("A definition of a printed document has a limit in size, in number of parts and in depth")
{
    CHECK_FALSE(printDefinitionFault(withBlocks(u"{\"text\":\"%1\"}"_s.arg(QString(guanxi::rules::PrintDefinitionLimit, u'x')))).isEmpty());
    QStringList many;
    for (int block = 0; block < 2'500; ++block)
        many.append(u"{\"space\":1}"_s);
    CHECK_FALSE(printDefinitionFault(withBlocks(many.join(u','))).isEmpty());
    QString deep = u"{\"space\":1}"_s;
    for (int row = 0; row < 10; ++row)
        deep = u"{\"row\":[{\"width\":1,\"blocks\":[%1]}]}"_s.arg(deep);
    CHECK_FALSE(printDefinitionFault(withBlocks(deep)).isEmpty());
}
