// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

namespace guanxi::app {

/// Fields whose values are shown as coloured chips: states, and how something is paid.
bool isChip(const model::Field &field);
model::Tone chipTone(const model::Entity &entity, const model::Field &field, const model::Value &value);

} // namespace guanxi::app
