// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

/// A customer of Bea in the west, with a contact and an interaction; Ann sees nothing of it.
struct Stranger : DeskCompany {
    explicit Stranger(storage::Backend backend) : DeskCompany(backend)
    {
        customer = account(QStringLiteral("Baosteel"), beaId, west);
        person = contact(QStringLiteral("Wang"), customer);
        visit = interaction(QStringLiteral("First visit"), customer);
        settle();
        REQUIRE_FALSE(sees(customer));
    }
    bool sees(const Record &record) { return ann.records().load(record.ref()).ok(); }
    Record share(const Record &record, const RecordRef &with, qint64 validTo = 0)
    {
        Record row = bea.records().create(Share::entity);
        row.set(Share::record, record.ref());
        row.set(Share::sharee, with);
        if (validTo != 0)
            row.set(Share::validTo, validTo);
        must(bea.records().save(row));
        settle();
        return row;
    }

    Record customer;
    Record person;
    Record visit;
};

} // namespace

TEST_CASE("a shared customer comes with what belongs to it, and goes with the share")
{
    Stranger company(GUANXI_ON_BOTH);
    const auto sharee = GENERATE(0, 1, 2);
    const RecordRef with = sharee == 0 ? RecordRef{User::entity, company.annId}
        : sharee == 1                  ? RecordRef{Department::entity, company.east}
                                       : RecordRef{Role::entity, company.own};
    const Record share = company.share(company.customer, with);
    for (const Record &record : {company.customer, company.person, company.visit, share})
        CHECK(company.sees(record));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
    // Also what comes later.
    const Record later = company.contact(QStringLiteral("Li"), company.customer);
    company.settle();
    CHECK(company.sees(later));

    const app::Saved taken = must(company.bea.records().remove({share.ref()}));
    company.settle();
    for (const Record &record : {company.customer, company.person, company.visit, later})
        CHECK_FALSE(company.sees(record));
    company.checkExact(company.ann);
    must(company.bea.records().undo(taken.action));
    company.settle();
    CHECK(company.sees(later));
    company.checkExact(company.ann);
}

TEST_CASE("what is shared may be worked on as one's own, but not shared on by who does not see it")
{
    Stranger company(GUANXI_ON_BOTH);
    company.share(company.customer, {User::entity, company.annId});
    company.change(company.ann, company.customer.ref(), Account::shortName.id, QStringLiteral("from Ann"));
    CHECK(company.ann.records().may(Action::Edit, must(company.ann.records().load(company.customer.ref()))));
    company.settle();
    CHECK(company.now(company.customer)[Account::shortName] == QLatin1String("from Ann"));

    // Guessing an id helps nobody to a share of his own making.
    const Record hidden = company.account(QStringLiteral("Hidden"), company.beaId, company.west);
    company.settle();
    Record own = company.ann.records().create(Share::entity);
    own.set(Share::record, hidden.ref());
    own.set(Share::sharee, RecordRef{User::entity, company.annId});
    static_cast<void>(company.ann.records().save(own));
    company.settle();
    CHECK_FALSE(company.sees(hidden));
    company.checkExact(company.ann);
}

TEST_CASE("a share ends when its time is over, also for whoever is away")
{
    Stranger company(GUANXI_ON_BOTH);
    const bool away = GENERATE(false, true);
    CAPTURE(away);
    company.share(company.customer, {User::entity, company.annId}, company.clock.wallMs() + 40'000);
    REQUIRE(company.sees(company.person));
    if (away)
        company.ann.cut();
    company.clock.advance(50'000);
    for (MemoryDesk *desk : {&company.ann, &company.bea})
        if (desk->isConnected())
            desk->connectToServer(); // the server takes who is silent for dead
    for (int i = 0; i < 10; ++i)
        company.settle(); // some seconds each
    company.meet();
    CHECK_FALSE(company.sees(company.customer));
    CHECK_FALSE(company.sees(company.person));
    company.checkExact(company.ann);
}

TEST_CASE("a share that is moved to another record opens that and closes the first")
{
    Stranger company(GUANXI_ON_BOTH);
    const Record other = company.account(QStringLiteral("Angang"), company.beaId, company.west);
    company.settle();
    const Record share = company.share(company.customer, {User::entity, company.annId});
    company.change(company.bea, share.ref(), Share::record.id, other.ref());
    company.settle();
    CHECK(company.sees(other));
    CHECK_FALSE(company.sees(company.customer));
    CHECK_FALSE(company.sees(company.person));
    company.checkExact(company.ann);
}
