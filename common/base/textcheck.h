// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace guanxi {

/// Text that may be stored: no U+0000, no lone surrogate. `field` names it in the error.
Result<void> checkText(const QString &text, const QString &field);
/// Decodes UTF-8 strictly: broken sequences and U+0000 are refused, never repaired.
Result<QString> textFromUtf8(QByteArrayView bytes, const QString &field);

} // namespace guanxi
