// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverlog.h"

#include <QDateTime>

namespace guanxi::server {

void ServerLog::write(const QString &line)
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::Append | QIODevice::Text))
        return;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.wallMs(), Qt::UTC);
    QString text = line;
    text.replace(u'\n', u' '); // what strangers said must not look like lines of ours
    text.replace(u'\r', u' ');
    m_file.write((now.toString(Qt::ISODateWithMs) + u' ' + text + u'\n').toUtf8());
    m_file.flush();
    if (m_file.size() > MostBytes)
        rotate();
}

void ServerLog::rotate()
{
    const QString path = m_file.fileName();
    m_file.close();
    const auto numbered = [&](int number) { return QStringLiteral("%1.%2").arg(path).arg(number); };
    QFile::remove(numbered(MostFiles - 1));
    for (int number = MostFiles - 2; number >= 1; --number)
        QFile::rename(numbered(number), numbered(number + 1));
    QFile::rename(path, numbered(1));
}

QStringList ServerLog::tail(int count) const
{
    QStringList lines;
    for (const QString &path : {m_file.fileName() + QStringLiteral(".1"), m_file.fileName()}) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly | QIODevice::Text))
            lines += QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }
    return lines.mid(qMax<qsizetype>(0, lines.size() - count));
}

} // namespace guanxi::server
