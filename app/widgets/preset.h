// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/value.h"

#include <QList>

namespace guanxi::app {

/// Fields a new record starts with, for example the account of a contact made from that account's pane.
using Preset = QList<std::pair<model::FieldId, model::Value>>;

} // namespace guanxi::app
