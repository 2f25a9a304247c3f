// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::app {

/// Where in a text stands what was typed; nothing found has no length.
struct PaletteMark {
    qsizetype at = 0;
    qsizetype length = 0;
};

/// The letters themselves before their pinyin: `bj` marks 北京, as do `beij` and `beijing`.
PaletteMark markOf(const QString &text, const QString &typed);

} // namespace guanxi::app
