// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/record.h"

namespace guanxi::model {

/// Says an English text of a built-in row in the language of the company (translation context "builtin").
using BuiltInText = std::function<QString(const QString &english)>;

/// The rows every database starts with: roles and their rights, dictionaries and values, number rules, currencies and
/// the default pipeline. Their ids follow from their names, so they are the same everywhere, and a server that finds
/// some missing after an update inserts just those. `text` (by default: English) words names that are data.
QList<Record> builtInRows(const Catalogue &catalogue, const BuiltInText &text = {});

/// Ids of built-in rows; those of dictionaries are in catalogue.h.
Uuid companyId();
Uuid roleId(const QString &code);
Uuid currencyId(const QString &code);
Uuid defaultPipelineId();
Uuid defaultStageId(const QString &code);

/// Roles, access rules and field rules: who may do what from the start. Part of builtInRows().
QList<Record> builtInRoles(const Catalogue &catalogue, const BuiltInText &text);

} // namespace guanxi::model
