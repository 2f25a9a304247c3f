// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever may be saved can travel: it never holds up what comes behind it.
#include "deskcompany.h"

#include "common/model/builder.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

/// Chinese that no packing makes much smaller; three bytes a character.
QString randomText(Random &random, qsizetype bytes)
{
    QString text;
    for (qsizetype i = 0; i < bytes / 3; ++i)
        text.append(QChar(char16_t(0x4e00 + random.below(20'000))));
    return text;
}

constexpr EntityId Essay = 900;
constexpr TextField EssayName{20};
constexpr FieldId FirstChapter = 21;
constexpr int Chapters = 6;

/// Of which one alone, old and new, is more than a message holds.
void declareEssaysToo(Catalogue &catalogue)
{
    MemoryServer::declareSome(catalogue);
    EntityBuilder essay(catalogue, Essay, "essay", "Essay", "Essays");
    essay.area(Area::Customers).everyone().title({EssayName.id});
    essay.text(EssayName, "name", 100).required().search(Search::Name);
    for (int i = 0; i < Chapters; ++i)
        essay.longText(TextField{FieldId(FirstChapter + i)}, "chapter_" + QByteArray::number(i));
}

void write(Record &essay, Random &random, qsizetype bytes)
{
    for (int i = 0; i < Chapters; ++i)
        essay.setValue(FieldId(FirstChapter + i), randomText(random, bytes));
}

struct Essays : DeskCompany {
    explicit Essays(storage::Backend backend) : DeskCompany(backend, declareEssaysToo)
    {
        for (const Uuid &role : {own, all})
            server.allow(role, Essay, Reach::All, true);
        settle();
    }
    Record essay()
    {
        Record made = ann.records().create(Essay);
        made.set(EssayName, QStringLiteral("Steel"));
        return made;
    }
};

} // namespace

TEST_CASE("very many long texts saved as one action arrive, and so does what was saved after them")
{
    DeskCompany company(GUANXI_ON_BOTH);
    company.settle();
    SeededRandom random(11);
    QList<Record> accounts;
    for (int i = 0; i < 100; ++i) {
        accounts.append(company.newAccount(QStringLiteral("Customer %1").arg(i), company.annId));
        accounts.last().set(Account::remark, randomText(random, 20'000));
    }
    must(company.ann.records().saveAll(accounts, QStringLiteral("paste")));
    const Record later = company.make(company.ann, QStringLiteral("Later"));
    company.settle();
    CHECK(company.shown(company.bea, accounts.first().ref(), Account::remark) == accounts.first()[Account::remark]);
    CHECK(company.shown(company.bea, accounts.last().ref(), Account::remark) == accounts.last()[Account::remark]);
    CHECK(company.shown(company.bea, later.ref(), Account::name) == QLatin1String("Later"));
}

TEST_CASE("a record with many long texts arrives when all of them are written anew, and its past is told")
{
    Essays company(GUANXI_ON_BOTH);
    SeededRandom random(12);
    Record essay = company.essay();
    write(essay, random, 100'000);
    must(company.ann.records().save(essay));
    company.settle();
    essay = must(company.ann.records().load(essay.ref()));
    write(essay, random, 100'000);
    const app::Saved rewritten = must(company.ann.records().save(essay));
    const Record later = company.make(company.ann, QStringLiteral("Later"));
    company.settle();
    CHECK(company.shown(company.bea, later.ref(), Account::name) == QLatin1String("Later"));
    for (int i = 0; i < Chapters; ++i)
        CHECK(must(company.bea.records().load(essay.ref())).value(FieldId(FirstChapter + i)) == essay.value(FieldId(FirstChapter + i)));
    must(company.ann.records().undo(rewritten.action));
    company.settle();
    CHECK(must(company.bea.records().load(essay.ref())).value(FirstChapter) != essay.value(FirstChapter));
    company.checkExact(company.bea);
}

TEST_CASE("a record that could not travel is not saved")
{
    Essays company(storage::Backend::Sqlite);
    SeededRandom random(13);
    Record essay = company.essay();
    write(essay, random, 200'000);
    const Result<app::Saved> saved = company.ann.records().save(essay);
    REQUIRE_FALSE(saved.ok());
    CHECK(saved.error().code == ErrorCode::TooLong);
    write(essay, random, 100'000);
    must(company.ann.records().save(essay));
}
