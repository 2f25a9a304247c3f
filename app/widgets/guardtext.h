// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

namespace guanxi::app {

/// Why a step is not possible, of a refusal by one of the guards (common/model/catalogue/guards.h); empty for what is none.
QString guardText(const Error &error);

} // namespace guanxi::app
