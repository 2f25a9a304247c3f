// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guanxi::bench {

/// What the machine itself takes, with nothing of ours in between but TLS as the channels set it up; medians in ms.
double bareSync();
/// Two ends in one process, over the loopback.
double bareRoundTrip();

} // namespace guanxi::bench
