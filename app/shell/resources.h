// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guanxi::app {

/// Makes icons, themes, help pages and translations available under ":/". Call once before Theme and Language: the
/// linker would otherwise leave them out of a program that names none of their symbols.
void loadResources();

} // namespace guanxi::app
