// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/amountwords.h"

#include <QStringList>

namespace guanxi::rules
{

namespace {

constexpr quint64 Wan = 10'000, Yi = 100'000'000;

/// Also of the smallest number, which has no positive twin.
quint64 magnitude(qint64 number) { return number < 0 ? ~quint64(number) + 1 : quint64(number); }

QChar digit(quint64 value) { return QStringLiteral("零壹贰叁肆伍陆柒捌玖")[qsizetype(value)]; }

/// 1 to 9999; one 零 for any number of zeros between digits.
QString capitalsUpToWan(quint64 number)
{
    static const QString units = QStringLiteral("仟佰拾");
    QString text;
    bool isGap = false;
    quint64 place = 1'000;
    for (int at = 0; at < 4; ++at, place /= 10) {
        const quint64 value = number / place % 10;
        if (value == 0) {
            isGap = !text.isEmpty();
            continue;
        }
        if (isGap)
            text += digit(0);
        isGap = false;
        text += digit(value);
        if (at < units.size())
            text += units[at];
    }
    return text;
}

/// Above 0. The upper part is a number by itself, so that 10^12 is 壹万亿 and 10^16 壹亿亿.
QString capitals(quint64 number)
{
    for (const auto &[unit, name] : {std::pair(Yi, u'亿'), std::pair(Wan, u'万')}) {
        if (number < unit)
            continue;
        const quint64 rest = number % unit;
        QString text = capitals(number / unit) + name;
        if (rest > 0)
            text += (rest < unit / 10 ? QString(digit(0)) : QString()) + capitals(rest);
        return text;
    }
    return capitalsUpToWan(number);
}

/// 1 to 999.
QString englishUpToThousand(quint64 number)
{
    static const QStringList small = QStringLiteral("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
                                                    "fifteen sixteen seventeen eighteen nineteen").split(u' ');
    static const QStringList tens = QStringLiteral("zero ten twenty thirty forty fifty sixty seventy eighty ninety").split(u' ');
    QStringList words;
    if (number >= 100)
        words.append(small[qsizetype(number / 100)] + QStringLiteral(" hundred"));
    const auto rest = qsizetype(number % 100);
    if (rest >= small.size())
        words.append(tens[rest / 10] + (rest % 10 > 0 ? u'-' + small[rest % 10] : QString()));
    else if (rest > 0)
        words.append(small[rest]);
    return words.join(u' ');
}

QString english(quint64 number)
{
    if (number == 0)
        return QStringLiteral("zero");
    static const QStringList names{{}, QStringLiteral(" thousand"), QStringLiteral(" million"), QStringLiteral(" billion"), QStringLiteral(" trillion"), QStringLiteral(" quadrillion")};
    QStringList groups;
    for (qsizetype group = 0; number > 0; ++group, number /= 1'000)
        if (number % 1'000 > 0)
            groups.prepend(englishUpToThousand(number % 1'000) + names[group]);
    return groups.join(u' ');
}

} // namespace

QString capitalAmount(qint64 hundredths)
{
    const quint64 all = magnitude(hundredths), yuan = all / 100, jiao = all / 10 % 10, fen = all % 10;
    QString text = hundredths < 0 ? QStringLiteral("负") : QString();
    if (yuan > 0 || all == 0)
        text += (yuan > 0 ? capitals(yuan) : QString(digit(0))) + u'元';
    if (jiao > 0)
        text += QString(digit(jiao)) + u'角';
    else if (fen > 0 && yuan > 0)
        text += digit(0);
    return text + (fen > 0 ? QString(digit(fen)) + u'分' : QStringLiteral("整"));
}

QString englishAmount(qint64 hundredths)
{
    const quint64 all = magnitude(hundredths);
    QString text = (hundredths < 0 ? QStringLiteral("minus ") : QString()) + english(all / 100);
    if (all % 100 > 0)
        text += QStringLiteral(" and %1/100").arg(all % 100, 2, 10, QLatin1Char('0'));
    return text.left(1).toUpper() + text.mid(1);
}

} // namespace guanxi::rules
