// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace guanxi::fuzz {

/// Inputs to begin with: what is kept in tests/fuzz/corpus/<reader>, and what the golden vectors of the protocol hold.
QList<QByteArray> seedsOf(const QString &reader);

} // namespace guanxi::fuzz
