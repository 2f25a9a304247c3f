// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/phone.h"

#include "common/rules/normalise.h"
#include "common/rules/wholetext.h"

namespace guanxi::rules
{

namespace
{

using Match = QRegularExpressionMatch;

/// Digits, '+' at the start and '-' stay; marks that people put between them go, an extension's word becomes '-'.
QString plain(const QString &text)
{
    QString number = halfWidth(text).toLower();
    static const QRegularExpression extension(QStringLiteral("\\s*(转|分机|ext\\.?|x)\\s*"));
    static const QRegularExpression dashes(QStringLiteral("[‐-―−－~]"));
    static const QRegularExpression marks(QStringLiteral("[\\s.·()\\[\\]（）/]"));
    number.replace(extension, QStringLiteral("-"));
    number.replace(dashes, QStringLiteral("-"));
    number.remove(marks);
    return number;
}

QString withoutCountry(QString number)
{
    static const QRegularExpression country(QStringLiteral("^(\\+|00)86-?(0(?=0)|(?=[0-9]))"));
    return number.remove(country);
}

std::optional<QString> landLine(const QString &number)
{
    static const QRegularExpression largeCity = wholeText("(010|02[0-9])-?([2-9][0-9]{6,7})(?:-([0-9]{1,6}))?");
    static const QRegularExpression elsewhere = wholeText("(0[3-9][0-9]{2})-?([2-9][0-9]{6,7})(?:-([0-9]{1,6}))?");
    Match found = largeCity.match(number);
    if (!found.hasMatch())
        found = elsewhere.match(number);
    if (!found.hasMatch())
        return std::nullopt;
    const QString line = found.captured(1) + u'-' + found.captured(2);
    return found.captured(3).isEmpty() ? line : line + u'-' + found.captured(3);
}

} // namespace

std::optional<QString> normalPhone(const QString &text)
{
    static const QRegularExpression mobile = wholeText("1[3-9][0-9]{9}");
    static const QRegularExpression serviceLine = wholeText("([48]00)([0-9]{7})");
    static const QRegularExpression shortNumber = wholeText("1[0-9]{2,4}|9[56][0-9]{3,4}");
    static const QRegularExpression foreign = wholeText("\\+(?!86)[1-9][0-9]{6,14}");
    const QString written = plain(text);
    const QString number = withoutCountry(written);
    const QString digits = QString(number).remove(u'-');
    if (mobile.match(digits).hasMatch())
        return digits;
    // After +86 the area code stands without its 0.
    const bool home = number != written;
    for (const QString &candidate : {number, home ? u'0' + number : number})
        if (const std::optional<QString> line = landLine(candidate))
            return line;
    if (const Match service = serviceLine.match(digits); service.hasMatch())
        return service.captured(1) + u'-' + service.captured(2);
    if (shortNumber.match(digits).hasMatch())
        return digits;
    QString abroad = QString(written).remove(u'-');
    if (abroad.startsWith(QStringLiteral("00")))
        abroad.replace(0, 2, QStringLiteral("+"));
    if (foreign.match(abroad).hasMatch())
        return abroad;
    return std::nullopt;
}

} // namespace guanxi::rules
