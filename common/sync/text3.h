// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace guanxi::sync
{

/// Three-way merge by lines: what `mine` and `theirs` each made of `base`, together. Nothing where both changed the
/// same or touching lines differently. The same change on both sides is taken once; swapping the sides changes nothing.
std::optional<QString> mergeLines(const QString &base, const QString &mine, const QString &theirs);

} // namespace guanxi::sync
