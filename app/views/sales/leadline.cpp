// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/leadline.h"

#include "common/rules/phone.h"

#include <QRegularExpression>
#include <QList>

namespace guanxi::app {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype LongestChineseName = 4, LongestName = 20;

bool isEmail(const QString &word)
{
    static const QRegularExpression form(u"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"_s);
    return form.match(word).hasMatch();
}

bool isMobile(const QString &number)
{
    static const QRegularExpression form(u"^1[3-9][0-9]{9}$"_s);
    return form.match(number).hasMatch();
}

bool isCompany(const QString &word)
{
    static const QRegularExpression form(u"(公司|集团|工厂|厂|商行|商店|酒店|医院|学校|大学|学院|研究所|研究院|设计院|事务所|合作社|中心|局|Ltd\\.?|Inc\\.?|GmbH|LLC|Corp\\.?)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(word).hasMatch();
}

bool hasChinese(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar each) { return each.script() == QChar::Script_Han; });
}

bool mayBeName(const QString &word)
{
    const bool letters = std::none_of(word.begin(), word.end(), [](QChar each) { return each.isDigit(); });
    return letters && word.size() <= (hasChinese(word) ? LongestChineseName : LongestName);
}

/// A word of the line and what stands before it.
struct Word {
    QString text;
    QString gap;
};

QList<Word> wordsOf(const QString &line)
{
    static const QRegularExpression form(u"([\\s,，;；、|]*)([^\\s,，;；、|]+)"_s);
    QList<Word> words;
    for (auto each = form.globalMatch(line); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        words.append({match.captured(2), match.captured(1)});
    }
    return words;
}

/// Takes a number that is written in parts, as "021 6275 1234", together; `from` is its first word. How many words it is; 0: none.
qsizetype phoneAt(const QList<Word> &words, qsizetype from, QString &number)
{
    constexpr qsizetype MostParts = 4;
    for (qsizetype count = std::min(MostParts, words.size() - from); count > 0; --count) {
        QString together;
        for (const Word &word : words.mid(from, count))
            together += word.text + u' ';
        const bool digits = std::all_of(together.begin(), together.end(), [](QChar each) { return each.isDigit() || u"+-() （）－"_s.contains(each); });
        // Short service numbers are more likely a quantity here.
        constexpr int FewestDigits = 7;
        if (!digits || std::count_if(together.begin(), together.end(), [](QChar each) { return each.isDigit(); }) < FewestDigits)
            continue;
        if (const std::optional<QString> normal = rules::normalPhone(together)) {
            number = *normal;
            return count;
        }
    }
    return 0;
}

} // namespace

LeadLine readLeadLine(const QString &line)
{
    const QList<Word> words = wordsOf(line);
    LeadLine read;
    qsizetype lastRest = -1;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words[at].text;
        QString number;
        if (const qsizetype parts = phoneAt(words, at, number); parts > 0 && (isMobile(number) ? read.mobile : read.phone).isEmpty()) {
            (isMobile(number) ? read.mobile : read.phone) = number;
            at += parts - 1;
        } else if (read.email.isEmpty() && isEmail(word)) {
            read.email = word;
        } else if (read.company.isEmpty() && isCompany(word)) {
            read.company = word;
        } else if (read.name.isEmpty() && read.interest.isEmpty() && mayBeName(word)) {
            read.name = word;
        } else {
            // What was one sentence stays one.
            if (!read.interest.isEmpty())
                read.interest += lastRest == at - 1 ? words[at].gap : u" "_s;
            read.interest += word;
            lastRest = at;
        }
    }
    return read;
}

} // namespace guanxi::app
