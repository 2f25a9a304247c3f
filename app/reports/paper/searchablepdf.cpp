// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/searchablepdf.h"

#include <QString>

namespace guanxi::app {

namespace {

constexpr char16_t FirstRadical = 0x2e80, LastRadical = 0x2fd5;

/// Unicode itself says it of most of them; these are those of which it says nothing, or names the traditional character.
QChar characterOf(QChar radical)
{
    static const QString radicals = QStringLiteral("⺟⺠⺮⺶⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⼾");
    static const QString characters = QStringLiteral("母民竹羊月虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟户");
    if (const qsizetype at = radicals.indexOf(radical); at >= 0)
        return characters[at];
    const QString same = QString(radical).normalized(QString::NormalizationForm_KC);
    return same.size() == 1 ? same.front() : radical;
}

} // namespace

QByteArray SearchablePdf::corrected(QByteArray names)
{
    names.replace("<0009>", "<0020>");
    for (qsizetype at = names.indexOf("<2"); at >= 0; at = names.indexOf("<2", at + 1)) {
        bool isHex = false;
        const char16_t code = names.mid(at + 1, 4).toUShort(&isHex, 16);
        if (isHex && code >= FirstRadical && code <= LastRadical && names.mid(at + 5, 1) == ">")
            names.replace(at + 1, 4, QByteArray::number(characterOf(QChar(code)).unicode(), 16).toUpper());
    }
    return names;
}

qint64 SearchablePdf::writeData(const char *data, qint64 size)
{
    const QByteArray piece = QByteArray::fromRawData(data, qsizetype(size));
    return piece.contains("begincmap") ? m_file.write(corrected(piece)) : m_file.write(data, size);
}

} // namespace guanxi::app
