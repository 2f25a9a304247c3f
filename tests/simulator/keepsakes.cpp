// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/keepsakes.h"

#include "common/model/codec.h"
#include "tests/simulator/labcatalogue.h"
#include "tests/simulator/world.h"

namespace guanxi::test {

using namespace model;

namespace {

/// What its user made here, whatever became of it.
QSet<RecordRef> madeAt(Station &station)
{
    QSet<RecordRef> made;
    for (const app::OutboxEntry &entry : station.desk().outbox().entries(std::nullopt, 1000).value())
        for (const RecordChange &change : entry.set.changes)
            if (change.kind == ChangeKind::Insert)
                made.insert(change.record);
    return made;
}

QSet<RecordRef> orphansAt(Station &station)
{
    QSet<RecordRef> orphans;
    for (const QByteArray &bytes : station.desk().outbox().orphans().value())
        orphans.insert(decodeRecord(bytes, station.desk().catalogue()).ref());
    return orphans;
}

} // namespace

void Keepsakes::note(World &world)
{
    for (Station *station : world.stations())
        if (!station->disk() && !world.isOutside(*station))
            noteDeals(world, *station, madeAt(*station));
}

void Keepsakes::noteDeals(World &world, Station &station, const QSet<RecordRef> &made)
{
    app::Cache &cache = station.desk().cache();
    for (const storage::StoredRecord &row : cache.records().loadAfter(Deal::entity, 0, 1000).value()) {
        const RecordRef ref = row.record.ref();
        const std::optional<Record> known = cache.serverRow(ref).value();
        if (!known || known->isDeleted() || world.server().record(ref).isValid())
            continue;
        const QString number = (*known)[Deal::number];
        if (made.contains(ref) && !number.isEmpty() && !number.startsWith(u'~')) {
            // After an earlier restore somebody else may have been given the one it had before.
            m_numbers.removeIf([&](const Number &earlier) { return earlier.station == &station && earlier.record == ref; });
            m_numbers.append({&station, ref, number});
        }
        else if (!made.contains(ref))
            m_rows.append({&station, ref});
    }
}

void Keepsakes::forget(const Station &station)
{
    m_numbers.removeIf([&](const Number &number) { return number.station == &station; });
    m_rows.removeIf([&](const Row &row) { return row.station == &station; });
}

QString Keepsakes::broken(World &world) const
{
    QHash<QString, Uuid> holders;
    for (const Record &deal : world.server().all(Deal::entity))
        holders.insert(deal[Deal::number], deal.id());
    for (const Number &kept : m_numbers) {
        const Record deal = world.server().record(kept.record);
        if (deal.isValid() && deal[Deal::number] != kept.number && !holders.contains(kept.number))
            return QStringLiteral("exactly once: deal %1 had number %2, and has %3 on the restored server, though %2 is free")
                .arg(deal.id().text(), kept.number, deal[Deal::number]);
    }
    for (const Row &row : m_rows)
        if (!world.isOutside(*row.station) && !world.server().record(row.record).isValid() && !orphansAt(*row.station).contains(row.record))
            return QStringLiteral("durability: deal %1 was known to %2 alone, and is not offered to be sent").arg(row.record.id.text(), row.station->name());
    return {};
}

} // namespace guanxi::test
