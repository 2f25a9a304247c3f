// SPDX-License-Identifier: GPL-3.0-or-later
// What was exported to be imported again changes nothing, for every entity of the catalogue and every type of field.
#include "testentity.h"
#include "valuemaker.h"

#include "tests/app/export/exportedfile.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace Qt::StringLiterals;
using Verdict = ImportLine::Verdict;

namespace {

constexpr int RecordsEach = 3;

/// Texts that spreadsheets, readers and people take for something else.
QString awkward(const Field &field, int serial)
{
    static const QStringList beginnings{u"=SUM(A1)"_s, u"'quoted"_s, u"'=1"_s, u"007"_s, u"+86"_s, u"-12.50"_s, u"@x"_s, u"_x0041_"_s, u"2026-3-1"_s, u"<&>;,\""_s, u"中𠮷"_s};
    const QString text = beginnings[serial % beginnings.size()] + QString::number(serial);
    return field.type == FieldType::LongText ? text + u"\nsecond, \"line\"\n\nlast "_s : text;
}

bool isFree(const Field &field) { return (field.type == FieldType::Text && field.format == Format::None && field.limit >= 20) || field.type == FieldType::LongText; }

/// A record with everything filled that a person may type.
Record filled(WalkCompany &company, ValueMaker &values, const Entity &entity, int variant)
{
    Record record = values.make(entity);
    if (!values.save(record))
        return {};
    record = company.ann.records().load(record.ref()).value();
    static int serial = 0;
    for (const Field *field : ValueMaker::typedFields(entity)) {
        Value value = values.value(entity, *field, variant);
        // An object's name has to be one.
        if (isFree(*field) && field->name != u"object"_s)
            value = awkward(*field, ++serial);
        else if (field->type == FieldType::DateTime)
            value = value.number() + 3'723'456;
        else if (field->type == FieldType::Tags)
            value = QStringList{u"=tag"_s, u"tag %1"_s.arg(++serial)};
        record.setValue(field->id, value);
    }
    for (const Field *field : ValueMaker::typedFields(entity))
        if (!record.applies(*field))
            record.setValue(field->id, Value());
    return record;
}

void checkRoundTrip(WalkCompany &company, ValueMaker &values, const Entity &entity)
{
    LocalRecords &records = company.ann.records();
    int made = 0, refused = 0;
    for (int variant = 0; variant < RecordsEach; ++variant) {
        const Record record = filled(company, values, entity, variant);
        // Where its rules want other words, or nobody may change it, it stays as it was made.
        const Result<Saved> saved = record.isValid() ? records.save(record) : Result<Saved>(Error());
        made += saved.ok();
        refused += saved.ok() || saved.error().code == ErrorCode::NotAllowed || saved.error().code == ErrorCode::RuleRefused;
        INFO((saved.ok() ? std::string() : wordsOf(saved.error())));
        CHECK((made > 0 || refused == variant + 1));
    }
    company.settle();
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx, TableFormat::Xml}) {
        INFO("format " << int(format));
        ExportPlan plan;
        plan.entity = entity.id;
        plan.fields = ExportFields::Reimport;
        plan.format = format;
        const ExportedFile file(records, plan);
        REQUIRE((file.outcome.ok() && *file.outcome));
        CHECK(file.counts.records >= RecordsEach);
        const QList<ImportLine> lines = file.imported(records, entity);
        CHECK(lines.size() == file.counts.records);
        for (const ImportLine &line : lines) {
            QString differs;
            for (const Field &field : entity.fields())
                if (line.before.isValid() && line.sheet.record.value(field.id) != line.before.value(field.id))
                    differs += field.name + u' ';
            for (const SheetRow::Cell &cell : line.sheet.cells)
                if (cell.fault)
                    differs += QString::fromStdString(wordsOf(*cell.fault));
            INFO("line " << line.line << " is " << int(line.verdict) << ": " << differs.toStdString());
            CHECK(line.verdict == Verdict::Unchanged);
        }
    }
}

} // namespace

TEST_CASE("what was exported to be imported again changes nothing, for every entity and every type of field")
{
    WalkCompany company(storage::Backend::Sqlite);
    ValueMaker values(company);
    int walked = 0;
    for (const Entity &entity : company.catalogue().entities()) {
        if (entity.maker != Maker::People || entity.serverWritten || !company.ann.records().may(Action::Create, entity.id) || entity.scope.kind == ScopeRule::Kind::ServerOnly)
            continue;
        INFO("entity " << entity.name.toStdString());
        checkRoundTrip(company, values, entity);
        ++walked;
    }
    CHECK(walked > 60);
}
