// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/support/fakeattachments.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <QBuffer>
#include <QImage>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

RightsInput everything(const PaperCompany &company)
{
    RightsInput input;
    input.user = company.records->me();
    for (const Entity &entity : company.catalogue.entities())
        for (const Action action : {Action::View, Action::Print, Action::Export})
            input.access.append({entity.id, action, Reach::All, {}});
    return input;
}

void allowAllBut(PaperCompany &company, EntityId entity, FieldId field, FieldRight right)
{
    RightsInput input = everything(company);
    const Uuid role = company.records->create(Role::entity).id();
    input.activeRoles = {role};
    for (const Entity &each : company.catalogue.entities())
        input.viewRoles[each.id] = {role};
    input.fields = {{role, entity, field, right}};
    company.records->setRights(Rights(input, company.catalogue));
}

} // namespace

TEST_CASE("every template names only what there is, and has all its texts in both languages", "[paper]")
{
    PaperCompany company;
    const QList<PaperTemplate> forms = PaperTemplate::builtIn();
    REQUIRE(forms.size() >= 6);
    const Record order = company.addOrder(u"SO-1"_s, 2);
    company.addInstalment(order, 3, 10'000, 0);
    const QHash<QString, Record> examples{{u"quote"_s, company.addQuote(u"QT-1"_s, 2)}, {u"sales_order"_s, order}, {u"stock_document"_s, company.addSlip(order)}, {u"contract"_s, company.addContract()}};
    for (const PaperTemplate &form : forms) {
        INFO(form.id().toStdString() << ": " << form.faults(company.catalogue).join(u", "_s).toStdString());
        CHECK(form.faults(company.catalogue).isEmpty());
        for (const QString &language : {u"zh"_s, u"en"_s})
            for (const QString &entity : form.entities()) {
                bool missing = false;
                CHECK(company.pages(examples[entity], form, language, &missing)->count() > 0);
                CHECK_FALSE(missing);
            }
    }
}

TEST_CASE("a template that names what is not there says so", "[paper]")
{
    PaperCompany company;
    const auto form = PaperTemplate::parse(R"({"id": "x", "for": ["quote"], "blocks": [
        {"text": "{number} {account.nonsense} {account.name or nowhere}", "if": "gone=1"},
        {"table": {"of": "quote_line", "columns": [{"value": "{amount}"}, {"value": "{document.number} {price_of_line}"}]}}]})");
    REQUIRE(form);
    CHECK(form->faults(company.catalogue) == QStringList{u"gone"_s, u"account.nonsense"_s, u"nowhere"_s, u"price_of_line"_s});
    const auto broken = PaperTemplate::parse("{\"id\": ");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == ErrorCode::FileUnreadable);
    CHECK_FALSE(PaperTemplate::parse(R"({"id": "x", "blocks": [{"include": "not-there"}]})", [](const QString &) { return QByteArray(); }));
}

TEST_CASE("a quote stands on paper with all it says, in Chinese and in English", "[paper]")
{
    PaperCompany company;
    const Record quote = company.addQuote(u"QT-202611-00018"_s, 3);
    SECTION("Chinese")
    {
        const ReadPdf read(company.pdf(company.pages(quote, u"quote"_s, u"zh"_s)));
        CHECK(read.pages() == 1);
        for (const QString &text : {u"东澜流体控制股份有限公司"_s, u"报价单"_s, u"上海宏远机械设备有限公司"_s, u"王建国"_s, u"13912345678"_s, u"QT-202611-00018"_s, u"2026年11月20日"_s,
                                    u"2026年12月31日"_s, u"孙丽华"_s, u"不锈钢卧式离心泵"_s, u"703.67"_s, u"价税合计（CNY）"_s, u"人民币"_s, u"质保期"_s, u"第1页/共1页"_s, u"中国银行苏州吴中支行"_s}) {
            INFO(text.toStdString());
            CHECK(read.all().contains(text));
        }
        // 6 × 123.45 = 740.70, less 5 %, with 13 % tax.
        CHECK(read.all().contains(u"795.14"_s));
        CHECK(read.all().contains(u"柒佰玖拾伍元壹角肆分"_s));
    }
    SECTION("English")
    {
        const QString text = ReadPdf(company.pdf(company.pages(quote, u"quote"_s, u"en"_s))).all();
        for (const QString &words : {u"Quotation"_s, u"20Nov2026"_s, u"Total(CNY)"_s, u"Sevenhundredninety-fiveand14/100only"_s, u"Page1of1"_s, u"Carriedover"_s}) {
            INFO(words.toStdString());
            CHECK(text.contains(words) == (words != u"Carriedover"_s));
        }
    }
}

TEST_CASE("the fonts of a print are embedded", "[paper]")
{
    PaperCompany company;
    const ReadPdf read(company.pdf(company.pages(company.addQuote(u"QT-1"_s, 5), u"quote"_s, u"zh"_s)));
    REQUIRE(read.embedded.size() >= 2);
    CHECK_FALSE(read.embedded.contains(false));
    CHECK(read.fonts.filter(u"CJK"_s).size() == read.fonts.size());
}

TEST_CASE("a printed file is found by what it says: no character stands for another that looks alike", "[paper]")
{
    PaperCompany company;
    const QString text = ReadPdf(company.pdf(company.pages(company.addQuote(u"QT-202611-00018"_s, 1), u"quote"_s, u"zh"_s))).all();
    for (const QString &words : {u"客户"_s, u"人民币"_s, u"金额"_s, u"第1页"_s, u"QT-202611-00018"_s, u"大写"_s})
        CHECK_THAT(text.toStdString(), Catch::Matchers::ContainsSubstring(words.toStdString()));
    for (const QChar sign : text)
        CHECK_FALSE((sign.unicode() >= 0x2e80 && sign.unicode() <= 0x2fd5));
}

TEST_CASE("a quote of 1,000 lines carries its sub-totals from page to page", "[paper]")
{
    PaperCompany company;
    const ReadPdf read(company.pdf(company.pages(company.addQuote(u"QT-2"_s, 1'000, 1'000'000), u"quote"_s, u"zh"_s)));
    REQUIRE(read.pages() > 20);
    QString carried;
    for (const QString &text : read.texts) {
        if (!carried.isEmpty() && text.contains(u"承上页"_s))
            CHECK(text.contains(u"承上页"_s + carried));
        const qsizetype at = text.indexOf(u"转下页"_s);
        carried = at < 0 ? QString() : QString(text.mid(at + 3)).section(u'.', 0, 0);
    }
    CHECK(read.texts.filter(u"转下页"_s).size() == read.texts.filter(u"承上页"_s).size());
    CHECK(read.texts.filter(u"转下页"_s).size() > 20);
    CHECK(read.texts.filter(u"价税合计"_s).size() == 1);
}

TEST_CASE("a reminder lists what is due and not paid, and nothing else", "[paper]")
{
    PaperCompany company;
    const Record order = company.addOrder(u"SO-202609-00077"_s, 1);
    company.addInstalment(order, 40, 50'000'000, 20'000'000); // 3,000 open
    company.addInstalment(order, 20, 70'000'000, 70'000'000); // paid
    company.addInstalment(order, -10, 90'000'000, 0);         // not yet due
    company.addInstalment(company.addOrder(u"SO-2"_s, 1), 40, 10'000'000, 0);
    const QString text = ReadPdf(company.pdf(company.pages(order, u"payment_reminder"_s, u"zh"_s))).all();
    CHECK(text.contains(u"5,000.00"_s));
    CHECK(text.contains(u"3,000.00"_s));
    CHECK(text.contains(u"叁仟元整"_s));
    CHECK_FALSE(text.contains(u"7,000.00"_s));
    CHECK_FALSE(text.contains(u"9,000.00"_s));
    const QString none = ReadPdf(company.pdf(company.pages(company.addOrder(u"SO-3"_s, 1), u"payment_reminder"_s, u"zh"_s))).all();
    CHECK(none.contains(u"没有到期未付的款项"_s));
}

TEST_CASE("slips say what is delivered and not what it costs", "[paper]")
{
    PaperCompany company;
    const Record order = company.addOrder(u"SO-202609-00077"_s, 3);
    const QString note = ReadPdf(company.pdf(company.pages(order, u"delivery_note"_s, u"zh"_s))).all();
    CHECK(note.contains(u"沪松公路2700号3号库"_s));
    CHECK(note.contains(u"数量合计6"_s));
    CHECK_FALSE(note.contains(u"86.60"_s));
    const QString slip = ReadPdf(company.pdf(company.pages(company.addSlip(order), u"stock_slip"_s, u"zh"_s))).all();
    CHECK(slip.contains(u"销售出库单"_s));
    CHECK(slip.contains(u"A-03-12"_s));
    CHECK(slip.contains(u"B2611-4"_s));
    CHECK(slip.contains(u"数量合计10"_s));
}

TEST_CASE("a text without a translation is printed in the other language, with a note", "[paper]")
{
    PaperCompany company;
    const auto form = PaperTemplate::parse(R"({"id": "x", "for": ["quote"], "name": {"zh": "表"}, "blocks": [{"text": {"zh": "编号 {number}"}}, {"text": {"zh": "正文", "en": "body"}}]})");
    REQUIRE(form);
    const Record quote = company.addQuote(u"QT-9"_s, 1);
    bool missing = false;
    const QString text = ReadPdf(company.pdf(company.pages(quote, *form, u"en"_s, &missing))).all();
    CHECK(missing);
    CHECK(text.contains(u"编号QT-9"_s));
    CHECK(text.contains(u"body"_s));
    DocumentPrintout out(*company.records, nullptr, {Quote::entity, {quote.ref()}, {}}, {*form});
    out.choose(u"language"_s, 1);
    const auto source = out.source();
    REQUIRE(tests::waitFor([&] { return *source->step() == PageSource::State::Ready; }));
    REQUIRE(out.notes().size() == 1);
    CHECK(out.notes().first().contains(u"English"_s));
}

TEST_CASE("hidden fields are left out of a print with their columns and labels, masked ones stay masked", "[paper]")
{
    PaperCompany company;
    Record quote = company.addQuote(u"QT-3"_s, 60);
    SECTION("a hidden column")
    {
        allowAllBut(company, QuoteLine::entity, QuoteLine::amount.id, FieldRight::Hidden);
        const QString text = ReadPdf(company.pdf(company.pages(quote, u"quote"_s, u"zh"_s))).all();
        CHECK(text.contains(u"123.45"_s));
        CHECK_FALSE(text.contains(u"不含税"_s));
        CHECK_FALSE(text.contains(u"转下页"_s));
        CHECK_FALSE(text.contains(u"价税合计"_s));
    }
    SECTION("a hidden field")
    {
        allowAllBut(company, Quote::entity, Quote::validUntil.id, FieldRight::Hidden);
        const QString text = ReadPdf(company.pdf(company.pages(quote, u"quote"_s, u"zh"_s))).all();
        CHECK(text.contains(u"报价日期"_s));
        CHECK_FALSE(text.contains(u"有效期至"_s));
    }
    SECTION("a hidden total is not told in words either")
    {
        allowAllBut(company, Quote::entity, Quote::total.id, FieldRight::Hidden);
        const QString text = ReadPdf(company.pdf(company.pages(quote, u"quote"_s, u"zh"_s))).all();
        CHECK_FALSE(text.contains(u"大写"_s));
        CHECK_FALSE(text.contains(u"元整"_s));
        CHECK_FALSE(text.contains(u"价税合计"_s));
    }
    SECTION("a masked total")
    {
        quote.setValue(Quote::total.id, Value(u"***88"_s));
        const QString text = ReadPdf(company.pdf(company.pages(quote, u"quote"_s, u"zh"_s))).all();
        CHECK(text.contains(u"***88"_s));
        CHECK_FALSE(text.contains(u"捌"_s));
    }
}

TEST_CASE("the picture of the company stands in the letterhead; where it is not to be had, the rest is printed and that is said", "[paper]")
{
    PaperCompany company;
    FakeAttachments attachments;
    company.records->setAttachments(&attachments);
    QImage logo(64, 64, QImage::Format_RGB32);
    logo.fill(Qt::darkBlue);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(logo.save(&buffer, "PNG"));
    Record sender = company.company;
    sender.set(Company::logo, attachments.putOnServer(bytes));
    company.records->arrive(sender);
    const Record quote = company.addQuote(u"QT-L"_s, 1);
    const auto printed = [&](DocumentPrintout &out) {
        const QString path = company.folder.filePath(u"logo.pdf"_s);
        PrintRun run(out.source(), PaperDevice::pdf(path, u"logo"_s), {});
        bool ended = false;
        QObject::connect(&run, &PrintRun::finished, &run, [&] { ended = true; });
        run.start();
        REQUIRE(QTest::qWaitFor([&] { return ended; }, 20'000));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    DocumentPrintout out(*company.records, nullptr, {Quote::entity, {quote.ref()}, {}}, templatesFor(*company.records, company.catalogue.at(Quote::entity)));
    CHECK(printed(out).contains("/Subtype /Image"));
    CHECK(out.notes().isEmpty());
    attachments.breakWith({ErrorCode::Disconnected, {}});
    CHECK_FALSE(printed(out).contains("/Subtype /Image"));
    REQUIRE(out.notes().size() == 1);
    CHECK(out.notes().first().contains(u"picture"_s));
}

TEST_CASE("amounts have the digits of their currency", "[paper]")
{
    PaperCompany company;
    Record quote = company.addQuote(u"QT-4"_s, 1, 1'000'000'000);
    quote.set(Quote::currency, u"JPY"_s);
    const QString text = ReadPdf(company.pdf(company.pages(quote, u"quote"_s, u"en"_s))).all();
    CHECK(text.contains(u"107,350"_s));
    CHECK_FALSE(text.contains(u"107,350.0"_s));
}
