// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"

#include <QJsonObject>

namespace guanxi::model {

/// The whole catalogue as data, for tools that talk to Guanxi: {"version", "entities": [{"id", "name", "fields": […],
/// "states": […], "transitions": […] …}], "dictionaries": […]}. Keys that would be empty or false are left out.
QJsonObject catalogueJson(const Catalogue &catalogue);

/// The same for people: one table per entity.
QString catalogueMarkdown(const Catalogue &catalogue);

} // namespace guanxi::model
