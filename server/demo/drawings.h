// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/manifest.h"

#include <QByteArray>
#include <QString>

namespace guanxi::demo {

/// What a small content, of one chunk at most, consists of.
protocol::Manifest manifestOf(const QByteArray &content);

/// Pictures drawn from a few shapes, as BMP of 160 × 160: the server needs no library for pictures otherwise. The same
/// seed draws the same.
QByteArray faceDrawing(const QByteArray &seed, bool female);
/// By its name: a valve, a pump, or a control.
QByteArray productDrawing(const QByteArray &seed, const QString &name);

} // namespace guanxi::demo
