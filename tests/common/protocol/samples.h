// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/message.h"

namespace guanxi::protocol {

/// One message of each type with every field filled, always the same: what the golden vectors hold.
QList<Message> samples();
/// Those that got fields for history after they were frozen, with these.
QList<Message> historySamples();
/// Those that got fields for what happened to all records, with these.
QList<Message> recentSamples();

/// Waits for the event loop to make `done` true; false after a minute.
bool waitUntil(const std::function<bool()> &done);

} // namespace guanxi::protocol
