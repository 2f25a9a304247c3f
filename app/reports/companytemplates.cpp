// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/companytemplates.h"

#include "common/model/catalogue/printing.h"

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr int MostTemplates = 500;

QList<Record> kept(const Records &records)
{
    if (!records.catalogue().entity(PrintTemplate::entity) || !records.may(Action::View, PrintTemplate::entity))
        return {};
    storage::Query query;
    query.entity = PrintTemplate::entity;
    query.limit = MostTemplates;
    const Result<QList<Record>> found = records.findNow(query);
    return found ? *found : QList<Record>();
}

bool isOff(const Record &record) { return !record.isNull(PrintTemplate::active) && record[PrintTemplate::active] == 0; }

/// Kinds of records in the order of the catalogue, then by order.
bool isBefore(const CompanyTemplate &a, const CompanyTemplate &b)
{
    const auto order = [](const CompanyTemplate &each) { return std::pair(each.form.entities().value(0), each.form.value("order").toInt()); };
    return order(a) < order(b);
}

} // namespace

QList<CompanyTemplate> companyTemplates(const Records &records)
{
    QList<CompanyTemplate> all;
    for (const PaperTemplate &form : PaperTemplate::builtIn())
        all.append({form, {}, true, true});
    for (const Record &record : kept(records)) {
        const auto standard = std::find_if(all.begin(), all.end(), [&](const CompanyTemplate &each) { return each.form.id() == record[PrintTemplate::code]; });
        const Result<PaperTemplate> form = PaperTemplate::ofRecord(record);
        const bool isUsed = form && !isOff(record);
        if (standard == all.end()) {
            if (form)
                all.append({*form, record, false, isUsed});
            continue;
        }
        standard->record = record;
        standard->isUsed = isUsed;
        if (isUsed)
            standard->form = *form;
    }
    std::stable_sort(all.begin(), all.end(), isBefore);
    return all;
}

QList<PaperTemplate> templatesFor(const Records &records, const Entity &entity)
{
    QList<PaperTemplate> found;
    for (const CompanyTemplate &each : companyTemplates(records))
        if (each.form.isFor(entity) && (each.isUsed || each.isStandard))
            found.append(each.form);
    return found;
}

} // namespace guanxi::app
