// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/rules/guards.h"

namespace guanxi::app {

/// What rules may look at beyond a record: what of it is on this computer.
rules::Surroundings surroundingsOf(const Records &records);

} // namespace guanxi::app
