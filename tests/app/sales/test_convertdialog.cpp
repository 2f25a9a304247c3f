// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/sales/convertdialog.h"
#include "app/widgets/fieldeditor.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/sales/pipelinecompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QCheckBox>
#include <QComboBox>
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
            for (const EntityId entity : {Lead::entity, Opportunity::entity, Contact::entity, Account::entity})
                server.allow(role, entity, Reach::All, true);
        lead = ann.records().create(Lead::entity);
        lead.set(Lead::name, u"王芳"_s);
        lead.set(Lead::companyName, u"杭州远大机械有限公司"_s);
        lead.set(Lead::mobile, u"13812345678"_s);
        lead.set(Lead::region, customer[Account::region]);
        lead.set(Lead::source, dictionaryItemId(u"source"_s, u"phone"_s));
        lead.set(Lead::interest, u"两台离心泵\n下月要"_s);
        lead.set(Lead::status, qint64(Lead::Qualified));
        server.insert(lead);
        settle();
    }
    FieldEditor *editor(ConvertDialog &dialog, EntityId entity, FieldId field)
    {
        for (FieldEditor *each : dialog.findChildren<FieldEditor *>())
            if (each->entity().id == entity && each->field().id == field)
                return each;
        return nullptr;
    }

    FakeDrafts drafts;
    NotingContext context;
    Record lead;
};

} // namespace

TEST_CASE("A qualified lead becomes customer, contact and opportunity as one action that can be undone, on both databases")
{
    Desk desk(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    desk.ann.cut();
    ConvertDialog dialog(desk.context, must(conversionOf(desk.ann.records(), desk.lead.ref())));
    activate(dialog);
    CHECK(desk.editor(dialog, Opportunity::entity, Opportunity::summary.id)->value() == Value(u"两台离心泵"_s));
    CHECK(desk.editor(dialog, Contact::entity, Contact::mobile.id)->value() == Value(u"13812345678"_s));
    QTest::keyClick(&dialog, Qt::Key_Return);
    INFO(dialog.findChildren<QLabel *>().last()->text().toStdString());
    REQUIRE_FALSE(dialog.isVisible());
    desk.meet();
    const Record done = desk.server.record(desk.lead.ref());
    CHECK(done[Lead::status] == Lead::Converted);
    const Record account = desk.server.record({Account::entity, done[Lead::convertedAccount]});
    const Record contact = desk.server.record({Contact::entity, done[Lead::convertedContact]});
    const Record deal = desk.server.record({Opportunity::entity, done[Lead::convertedOpportunity]});
    REQUIRE(account.isValid());
    REQUIRE(contact.isValid());
    REQUIRE(deal.isValid());
    CHECK(account[Account::name] == u"杭州远大机械有限公司"_s);
    CHECK(contact[Contact::account] == account.id());
    CHECK(contact[Contact::mobile] == u"13812345678"_s);
    CHECK(deal[Opportunity::account] == account.id());
    CHECK(deal[Opportunity::contact] == contact.id());
    CHECK(deal[Opportunity::lead] == desk.lead.id());
    CHECK(deal[Opportunity::probability] == 1000);
    CHECK(desk.context.opened == QList<RecordRef>{deal.ref()});
    must(desk.ann.records().undo(desk.context.action));
    desk.settle();
    CHECK(desk.server.record(desk.lead.ref())[Lead::status] == Lead::Qualified);
    CHECK(desk.server.record(account.ref()).isDeleted());
    CHECK(desk.server.record(deal.ref()).isDeleted());
    desk.checkExact(desk.ann);
}

TEST_CASE("A customer that is there already is found and chosen instead of made once more; what is not wanted is not made")
{
    Desk desk;
    Record known = desk.make(desk.ann, u"杭州远大机械有限公司"_s);
    desk.settle();
    ConvertDialog dialog(desk.context, must(conversionOf(desk.ann.records(), desk.lead.ref())));
    activate(dialog);
    REQUIRE(waitFor([&] { return dialog.customers().count() == 2; }));
    QTest::keyClick(&dialog.customers(), Qt::Key_Down);
    CHECK_FALSE(desk.editor(dialog, Account::entity, Account::name.id)->isEnabled());
    for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
        if (box->text().contains(u"pportunity"_s))
            QTest::keyClick(box, Qt::Key_Space);
    QTest::keyClick(&dialog, Qt::Key_Return);
    REQUIRE_FALSE(dialog.isVisible());
    desk.settle();
    const Record done = desk.server.record(desk.lead.ref());
    CHECK(done[Lead::convertedAccount] == known.id());
    CHECK(done.isNull(Lead::convertedOpportunity));
    CHECK(desk.server.all(Opportunity::entity).isEmpty());
    CHECK(desk.context.opened == QList<RecordRef>{known.ref()});
}

TEST_CASE("What is missing is said, and nothing is half made; a lead that is not qualified cannot be converted")
{
    Desk desk;
    ConvertDialog dialog(desk.context, must(conversionOf(desk.ann.records(), desk.lead.ref())));
    activate(dialog);
    desk.editor(dialog, Opportunity::entity, Opportunity::summary.id)->setValue({});
    QTest::keyClick(&dialog, Qt::Key_Return);
    CHECK(dialog.isVisible());
    desk.settle();
    CHECK(desk.server.all(Contact::entity).isEmpty());
    CHECK(desk.server.record(desk.lead.ref())[Lead::status] == Lead::Qualified);
    Record early = desk.server.record(desk.lead.ref());
    early.set(Lead::status, qint64(Lead::Assigned));
    desk.server.update(early);
    desk.settle();
    const Result<Conversion> refused = conversionOf(desk.ann.records(), desk.lead.ref());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::WrongState);
}
