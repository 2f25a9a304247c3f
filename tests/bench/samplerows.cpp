// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplerows.h"

#include <QtEndian>

namespace guanxi::bench {

using namespace guanxi::model;

namespace {

QString pick(Random &random, const QStringList &words) { return words.at(qsizetype(random.below(quint64(words.size())))); }

QString companyName(Random &random)
{
    static const QStringList cities{QStringLiteral("北京"), QStringLiteral("上海"), QStringLiteral("深圳"), QStringLiteral("广州"),
                                    QStringLiteral("杭州"), QStringLiteral("苏州"), QStringLiteral("成都"), QStringLiteral("青岛")};
    static const QString letters = QStringLiteral("长城海鸥金星光明东方华远新天宏利达安康泰和瑞丰恒通宇航云峰");
    static const QStringList trades{QStringLiteral("电子"), QStringLiteral("机械"), QStringLiteral("贸易"), QStringLiteral("科技"),
                                    QStringLiteral("精密制造"), QStringLiteral("自动化设备")};
    QString name = pick(random, cities);
    for (int i = 0; i < 3; ++i)
        name += letters.at(qsizetype(random.below(quint64(letters.size()))));
    return name + pick(random, trades) + QStringLiteral("有限公司");
}

Value sampleValue(const Field &field, Random &random)
{
    switch (field.type) {
    case FieldType::Reference: case FieldType::Dictionary: return Uuid::named("bench " + QByteArray::number(random.below(500)));
    case FieldType::Phone: return QStringLiteral("+86 13%1").arg(random.below(1'000'000'000), 9, 10, QChar(u'0'));
    case FieldType::Email: return QStringLiteral("office%1@example.com").arg(random.below(100'000));
    case FieldType::Url: return QStringLiteral("https://www.example%1.com/").arg(random.below(100'000));
    case FieldType::Tags: return QStringList{QStringLiteral("重点")};
    case FieldType::Text: return field.name == u"name" ? companyName(random) : companyName(random).sliced(2, 3);
    case FieldType::LongText: return QString(companyName(random) + companyName(random));
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
            record.setValue(field.id, sampleValue(field, random));
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

BenchDatabase::BenchDatabase(storage::Durability durability)
{
    storage::DatabaseOptions options;
    options.place = folder.filePath(QStringLiteral("bench.db"));
    options.key = QByteArray(32, 'b');
    options.durability = durability;
    database = need(storage::Database::open(options));
}

} // namespace guanxi::bench
