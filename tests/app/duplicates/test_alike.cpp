// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/data/duplicatescan.h"

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Firms : test::DeskCompany {
    Firms()
    {
        for (const QString &name : {u"上海宏远物流有限公司"_s, u"北京长城科技有限公司"_s, u"杭州西湖信息技术服务有限公司"_s, u"Schneider Electric Co., Ltd."_s})
            firms.append(account(name, annId));
        phone = newAccount(u"宁波东海渔业有限公司"_s, annId);
        phone.set(Account::phone, u"0574-87654321"_s);
        phone.set(Account::taxNumber, u"91310000MA1FL5XK7Q"_s);
        server.insert(phone);
        settle();
    }
    QList<AlikeRecord> alike(const Record &record)
    {
        QObject context;
        std::optional<QList<AlikeRecord>> found;
        ann.records().findAlike(record, &context, [&](const Result<QList<AlikeRecord>> &result) { found = must(result); });
        REQUIRE(waitFor([&] { return found.has_value(); }));
        return *found;
    }
    QList<AlikeRecord> alike(const QString &name) { return alike(newAccount(name, annId)); }
    QList<AlikePair> pairs(const std::shared_ptr<ScanState> &state = std::make_shared<ScanState>())
    {
        QObject context;
        std::optional<QList<AlikePair>> found;
        ann.records().scanForDuplicates(Account::entity, state, &context, [&](const Result<QList<AlikePair>> &result) { found = must(result); });
        REQUIRE(waitFor([&] { return found.has_value(); }));
        return *found;
    }

    QList<Record> firms;
    Record phone;
};

} // namespace

TEST_CASE("What is typed finds records like it by name, sound, telephone and key, with the reason", "[alike]")
{
    Firms world;
    const auto first = [&](const QString &name) {
        const QList<AlikeRecord> found = world.alike(name);
        return found.isEmpty() ? RecordRef() : found.first().ref;
    };
    CHECK(first(u"上海宏远物流"_s) == world.firms[0].ref());
    CHECK(first(u"上海鸿远物流有限公司"_s) == world.firms[0].ref());
    CHECK(first(u"长城科技"_s) == world.firms[1].ref());
    CHECK(first(u"杭州西湖信息技服务有限公司"_s) == world.firms[2].ref());
    CHECK(first(u"Schnieder Electric"_s) == world.firms[3].ref());
    CHECK(world.alike(u"广州白云机场"_s).isEmpty());
    Record moved = world.newAccount(u"宁波东海渔"_s, world.annId);
    moved.set(Account::phone, u"0574-87654321-8"_s);
    REQUIRE(world.alike(moved).size() == 1);
    CHECK(world.alike(moved).first().likening.reasons.contains(rules::Reason{rules::Agreement::SamePhone, Account::phone.id}));
    Record key = world.newAccount(u"别的名字"_s, world.annId);
    key.set(Account::taxNumber, u"91310000ma1fl5xk7q"_s);
    REQUIRE(world.alike(key).size() == 1);
    CHECK(world.alike(key).first().likening.score == 100);
}

TEST_CASE("A record is not like itself, and not like one that is deleted", "[alike]")
{
    Firms world;
    CHECK(world.alike(world.firms[0]).isEmpty());
    must(world.ann.records().remove({world.firms[1].ref()}));
    CHECK(world.alike(u"北京长城科技"_s).isEmpty());
}

TEST_CASE("The scan finds each pair once, the surest first, offline too", "[alike]")
{
    Firms world;
    world.ann.cut();
    CHECK(world.pairs().isEmpty());
    must(world.ann.records().save(world.newAccount(u"上海鸿远物流有限公司"_s, world.annId)));
    Record key = world.newAccount(u"别的名字"_s, world.annId);
    key.set(Account::mobile, u"13800138000"_s);
    must(world.ann.records().save(key));
    key.setId(world.ids.next());
    must(world.ann.records().save(key));
    const QList<AlikePair> pairs = world.pairs();
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].likening.score == 100);
    CHECK(QSet{pairs[1].a, pairs[1].b}.contains(world.firms[0].ref()));
}

TEST_CASE("A scan that is over finds nothing more", "[alike]")
{
    Firms world;
    must(world.ann.records().save(world.newAccount(u"上海宏远物流"_s, world.annId)));
    const auto state = std::make_shared<ScanState>();
    CHECK(world.pairs(state).size() == 1);
    CHECK(state->done == state->total);
    state->cancelled = true;
    CHECK(world.pairs(state).isEmpty());
}

TEST_CASE("Somebody finds pairs only among what he sees", "[alike]")
{
    Firms world;
    const Record hers = world.account(u"上海鸿远物流有限公司"_s, world.beaId, world.west);
    world.settle();
    CHECK(world.pairs().isEmpty()); // Ann does not see it
    QObject context;
    std::optional<QList<AlikePair>> found;
    world.bea.records().scanForDuplicates(Account::entity, std::make_shared<ScanState>(), &context, [&](const Result<QList<AlikePair>> &result) { found = must(result); });
    REQUIRE(waitFor([&] { return found.has_value(); }));
    CHECK(found->size() == 1);
}
