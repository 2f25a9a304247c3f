// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"

namespace guanxi::model {

/// The dictionaries that come with the program. Codes are permanent; labels may be renamed and values added by users.
/// A dictionary that lists the states of a machine uses their codes, so that users can rename states, too.
void declareDictionaries(Catalogue &catalogue);

/// The dictionary that names the states of an entity's machine; empty when there is none.
QString stateDictionary(const Entity &entity);

} // namespace guanxi::model
