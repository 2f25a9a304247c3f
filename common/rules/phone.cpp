// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/phone.h"

#include "common/rules/normalise.h"

#include <QRegularExpression>

namespace guanxi::rules
{

namespace
{

using Match = QRegularExpressionMatch;

Match match(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))).match(text);
}

/// Digits, '+' at the start and '-' stay; marks that people put between them go, an extension's word becomes '-'.
QString plain(const QString &text)
{
    QString number = halfWidth(text).toLower();
    number.replace(QRegularExpression(QStringLiteral("\\s*(转|分机|ext\\.?|x)\\s*")), QStringLiteral("-"));
    number.replace(QRegularExpression(QStringLiteral("[‐-―−－~]")), QStringLiteral("-"));
    number.remove(QRegularExpression(QStringLiteral("[\\s.·()\\[\\]（）/]")));
    return number;
}

QString withoutCountry(QString number)
{
    return number.remove(QRegularExpression(QStringLiteral("^(\\+|00)86-?(0(?=0)|(?=[0-9]))")));
}

std::optional<QString> landLine(const QString &number)
{
    Match found = match(number, "(010|02[0-9])-?([2-9][0-9]{6,7})(?:-([0-9]{1,6}))?");
    if (!found.hasMatch())
        found = match(number, "(0[3-9][0-9]{2})-?([2-9][0-9]{6,7})(?:-([0-9]{1,6}))?");
    if (!found.hasMatch())
        return std::nullopt;
    const QString line = found.captured(1) + u'-' + found.captured(2);
    return found.captured(3).isEmpty() ? line : line + u'-' + found.captured(3);
}

} // namespace

std::optional<QString> normalPhone(const QString &text)
{
    const QString written = plain(text);
    const QString number = withoutCountry(written);
    const QString digits = QString(number).remove(u'-');
    if (match(digits, "1[3-9][0-9]{9}").hasMatch())
        return digits;
    // After +86 the area code stands without its 0.
    const bool home = number != written;
    for (const QString &candidate : {number, home ? u'0' + number : number})
        if (const std::optional<QString> line = landLine(candidate))
            return line;
    if (const Match service = match(digits, "([48]00)([0-9]{7})"); service.hasMatch())
        return service.captured(1) + u'-' + service.captured(2);
    if (match(digits, "1[0-9]{2,4}|9[56][0-9]{3,4}").hasMatch())
        return digits;
    QString abroad = QString(written).remove(u'-');
    if (abroad.startsWith(QStringLiteral("00")))
        abroad.replace(0, 2, QStringLiteral("+"));
    if (match(abroad, "\\+(?!86)[1-9][0-9]{6,14}").hasMatch())
        return abroad;
    return std::nullopt;
}

} // namespace guanxi::rules
