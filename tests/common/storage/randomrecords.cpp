// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomrecords.h"

#include "testcatalogue.h"

namespace guanxi::storage::test {

using namespace guanxi::model;

namespace {

QString wildText(Random &random, int limit)
{
    static const QString pieces[] = {QStringLiteral("北京"), QStringLiteral("长城"), QStringLiteral("😀"), QStringLiteral("é"),
                                     QStringLiteral("A"),    QStringLiteral("'"),    QStringLiteral("\n"), QStringLiteral("\\"),
                                     QStringLiteral("%"),    QStringLiteral("\u200b"), QStringLiteral("𠮷"), QStringLiteral("\"")};
    QString text;
    for (quint64 i = random.below(quint64(limit)); i > 0; --i)
        text += pieces[random.below(std::size(pieces))];
    return text;
}

qint64 wildNumber(Random &random)
{
    static constexpr qint64 edges[] = {0, 1, -1, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(),
                                       -719162, 2932896}; // 0001-01-01 and 9999-12-31 as days
    return random.below(2) ? edges[random.below(std::size(edges))] : qint64(random.next());
}

Uuid anyId(Random &random) { return Uuid::fromBytes(random.bytes(16)); }

Value wildValue(const Field &field, Random &random)
{
    switch (field.type) {
    case FieldType::Tags: {
        QStringList tags{wildText(random, 4), QStringLiteral("tag"), wildText(random, 3)};
        tags.sort();
        return tags;
    }
    case FieldType::BlobRef: return random.bytes(qsizetype(random.below(40)));
    case FieldType::References: return valueOf({anyId(random), anyId(random)});
    case FieldType::AnyReference: return RecordRef{EntityId(1 + random.below(65535)), anyId(random)};
    case FieldType::Reference: case FieldType::Dictionary: return anyId(random);
    default: break;
    }
    return field.isNumber() ? Value(wildNumber(random)) : Value(wildText(random, field.limit > 0 || random.below(20) ? 12 : 20'000));
}

} // namespace

Record wildCustomer(const Catalogue &catalogue, Random &random)
{
    Record record(catalogue.at(customer::Entity), anyId(random));
    record.setRev(qint64(random.below(1000)));
    record.setDeleted(random.below(8) == 0);
    for (const Field &field : record.entity().fields())
        if (random.below(5))
            record.setValue(field.id, wildValue(field, random));
    return record;
}

Record tameCustomer(const Catalogue &catalogue, Random &random, const QList<Uuid> &regions)
{
    static const QString names[] = {QStringLiteral("Acme"), QStringLiteral("acme north"), QStringLiteral("北京长城"),
                                    QStringLiteral("长城电子"), QStringLiteral("Éclair"), QString()};
    Record record(catalogue.at(customer::Entity), anyId(random));
    record.setDeleted(random.below(6) == 0);
    const auto maybe = [&](FieldId field, Value value) {
        if (random.below(4))
            record.setValue(field, std::move(value));
    };
    maybe(customer::Name.id, names[random.below(std::size(names))]);
    maybe(customer::Stars.id, qint64(random.below(5)));
    maybe(customer::Amount.id, qint64(random.below(2000)) - 1000);
    maybe(customer::Founded.id, qint64(20'000 + random.below(12)));
    maybe(customer::Seen.id, qint64((20'000 + random.below(12)) * 86'400'000 + random.below(1000)));
    maybe(customer::Tags.id, random.below(2) ? QStringList{QStringLiteral("vip")} : QStringList());
    maybe(customer::Region.id, regions.at(qsizetype(random.below(quint64(regions.size())))));
    maybe(customer::Friends.id, valueOf({regions.at(qsizetype(random.below(quint64(regions.size())))), anyId(random)}));
    return record;
}

} // namespace guanxi::storage::test
