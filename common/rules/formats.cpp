// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/formats.h"

#include "common/rules/wholetext.h"

#include <QUrl>

#include <algorithm>

namespace guanxi::rules
{

namespace
{

bool isDomainLabel(const QString &label)
{
    return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-') && !label.endsWith(u'-') &&
           std::all_of(label.begin(), label.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
}

bool isDomain(const QString &domain)
{
    const QStringList labels = domain.split(u'.');
    return labels.size() >= 2 && domain.size() <= 253 && std::all_of(labels.begin(), labels.end(), isDomainLabel) &&
           labels.last().size() >= 2 && labels.last().at(0).isLetter();
}

bool isLocalPart(const QString &local)
{
    const QString special = QStringLiteral("!#$%&'*+-/=?^_`{|}~.");
    return !local.isEmpty() && local.size() <= 64 && !local.startsWith(u'.') && !local.endsWith(u'.') &&
           !local.contains(QStringLiteral("..")) && std::all_of(local.begin(), local.end(), [&](QChar c) {
               return c.isLetterOrNumber() || special.contains(c);
           });
}

/// GB 11643: the check character over the first 17 digits.
QChar identityCheck(const QString &card)
{
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += card.at(i).digitValue() * weights[i];
    return QStringLiteral("10X98765432").at(sum % 11);
}

/// GB 32100: the check character over the first 17 characters.
QChar creditCheck(const QString &code)
{
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    static constexpr int weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += int(alphabet.indexOf(code.at(i))) * weights[i];
    return alphabet.at((31 - sum % 31) % 31);
}

} // namespace

bool isMobile(const QString &text)
{
    static const QRegularExpression mobile = wholeText("1[3-9][0-9]{9}|\\+(?!86)[1-9][0-9]{6,14}");
    return mobile.match(text).hasMatch();
}

bool isEmail(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && text.size() <= 254 && text.indexOf(u'@', at + 1) < 0 && isLocalPart(text.left(at)) &&
           isDomain(text.mid(at + 1));
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ftp")};
    return url.isValid() && schemes.contains(url.scheme()) && !url.host().isEmpty() && !text.contains(u' ');
}

bool isIdentityCard(const QString &text)
{
    static const QRegularExpression card = wholeText("[1-9][0-9]{16}[0-9X]");
    return card.match(text).hasMatch() &&
           QDate::fromString(text.mid(6, 8), QStringLiteral("yyyyMMdd")).isValid() &&
           text.back() == identityCheck(text);
}

bool isCreditCode(const QString &text)
{
    static const QRegularExpression code = wholeText("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    return code.match(text).hasMatch() && text.back() == creditCheck(text);
}

bool isCurrencyCode(const QString &text)
{
    static const QRegularExpression code = wholeText("[A-Z]{3}");
    return code.match(text).hasMatch();
}

bool isPeriod(const QString &text)
{
    static const QRegularExpression period = wholeText("(?!0000)[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?");
    return period.match(text).hasMatch();
}

bool isPostcode(const QString &text)
{
    static const QRegularExpression postcode = wholeText("[0-9]{6}|(?=.*[0-9])[A-Z0-9][A-Z0-9 -]{1,8}[A-Z0-9]");
    return postcode.match(text).hasMatch();
}


bool isRealName(const QString &text)
{
    const QString joints = QStringLiteral(" ·•.-'’");
    const qsizetype letters =
        std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
    return letters >= 2 && std::all_of(text.begin(), text.end(), [&](QChar c) {
               return c.isLetter() || c.isMark() || c.isSurrogate() || joints.contains(c);
           });
}

std::optional<IdentityFacts> identityFacts(const QString &card)
{
    if (!isIdentityCard(card))
        return std::nullopt;
    return IdentityFacts{QDate::fromString(card.mid(6, 8), QStringLiteral("yyyyMMdd")),
                         card.at(16).digitValue() % 2 == 0};
}

} // namespace guanxi::rules
