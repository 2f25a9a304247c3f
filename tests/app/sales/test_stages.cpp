// SPDX-License-Identifier: GPL-3.0-or-later
// Stages, success and failure of opportunities, with real desks and a real server: what is asked, refused and made.
#include "app/shell/resources.h"
#include "app/views/sales/conversion.h"
#include "app/views/sales/convertdialog.h"
#include "app/views/sales/stagemove.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/recordform.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/work.h"
#include "tests/app/sales/pipelinecompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QApplication>
#include <QLabel>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Desk : PipelineCompany {
    explicit Desk(storage::Backend backend = storage::Backend::Sqlite) : PipelineCompany(backend), context((loadResources(), ann.records()), drafts)
    {
        for (const Uuid &role : {own, all})
            for (const EntityId entity : {Lead::entity, Contact::entity, Account::entity, DevelopmentPlanItem::entity, Project::entity, LeadScoreRule::entity})
                server.allow(role, entity, Reach::All, true);
        server.allow(all, Opportunity::entity, Action::Approve, Reach::All);
        Record second = stages[1];
        second.set(PipelineStage::needs, u"[\"expected_close_on\"]"_s);
        server.update(second);
        settle();
    }
    Record now(const Record &record) { return server.record(record.ref()); }
    Record atDesk(const Record &record) { return must(ann.records().load(record.ref())); }

    FakeDrafts drafts;
    NotingContext context;
};

} // namespace

TEST_CASE("Without customer name, chance and summary no opportunity is made, and each of them is named; stage and maker come by themselves")
{
    Desk desk;
    RecordForm form(desk.ann.records(), desk.drafts, Opportunity::entity, {});
    activate(form);
    CHECK_FALSE(form.save());
    for (const FieldId field : {Opportunity::customerName.id, Opportunity::probability.id, Opportunity::summary.id})
        CHECK_FALSE(form.faultText(field).isEmpty());
    CHECK(form.faultText(Opportunity::stage.id).isEmpty());
    CHECK(form.editor(Opportunity::stage.id)->value() == Value(desk.stages[0].id()));
    for (const auto &[field, value] : {std::pair(Opportunity::customerName.id, Value(u"宏远"_s)), std::pair(Opportunity::probability.id, Value(qint64(2000))),
                                       std::pair(Opportunity::summary.id, Value(u"泵"_s))}) {
        form.editor(field)->setValue(value);
        Q_EMIT form.editor(field)->edited();
    }
    REQUIRE(form.save());
    desk.settle();
    const QList<Record> made = desk.server.all(Opportunity::entity);
    REQUIRE(made.size() == 1);
    CHECK(made.first()[Opportunity::provider] == desk.annId);
    CHECK_FALSE(made.first().isNull(Opportunity::number));
    CHECK_FALSE(made.first().value(system::CreatedAt).isNull());
}

TEST_CASE("A stage that wants a field is not entered without it, at the desk and at the server alike")
{
    Desk desk(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    const Record deal = desk.deal(desk.ann, 50 * One);
    desk.settle();
    Record moved = desk.atDesk(deal);
    moved.set(Opportunity::stage, desk.stages[1].id());
    const Result<Saved> refused = desk.ann.records().save(moved);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error() == Error{ErrorCode::Required, {u"expected_close_on"_s}});

    // Past the desk: as a program would send it that knows no such rule.
    Record stage = desk.server.record(desk.stages[1].ref());
    stage.setValue(PipelineStage::needs.id, Value());
    desk.server.update(stage);
    desk.settle();
    desk.ann.cut();
    stage = desk.server.record(stage.ref());
    stage.set(PipelineStage::needs, u"[\"expected_close_on\"]"_s);
    desk.server.update(stage);
    must(desk.ann.records().save(moved));
    desk.meet();
    CHECK(desk.now(deal)[Opportunity::stage] == desk.stages[0].id());
    REQUIRE(desk.server.all(Conflict::entity).size() == 1);
    CHECK(desk.server.all(Conflict::entity).first()[Conflict::reason].contains(u"expected_close_on"_s));
}

TEST_CASE("Marked as won, a prospect becomes a customer with the contact, in one action that can be undone; offline, on both databases")
{
    Desk desk(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    Record deal = desk.deal(desk.ann, 50 * One);
    deal = desk.atDesk(deal);
    deal.set(Opportunity::contactName, u"王芳"_s);
    deal.set(Opportunity::contactPhone, u"13812345678"_s);
    must(desk.ann.records().save(deal));
    desk.settle();
    const qsizetype customers = desk.server.all(Account::entity).size();
    desk.ann.cut();
    ConvertDialog dialog(desk.context, must(winningOf(desk.ann.records(), deal.ref())));
    activate(dialog);
    for (FieldEditor *each : dialog.findChildren<FieldEditor *>())
        if (each->entity().id == Account::entity && each->field().id == Account::region.id)
            each->setValue(desk.customer.value(Account::region.id));
    QTest::keyClick(&dialog, Qt::Key_Return);
    INFO(dialog.findChildren<QLabel *>().last()->text().toStdString());
    REQUIRE_FALSE(dialog.isVisible());
    CHECK(desk.atDesk(deal)[Opportunity::probability] == desk.stages[2][PipelineStage::defaultProbability]);
    desk.meet();
    const Record won = desk.now(deal);
    CHECK(won[Opportunity::devStatus] == Opportunity::Succeeded);
    CHECK(won[Opportunity::stage] == desk.stages[2].id());
    CHECK_FALSE(won.isNull(Opportunity::closedOn));
    CHECK(desk.server.all(Account::entity).size() == customers + 1);
    const Record account = desk.server.record({Account::entity, won[Opportunity::account]});
    CHECK(account[Account::name] == u"宏远"_s);
    const Record contact = desk.server.record({Contact::entity, won[Opportunity::contact]});
    CHECK(contact[Contact::account] == account.id());
    CHECK(contact[Contact::phone] == u"13812345678"_s);
    desk.checkExact(desk.ann);
    must(desk.ann.records().undo(desk.context.action));
    desk.settle();
    CHECK(desk.now(deal)[Opportunity::devStatus] == Opportunity::Developing);
    CHECK(desk.now(deal)[Opportunity::stage] == desk.stages[0].id());
    CHECK(desk.now(account).isDeleted());
    CHECK(desk.server.all(Conflict::entity).isEmpty());
}

TEST_CASE("An opportunity is not won without a customer, nor by choosing the stage alone")
{
    Desk desk;
    const Record deal = desk.deal(desk.ann, 50 * One);
    desk.settle();
    const Result<Saved> bare = desk.ann.records().transition(desk.atDesk(deal), Opportunity::Succeed);
    REQUIRE_FALSE(bare.ok());
    CHECK(bare.error() == Error{ErrorCode::Required, {u"account"_s}});
    Record moved = desk.atDesk(deal);
    moved.set(Opportunity::stage, desk.stages[2].id());
    const Result<Saved> refused = desk.ann.records().save(moved);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().args.first() == u"stage_of_outcome"_s);
    markSuccess(nullptr, desk.context, deal.ref());
    auto *dialog = qobject_cast<ConvertDialog *>(QApplication::activeModalWidget());
    REQUIRE(dialog);
    dialog->reject();
    desk.settle();
    CHECK(desk.now(deal)[Opportunity::devStatus] == Opportunity::Developing);
}

TEST_CASE("Lost, an opportunity is locked with its plan, and goes on where it was when it is reopened")
{
    Desk desk(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    const Record deal = desk.deal(desk.ann, 50 * One);
    Record item = desk.ann.records().create(DevelopmentPlanItem::entity);
    item.set(DevelopmentPlanItem::opportunity, deal.id());
    item.set(DevelopmentPlanItem::item, u"邀请考察"_s);
    must(desk.ann.records().save(item));
    Record lostStage = desk.stages[3];
    lostStage.set(PipelineStage::defaultProbability, qint64(0));
    desk.server.update(lostStage);
    desk.settle();
    Record wanting = desk.atDesk(deal);
    wanting.set(Opportunity::expectedCloseOn, qint64(20'000));
    must(desk.ann.records().save(wanting));
    desk.move(desk.ann, deal, 1);
    desk.settle();
    // Somebody plans on, offline, while it is given up.
    desk.ann.cut();
    Record planned = desk.atDesk(item);
    planned.set(DevelopmentPlanItem::item, u"邀请考察,安排住宿"_s);
    must(desk.ann.records().save(planned));
    Record lost = must(desk.bea.records().load(deal.ref()));
    lost.set(Opportunity::closeReason, u"太贵"_s);
    must(desk.bea.records().transition(lost, Opportunity::Fail));
    desk.settle();
    desk.meet();
    CHECK(desk.now(deal)[Opportunity::stage] == desk.stages[3].id());
    CHECK(desk.now(deal)[Opportunity::probability] == 0);
    CHECK(desk.now(item)[DevelopmentPlanItem::item] == u"邀请考察"_s);
    CHECK(desk.server.all(Conflict::entity).size() == 1);
    const Result<Saved> refused = desk.bea.records().save([&] {
        Record another = desk.bea.records().create(DevelopmentPlanItem::entity);
        another.set(DevelopmentPlanItem::opportunity, deal.id());
        another.set(DevelopmentPlanItem::item, u"再访"_s);
        return another;
    }());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::WrongState);
    Record frozen = must(desk.bea.records().load(deal.ref()));
    frozen.set(Opportunity::summary, u"水泵"_s);
    CHECK_FALSE(desk.bea.records().save(frozen).ok());

    must(desk.bea.records().transition(must(desk.bea.records().load(deal.ref())), Opportunity::Reopen));
    desk.settle();
    CHECK(desk.now(deal)[Opportunity::devStatus] == Opportunity::Developing);
    CHECK(desk.now(deal)[Opportunity::stage] == desk.stages[1].id());
    CHECK(desk.now(deal)[Opportunity::probability] == 1000);
    CHECK(desk.now(deal).isNull(Opportunity::closedOn));
}

TEST_CASE("Two who move the same opportunity at once do not leave it half won")
{
    Desk desk(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    Record deal = desk.deal(desk.ann, 50 * One);
    deal = desk.atDesk(deal);
    deal.set(Opportunity::account, desk.customer.id());
    deal.set(Opportunity::expectedCloseOn, qint64(20'000));
    must(desk.ann.records().save(deal));
    desk.settle();
    desk.ann.cut();
    must(desk.ann.records().transition(desk.atDesk(deal), Opportunity::Succeed));
    desk.move(desk.bea, deal, 1);
    desk.meet();
    const Record now = desk.now(deal);
    const Record stage = desk.server.record({PipelineStage::entity, now[Opportunity::stage]});
    CHECK((stage[PipelineStage::outcome] == PipelineStage::Won) == (now[Opportunity::devStatus] == Opportunity::Succeeded));
    CHECK(desk.server.all(Conflict::entity).size() == 1);
}

TEST_CASE("Whoever found the lead keeps the credit when somebody else converts it")
{
    Desk desk;
    Record lead = desk.bea.records().create(Lead::entity);
    lead.set(Lead::name, u"王芳"_s);
    lead.set(Lead::mobile, u"13812345678"_s);
    lead.set(Lead::source, dictionaryItemId(u"source"_s, u"phone"_s));
    lead.set(Lead::interest, u"两台离心泵"_s);
    must(desk.bea.records().save(lead));
    desk.settle();
    Record qualified = desk.server.record(lead.ref());
    qualified.set(Lead::status, qint64(Lead::Qualified));
    desk.server.update(qualified);
    desk.settle();
    Conversion conversion = must(conversionOf(desk.ann.records(), lead.ref()));
    conversion.account.set(Account::region, desk.customer[Account::region]);
    must(desk.ann.records().saveAll(conversion.records(), u"convert"_s));
    desk.settle();
    const QList<Record> deals = desk.server.all(Opportunity::entity);
    REQUIRE(deals.size() == 1);
    CHECK(deals.first()[Opportunity::provider] == desk.beaId);
    CHECK(deals.first()[Opportunity::stage] == desk.stages[0].id());
    // Nobody takes it for himself.
    Record taken = desk.atDesk(deals.first());
    taken.set(Opportunity::provider, desk.ann.user());
    CHECK_FALSE(desk.ann.records().save(taken).ok()); // though she has made the opportunity
    Record other = desk.deal(desk.bea, One);
    desk.settle();
    Record claimed = desk.atDesk(other);
    claimed.set(Opportunity::provider, desk.ann.user());
    const Result<Saved> refused = desk.ann.records().save(claimed);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().args.first() == u"provider_of_lead"_s);
}

TEST_CASE("A project begins with the signed contract of an opportunity that was won, once")
{
    Desk desk;
    Record deal = desk.deal(desk.ann, 50 * One);
    deal = desk.atDesk(deal);
    deal.set(Opportunity::account, desk.customer.id());
    must(desk.ann.records().save(deal));
    must(desk.ann.records().transition(desk.atDesk(deal), Opportunity::Succeed));
    beginProject(nullptr, desk.context, deal.ref());
    CHECK(desk.context.opened.isEmpty());
    REQUIRE(desk.context.notices.size() == 1);
    Record contract(desk.server.catalogue().at(Contract::entity), desk.ids.next());
    contract.set(Contract::title, u"供货合同"_s);
    contract.set(Contract::opportunity, deal.id());
    contract.set(Contract::account, desk.customer.id());
    contract.set(Contract::status, qint64(Contract::Signed));
    desk.settle();
    desk.server.insert(contract);
    desk.settle();
    beginProject(nullptr, desk.context, deal.ref());
    REQUIRE(desk.context.opened.size() == 1);
    desk.settle();
    const RecordRef project{Project::entity, desk.now(deal)[Opportunity::project]};
    CHECK(project == desk.context.opened.first());
    CHECK(desk.server.record(project)[Project::contract] == contract.id());
    beginProject(nullptr, desk.context, deal.ref());
    CHECK(desk.server.all(Project::entity).size() == 1);
}

TEST_CASE("No opportunity gets a project without a signed contract, whatever writes it there, on both databases")
{
    PipelineCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    for (const Uuid &role : {company.own, company.all})
        company.server.allow(role, Project::entity, Reach::All, true);
    const Record deal = company.deal(company.bea, 50 * One), open = company.deal(company.bea, 60 * One);
    company.settle();
    company.move(company.bea, deal, 2);
    Record contract(company.server.catalogue().at(Contract::entity), company.ids.next());
    contract.set(Contract::title, u"供货合同"_s);
    contract.set(Contract::opportunity, deal.id());
    contract.set(Contract::account, company.customer.id());
    contract.set(Contract::status, qint64(Contract::Draft));
    company.settle();
    company.server.insert(contract);
    company.settle();
    Record project = company.bea.records().create(Project::entity);
    project.set(Project::name, u"泵站"_s);
    project.set(Project::account, company.customer.id());
    must(company.bea.records().save(project));
    const auto begun = [&](const Record &of) {
        Record changed = must(company.bea.records().load(of.ref()));
        changed.set(Opportunity::project, project.id());
        return company.bea.records().save(changed);
    };
    CHECK(begun(deal).error().code == ErrorCode::RuleRefused);
    CHECK(begun(open).error().code == ErrorCode::WrongState);
    // Offline she takes it for signed; meanwhile it was ended.
    contract = company.server.record(contract.ref());
    contract.set(Contract::status, qint64(Contract::Signed));
    company.server.update(contract);
    company.settle();
    company.bea.cut();
    must(begun(deal));
    contract = company.server.record(contract.ref());
    contract.set(Contract::status, qint64(Contract::Terminated));
    company.server.update(contract);
    company.meet();
    CHECK(company.server.record(deal.ref()).isNull(Opportunity::project));
    CHECK(company.conflictsOf(deal).size() == 1);
}
