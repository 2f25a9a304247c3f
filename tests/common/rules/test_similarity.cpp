// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"
#include "common/model/catalogue/customers.h"
#include "common/rules/similarity.h"

#include <catch2/catch_test_macros.hpp>

#include <QSet>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;
using rules::Agreement;
using rules::Similarity;

namespace {

struct Written {
    QString name;
    QString phone = {};
    QString address = {};
};

Record account(const Written &written)
{
    Record record(wholeCatalogue().at(Account::entity), Uuid::named((written.name + written.phone + written.address).toUtf8()));
    record.set(Account::name, written.name);
    if (!written.phone.isEmpty())
        record.set(Account::phone, written.phone);
    if (!written.address.isEmpty())
        record.set(Account::address, written.address);
    return record;
}

const Similarity &customers()
{
    static const Similarity similarity(wholeCatalogue().at(Account::entity));
    return similarity;
}

rules::Likening compared(const Written &a, const Written &b) { return customers().compare(account(a), account(b)); }
int score(const Written &a, const Written &b) { return compared(a, b).score; }

bool meet(const Written &a, const Written &b)
{
    QHash<quint64, bool> blocks;
    for (const Similarity::Block &block : customers().blocksOf(customers().traitsOf(account(a))))
        blocks.insert(block.number, blocks.value(block.number) || block.leads);
    for (const Similarity::Block &block : customers().blocksOf(customers().traitsOf(account(b))))
        if (const auto found = blocks.constFind(block.number); found != blocks.constEnd() && (*found || block.leads))
            return true;
    return false;
}

struct Pair {
    Written a, b;
};

/// As colleagues enter one firm twice.
const QList<Pair> Same{
    {{u"北京长城科技有限公司"_s}, {u"北京长城科技股份有限公司"_s}},
    {{u"北京长城科技有限公司"_s}, {u"北京长城科技"_s}},
    {{u"北京长城科技有限公司"_s}, {u"北京長城科技有限公司"_s}},
    {{u"长城科技（北京）有限公司"_s}, {u"北京长城科技有限公司"_s}},
    {{u"长城科技有限公司"_s}, {u"北京长城科技有限公司"_s}},
    {{u"江苏省苏州市恒力机械有限公司"_s}, {u"苏州恒力机械有限责任公司"_s}},
    {{u"上海宏远物流有限公司"_s}, {u"上海鸿远物流有限公司"_s}},
    {{u"深圳市创新工业自动化设备有限公司"_s}, {u"深圳市创新工业自动化设备公司"_s}},
    {{u"杭州西湖信息技术服务有限公司"_s}, {u"杭州西湖信息技服务有限公司"_s}},
    {{u"广州白云电器设备集团有限公司"_s}, {u"广州白云电器设备（集团）股份有限公司"_s}},
    {{u"青岛海尔生物医疗股份有限公司"_s}, {u"青岛海尔生物医疗 股份有限公司"_s}},
    {{u"武汉精测电子集团"_s}, {u"武汉精测电子有限公司"_s}},
    {{u"ＡＢＢ（中国）有限公司"_s}, {u"ABB (中国) 有限公司"_s}},
    {{u"Siemens Ltd., China"_s}, {u"SIEMENS LTD CHINA"_s}},
    {{u"Schneider Electric Co., Ltd."_s}, {u"Schnieder Electric Co. Ltd"_s}},
    {{u"Müller Maschinenbau GmbH"_s}, {u"Muller Maschinenbau"_s}},
    {{u"北京长城科技有限公司"_s, u"010-62751234"_s}, {u"北京长江科技有限公司"_s, u"010-62751234-801"_s}},
    {{u"北京长城电子科技有限公司"_s, u"010-62751234"_s}, {u"北京长城科技有限公司"_s, u"010-62751234"_s}},
    {{u"成都天府食品有限公司"_s, {}, u"四川省成都市锦江区红星路3号"_s}, {u"天府食品有限公司"_s, {}, u"成都市锦江区红星路3号"_s}},
    {{u"宁波远洋国际货运代理有限公司"_s}, {u"宁波远洋国际货运代理有线公司"_s}},
};

/// Firms that only look alike.
const QList<Pair> Different{
    {{u"北京长城科技有限公司"_s}, {u"上海长城科技有限公司"_s}},
    {{u"北京长城科技有限公司"_s}, {u"北京长城机械有限公司"_s}},
    {{u"北京长城科技有限公司"_s}, {u"北京长江科技有限公司"_s}},
    {{u"中国工商银行第一支行"_s}, {u"中国工商银行第二支行"_s}},
    {{u"上海电气集团"_s}, {u"上海电器有限公司"_s, u"021-62751234"_s, u"南京西路1号"_s}},
    {{u"华为技术有限公司"_s}, {u"华为终端有限公司"_s}},
    {{u"苏州恒力机械有限公司"_s}, {u"无锡恒力机械有限公司"_s}},
    {{u"导入客户12有限公司"_s}, {u"导入客户13有限公司"_s}},
    {{u"杭州西湖茶叶有限公司"_s, u"0571-87654321"_s}, {u"宁波东海渔业有限公司"_s, u"0571-87654321"_s}},
    {{u"深圳星光贸易有限公司"_s, {}, u"深圳市南山区科技路1号"_s}, {u"深圳大同物流有限公司"_s, {}, u"深圳市南山区科技路1号"_s}},
    {{u"有限公司"_s}, {u"股份有限公司"_s}},
    {{u"Siemens Ltd"_s}, {u"Philips Ltd"_s}},
    {{u"广州白云电器有限公司"_s}, {u"广州白云机场股份有限公司"_s}},
    {{u"金海"_s}, {u"津海"_s}},
};

} // namespace

TEST_CASE("One firm entered twice is known, firms that look alike are not taken for one", "[similarity]")
{
    for (const auto &[a, b] : Same) {
        INFO(a.name.toStdString() << " / " << b.name.toStdString() << ": " << score(a, b));
        CHECK(score(a, b) >= Similarity::Threshold);
        CHECK(meet(a, b));
    }
    for (const auto &[a, b] : Different) {
        INFO(a.name.toStdString() << " / " << b.name.toStdString() << ": " << score(a, b));
        CHECK(score(a, b) < Similarity::Threshold);
    }
}

TEST_CASE("Comparing is the same both ways, enough for the same name, and 100 only by a key", "[similarity]")
{
    QList<Written> all;
    for (const QList<Pair> &pairs : {Same, Different})
        for (const auto &[a, b] : pairs)
            all += {a, b};
    for (const Written &a : std::as_const(all))
        for (const Written &b : std::as_const(all)) {
            INFO(a.name.toStdString() << " / " << b.name.toStdString());
            const rules::Likening there = compared(a, b);
            const rules::Likening back = compared(b, a);
            CHECK(there.score == back.score);
            CHECK(there.reasons == back.reasons);
            CHECK(there.score < 100);
            CHECK(there.reasons.isEmpty() == (there.score == 0));
            if (rules::plainCompanyName(a.name).core == rules::plainCompanyName(b.name).core)
                CHECK(there.score >= Similarity::Threshold);
        }
}

TEST_CASE("A key says it by itself, whatever else differs", "[similarity]")
{
    Record one = account({u"北京长城科技有限公司"_s});
    Record other = account({u"完全不同的名字"_s});
    SECTION("a tax number")
    {
        one.set(Account::taxNumber, u"91110108MA01ABCD12"_s);
        other.set(Account::taxNumber, u"91110108ma01abcd12"_s);
        CHECK(customers().compare(one, other).reasons == QList<rules::Reason>{{Agreement::SameKey, Account::taxNumber.id}});
    }
    SECTION("a mobile, also where it was typed as a telephone in another way")
    {
        one.set(Account::mobile, u"13800138000"_s);
        other.set(Account::mobile, u"+86 138 0013 8000"_s);
    }
    SECTION("an e-mail address")
    {
        one.set(Account::email, u"Office@A.example"_s);
        other.set(Account::email, u"office@a.example"_s);
    }
    CHECK(customers().compare(one, other).score == 100);
}

TEST_CASE("The reasons say what agrees", "[similarity]")
{
    const auto how = [](const rules::Likening &likening) {
        QList<Agreement> agreements;
        for (const rules::Reason &reason : likening.reasons)
            agreements.append(reason.how);
        return agreements;
    };
    CHECK(how(compared({u"上海宏远物流有限公司"_s, u"021-55551234"_s}, {u"上海鸿远物流有限公司"_s, u"021-55551234-8"_s}))
          == QList{Agreement::SoundsAlike, Agreement::SamePhone});
    CHECK(how(compared({u"长城科技"_s, {}, u"北京市中关村大街1号"_s}, {u"北京长城科技"_s, {}, u"中关村大街1号"_s}))
          == QList{Agreement::NameWithoutRegion, Agreement::SameAddress});
    CHECK(how(compared({u"杭州西湖信息技术服务有限公司"_s}, {u"杭州西湖信息技服务有限公司"_s})) == QList{Agreement::NearlySameName});
}

TEST_CASE("Two tax numbers are two firms, unless everything else agrees", "[similarity]")
{
    Record one = account({u"上海宏远物流有限公司"_s});
    Record other = account({u"上海鸿远物流有限公司"_s});
    one.set(Account::taxNumber, u"91110108MA01ABCD12"_s);
    other.set(Account::taxNumber, u"91310115MA1K3XYZ98"_s);
    CHECK(customers().compare(one, other).score < Similarity::Threshold);
}

TEST_CASE("People share names: another thing must agree", "[similarity]")
{
    const Similarity contacts(wholeCatalogue().at(Contact::entity));
    const auto person = [](const QString &name) {
        Record record(wholeCatalogue().at(Contact::entity), Uuid::named(name.toUtf8()));
        record.set(Contact::name, name);
        return record;
    };
    Record one = person(u"李娜"_s);
    Record other = person(u"李娜"_s);
    CHECK(contacts.compare(one, other).score < Similarity::Threshold);
    SECTION("the firm")
    {
        one.set(Contact::account, Uuid::named("firm"));
        other.set(Contact::account, Uuid::named("firm"));
    }
    SECTION("the telephone")
    {
        one.set(Contact::phone, u"010-62751234"_s);
        other.set(Contact::phone, u"010-62751234"_s);
    }
    CHECK(contacts.compare(one, other).score >= Similarity::Threshold);
    CHECK(contacts.compare(one, person(u"王伟"_s)).score < Similarity::Threshold);
}

TEST_CASE("What somebody may not read in full is not compared", "[similarity]")
{
    const Entity &entity = wholeCatalogue().at(Account::entity);
    RightsInput input;
    input.access = {{Account::entity, Action::View, Reach::All, {}}};
    input.activeRoles = {Uuid::named("role")};
    input.viewRoles.insert(Account::entity, input.activeRoles);
    const Rights rights(input, wholeCatalogue());
    const QList<FieldId> compared = Similarity(entity, &rights).fieldIds();
    CHECK(compared.contains(Account::name.id));
    CHECK_FALSE(compared.contains(Account::identityDocument.id)); // a mask is no value
}

TEST_CASE("An entity without marked fields is compared by its name, user-defined fields take no part", "[similarity]")
{
    const Similarity segments(wholeCatalogue().at(Segment::entity));
    REQUIRE(segments.fieldIds() == QList<FieldId>{Segment::name.id});
    CHECK(Similarity(wholeCatalogue().at(Interaction::entity)).isEmpty());
}
