// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/sales/leadline.h"
#include "app/views/sales/quicklead.h"
#include "app/views/sales/scoreview.h"
#include "common/model/catalogue/reference.h"
#include "common/model/filterjson.h"
#include "tests/app/sales/sellingcompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Desk : SellingCompany {
    explicit Desk(storage::Backend backend = storage::Backend::Sqlite) : SellingCompany(backend), context((loadResources(), ann.records()), drafts)
    {
        for (const Uuid &role : {own, all})
            for (const EntityId entity : {Lead::entity, LeadScoreRule::entity, Dictionary::entity, DictionaryItem::entity})
                server.allow(role, entity, Reach::All, true);
        Record sources(server.catalogue().at(Dictionary::entity), dictionaryId(u"source"_s));
        sources.set(Dictionary::code, u"source"_s);
        if (!server.record(sources.ref()).isValid())
            server.insert(sources);
        for (const char *code : {"phone", "website"}) {
            Record item(server.catalogue().at(DictionaryItem::entity), dictionaryItemId(u"source"_s, QString::fromLatin1(code)));
            item.set(DictionaryItem::dictionary, dictionaryId(u"source"_s));
            item.set(DictionaryItem::code, QString::fromLatin1(code));
            item.set(DictionaryItem::label, QString::fromLatin1(code));
            item.set(DictionaryItem::active, qint64(1));
            if (!server.record(item.ref()).isValid())
                server.insert(item);
        }
        settle();
    }
    Record rule(const QString &name, const Filter &condition, qint64 points)
    {
        Record made = bea.records().create(LeadScoreRule::entity);
        made.set(LeadScoreRule::name, name);
        made.set(LeadScoreRule::condition, QString::fromUtf8(QJsonDocument(filterToJson(condition)).toJson(QJsonDocument::Compact)));
        made.set(LeadScoreRule::points, points);
        must(bea.records().save(made));
        return made;
    }
    /// Until the server has looked at all leads once more.
    void score()
    {
        for (int tick = 0; tick < 5; ++tick) {
            clock.advance(61'000);
            settle();
        }
    }

    FakeDrafts drafts;
    NotingContext context;
};

void type(QLineEdit &line, const QString &text)
{
    line.setFocus();
    line.setText(text);
}

} // namespace

TEST_CASE("One line says name, number, company and what they want, in whatever order")
{
    CHECK(readLeadLine(u"王芳 13812345678 两台离心泵"_s) == LeadLine{u"王芳"_s, {}, u"13812345678"_s, {}, {}, u"两台离心泵"_s});
    CHECK(readLeadLine(u"杭州远大机械有限公司，王芳，138 1234 5678"_s) == LeadLine{u"王芳"_s, u"杭州远大机械有限公司"_s, u"13812345678"_s, {}, {}, {}});
    CHECK(readLeadLine(u"010-62751234 李雷 wants 20 pumps by 2026"_s) == LeadLine{u"李雷"_s, {}, {}, u"010-62751234"_s, {}, u"wants 20 pumps by 2026"_s});
    CHECK(readLeadLine(u"Smith smith@example.com Acme Ltd."_s) == LeadLine{u"Smith"_s, u"Ltd."_s, {}, {}, u"smith@example.com"_s, u"Acme"_s});
    CHECK(readLeadLine(u"想了解ERP系统 13812345678"_s) == LeadLine{{}, {}, u"13812345678"_s, {}, {}, u"想了解ERP系统"_s});
    CHECK(readLeadLine(u"  "_s) == LeadLine{});
    CHECK(readLeadLine(u"王芳 13812345678 两台泵,十月前到货"_s).interest == u"两台泵,十月前到货"_s);
    // A second number is no part of a name, and nothing is lost.
    CHECK(readLeadLine(u"王芳 13812345678 13912345678"_s).interest == u"13912345678"_s);
}

TEST_CASE("Enter saves the line as a lead and is ready for the next; what is missing is said and nothing is lost")
{
    Desk desk;
    desk.ann.cut();
    QuickLead dialog(desk.context);
    activate(dialog);
    type(dialog.line(), u"王芳 13812345678 两台离心泵"_s);
    CHECK(dialog.understood().text().contains(u"13812345678"_s));
    QTest::keyClick(&dialog.line(), Qt::Key_Return);
    INFO(dialog.says().text().toStdString());
    CHECK(dialog.isVisible());
    CHECK(dialog.line().text().isEmpty());
    REQUIRE(desk.context.notices.size() == 1);
    type(dialog.line(), u"李雷 wants a pump"_s);
    QTest::keyClick(&dialog.line(), Qt::Key_Return);
    CHECK(dialog.line().text() == u"李雷 wants a pump"_s);
    CHECK_FALSE(dialog.says().text().isEmpty());
    type(dialog.line(), u"李雷 021-62751234"_s);
    QTest::keyClick(&dialog.line(), Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(dialog.isVisible());
    CHECK(desk.context.opened.size() == 1);
    desk.meet();
    QList<Record> leads = desk.server.all(Lead::entity);
    REQUIRE(leads.size() == 2);
    std::sort(leads.begin(), leads.end(), [](const Record &a, const Record &b) { return a.rev() < b.rev(); });
    CHECK(leads[0][Lead::name] == u"王芳"_s);
    CHECK(leads[0][Lead::interest] == u"两台离心泵"_s);
    CHECK(leads[1][Lead::phone] == u"021-62751234"_s);
    must(desk.ann.records().undo(desk.context.action));
    desk.settle();
    CHECK(desk.server.record(leads[1].ref()).isDeleted());
}

TEST_CASE("A number that is known already is told while it is typed")
{
    Desk desk;
    QuickLead dialog(desk.context);
    activate(dialog);
    type(dialog.line(), u"王芳 13812345678"_s);
    QTest::keyClick(&dialog.line(), Qt::Key_Return);
    type(dialog.line(), u"王女士 13812345678"_s);
    CHECK(waitFor([&] { return dialog.says().text().contains(u"王芳"_s); }));
}

TEST_CASE("A lead scores by the rules at once, offline too; other rules score all leads anew, on both databases")
{
    Desk desk(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    desk.rule(u"手机"_s, Filter::notEmpty(Lead::mobile.id), 45);
    desk.settle();
    desk.ann.cut();
    Record lead = desk.ann.records().create(Lead::entity);
    lead.set(Lead::name, u"王芳"_s);
    lead.set(Lead::mobile, u"13812345678"_s);
    lead.set(Lead::source, dictionaryItemId(u"source"_s, u"phone"_s));
    must(desk.ann.records().save(lead));
    CHECK(must(desk.ann.records().load(lead.ref()))[Lead::score] == 45);
    desk.meet();
    CHECK(desk.server.record(lead.ref())[Lead::score] == 45);
    CHECK(desk.server.record(lead.ref())[Lead::classification] == Lead::Warm);
    desk.checkExact(desk.ann);

    const Record more = desk.rule(u"电话来的"_s, Filter::is(Lead::source.id, Value(dictionaryItemId(u"source"_s, u"phone"_s))), 30);
    desk.score();
    CHECK(desk.server.record(lead.ref())[Lead::score] == 75);
    CHECK(desk.server.record(lead.ref())[Lead::classification] == Lead::Hot);
    const qint64 rev = desk.server.record(lead.ref()).rev();
    desk.score();
    CHECK(desk.server.record(lead.ref()).rev() == rev);

    // Decided by hand, the class stays.
    desk.change(desk.ann, lead.ref(), Lead::classification.id, Value(qint64(Lead::Cold)));
    desk.settle();
    desk.change(desk.bea, more.ref(), LeadScoreRule::points.id, Value(qint64(40)));
    desk.score();
    CHECK(desk.server.record(lead.ref())[Lead::score] == 85);
    CHECK(desk.server.record(lead.ref())[Lead::classification] == Lead::Cold);

    ScoreView view(desk.context, lead.ref());
    activate(view);
    REQUIRE(view.table().rowCount() == 2);
    CHECK(view.total().text().startsWith(u"85"_s));
}
