// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::rules
{

inline constexpr qsizetype PrintDefinitionLimit = 128 * 1024; ///< bytes as UTF-8

/// What keeps a text from being the definition of a printed document: the key that is not known or holds the wrong thing; empty: nothing.
/// Looked at is the shape alone. Fields and records that texts name may come and go; what is not there is left out on paper.
QString printDefinitionFault(const QString &json);

} // namespace guanxi::rules
