// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/identifiers.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/printing.h"

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

/// A quotation with merged heads, as finance departments like it.
constexpr const char *QuoteSheet = R"({
"for": ["quote"],
"title": {"zh": "报价明细表 {number}", "en": "Price sheet {number}"},
"paper": {"size": "A4", "landscape": true, "margins": [16, 14, 16, 12]},
"footLeft": "{company.footer}",
"footRight": {"zh": "第 {page} 页 / 共 {pages} 页", "en": "Page {page} of {pages}"},
"mail": {"to": "{contact.email or account.email}", "subject": {"zh": "报价明细表 {number}", "en": "Price sheet {number}"},
  "body": {"zh": "您好：\n\n随信附上报价明细表 {number}。\n\n{me.real_name}", "en": "Dear Sir or Madam,\n\nplease find attached our price sheet {number}.\n\n{me.real_name}"}},
"blocks": [
  {"text": "{company.name}", "size": 12, "bold": true, "align": "center"},
  {"text": {"zh": "报价明细表", "en": "Price sheet"}, "size": 18, "bold": true, "serif": true, "align": "center", "spacing": 6},
  {"space": 6},
  {"row": [
    {"width": 60, "blocks": [{"fields": [{"label": {"zh": "客户", "en": "Customer"}, "value": "{account.name}", "strong": true}, {"label": {"zh": "联系人", "en": "Contact"}, "value": "{contact.name}"}]}]},
    {"width": 40, "blocks": [{"fields": [{"label": {"zh": "报价编号", "en": "Number"}, "value": "{number}", "strong": true}, {"label": {"zh": "有效期至", "en": "Valid until"}, "value": "{valid_until}"}]}]}]},
  {"space": 6},
  {"table": {"of": "quote_line",
    "columns": [
      {"label": {"zh": "序号", "en": "No."}, "value": "{row}", "width": 6, "align": "center", "line": true},
      {"label": {"zh": "名称", "en": "Name"}, "value": "{product.name or description}", "width": 24, "group": {"zh": "产品", "en": "Product"}},
      {"label": {"zh": "规格", "en": "Specification"}, "value": "[{product.model}][　{product.spec}]", "width": 22, "group": {"zh": "产品", "en": "Product"}},
      {"label": {"zh": "数量", "en": "Quantity"}, "value": "{quantity}", "width": 9, "align": "right", "line": true, "group": {"zh": "供货", "en": "Supplied"}, "over": {"zh": "报价明细", "en": "Offer"}},
      {"label": {"zh": "单位", "en": "Unit"}, "value": "{unit}", "width": 7, "align": "center", "line": true, "group": {"zh": "供货", "en": "Supplied"}, "over": {"zh": "报价明细", "en": "Offer"}},
      {"label": {"zh": "单价", "en": "Unit price"}, "value": "{unit_price}", "width": 13, "align": "right", "line": true, "group": {"zh": "价格", "en": "Price"}, "over": {"zh": "报价明细", "en": "Offer"}},
      {"label": {"zh": "税率", "en": "Tax"}, "value": "{tax_rate}", "width": 7, "align": "right", "line": true, "group": {"zh": "价格", "en": "Price"}, "over": {"zh": "报价明细", "en": "Offer"}},
      {"id": "amount", "label": {"zh": "金额", "en": "Amount"}, "value": "{amount}", "width": 16, "align": "right", "line": true}],
    "carry": {"under": "amount", "sum": "amount", "carried": {"zh": "本页止小计", "en": "Carried over"}, "brought": {"zh": "承前页", "en": "Brought forward"}},
    "feet": [
      {"label": {"zh": "税额", "en": "Tax"}, "value": "{tax_amount}", "under": "amount", "if": "tax_amount"},
      {"label": {"zh": "价税合计", "en": "Total"}, "value": "{total}", "under": "amount", "strong": true},
      {"label": {"zh": "大写", "en": "In words"}, "value": "{currency|currency} {total|words}", "strong": true, "if": "total"}]}},
  {"space": 12},
  {"signatures": [
    {"heading": {"zh": "制表", "en": "Prepared by"}, "lines": [{"zh": "签字：", "en": "Signature"}]},
    {"heading": {"zh": "审核", "en": "Checked by"}, "lines": [{"zh": "签字：", "en": "Signature"}]},
    {"heading": {"zh": "批准", "en": "Approved by"}, "lines": [{"zh": "签字：", "en": "Signature"}]}]}
]})";

} // namespace

void addPrintTemplates(World &world)
{
    const qint64 at = World::at(world.today() - 60, 600);
    const QString definition = QString::fromUtf8(QuoteSheet);
    Record row = world.make(PrintTemplate::entity, 0, at);
    row.set(PrintTemplate::name, labelJson(u"报价明细表"_s, u"Price sheet"_s));
    row.set(PrintTemplate::object, u"quote"_s);
    row.set(PrintTemplate::code, u"price_sheet"_s);
    row.set(PrintTemplate::order, qint64(15));
    row.set(PrintTemplate::definition, definition);
    row.set(PrintTemplate::version, qint64(1));
    world.add(row, 0);
    Record version = world.make(PrintTemplateVersion::entity, 0, at);
    version.set(PrintTemplateVersion::printTemplate, row.id());
    version.set(PrintTemplateVersion::version, qint64(1));
    version.set(PrintTemplateVersion::definition, definition);
    version.set(PrintTemplateVersion::savedBy, world.userId(0));
    version.set(PrintTemplateVersion::savedAt, at);
    world.add(version, 0);
}

} // namespace guanxi::demo
