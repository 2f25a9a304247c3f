// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace guanxi::app {

/// Very many texts, told by number, without an allocation for each: a large spreadsheet has millions.
class SharedTexts
{
public:
    static constexpr qint64 MostBytes = qint64(1) << 30;

    /// False where there is no more room.
    bool add(QStringView text)
    {
        m_bytes += text.toUtf8();
        m_ends.push_back(m_bytes.size());
        return m_bytes.size() <= MostBytes;
    }
    qsizetype size() const { return qsizetype(m_ends.size()); }
    QString at(qsizetype number) const
    {
        const qsizetype begin = number > 0 ? m_ends[size_t(number) - 1] : 0;
        return QString::fromUtf8(QByteArrayView(m_bytes).sliced(begin, m_ends[size_t(number)] - begin));
    }

private:
    QByteArray m_bytes;
    std::vector<qsizetype> m_ends;
};

} // namespace guanxi::app
