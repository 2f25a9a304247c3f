// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/catalogue.h"

namespace guanxi::app {

/// One clear sentence for a failure: what happened, what is safe, what to do. `entity` (where known) turns field names
/// in the arguments into their labels.
QString errorText(const Error &error, const model::Entity *entity = nullptr);

} // namespace guanxi::app
