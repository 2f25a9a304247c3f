// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/tablereader.h"

#include <QTemporaryDir>

namespace guanxi::test {

/// A file in a folder of its own, as another program has left it.
class WrittenFile
{
public:
    explicit WrittenFile(const QByteArray &bytes, const QString &name = QStringLiteral("table"));
    /// A zip file of these parts.
    explicit WrittenFile(const QList<std::pair<QString, QByteArray>> &parts);

    QString path() const { return m_path; }
    /// All lines; the error that ended reading.
    Result<QList<app::TableLine>> lines(const app::TextFormat &format = {}) const;
    Result<QList<QStringList>> cells(const app::TextFormat &format = {}) const;

private:
    QTemporaryDir m_folder;
    QString m_path;
};

/// The text in an encoding by its name in ICU.
QByteArray encoded(const QString &text, const char *encoding);
/// "file_unreadable: fault, place" of an error, without the path.
QString faultOf(const Error &error);

} // namespace guanxi::test
