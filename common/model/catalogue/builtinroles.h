// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/record.h"

namespace guanxi::model {

/// The rows every database starts with: roles and their rights, dictionaries and values, number rules, currencies and
/// the default pipeline. Their ids follow from their names, so they are the same everywhere, and a server that finds
/// some missing after an update inserts just those. Their names are English; the desktop words them (translation
/// context "builtin", app/data/builtinwords.h), so that colleagues read them each in their own language.
QList<Record> builtInRows(const Catalogue &catalogue);

/// Ids of built-in rows; those of dictionaries are in catalogue.h.
Uuid companyId();
Uuid roleId(const QString &code);
Uuid currencyId(const QString &code);
Uuid defaultPipelineId();
Uuid defaultStageId(const QString &code);

/// Roles, access rules and field rules: who may do what from the start. Part of builtInRows().
QList<Record> builtInRoles(const Catalogue &catalogue);

} // namespace guanxi::model
