// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/builtinwords.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"

#include <QCoreApplication>
#include <QLocale>

namespace guanxi::app {

using namespace model;

namespace {

/// The field that holds the name, if the row is one of those the program brought along.
FieldId namedField(const Record &record)
{
    switch (record.entity().id) {
    case Role::entity:
        return record.id() == roleId(record[Role::code]) ? Role::name.id : FieldId(0);
    case Currency::entity:
        return record.id() == currencyId(record[Currency::code]) ? Currency::name.id : FieldId(0);
    case Dictionary::entity:
        return record.id() == dictionaryId(record[Dictionary::code]) ? Dictionary::name.id : FieldId(0);
    case Pipeline::entity:
        return record.id() == defaultPipelineId() ? Pipeline::name.id : FieldId(0);
    case PipelineStage::entity:
        return record.id() == defaultStageId(record[PipelineStage::code]) ? PipelineStage::label.id : FieldId(0);
    default:
        return 0;
    }
}

} // namespace

QString builtInWords(const Record &record, const Field &field)
{
    if (!record.isValid() || field.id < system::FirstOwn || field.id != namedField(record))
        return {};
    const QString stored = record.value(field.id).text();
    if (field.type != FieldType::Json)
        return QCoreApplication::translate("builtin", stored.toUtf8().constData());
    const QString language = QLocale().name().left(2);
    if (stored.contains(u'"' + language + u'"'))
        return {};
    return QCoreApplication::translate("dictionary", labelIn(stored, language).toUtf8().constData(), "funnel_stage");
}

} // namespace guanxi::app
