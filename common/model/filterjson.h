// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/filter.h"

#include <QJsonObject>

namespace guanxi::model {

// Filters as records keep them: saved views, segments, rules. Conditions on fields that no longer exist are left out when read.
QJsonObject filterToJson(const Filter &filter);
Filter filterFromJson(const QJsonObject &json, const Entity &entity, const Catalogue &catalogue);

} // namespace guanxi::model
