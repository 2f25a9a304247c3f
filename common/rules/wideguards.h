// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::rules
{

/// Whether the guard of this name looks at all of a customer's business: nothing to be asked again and again while a record is only
/// shown.
bool isWideGuard(const QString &name);

} // namespace guanxi::rules
