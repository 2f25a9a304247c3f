// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/fingerprint.h"

#include <QtEndian>

namespace guanxi::sync {

namespace {

quint64 mix(quint64 z)
{
    z += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

} // namespace

quint64 fingerprintOf(const Uuid &id, qint64 rev)
{
    const auto *bytes = id.view().data();
    return mix(qFromBigEndian<quint64>(bytes) ^ mix(qFromBigEndian<quint64>(bytes + 8) ^ mix(quint64(rev))));
}

} // namespace guanxi::sync
