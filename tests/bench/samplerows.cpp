// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplerows.h"

#include <QtEndian>

namespace guanxi::bench {

using namespace guanxi::model;

namespace {

QString pick(Random &random, const QStringList &words) { return words.at(qsizetype(random.below(quint64(words.size())))); }

// The characters of which brands are made, the frequent ones first.
const QString &brandLetters()
{
    static const QString letters = QStringLiteral(
        "华新天东金海中大盛达安康泰和瑞丰恒通宇航云峰德信福兴隆祥利源永昌宏远博文明光星城长江河山林森木鑫鼎创联科众智慧诚"
        "美佳乐居家正方圆百年世纪豪杰力强胜凯捷迅飞腾龙凤鹏鹰马虎麒麟玉珠宝石银铁钢铜锦绣雅艺彩虹阳晨曦春夏秋冬梅兰竹菊荷莲"
        "松柏杨柳桂枫桥港湾洋波浪潮涛泉清洁净纯真善友爱仁义礼孝忠勤俭学思远志向前进步升旭朝晖辉煌灿耀亮晶莹润泽沛霖雨露雪"
        "北南西京津沪渝冀晋鲁豫苏浙皖赣湘鄂粤闽滇黔蜀秦陇宁青藏疆琼台万千亿兆元亨贞吉庆贺喜顺意如心想事成功业绩优特精品卓越"
        "超群领先锋尖端顶级至尊皇御宫殿堂楼阁轩斋苑园庭院府邸基石柱栋梁材器物具机械电气光热声色味香甜酸苦辣咸鲜嫩老少青壮");
    return letters;
}

/// Low numbers are much likelier than high ones, as with words.
qsizetype skewed(Random &random, qsizetype count)
{
    const quint64 bound = 1 + random.below(quint64(count));
    return qsizetype(random.below(bound));
}

QString brand(Random &random)
{
    QString name;
    for (quint64 left = 2 + random.below(3); left > 0; --left)
        name += brandLetters().at(skewed(random, brandLetters().size()));
    return name;
}

QString companyName(Random &random)
{
    static const QStringList cities{QStringLiteral("北京"), QStringLiteral("上海"), QStringLiteral("深圳"), QStringLiteral("广州"),
                                    QStringLiteral("杭州"), QStringLiteral("苏州"), QStringLiteral("成都"), QStringLiteral("青岛"),
                                    QStringLiteral("武汉"), QStringLiteral("西安"), QStringLiteral("宁波"), QStringLiteral("佛山")};
    static const QStringList trades{QStringLiteral("电子"), QStringLiteral("机械"), QStringLiteral("贸易"), QStringLiteral("科技"),
                                    QStringLiteral("精密制造"), QStringLiteral("自动化设备"), QStringLiteral("食品"), QStringLiteral("化工"),
                                    QStringLiteral("物流"), QStringLiteral("建材"), QStringLiteral("医疗器械"), QStringLiteral("信息技术")};
    return pick(random, cities) + brand(random) + pick(random, trades) + (random.below(5) ? QStringLiteral("有限公司") : QStringLiteral("股份有限公司"));
}

QString personName(Random &random)
{
    static const QString surnames = QStringLiteral("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹");
    QString name = surnames.at(skewed(random, surnames.size()));
    for (quint64 left = 1 + random.below(2); left > 0; --left)
        name += brandLetters().at(skewed(random, brandLetters().size()));
    return name;
}

QString digits(Random &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + int(random.below(10)));
    return text;
}

/// Of a hundred customers, how many have the field filled; what is not named here all of them have.
int frequency(QStringView field)
{
    static const QHash<QStringView, int> percent{
        {u"short_name", 80}, {u"level", 90}, {u"region", 90}, {u"industry", 90}, {u"company_size", 40}, {u"parent", 5},
        {u"next_follow_up_at", 30}, {u"tags", 20}, {u"remark", 25}, {u"phone", 70}, {u"mobile", 50}, {u"email", 50}, {u"fax", 10},
        {u"website", 30}, {u"address", 80}, {u"postcode", 30}, {u"legal_representative", 40}, {u"licence_number", 20},
        {u"tax_number", 60}, {u"registered_capital", 30}, {u"annual_turnover", 20}, {u"bank_name", 40}, {u"bank_account", 40},
        {u"sex", 4}, {u"birth_date", 4}, {u"identity_document", 2}, {u"employer", 4}, {u"credit_limit", 30},
        {u"credit_risk_override", 2}, {u"credit_risk_reason", 2}, {u"preferences", 5}, {u"sensitivity", 5}, {u"first_order_on", 40},
        {u"last_order_on", 40}, {u"last_interaction_at", 70}, {u"created_from", 10}};
    return percent.value(field, 100);
}

Value textOf(const Field &field, Random &random)
{
    if (field.name == u"name" || field.name == u"employer")
        return companyName(random);
    if (field.name == u"short_name")
        return brand(random);
    if (field.name == u"legal_representative")
        return personName(random);
    if (field.name == u"address")
        return QString(companyName(random).left(2) + QStringLiteral("市") + brand(random) + QStringLiteral("路") + digits(random, 3) + QStringLiteral("号"));
    if (field.name == u"bank_name")
        return QString(QStringLiteral("中国工商银行") + brand(random) + QStringLiteral("支行"));
    if (field.name == u"bank_account")
        return digits(random, 19);
    if (field.name == u"tax_number" || field.name == u"licence_number")
        return QString(QStringLiteral("91") + digits(random, 16));
    return digits(random, 6);
}

/// One in which the record can be edited.
Value sampleState(const Entity &entity, Random &random)
{
    QList<qint64> open;
    for (const State &state : entity.machine.states)
        if (!state.readOnly)
            open.append(state.id);
    return open.isEmpty() ? Value() : Value(open[qsizetype(random.below(quint64(open.size())))]);
}

Value sampleValue(const Field &field, Random &random)
{
    if (int(random.below(100)) >= frequency(field.name))
        return {};
    switch (field.type) {
    case FieldType::Reference: case FieldType::Dictionary: return Uuid::named("bench " + QByteArray::number(random.below(500)));
    case FieldType::Phone: return QString(QStringLiteral("+86 13") + digits(random, 9));
    case FieldType::Email: return QStringLiteral("office%1@example.com").arg(random.below(100'000));
    case FieldType::Url: return QStringLiteral("https://www.example%1.com/").arg(random.below(100'000));
    case FieldType::Tags: return QStringList{QStringLiteral("重点")};
    case FieldType::Text: return textOf(field, random);
    case FieldType::LongText: return QString(QStringLiteral("客户由") + personName(random) + QStringLiteral("介绍，") + brand(random)
                                             + QStringLiteral("项目有意向，下月再联系。"));
    case FieldType::Date: return qint64(19'000 + random.below(1500));
    case FieldType::DateTime: return qint64(1'700'000'000'000 + random.below(50'000'000'000));
    case FieldType::Json: case FieldType::BlobRef: case FieldType::AnyReference: case FieldType::References: return {};
    default: return qint64(random.below(1000));
    }
}

} // namespace

std::vector<Record> sampleAccounts(const Catalogue &catalogue, Random &random, int count)
{
    const Entity *account = catalogue.entity(u"account");
    if (!account)
        qFatal("the catalogue has no account");
    std::vector<Record> records;
    for (int i = 0; i < count; ++i) {
        Record &record = records.emplace_back(*account);
        for (const Field &field : account->fields())
            record.setValue(field.id, field.type == FieldType::State ? sampleState(record.entity(), random) : sampleValue(field, random));
    }
    return records;
}

Uuid sequentialId(qint64 number)
{
    std::array<char, Uuid::Size> bytes{};
    qToBigEndian<qint64>(number / 64, bytes.data());
    qToBigEndian<quint64>(quint64(number) * 0x9e3779b97f4a7c15ULL, bytes.data() + 8);
    bytes[8] = char(number % 64);
    return Uuid::fromBytes(QByteArrayView(bytes.data(), Uuid::Size));
}

BenchDatabase::BenchDatabase(storage::Durability durable) : durability(durable), database(open()) {}

std::unique_ptr<storage::Database> BenchDatabase::open() const
{
    storage::DatabaseOptions options;
    options.place = folder.filePath(QStringLiteral("bench.db"));
    options.key = QByteArray(32, 'b');
    options.durability = durability;
    return need(storage::Database::open(options));
}

} // namespace guanxi::bench
