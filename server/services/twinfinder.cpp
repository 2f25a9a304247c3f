// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/twinfinder.h"

#include "common/rules/twins.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace guanxi::server {

using namespace model;

namespace {

/// A switchboard's number is shared by many; more than these would tell nobody anything.
constexpr int MostTwins = 8;
constexpr int Batch = 1000;

const QString BuiltMark = QStringLiteral("twin_keys");
const QByteArray BuiltVersion = "1";

qint64 numberOf(const QString &key)
{
    return qFromBigEndian<qint64>(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).constData());
}

bool hasTwins(const Entity &entity)
{
    return std::any_of(entity.fields().begin(), entity.fields().end(), [](const Field &field) { return field.twins != Twins::No; });
}

bool sameKeys(const Record &a, const Record &b)
{
    const Entity &entity = a.entity();
    return a.isDeleted() == b.isDeleted() && std::all_of(entity.fields().begin(), entity.fields().end(), [&](const Field &field) {
               return (field.twins == Twins::No && !entity.titleFields.contains(field.id)) || a.value(field.id) == b.value(field.id);
           });
}

QStringList without(QStringList keys, const QStringList &others)
{
    keys.removeIf([&](const QString &key) { return others.contains(key); });
    return keys;
}

QStringList keysOf(const Record &record) { return record.isDeleted() ? QStringList() : rules::twinKeys(record); }

} // namespace

QStringList TwinFinder::freshKeys(const std::optional<ServerRow> &before, const Record &after)
{
    return hasTwins(after.entity()) && !(before && sameKeys(before->record, after)) ? without(keysOf(after), before ? keysOf(before->record) : QStringList())
                                                                                   : QStringList();
}

Result<QStringList> TwinFinder::follow(const std::optional<ServerRow> &before, const Record &after)
{
    if (!hasTwins(after.entity()) || (before && sameKeys(before->record, after)))
        return QStringList();
    const QStringList old = before ? keysOf(before->record) : QStringList();
    const QStringList present = keysOf(after);
    for (const QString &key : without(old, present))
        GUANXI_TRY(m_store.removeTwinKey(after.ref(), numberOf(key)));
    const QStringList fresh = without(present, old);
    for (const QString &key : fresh)
        GUANXI_TRY(m_store.addTwinKey(after.ref(), numberOf(key)));
    return fresh;
}

Result<QList<Record>> TwinFinder::twinsOf(const Record &record, const QStringList &keys)
{
    QList<Record> twins;
    for (const QString &key : keys) {
        const Result<QList<Uuid>> ids = m_store.twinsWith(record.entity().id, numberOf(key), MostTwins + 1);
        if (!ids)
            return ids.error();
        for (const Uuid &id : *ids) {
            const auto known = [&](const Record &twin) { return twin.id() == id; };
            if (id == record.id() || std::any_of(twins.begin(), twins.end(), known))
                continue;
            const Result<std::optional<ServerRow>> row = m_store.row({record.entity().id, id});
            if (!row)
                return row.error();
            // Two keys may make one number.
            if (row->has_value() && keysOf((*row)->record).contains(key))
                twins.append((*row)->record);
        }
    }
    return twins;
}

Result<void> TwinFinder::build()
{
    const Result<QByteArray> built = m_store.meta(BuiltMark);
    if (!built || *built == BuiltVersion)
        return built ? Result<void>() : Result<void>(built.error());
    GUANXI_TRY(m_store.forgetTwinKeys());
    for (const Entity &entity : m_store.catalogue().entities()) {
        for (qint64 rid = 0; hasTwins(entity);) {
            const Result<std::vector<storage::StoredRecord>> rows = m_store.records().loadAfter(entity.id, rid, Batch);
            if (!rows)
                return rows.error();
            if (rows->empty())
                break;
            for (const storage::StoredRecord &row : *rows)
                GUANXI_TRY(follow({}, row.record));
            rid = rows->back().rid;
        }
    }
    return m_store.setMeta(BuiltMark, BuiltVersion);
}

} // namespace guanxi::server
