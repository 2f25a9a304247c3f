// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guanxi::storage {

/// True when something can be read from the socket (or it is broken, which reading tells) within these milliseconds.
bool waitForInput(int socket, int milliseconds);

} // namespace guanxi::storage
