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

const QRegularExpression &placeholderExpression()
{
    static const QRegularExpression expression(QStringLiteral("\\{([a-zA-Z]+)(?::([1-9]|1[0-9]))?\\}"));
    return expression;
}

} // namespace

Result<QString> formatNumber(const QString &pattern, const QDate &date, qint64 sequence)
{
    const Error bad{ErrorCode::BadFormat, {QStringLiteral("pattern"), pattern, QStringLiteral("number_pattern")}};
    const QRegularExpression &placeholder = placeholderExpression();
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

std::optional<ReadNumber> readNumber(const QString &pattern, const QString &number)
{
    QString expression;
    qsizetype at = 0;
    for (auto found = placeholderExpression().globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString name = match.captured(1);
        const QString digits = name == u"seq" ? QStringLiteral("[0-9]{1,18}") : name == u"yyyy" ? QStringLiteral("[0-9]{4}") : QStringLiteral("[0-9]{2}");
        expression += QRegularExpression::escape(pattern.mid(at, match.capturedStart() - at)) + QStringLiteral("(?<%1>%2)").arg(name, digits);
        at = match.capturedEnd();
    }
    expression += QRegularExpression::escape(pattern.mid(at));
    const QRegularExpressionMatch read = QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(number);
    if (!read.hasMatch())
        return std::nullopt;
    const auto part = [&](const char *name, int otherwise) {
        const QString text = expression.contains(QStringLiteral("(?<%1>").arg(QLatin1String(name))) ? read.captured(QLatin1String(name)) : QString();
        return text.isEmpty() ? otherwise : text.toInt();
    };
    const int year = part("yyyy", part("yy", 0) + 2000);
    ReadNumber made{QDate(year, part("MM", 1), part("dd", 1)), read.captured(QStringLiteral("seq")).toLongLong()};
    // Making it again is the proof: widths and dates are as the pattern wants them.
    const Result<QString> again = formatNumber(pattern, made.day, made.sequence);
    return again && *again == number ? std::optional(made) : std::nullopt;
}

QString provisionalNumber(int replicaNumber, int count)
{
    return QStringLiteral("~D%1-%2").arg(replicaNumber).arg(count, 4, 10, QLatin1Char('0'));
}

bool isProvisional(const QString &number) { return number.startsWith(u'~'); }

} // namespace guanxi::rules
