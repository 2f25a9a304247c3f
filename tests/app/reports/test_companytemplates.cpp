// SPDX-License-Identifier: GPL-3.0-or-later
// A company's own templates: in place of those that come with the program, and beside them.
#include "app/reports/companytemplates.h"
#include "app/reports/papercheck.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/printing.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/printdefinition.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QJsonDocument>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

QString text(const QJsonObject &json) { return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)); }
QJsonObject object(const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).object(); }

Record keep(PaperCompany &company, const QString &code, const QString &definition, bool active = true)
{
    return company.records->add(PrintTemplate::entity, {{PrintTemplate::name.id, Value(u"{\"zh\":\"我们的\",\"en\":\"Ours\"}"_s)},
                                                        {PrintTemplate::object.id, Value(u"quote"_s)},
                                                        {PrintTemplate::code.id, Value(code)},
                                                        {PrintTemplate::order.id, Value(qint64(12))},
                                                        {PrintTemplate::active.id, Value(active)},
                                                        {PrintTemplate::definition.id, Value(definition)}});
}

QString quoteSaying(const QString &words) { return u"{\"for\":[\"quote\"],\"title\":\"{number}\",\"blocks\":[{\"text\":\"%1\"}]}"_s.arg(words); }

QList<PaperTemplate> offered(PaperCompany &company) { return templatesFor(*company.records, company.catalogue.at(Quote::entity)); }

QStringList idsOf(const QList<PaperTemplate> &forms)
{
    QStringList ids;
    for (const PaperTemplate &form : forms)
        ids.append(form.id());
    return ids;
}

} // namespace

TEST_CASE("every template that comes with the program is a definition the server would take", "[templates]")
{
    PaperCompany company;
    REQUIRE(PaperTemplate::builtIn().size() == 8);
    for (const PaperTemplate &form : PaperTemplate::builtIn()) {
        INFO(form.id().toStdString());
        CHECK(rules::printDefinitionFault(text(form.json())) == QString());
        CHECK(faultsOf(form.json(), company.catalogue).isEmpty());
    }
}

TEST_CASE("a company's template is printed in place of the standard until it is switched off or taken away", "[templates]")
{
    PaperCompany company;
    const Record quote = company.addQuote(u"QT-1"_s, 2);
    const QStringList before = idsOf(offered(company));
    Record own = keep(company, u"quote"_s, quoteSaying(u"本公司报价 {number}"_s));
    CHECK(idsOf(offered(company)) == before);
    CHECK(offered(company).first().name(u"zh"_s) == u"我们的"_s);
    CHECK(ReadPdf(company.pdf(company.pages(quote, offered(company).first(), u"zh"_s))).all() == u"本公司报价QT-1"_s);

    own.setValue(PrintTemplate::active.id, false);
    REQUIRE(company.records->save(own));
    CHECK(offered(company).first().name(u"zh"_s) == u"报价单"_s);
    own.setValue(PrintTemplate::active.id, true);
    REQUIRE(company.records->save(own));
    REQUIRE(company.records->remove({own.ref()}));
    CHECK(offered(company).first().name(u"zh"_s) == u"报价单"_s);
}

TEST_CASE("a company's own template stands beside the others, by its order", "[templates]")
{
    PaperCompany company;
    const QStringList before = idsOf(offered(company));
    keep(company, u"own-1"_s, quoteSaying(u"A"_s));
    keep(company, u"own-2"_s, quoteSaying(u"B"_s), false);
    CHECK(idsOf(offered(company)) == QStringList(before + QStringList{u"own-1"_s}));
    CHECK_FALSE(idsOf(templatesFor(*company.records, company.catalogue.at(SalesOrder::entity))).contains(u"own-1"_s));
}

TEST_CASE("a definition that cannot be read leaves the standard; without the right to see templates there is the standard alone", "[templates]")
{
    PaperCompany company;
    const QStringList before = idsOf(offered(company));
    keep(company, u"quote"_s, u"{ broken"_s);
    keep(company, u"own-1"_s, u"{ broken"_s);
    CHECK(idsOf(offered(company)) == before);
    CHECK(offered(company).first().name(u"zh"_s) == u"报价单"_s);
    keep(company, u"own-2"_s, quoteSaying(u"A"_s));
    RightsInput input;
    input.user = company.records->me();
    input.access.append({Quote::entity, Action::View, Reach::All, {}});
    company.records->setRights(Rights(input, company.catalogue));
    CHECK(idsOf(offered(company)) == before);
}

TEST_CASE("a template may name fields that people added, also through references", "[templates]")
{
    PaperCompany company;
    Field group;
    group.id = system::FirstCustom;
    group.name = u"x_group"_s;
    group.label = u"{\"zh\":\"微信群\",\"en\":\"Group\"}"_s;
    group.type = FieldType::Text;
    group.custom = true;
    company.catalogue.addCustomField(Account::entity, group);
    company.customer.setValue(system::FirstCustom, Value(u"宏远采购群"_s));
    REQUIRE(company.records->save(company.customer));
    const Record quote = company.addQuote(u"QT-1"_s, 1);
    const PaperTemplate form(object(quoteSaying(u"{account.x_group}"_s)));
    CHECK(form.faults(company.catalogue).isEmpty());
    CHECK(ReadPdf(company.pdf(company.pages(quote, form, u"zh"_s))).all() == u"宏远采购群"_s);
}

TEST_CASE("what is wrong with a template says where it is", "[templates]")
{
    PaperCompany company;
    const QList<PaperFault> faults = faultsOf(object(uR"({"for": ["quote"], "blocks": [
        {"text": {"zh": "{nothing}"}, "if": ["number", "!gone"]},
        {"table": {"of": "quote_line", "columns": [{"id": "a", "value": "{amount}"}], "feet": [{"label": "", "value": "", "sum": "worth", "under": "b"}]}},
        {"row": [{"width": 1, "blocks": [{"table": {"of": "nobody"}}]}]}]})"_s), company.catalogue);
    const auto has = [&](PaperFault::Kind kind, const QString &name, const QString &place) {
        return std::any_of(faults.begin(), faults.end(), [&](const PaperFault &fault) { return fault.kind == kind && fault.name == name && fault.place.join(u'/') == place; });
    };
    using Kind = PaperFault::Kind;
    CHECK(has(Kind::UnknownField, u"nothing"_s, u"blocks/0/text/zh"_s));
    CHECK(has(Kind::UnknownField, u"gone"_s, u"blocks/0/if/1"_s));
    CHECK(has(Kind::MissingLanguage, u"en"_s, u"blocks/0/text"_s));
    CHECK(has(Kind::UnknownField, u"worth"_s, u"blocks/1/table/feet/0"_s));
    CHECK(has(Kind::UnknownColumn, u"b"_s, u"blocks/1/table/feet/0"_s));
    CHECK(has(Kind::NestedTable, QString(), u"blocks/2/row/0/blocks/0/table"_s));
    CHECK(has(Kind::UnknownEntity, u"nobody"_s, u"blocks/2/row/0/blocks/0/table"_s));
    CHECK(faults.size() == 7);
}

TEST_CASE("all conditions of a block must hold", "[templates]")
{
    PaperCompany company;
    const Record quote = company.addQuote(u"QT-1"_s, 1);
    const auto printed = [&](const QString &conditions) {
        const PaperTemplate form(object(u"{\"for\":[\"quote\"],\"blocks\":[{\"text\":\"always\"},{\"text\":\"shown\",\"if\":%1}]}"_s.arg(conditions)));
        return ReadPdf(company.pdf(company.pages(quote, form, u"en"_s))).all().contains(u"shown"_s);
    };
    CHECK(printed(u"[\"number\",\"status=approved\"]"_s));
    CHECK_FALSE(printed(u"[\"number\",\"status=draft\"]"_s));
    CHECK_FALSE(printed(u"\"!number\""_s));
    CHECK(printed(u"[]"_s));
}

TEST_CASE("merged heads stand over their columns, two levels of them, with lines between the columns", "[templates]")
{
    PaperCompany company;
    const Record quote = company.addQuote(u"QT-1"_s, 60);
    const PaperTemplate form(object(uR"({"for": ["quote"], "title": "{number}", "blocks": [{"table": {"of": "quote_line", "grid": true, "columns": [
        {"label": "No", "value": "{row}", "width": 10},
        {"label": "Pieces", "value": "{quantity}", "width": 20, "group": "Supply", "over": "Offer"},
        {"label": "Unit", "value": "{unit}", "width": 20, "group": "Supply", "over": "Offer"},
        {"label": "Price", "value": "{unit_price}", "width": 20, "group": "Worth", "over": "Offer"},
        {"label": "Sum", "value": "{amount}", "width": 30, "group": "Worth"}]}}]})"_s));
    const ReadPdf read(company.pdf(company.pages(quote, form, u"en"_s)));
    REQUIRE(read.pages() >= 2);
    // On each page; "Worth" twice, since only one of its columns stands beneath "Offer".
    for (const QString &page : read.texts) {
        CHECK(page.count(u"Offer"_s) == 1);
        CHECK(page.count(u"Supply"_s) == 1);
        CHECK(page.count(u"Worth"_s) == 2);
        for (const QString &heading : {u"No"_s, u"Pieces"_s, u"Unit"_s, u"Price"_s, u"Sum"_s})
            CHECK(page.contains(heading));
    }
}

TEST_CASE("a name of 200 characters, 1,000 lines and an amount too wide for its box stay on paper", "[templates]")
{
    PaperCompany company;
    company.customer.set(Account::name, QString(200, u'宏'));
    REQUIRE(company.records->save(company.customer));
    Record quote = company.addQuote(u"QT-1"_s, 1'000);
    quote.set(Quote::total, qint64(9'223'372'036'854'775'807));
    REQUIRE(company.records->save(quote));
    const PaperTemplate form(object(uR"({"for": ["quote"], "blocks": [{"text": "{account.name}", "size": 14}, {"table": {"of": "quote_line", "columns": [
        {"value": "{row};", "width": 50}, {"id": "a", "value": "{amount}", "width": 5, "line": true, "align": "right"}],
        "feet": [{"label": "T", "value": "{total}", "under": "a"}]}}]})"_s));
    const ReadPdf read(company.pdf(company.pages(quote, form, u"zh"_s)));
    CHECK(read.all().remove(u'\n').count(u'宏') == 200);
    for (const int row : {1, 500, 1'000})
        CHECK(read.all().contains(u"%1;"_s.arg(row)));
    CHECK(read.pages() > 10);
}
