// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/value.h"

#include <QHashFunctions>

#include <algorithm>

namespace guanxi::model {

size_t qHash(const RecordRef &ref, size_t seed) noexcept { return guanxi::qHash(ref.id, seed) * 31 + ref.entity; }

size_t qHash(const Value &value, size_t seed)
{
    if (const qint64 *number = value.get<qint64>())
        return ::qHash(*number, seed);
    if (const Uuid *id = value.get<Uuid>())
        return guanxi::qHash(*id, seed);
    if (const RecordRef *ref = value.get<RecordRef>())
        return qHash(*ref, seed);
    if (const QByteArray *bytes = value.get<QByteArray>())
        return ::qHash(*bytes, seed);
    return qHashMulti(seed, value.text(), value.as<QStringList>());
}

QList<Uuid> idsOf(const Value &value)
{
    QList<Uuid> ids;
    const QByteArray bytes = value.as<QByteArray>();
    for (qsizetype at = 0; at + Uuid::Size <= bytes.size(); at += Uuid::Size)
        ids.append(Uuid::fromBytes(QByteArrayView(bytes).sliced(at, Uuid::Size)));
    return ids;
}

Value valueOf(QList<Uuid> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    QByteArray bytes;
    for (const Uuid &id : ids)
        bytes += id.view();
    return bytes.isEmpty() ? Value() : Value(bytes);
}

} // namespace guanxi::model
