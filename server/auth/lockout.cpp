// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/lockout.h"

#include <algorithm>

namespace guanxi::server {

namespace {

constexpr qsizetype MostEntries = 10'000; ///< then old ones are looked for
constexpr int MostDoublings = 20;

} // namespace

qint64 Lockout::waitMs(const QString &name, qint64 now) const
{
    return std::max<qint64>(0, m_entries.value(name).until - now);
}

void Lockout::failed(const QString &name, qint64 now)
{
    if (m_entries.size() >= MostEntries)
        forgetOld(now);
    Entry &entry = m_entries[name];
    if (now - entry.last > m_policy.forgetMs)
        entry = {};
    entry.last = now;
    ++entry.failures;
    const int beyond = entry.failures - m_policy.freeFailures;
    if (beyond >= 0)
        entry.until = now + std::min(m_policy.mostMs, m_policy.firstMs << std::min(beyond, MostDoublings));
}

void Lockout::forgetOld(qint64 now)
{
    m_entries.removeIf([&](const auto &entry) { return now - entry.value().last > m_policy.forgetMs; });
}

} // namespace guanxi::server
