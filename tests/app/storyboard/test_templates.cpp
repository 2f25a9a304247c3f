// SPDX-License-Identifier: GPL-3.0-or-later
// How records are printed, as administrators change it: the list, the editor on several parts, versions, a new one.
#include "app/shell/language.h"
#include "app/shell/theme.h"
#include "app/views/templates/newtemplate.h"
#include "app/views/templates/templateeditor.h"
#include "app/views/templates/templatepreview.h"
#include "app/views/templates/templatesview.h"
#include "app/views/templates/templatetree.h"
#include "app/views/templates/templateversions.h"
#include "common/model/catalogue/printing.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/support/notingcontext.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// A price sheet with merged heads, and two versions of it.
Record addOwn(PaperCompany &company)
{
    const QString definition = uR"({"for": ["quote"], "title": "{number}", "paper": {"size": "A4", "landscape": true}, "blocks": [
        {"text": {"zh": "报价明细表", "en": "Price sheet"}, "size": 18, "bold": true, "align": "center"}, {"space": 8},
        {"table": {"of": "quote_line", "grid": true, "columns": [{"label": {"zh": "序号", "en": "No."}, "value": "{row}", "width": 6, "align": "center"},
        {"label": {"zh": "名称", "en": "Name"}, "value": "{product.name}", "width": 24, "group": {"zh": "产品", "en": "Product"}},
        {"label": {"zh": "规格", "en": "Specification"}, "value": "{product.spec}", "width": 24, "group": {"zh": "产品", "en": "Product"}},
        {"label": {"zh": "数量", "en": "Quantity"}, "value": "{quantity}", "width": 10, "align": "right", "group": {"zh": "供货", "en": "Supplied"}, "over": {"zh": "报价明细", "en": "Offer"}},
        {"label": {"zh": "单位", "en": "Unit"}, "value": "{unit}", "width": 8, "group": {"zh": "供货", "en": "Supplied"}, "over": {"zh": "报价明细", "en": "Offer"}},
        {"label": {"zh": "单价", "en": "Unit price"}, "value": "{unit_price}", "width": 14, "align": "right", "group": {"zh": "价格", "en": "Price"}, "over": {"zh": "报价明细", "en": "Offer"}},
        {"label": {"zh": "税率", "en": "Tax"}, "value": "{tax_rate}", "width": 8, "align": "right", "group": {"zh": "价格", "en": "Price"}, "over": {"zh": "报价明细", "en": "Offer"}},
        {"id": "amount", "label": {"zh": "金额", "en": "Amount"}, "value": "{amount}", "width": 16, "align": "right"}],
        "feet": [{"label": {"zh": "价税合计", "en": "Total"}, "value": "{total}", "under": "amount", "strong": true}]}}]})"_s;
    const Record kept = company.records->add(PrintTemplate::entity, {{PrintTemplate::name.id, Value(u"{\"zh\":\"报价明细表\",\"en\":\"Price sheet\"}"_s)},
                                                                     {PrintTemplate::object.id, Value(u"quote"_s)},
                                                                     {PrintTemplate::code.id, Value(u"price_sheet"_s)},
                                                                     {PrintTemplate::order.id, Value(qint64(15))},
                                                                     {PrintTemplate::active.id, Value(true)},
                                                                     {PrintTemplate::version.id, Value(qint64(2))},
                                                                     {PrintTemplate::definition.id, Value(definition)}});
    for (const qint64 number : {1, 2})
        company.records->add(PrintTemplateVersion::entity, {{PrintTemplateVersion::printTemplate.id, Value(kept.id())},
                                                            {PrintTemplateVersion::version.id, Value(number)},
                                                            {PrintTemplateVersion::definition.id, Value(definition)},
                                                            {PrintTemplateVersion::savedBy.id, Value(company.seller.id())},
                                                            {PrintTemplateVersion::savedAt.id, Value(1'790'000'000'000 + number * 86'400'000)}});
    return kept;
}

CompanyTemplate templateOf(PaperCompany &company, const QString &code)
{
    for (const CompanyTemplate &each : companyTemplates(*company.records))
        if (each.form.id() == code)
            return each;
    FAIL("no template");
    return {};
}

} // namespace

TEST_CASE("The template editor has its pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/templates"_s;
    QDir().mkpath(folder);
    PaperCompany company;
    company.addQuote(u"QT-202611-00042"_s, 8);
    const Record own = addOwn(company);
    Language language(*qApp);
    Theme theme(*qApp);
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            FakeDrafts drafts;
            NotingContext context(*company.records, drafts);
            language.use(chinese ? u"zh_CN"_s : u"en"_s);
            theme.useFontFor(chinese ? u"zh"_s : u"en"_s);
            theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const auto shoot = [&](QWidget &widget, const QString &name) {
                if (qobject_cast<TemplateEditor *>(&widget))
                    widget.resize(1366, 768);
                widget.show();
                for (TemplatePreview *preview : widget.findChildren<TemplatePreview *>())
                    REQUIRE(QTest::qWaitFor([&] { return !preview->isBusy(); }));
                QTest::qWait(50);
                CHECK(widget.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
            };
            TemplatesView view(context);
            view.resize(1100, 600);
            shoot(view, u"list"_s);
            TemplateEditor editor(context, templateOf(company, u"quote"_s));
            shoot(editor, u"page"_s);
            editor.tree().choose({u"blocks"_s, u"2"_s});
            shoot(editor, u"text"_s);
            TemplateEditor sheet(context, templateOf(company, u"price_sheet"_s));
            sheet.tree().choose({u"blocks"_s, u"2"_s, u"table"_s, u"columns"_s, u"3"_s});
            shoot(sheet, u"column"_s);
            sheet.tree().choose({u"blocks"_s, u"2"_s});
            shoot(sheet, u"table"_s);
            sheet.draft().set({u"blocks"_s, u"0"_s, u"text"_s}, QJsonObject{{u"zh"_s, u"报价 {nothing}"_s}});
            sheet.draft().set({u"blocks"_s, u"0"_s, u"if"_s}, QJsonArray{u"status=approved"_s, u"!terms"_s});
            sheet.tree().choose({u"blocks"_s, u"0"_s});
            shoot(sheet, u"faults"_s);
            TemplateVersions versions(*company.records, own);
            shoot(versions, u"versions"_s);
            NewTemplate made(*company.records, u"quote"_s);
            shoot(made, u"new"_s);
        }
}
