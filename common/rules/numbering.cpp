// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/numbering.h"

#include <QRegularExpression>

namespace guanxi::rules
{

namespace
{

constexpr qsizetype kLongestNumber = 32;

/// The text of one placeholder; nothing when it is unknown.
std::optional<QString> filled(const QString &name, int width, const QDate &date, qint64 sequence)
{
    if (name == u"seq")
        return QString::number(sequence).rightJustified(width, u'0');
    if (width > 0)
        return std::nullopt;
    if (name == u"yyyy")
        return QString::number(date.year()).rightJustified(4, u'0');
    if (name == u"yy")
        return QString::number(date.year() % 100).rightJustified(2, u'0');
    if (name == u"MM")
        return QString::number(date.month()).rightJustified(2, u'0');
    if (name == u"dd")
        return QString::number(date.day()).rightJustified(2, u'0');
    return std::nullopt;
}

} // namespace

Result<QString> formatNumber(const QString &pattern, const QDate &date, qint64 sequence)
{
    const Error bad{ErrorCode::BadFormat, {QStringLiteral("pattern"), pattern, QStringLiteral("number_pattern")}};
    static const QRegularExpression placeholder(QStringLiteral("\\{([a-zA-Z]+)(?::([1-9]|1[0-9]))?\\}"));
    QString number;
    qsizetype at = 0;
    int sequences = 0;
    for (auto found = placeholder.globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const std::optional<QString> text = filled(match.captured(1), match.captured(2).toInt(), date, sequence);
        if (!text)
            return bad;
        sequences += match.captured(1) == u"seq" ? 1 : 0;
        number += pattern.mid(at, match.capturedStart() - at) + *text;
        at = match.capturedEnd();
    }
    const QString literal = QString(pattern).remove(placeholder);
    number += pattern.mid(at);
    const bool plain = !literal.contains(u'{') && !literal.contains(u'}') && !literal.startsWith(u'~');
    if (sequences != 1 || !plain || !date.isValid() || sequence < 0 || number.size() > kLongestNumber)
        return bad;
    return number;
}

QString provisionalNumber(int replicaNumber, int count)
{
    return QStringLiteral("~D%1-%2").arg(replicaNumber).arg(count, 4, 10, QLatin1Char('0'));
}

bool isProvisional(const QString &number) { return number.startsWith(u'~'); }

} // namespace guanxi::rules
