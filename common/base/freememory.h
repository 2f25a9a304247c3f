// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guanxi {

/// Gives memory that the program has freed back to the system, where the C library would keep it. Takes some milliseconds:
/// for quiet moments.
void returnFreeMemory();

} // namespace guanxi
