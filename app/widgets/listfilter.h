// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QJsonObject>

namespace guanxi::app {

/// What a person can say about a field in the filter builder.
struct FilterWord {
    storage::Filter::Kind kind;
    QString label;
    int values; ///< how many values are asked for: 0, 1 or 2
};

QList<FilterWord> filterWords(const model::Field &field);
/// Fields that can be filtered and that the user may see.
QList<const model::Field *> filterFields(const Records &records, const model::Entity &entity);

/// The condition meant by what is typed into the quick filter row: a part of a text or name; ">5", "<=5", "1..5" for
/// numbers and dates, "2026" or "2026-03" for dates; "-" for empty, "*" for filled. Nothing when it cannot be read.
std::optional<storage::Filter> quickFilter(const Records &records, const model::Entity &entity, const model::Field &field,
                                           const QString &typed);

/// The filter in words, for the head of a print and for the filter button's tip.
QString filterText(const Records &records, const model::Entity &entity, const storage::Filter &filter);

// For saved views. Conditions on fields that no longer exist are left out when read.
QJsonObject filterToJson(const storage::Filter &filter);
storage::Filter filterFromJson(const QJsonObject &json, const model::Entity &entity, const model::Catalogue &catalogue);

} // namespace guanxi::app
