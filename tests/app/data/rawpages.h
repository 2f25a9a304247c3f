// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace guanxi::test {

/// Every page of an encrypted database file and of its write-ahead log as somebody with the key can read it, free pages
/// and old versions included.
QByteArray decryptedPages(const QString &path, const QByteArray &key);

} // namespace guanxi::test
