// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/reference.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::model {

using namespace Qt::StringLiterals;

namespace {

/// Labels of built-in values carry the English text only; programs translate it, and what users enter comes beside it.
QString englishLabel(const QString &text)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"en"_s, text}}).toJson(QJsonDocument::Compact));
}

void addDictionary(QList<Record> &rows, const Catalogue &catalogue, const DictionaryInfo &info)
{
    Record dictionary(catalogue.at(ids::Dictionary), dictionaryId(info.code));
    dictionary.set(Dictionary::code, info.code);
    dictionary.set(Dictionary::name, info.label);
    dictionary.setValue(Dictionary::hierarchical.id, info.hierarchical);
    dictionary.setValue(Dictionary::builtIn.id, true);
    rows.append(dictionary);
    qint64 position = 0;
    for (const DictionaryValue &value : info.values) {
        Record item(catalogue.at(ids::DictionaryItem), dictionaryItemId(info.code, value.code));
        item.set(DictionaryItem::dictionary, dictionary.id());
        item.set(DictionaryItem::code, value.code);
        item.set(DictionaryItem::label, englishLabel(value.label));
        if (!value.parent.isEmpty())
            item.set(DictionaryItem::parent, dictionaryItemId(info.code, value.parent));
        item.set(DictionaryItem::position, ++position);
        item.setValue(DictionaryItem::active.id, true);
        rows.append(item);
    }
}

NumberRule::Reset resetOf(const QString &pattern)
{
    if (pattern.contains(u"{dd}"_s))
        return NumberRule::Daily;
    if (pattern.contains(u"{MM}"_s))
        return NumberRule::Monthly;
    return pattern.contains(u"{yy"_s) ? NumberRule::Yearly : NumberRule::Never;
}

void addNumberRules(QList<Record> &rows, const Catalogue &catalogue)
{
    for (const Entity &entity : catalogue.entities()) {
        if (entity.numberPattern.isEmpty())
            continue;
        Record rule(catalogue.at(ids::NumberRule), Uuid::named("number_rule:" + entity.name.toUtf8()));
        rule.set(NumberRule::object, entity.name);
        rule.set(NumberRule::pattern, entity.numberPattern);
        rule.set(NumberRule::reset, qint64(resetOf(entity.numberPattern)));
        rule.set(NumberRule::next, qint64(1));
        rows.append(rule);
    }
}

void addCurrencies(QList<Record> &rows, const Catalogue &catalogue)
{
    struct Money {
        QString code;
        QString name;
        QString symbol;
    };
    for (const Money &money : {Money{u"CNY"_s, u"Chinese yuan"_s, u"¥"_s}, Money{u"USD"_s, u"US dollar"_s, u"$"_s},
                               Money{u"EUR"_s, u"Euro"_s, u"€"_s}}) {
        Record currency(catalogue.at(ids::Currency), currencyId(money.code));
        currency.set(Currency::code, money.code);
        currency.set(Currency::name, money.name);
        currency.set(Currency::symbol, money.symbol);
        currency.set(Currency::decimals, qint64(2));
        currency.setValue(Currency::active.id, true);
        rows.append(currency);
    }
}

void addPipeline(QList<Record> &rows, const Catalogue &catalogue)
{
    struct Stage {
        QString code;
        QString label;
        qint64 probability; ///< hundredths of a percent
        PipelineStage::Outcome outcome;
        qint64 maxDays = 0; ///< 0: as long as it takes
        QString needs{};
    };
    Record pipeline(catalogue.at(ids::Pipeline), defaultPipelineId());
    pipeline.set(Pipeline::name, u"Standard pipeline"_s);
    pipeline.setValue(Pipeline::active.id, true);
    rows.append(pipeline);
    qint64 position = 0;
    for (const Stage &stage : {Stage{u"potential"_s, u"Potential"_s, 1000, PipelineStage::Open, 45},
                               Stage{u"interested"_s, u"Interested"_s, 4000, PipelineStage::Open, 60},
                               Stage{u"negotiating"_s, u"Negotiating"_s, 7000, PipelineStage::Open, 60, u"[\"amount\",\"expected_close_on\"]"_s},
                               Stage{u"closed"_s, u"Closed"_s, 10000, PipelineStage::Won},
                               Stage{u"lost"_s, u"Lost"_s, 0, PipelineStage::Lost}}) {
        Record row(catalogue.at(ids::PipelineStage), defaultStageId(stage.code));
        row.set(PipelineStage::pipeline, pipeline.id());
        row.set(PipelineStage::code, stage.code);
        row.set(PipelineStage::label, englishLabel(stage.label));
        row.set(PipelineStage::position, ++position);
        row.set(PipelineStage::defaultProbability, stage.probability);
        row.set(PipelineStage::outcome, qint64(stage.outcome));
        if (stage.maxDays > 0)
            row.set(PipelineStage::maxDays, stage.maxDays);
        if (!stage.needs.isEmpty())
            row.set(PipelineStage::needs, stage.needs);
        rows.append(row);
    }
}

} // namespace

Uuid companyId() { return Uuid::named("company"); }
Uuid roleId(const QString &code) { return Uuid::named("role:" + code.toUtf8()); }
Uuid currencyId(const QString &code) { return Uuid::named("currency:" + code.toUtf8()); }
Uuid defaultPipelineId() { return Uuid::named("pipeline:default"); }
Uuid defaultStageId(const QString &code) { return Uuid::named("pipeline:default/" + code.toUtf8()); }

QList<Record> builtInRows(const Catalogue &catalogue)
{
    QList<Record> rows;
    for (const DictionaryInfo &dictionary : catalogue.dictionaries())
        addDictionary(rows, catalogue, dictionary);
    addNumberRules(rows, catalogue);
    addCurrencies(rows, catalogue);
    addPipeline(rows, catalogue);
    return rows + builtInRoles(catalogue);
}

} // namespace guanxi::model
