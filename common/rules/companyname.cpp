// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/companyname.h"

#include "common/base/fold.h"
#include "common/base/pinyin.h"

#include <QSet>

#include <array>

namespace guanxi::rules
{

namespace
{

/// Longer ones first: each is cut off the end at most once.
const QStringList &chineseForms()
{
    static const QStringList forms{
        QStringLiteral("股份有限责任公司"), QStringLiteral("有限责任公司"), QStringLiteral("股份有限公司"), QStringLiteral("集团有限公司"),
        QStringLiteral("控股有限公司"), QStringLiteral("有限公司"), QStringLiteral("有线公司") /* as it is mistyped */, QStringLiteral("股份公司"), QStringLiteral("集团公司"),
        QStringLiteral("总公司"), QStringLiteral("集团"), QStringLiteral("股份"), QStringLiteral("控股"), QStringLiteral("公司")};
    return forms;
}

const QSet<QString> &latinForms()
{
    static const QSet<QString> forms{
        QStringLiteral("co"), QStringLiteral("company"), QStringLiteral("ltd"), QStringLiteral("limited"), QStringLiteral("inc"),
        QStringLiteral("incorporated"), QStringLiteral("corp"), QStringLiteral("corporation"), QStringLiteral("llc"), QStringLiteral("llp"),
        QStringLiteral("plc"), QStringLiteral("gmbh"), QStringLiteral("ag"), QStringLiteral("kg"), QStringLiteral("sa"), QStringLiteral("srl"),
        QStringLiteral("bv"), QStringLiteral("nv"), QStringLiteral("oy"), QStringLiteral("ab"), QStringLiteral("pte"), QStringLiteral("pty"),
        QStringLiteral("group"), QStringLiteral("holding"), QStringLiteral("holdings")};
    return forms;
}

/// Provinces, and the cities whose firms name them.
const QSet<QString> &regions()
{
    static const QSet<QString> names = [] {
        const QString all = QStringLiteral(
            "中国 北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 "
            "内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 唐山 保定 太原 沈阳 大连 长春 哈尔滨 南京 无锡 徐州 常州 苏州 南通 扬州 昆山 杭州 宁波 温州 嘉兴 湖州 "
            "绍兴 金华 义乌 台州 合肥 芜湖 福州 厦门 泉州 南昌 济南 青岛 烟台 潍坊 威海 临沂 郑州 洛阳 武汉 宜昌 长沙 株洲 广州 深圳 珠海 佛山 东莞 中山 惠州 汕头 "
            "南宁 桂林 海口 三亚 成都 绵阳 贵阳 昆明 西安 兰州 西宁 银川 乌鲁木齐 呼和浩特 拉萨 "
            "china beijing shanghai tianjin chongqing guangzhou shenzhen hangzhou suzhou nanjing chengdu wuhan qingdao");
        const QStringList words = all.split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    return names;
}

constexpr int ShortestRest = 2;
constexpr std::array<QChar, 6> AreaSigns{u'省', u'市', u'县', u'区', u'镇', u'州'};

bool isLatin(QChar letter) { return letter >= u'a' && letter <= u'z'; }

/// Letters, digits and characters; everything else is a gap between words.
QString words(const QString &folded)
{
    QString text;
    for (const QChar letter : folded)
        text += letter.isLetterOrNumber() || letter.isSurrogate() ? letter : QChar(u' ');
    return text.simplified();
}

/// How many characters at the front name a region, with the sign behind it.
qsizetype regionLength(QStringView text)
{
    if (!text.isEmpty() && isLatin(text[0]))
        return 0; // a word of its own, or none
    for (qsizetype length : {4, 3, 2}) {
        if (text.size() < length || !regions().contains(text.left(length).toString()))
            continue;
        const bool signed_ = text.size() > length && std::find(AreaSigns.begin(), AreaSigns.end(), text[length]) != AreaSigns.end();
        return length + (signed_ ? 1 : 0);
    }
    for (qsizetype length : {3, 4}) // a city that is not in the list says so itself
        if (text.size() > length + 1 && (text[length - 1] == u'市' || text[length - 1] == u'省') && text[0].script() == QChar::Script_Han)
            return length;
    return 0;
}

QString withoutSign(const QString &region)
{
    return region.size() > 2 && std::find(AreaSigns.begin(), AreaSigns.end(), region.back()) != AreaSigns.end() ? region.chopped(1) : region;
}

/// "长城（北京）科技" says its region in brackets.
QString takeBracketed(QString &folded)
{
    const qsizetype open = folded.indexOf(u'(');
    const qsizetype close = folded.indexOf(u')', open);
    if (open < 1 || close < open)
        return {};
    const QString inside = folded.mid(open + 1, close - open - 1).trimmed();
    if (!regions().contains(withoutSign(inside)))
        return {};
    folded.remove(open, close - open + 1);
    return withoutSign(inside);
}

QString withoutForm(const QString &text)
{
    QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    while (parts.size() > 1 && latinForms().contains(parts.last()))
        parts.removeLast();
    QString core = parts.join(QString());
    for (const QString &form : chineseForms())
        if (core.size() >= form.size() + ShortestRest && core.endsWith(form))
            core.chop(form.size());
    return core;
}

bool isDigit(QChar letter)
{
    static const QString numerals = QStringLiteral("一二三四五六七八九十");
    return letter.isDigit() || numerals.contains(letter);
}

} // namespace

PlainName plainCompanyName(const QString &name)
{
    QString folded = foldText(name);
    PlainName plain;
    plain.region = takeBracketed(folded);
    const QString text = words(folded);
    plain.core = withoutForm(text);
    plain.rest = plain.core;
    // A Latin region is a word of its own: "shanghai electric".
    const QString first = text.section(u' ', 0, 0);
    if (!first.isEmpty() && isLatin(first.front()) && regions().contains(first) && plain.rest.size() >= first.size() + ShortestRest) {
        plain.region += first;
        plain.rest.remove(0, first.size());
    }
    // Of a province and its city the city says it.
    QString front;
    for (qsizetype length = regionLength(plain.rest); length > 0 && plain.rest.size() - length >= ShortestRest; length = regionLength(plain.rest)) {
        front = withoutSign(plain.rest.left(length));
        plain.rest.remove(0, length);
    }
    plain.region += front;
    // Where a firm is at home may stand in front or in brackets.
    plain.core = plain.region + plain.rest;
    return plain;
}

bool regionsAgree(const QString &a, const QString &b) { return a.contains(b) || b.contains(a); }

QString plainAddress(const QString &address)
{
    QString plain = words(foldText(address)).remove(u' ');
    for (qsizetype length = regionLength(plain); length > 0 && plain.size() - length >= ShortestRest; length = regionLength(plain))
        plain.remove(0, length);
    static const QString optional = QStringLiteral("省市县号楼室栋");
    plain.removeIf([](QChar letter) { return optional.contains(letter); });
    return plain;
}

QStringList soundsOf(const QString &plain)
{
    QStringList sounds;
    for (const char32_t letter : plain.toUcs4()) {
        const PinyinReadings readings = pinyinOf(letter);
        sounds.append(readings.size() > 0 ? QString(readings[0]) : QString::fromUcs4(&letter, 1));
    }
    return sounds;
}

double nearness(const QString &a, const QString &b)
{
    if (a == b)
        return a.isEmpty() ? 0 : 1;
    const qsizetype longest = std::max(a.size(), b.size());
    // Too different in length to come near.
    if (std::min(a.size(), b.size()) * 2 < longest)
        return 0;
    const auto exchange = [](QChar x, QChar y) {
        if (x == y)
            return 0.0;
        if (isDigit(x) || isDigit(y))
            return 3.0;
        if (isLatin(x) && isLatin(y))
            return 1.0;
        const PinyinReadings one = pinyinOf(x.unicode());
        const PinyinReadings other = pinyinOf(y.unicode());
        return one.size() > 0 && other.size() > 0 && one[0] == other[0] ? 0.4 : 2.0;
    };
    const auto leaveOut = [](QChar letter) { return isDigit(letter) ? 3.0 : 1.0; };
    const size_t width = size_t(b.size()) + 1;
    std::vector<double> rows(3 * width);
    double *before = rows.data(), *above = before + width, *now = above + width;
    for (qsizetype j = 1; j <= b.size(); ++j)
        above[j] = above[j - 1] + leaveOut(b[j - 1]);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = above[0] + leaveOut(a[i - 1]);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            now[j] = std::min({above[j - 1] + exchange(a[i - 1], b[j - 1]), above[j] + leaveOut(a[i - 1]), now[j - 1] + leaveOut(b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 0.8);
        }
        std::swap(before, above);
        std::swap(above, now);
    }
    return std::max(0.0, 1 - above[b.size()] / double(longest));
}

} // namespace guanxi::rules
