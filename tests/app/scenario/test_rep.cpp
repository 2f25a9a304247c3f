// SPDX-License-Identifier: GPL-3.0-or-later
// A rep's day, through the widgets she uses: from a telephone call to money in the bank, part of it without network, with her director at
// another desk.
#include "app/shell/resources.h"
#include "app/views/generic/contextlinks.h"
#include "app/views/sales/convertdialog.h"
#include "app/views/sales/forecast.h"
#include "app/views/sales/quicklead.h"
#include "app/widgets/boardcolumn.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/linesheet.h"
#include "app/widgets/linesview.h"
#include "app/widgets/recordboard.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/recordtable.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/reference.h"
#include "common/rules/periods.h"
#include "tests/app/sales/pipelinecompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

/// Ann sells; Bea is her director and approves.
class SellingDay : public PipelineCompany
{
public:
    SellingDay() : annContext((loadResources(), ann.records()), drafts), beaContext(bea.records(), drafts)
    {
        for (const Uuid &role : {own, all})
            for (const EntityId entity : {Lead::entity, LeadScoreRule::entity, Contact::entity, Account::entity, DevelopmentPlanItem::entity, QuoteVersion::entity,
                                          QuoteVersionLine::entity, User::entity})
                server.allow(role, entity, Reach::All, true);
        for (const EntityId entity : {Quote::entity, SalesOrder::entity, Opportunity::entity})
            server.allow(all, entity, Action::Approve, Reach::All);
        Record dictionary(server.catalogue().at(Dictionary::entity), dictionaryId(u"source"_s));
        dictionary.set(Dictionary::code, u"source"_s);
        Record phone(server.catalogue().at(DictionaryItem::entity), dictionaryItemId(u"source"_s, u"phone"_s));
        phone.set(DictionaryItem::dictionary, dictionary.id());
        phone.set(DictionaryItem::code, u"phone"_s);
        phone.set(DictionaryItem::active, qint64(1));
        server.insertAll({dictionary, phone});
        for (const EntityId entity : {Dictionary::entity, DictionaryItem::entity})
            server.allow(own, entity, Reach::All, false);
        settle();
    }

    /// The record as a tab shows it, with the commands of its subject.
    std::unique_ptr<RecordPane> open(NotingContext &context, const RecordRef &ref)
    {
        auto pane = std::make_unique<RecordPane>(context.records(), drafts, ref, QList<RecordRef>());
        linkToContext(*pane, context);
        pane->resize(1300, 800);
        activate(*pane);
        return pane;
    }
    /// Presses a step at the head of the record.
    void press(NotingContext &context, const RecordRef &ref, const QString &step)
    {
        const auto pane = open(context, ref);
        INFO(step.toStdString());
        QPushButton *button = nullptr;
        REQUIRE(waitFor([&] {
            for (QPushButton *each : pane->findChildren<QPushButton *>())
                if (each->text() == step && each->isVisible())
                    button = each;
            return button != nullptr;
        }));
        QTest::keyClick(button, Qt::Key_Space);
        for (const Error &error : context.errors)
            UNSCOPED_INFO(QString(errorName(error.code)).toStdString() << ' ' << error.args.join(u'|').toStdString());
        CHECK(context.errors.isEmpty());
    }
    Record seen(MemoryDesk &desk, const RecordRef &ref) { return must(desk.records().load(ref)); }
    RecordRef only(EntityId entity)
    {
        const QList<Record> rows = server.all(entity);
        REQUIRE(rows.size() == 1);
        return rows.first().ref();
    }

    FakeDrafts drafts;
    NotingContext annContext, beaContext;
};

/// Fills in a field of the form and saves it by keys.
void fillAndSave(RecordFormDialog &form, const QList<std::pair<FieldId, Value>> &values)
{
    activate(form);
    for (const auto &[field, value] : values) {
        FieldEditor *editor = form.form()->editor(field);
        REQUIRE(editor);
        editor->setValue(value);
        Q_EMIT editor->edited();
    }
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE_FALSE(form.isVisible());
}

} // namespace

TEST_CASE("A rep's day: a call, an opportunity, a plan, a quote offline, the director's approval, an order and its money")
{
    SellingDay day;
    // Somebody calls; one line holds it.
    {
        QuickLead quick(day.annContext);
        activate(quick);
        typeInto(&quick.line(), u"王芳 13812345678 杭州远大机械有限公司 两台离心泵"_s);
        QTest::keyClick(&quick.line(), Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(day.annContext.opened.size() == 1);
    }
    const RecordRef lead = day.annContext.opened.first();
    CHECK(day.seen(day.ann, lead)[Lead::interest] == u"两台离心泵"_s);

    // It is hers, it is serious, and it becomes customer, contact and opportunity.
    whenOpen<QDialog>([&](QDialog &dialog) {
        dialog.findChild<FieldEditor *>()->setValue(Value(day.annId));
        QTest::keyClick(&dialog, Qt::Key_Return);
    });
    day.press(day.annContext, lead, u"Assign"_s);
    day.press(day.annContext, lead, u"Qualify"_s);
    whenOpen<ConvertDialog>([&](ConvertDialog &dialog) {
        for (FieldEditor *each : dialog.findChildren<FieldEditor *>())
            if (each->entity().id == Account::entity && each->field().id == Account::region.id)
                each->setValue(day.customer.value(Account::region.id));
        QTest::keyClick(&dialog, Qt::Key_Return);
    });
    {
        const auto pane = day.open(day.annContext, lead);
        QPushButton *convert = nullptr;
        for (QPushButton *each : pane->findChildren<QPushButton *>())
            if (each->text() == u"Convert"_s)
                convert = each;
        REQUIRE(convert);
        QTest::keyClick(convert, Qt::Key_Space);
        REQUIRE(waitFor([&] { return day.seen(day.ann, lead)[Lead::status] == Lead::Converted; }));
    }
    day.settle();
    const RecordRef deal = day.only(Opportunity::entity);
    CHECK(day.server.record(deal)[Opportunity::provider] == day.annId);
    const Uuid account = day.server.record(deal)[Opportunity::account];

    // On the way to the customer there is no network. She plans the visit, takes the card to the next stage and writes a quote.
    day.ann.cut();
    {
        RecordFormDialog plan(day.ann.records(), day.drafts, DevelopmentPlanItem::entity, {{DevelopmentPlanItem::opportunity.id, Value(deal.id)}});
        fillAndSave(plan, {{DevelopmentPlanItem::item.id, Value(u"拜访采购部"_s)}});
        RecordListView list(day.ann.records(), Opportunity::entity);
        linkToContext(list, day.annContext);
        list.resize(1200, 700);
        activate(list);
        list.table().setFocus();
        QTest::keyClick(&list.table(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(list.board());
        REQUIRE(waitFor([&] { return list.board()->columns().first()->take(deal); }));
        QTest::keyClick(list.board()->columns().first(), Qt::Key_Right, Qt::AltModifier);
        CHECK(waitFor([&] { return day.seen(day.ann, deal)[Opportunity::stage] == day.stages[1].id(); }));
    }
    RecordRef quote;
    {
        RecordFormDialog form(day.ann.records(), day.drafts, Quote::entity, {{Quote::account.id, Value(account)}, {Quote::opportunity.id, Value(deal.id)}});
        fillAndSave(form, {{Quote::validUntil.id, Value(qint64(40'000))}});
        storage::Query query;
        query.entity = Quote::entity;
        query.filter = Filter::is(Quote::opportunity.id, Value(deal.id));
        const QList<Record> written = must(day.ann.records().findNow(query));
        REQUIRE(written.size() == 1);
        quote = written.first().ref();
        LinesView lines(day.ann.records(), quote, day.ann.catalogue().at(QuoteLine::entity));
        activate(lines);
        LineSheet &sheet = lines.sheet();
        const auto type = [&](FieldId field, const Value &value) { REQUIRE(sheet.setData(sheet.index(0, sheet.columnOf(field)), QVariant::fromValue(value))); };
        type(QuoteLine::product.id, Value(day.pump.id()));
        type(QuoteLine::quantity.id, Value(20 * One));
        type(QuoteLine::discount.id, Value(qint64(1'800)));
    }
    // 20 · 90 less 18 %, with tax: she sees it without the server.
    const qint64 total = 16'678'800;
    CHECK(day.seen(day.ann, quote)[Quote::total] == total);
    // 18 % is more than she may give alone.
    day.press(day.annContext, quote, u"Submit"_s);
    CHECK(day.seen(day.ann, quote)[Quote::status] == Quote::Pending);

    // Back in the network, her director approves at her own desk.
    day.meet();
    CHECK(day.server.record(quote)[Quote::total] == total);
    CHECK(day.server.all(Conflict::entity).isEmpty());
    day.press(day.beaContext, quote, u"Approve"_s);
    day.settle();
    day.press(day.annContext, quote, u"Send"_s);
    day.press(day.annContext, quote, u"Customer accepts"_s);
    day.settle();
    CHECK(day.server.record(quote)[Quote::status] == Quote::Accepted);

    // The order by one command; she cannot review it herself, her director does.
    Record buyer = day.seen(day.ann, {Account::entity, account});
    buyer.set(Account::address, u"杭州滨江区江南大道1号"_s);
    must(day.ann.records().save(buyer));
    {
        const auto pane = day.open(day.annContext, quote);
        pane->setFocus();
        QTest::keyClick(pane.get(), Qt::Key_O, Qt::AltModifier | Qt::ShiftModifier);
        REQUIRE(waitFor([&] { return day.annContext.opened.last().entity == SalesOrder::entity; }));
    }
    const RecordRef order = day.annContext.opened.last();
    CHECK(day.seen(day.ann, order)[SalesOrder::total] == total);
    day.press(day.annContext, order, u"Submit"_s);
    day.settle();
    day.press(day.beaContext, order, u"Review"_s);
    day.settle();
    CHECK(day.server.record(order)[SalesOrder::status] == SalesOrder::Reviewed);
    CHECK(day.server.record(order)[SalesOrder::reviewedBy] == day.beaId);

    // The opportunity is won, and the money comes.
    day.press(day.annContext, deal, u"Mark success"_s);
    day.settle();
    CHECK(day.server.record(deal)[Opportunity::devStatus] == Opportunity::Succeeded);
    CHECK(day.server.record(deal)[Opportunity::stage] == day.stages[2].id());
    {
        const auto pane = day.open(day.annContext, order);
        pane->setFocus();
        QTest::keyClick(pane.get(), Qt::Key_P, Qt::AltModifier | Qt::ShiftModifier);
        REQUIRE(day.annContext.created.size() == 1);
        RecordFormDialog payment(day.ann.records(), day.drafts, Payment::entity, day.annContext.created.first().second);
        fillAndSave(payment, {{Payment::method.id, Value(dictionaryItemId(u"payment_method"_s, u"transfer"_s))}});
    }
    day.settle();
    CHECK(day.server.record(order)[SalesOrder::paymentStatus] == dictionaryItemId(u"payment_status"_s, u"paid"_s));

    // What was sold stands in the forecast of the month, as the director sees it.
    Forecast forecast(day.bea.records());
    const qint64 today = day.clock.wallMs() / 86'400'000;
    const QString month = rules::periodOf(rules::PeriodKind::Month, today);
    forecast.show({}, month, 1, today);
    const auto booked = [&] {
        for (const ForecastLine &line : forecast.lines())
            if (line.kind == ForecastLine::Kind::Month && line.period == month)
                return line.booked;
        return qint64(-1);
    };
    CHECK(waitFor([&] { return booked() == total; }));
    CHECK(day.server.all(Conflict::entity).isEmpty());
    day.checkExact(day.ann);
    day.checkExact(day.bea);
}
