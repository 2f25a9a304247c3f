// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace guanxi {

/// The text of a file that does not say how it is written: by its mark if it has one, else UTF-8 if it is that, else GB18030,
/// which Chinese programs write. `cut`: more follows, so the last character may be incomplete.
QString decodeText(QByteArrayView bytes, bool cut = false);

} // namespace guanxi
