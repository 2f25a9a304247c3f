// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// What a person can say about a field in the filter builder.
struct FilterWord {
    storage::Filter::Kind kind;
    QString label;
    int values; ///< how many values are asked for: 0, 1 or 2
};

/// What a condition is for: a list that somebody looks at, or a rule for everybody, which knows neither "me" nor other records.
enum class FilterUse : quint8 { List, Rule };

QList<FilterWord> filterWords(const model::Field &field, FilterUse use = FilterUse::List);
/// Fields that can be filtered and that the user may see; for a rule, those that are typed into a new record.
QList<const model::Field *> filterFields(const Records &records, const model::Entity &entity, FilterUse use = FilterUse::List);

/// The condition meant by what is typed into the quick filter row: a part of a text or name; ">5", "<=5", "1..5" for
/// numbers and dates, "2026" or "2026-03" for dates; "-" for empty, "*" for filled. Nothing when it cannot be read.
std::optional<storage::Filter> quickFilter(const Records &records, const model::Entity &entity, const model::Field &field,
                                           const QString &typed);

/// The filter in words, for the head of a print and for the filter button's tip.
QString filterText(const Records &records, const model::Entity &entity, const storage::Filter &filter);

/// The same of a condition as a record keeps it.
QString conditionText(const Records &records, const model::Field &field, const QString &condition);
/// The filter that a field of the record holds (rules::holdsFilter) in words; empty when it holds none.
QString keptFilterText(const Records &records, const model::Record &record, const model::Field &field);

} // namespace guanxi::app
