// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace guanxi::protocol {

/// One zstd frame that declares its size, window at most 1 MiB; empty when it could not be made.
QByteArray packZstd(QByteArrayView bytes);

/// Exactly one such frame from anybody. BadFrame, or FrameTooLarge when it declares more than `limit` bytes: decided
/// from its header, before memory is taken.
Result<QByteArray> unpackZstd(QByteArrayView packed, qsizetype limit);

} // namespace guanxi::protocol
