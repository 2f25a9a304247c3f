// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/reference.h"

namespace guanxi::model {

using namespace Qt::StringLiterals;

namespace {

EntityBuilder reference(Catalogue &catalogue, EntityId id, const char *name, const char *label, const char *plural)
{
    EntityBuilder entity(catalogue, id, name, label, plural);
    entity.area(Area::Dictionaries).workspace(Workspace::Administration, "view-list-details").everyone();
    return entity;
}

void declareDictionary(Catalogue &catalogue)
{
    EntityBuilder entity = reference(catalogue, Dictionary::entity, "dictionary", "Dictionary", "Dictionaries");
    entity.title({Dictionary::name.id}).relations({ids::DictionaryItem});
    entity.text(Dictionary::code, "code", 32).required().unique().listed();
    entity.text(Dictionary::name, "name", 64).required().listed().search(Search::Name);
    entity.boolean(Dictionary::hierarchical, "hierarchical", false).label("Tree").required().listed();
    entity.boolean(Dictionary::builtIn, "built_in", false).system().listed();
}

void declareDictionaryItem(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, DictionaryItem::entity, "dictionary_item", "Dictionary value", "Dictionary values");
    entity.area(Area::Dictionaries).childOf(ids::Dictionary, DictionaryItem::dictionary).everyone();
    entity.title({DictionaryItem::label.id});
    entity.reference(DictionaryItem::dictionary, "dictionary", ids::Dictionary).required();
    entity.text(DictionaryItem::code, "code", 32).required().indexed().listed();
    entity.json(DictionaryItem::label, "label").label("Name").required().listed();
    entity.reference(DictionaryItem::parent, "parent", ids::DictionaryItem).label("Parent value").listed();
    entity.integer(DictionaryItem::position, "position", 0, 1000000).required().byDefault(0).merge(MergePolicy::Latest);
    entity.text(DictionaryItem::color, "color", 9).label("Colour").merge(MergePolicy::Latest).listed();
    entity.boolean(DictionaryItem::active, "active", true).required().listed();
}

void declareNumberRule(Catalogue &catalogue)
{
    EntityBuilder entity = reference(catalogue, NumberRule::entity, "number_rule", "Number rule", "Number rules");
    entity.title({NumberRule::object.id});
    entity.text(NumberRule::object, "object", 64).required().unique().listed();
    entity.text(NumberRule::pattern, "pattern", 64).required().listed().group(1);
    entity.choice(NumberRule::reset, "reset", {u"never"_s, u"yearly"_s, u"monthly"_s, u"daily"_s})
        .label("Starts again")
        .required()
        .byDefault(1)
        .listed()
        .group(1);
    entity.integer(NumberRule::next, "next").label("Next number").byDefault(1).computed(Computed::Server).listed();
}

void declareCurrency(Catalogue &catalogue)
{
    EntityBuilder entity = reference(catalogue, Currency::entity, "currency", "Currency", "Currencies");
    entity.title({Currency::code.id}).relations({ids::ExchangeRate});
    entity.text(Currency::code, "code", 3).required().unique().format(Format::CurrencyCode).listed();
    entity.text(Currency::name, "name", 64).required().listed().search(Search::Name);
    entity.text(Currency::symbol, "symbol", 8).listed();
    entity.integer(Currency::decimals, "decimals", 0, 4).required().byDefault(2).listed();
    entity.boolean(Currency::active, "active", true).required().listed();
}

void declareExchangeRate(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, ExchangeRate::entity, "exchange_rate", "Exchange rate", "Exchange rates");
    entity.area(Area::Dictionaries).childOf(ids::Currency, ExchangeRate::currency).everyone();
    entity.title({ExchangeRate::currency.id});
    entity.reference(ExchangeRate::currency, "currency", ids::Currency).required().listed();
    entity.date(ExchangeRate::validFrom, "valid_from").required().byDefault(Default::Today).indexed().listed();
    entity.decimal(ExchangeRate::rate, "rate", ExchangeRate::RateScale).required().listed();
    entity.text(ExchangeRate::note, "note", 120).label("Source").listed();
}

void declareWorkCalendar(Catalogue &catalogue)
{
    EntityBuilder entity = reference(catalogue, WorkCalendar::entity, "work_calendar", "Calendar day", "Work calendar");
    entity.workspace(Workspace::Administration, "view-calendar").title({WorkCalendar::name.id});
    entity.date(WorkCalendar::day, "day").required().unique().listed();
    entity.choice(WorkCalendar::kind, "kind", {u"holiday"_s, u"working_day"_s}).required().byDefault(1).listed();
    entity.text(WorkCalendar::name, "name", 64).required().listed();
}

} // namespace

void declareReference(Catalogue &catalogue)
{
    declareDictionary(catalogue);
    declareDictionaryItem(catalogue);
    declareNumberRule(catalogue);
    declareCurrency(catalogue);
    declareExchangeRate(catalogue);
    declareWorkCalendar(catalogue);
}

} // namespace guanxi::model
