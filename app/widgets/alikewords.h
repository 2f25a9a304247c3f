// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/similarity.h"

namespace guanxi::app {

/// Why two records may be one, as one line: "same phone number; names sound alike".
QString reasonText(const model::Entity &entity, const QList<rules::Reason> &reasons);

} // namespace guanxi::app
