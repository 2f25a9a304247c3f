// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/identifiers.h"

namespace guanxi::demo {

namespace {

const QString &codeAlphabet()
{
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    return alphabet;
}

/// GB 11714: the ninth character of an organisation code.
QChar organisationCheck(const QString &code)
{
    static constexpr int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; ++i)
        sum += (code.at(i).isDigit() ? code.at(i).digitValue() : code.at(i).unicode() - u'A' + 10) * weights[i];
    return QStringLiteral("0X987654321").at(sum % 11);
}

QChar creditCheck(const QString &code)
{
    static constexpr int weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += int(codeAlphabet().indexOf(code.at(i))) * weights[i];
    return codeAlphabet().at((31 - sum % 31) % 31);
}

} // namespace

QString mobileNumber(Dice &dice)
{
    static const QStringList prefixes =
        QStringLiteral("130,131,132,133,135,136,137,138,139,150,151,152,155,156,157,158,159,"
                       "166,176,177,178,180,181,182,183,185,186,187,188,189,198,199")
            .split(u',');
    return dice.pick(prefixes) + dice.digits(8);
}

QString landLine(Dice &dice, const QString &areaCode)
{
    return areaCode + u'-' + QString::number(dice.between(5, 8)) + dice.digits(7);
}

QString foreignNumber(Dice &dice, const QString &prefix)
{
    return prefix + dice.digits(std::max(6, 12 - int(prefix.size())));
}

QString creditCode(const QString &administrativeCode, qint64 serial)
{
    // A factor without a common divisor with 31^6 spreads neighbours over the whole range, each onto its own place.
    constexpr qint64 range = 887'503'681;
    qint64 place = serial % range * 412'345'679 % range;
    QString organisation(6, u'0');
    for (int i = 5; i >= 0; --i, place /= 31)
        organisation[i] = codeAlphabet().at(place % 31);
    organisation.prepend(QStringLiteral("MA"));
    QString code = QStringLiteral("91") + administrativeCode + organisation;
    code += organisationCheck(organisation);
    return code + creditCheck(code);
}

QString identityCard(Dice &dice, const QString &administrativeCode, const QDate &birth, bool female)
{
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    QString card = administrativeCode + birth.toString(QStringLiteral("yyyyMMdd"));
    card += QString::number(dice.between(10, 99)) + QString::number(dice.between(0, 4) * 2 + (female ? 0 : 1));
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += card.at(i).digitValue() * weights[i];
    return card + QStringLiteral("10X98765432").at(sum % 11);
}

QString bankAccount(Dice &dice) { return QStringLiteral("62") + dice.digits(17); }

QString fromPattern(Dice &dice, const QString &pattern)
{
    QString text = pattern;
    for (QChar &c : text) {
        if (c == u'#')
            c = QChar(char16_t(u'1' + dice.between(0, 8)));
        else if (c == u'@')
            c = QChar(char16_t(u'A' + dice.between(0, 25)));
    }
    return text;
}

QString latin(const QString &name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower())
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            plain += c;
    return plain;
}

} // namespace guanxi::demo
