// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/world.h"

#include <functional>

namespace guanxi::demo {

/// The rows of the demo company, everything included: what every company starts with, and forty people's work of six
/// years. Two runs with equal options hand over equal records in equal order. `progress`, when given, hears the name
/// of each subject before it is made. Answers who can sign in, the administrator first; the sink's errors.
Result<std::vector<Employee>> generate(const model::Catalogue &catalogue, RecordSink &sink, const Options &options,
                                       const std::function<void(const char *subject)> &progress = {});

} // namespace guanxi::demo
