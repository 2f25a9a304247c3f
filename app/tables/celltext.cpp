// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/celltext.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <cmath>

namespace guanxi::app::celltext {

namespace {

/// The letters of a format code that stand for something: without quoted words, colours, and what follows a backslash.
QString letters(const QString &code)
{
    QString left;
    bool quoted = false;
    bool bracketed = false;
    for (qsizetype i = 0; i < code.size() && code[i] != u';'; ++i) {
        const QChar c = code[i];
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u'\\')
            ++i;
        else if (!quoted && (c == u'[' || c == u']'))
            bracketed = c == u'[';
        else if (!quoted && !bracketed)
            left += c.toLower();
    }
    return left;
}

bool isBetween(int format, int least, int most) { return format >= least && format <= most; }

} // namespace

bool isDate(int format, const QString &code)
{
    // 27–36 and 50–58 are dates in the Chinese, Japanese and Korean versions.
    if (isBetween(format, 14, 17) || format == 22 || isBetween(format, 27, 31) || format == 36 || isBetween(format, 50, 54) || isBetween(format, 57, 58))
        return true;
    const QString shown = letters(code);
    return shown.contains(u'd') || shown.contains(u'y') || (shown.contains(u'm') && !isTime(format, code) && !shown.contains(u'#') && !shown.contains(u'0'));
}

bool isTime(int format, const QString &code)
{
    if (isBetween(format, 18, 21) || isBetween(format, 32, 35) || isBetween(format, 45, 47) || isBetween(format, 55, 56))
        return true;
    const QString shown = letters(code);
    return (shown.contains(u'h') || shown.contains(u's')) && !shown.contains(u'd') && !shown.contains(u'y');
}

bool isPercent(int format, const QString &code) { return format == 9 || format == 10 || letters(code).endsWith(u'%'); }

QString unescaped(const QString &text)
{
    if (!text.contains(QLatin1StringView("_x")))
        return text;
    static const QRegularExpression numbered(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    QString plain;
    qsizetype done = 0;
    for (auto found = numbered.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        plain += QStringView(text).sliced(done, match.capturedStart() - done);
        plain += QChar(match.captured(1).toUShort(nullptr, 16));
        done = match.capturedEnd();
    }
    plain += QStringView(text).sliced(done);
    return plain;
}

QString number(double value)
{
    // Fifteen digits are what the spreadsheet shows and means; the shortest text of the double would tell 0.1 + 0.2 as …04.
    const QString text = QString::number(value, 'g', 15);
    if (!text.contains(u'e'))
        return text;
    QString plain = QString::number(value, 'f', value != 0 && std::abs(value) < 1 ? 20 : 0);
    while (plain.contains(u'.') && (plain.endsWith(u'0') || plain.endsWith(u'.')))
        plain.chop(1);
    return plain;
}

QString dateTime(double days, bool since1904, bool onlyTime)
{
    static constexpr qint64 DaySeconds = 86'400;
    const double whole = std::floor(days);
    const qint64 seconds = std::clamp<qint64>(std::llround((days - whole) * double(DaySeconds)), 0, DaySeconds - 1);
    const QString time = QTime::fromMSecsSinceStartOfDay(int(seconds) * 1000).toString(seconds % 60 == 0 ? QStringLiteral("hh:mm") : QStringLiteral("hh:mm:ss"));
    if (onlyTime && whole == 0)
        return time;
    // Before March 1900 the count is a day ahead.
    const QDate zero = since1904 ? QDate(1904, 1, 1) : whole < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QDate day = std::abs(whole) < 4'000'000 ? zero.addDays(qint64(whole)) : QDate();
    if (!day.isValid() || day.year() < 1900 || day.year() > 9999)
        return number(days);
    const QString date = day.toString(Qt::ISODate);
    return seconds == 0 ? date : date + u' ' + time;
}

QString richText(QXmlStreamReader &xml)
{
    QString text;
    int depth = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && depth-- == 0)
            break;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"t")
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        else if (xml.name() == u"rPh")
            xml.skipCurrentElement();
        else
            ++depth;
    }
    return unescaped(text);
}

} // namespace guanxi::app::celltext
