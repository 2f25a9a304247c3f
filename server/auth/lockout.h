// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace guanxi::server {

/// How patient a Lockout is.
struct LockoutPolicy {
    int freeFailures = 5;
    qint64 firstMs = 30'000;       ///< wait after the first failure that is not free; doubles with each further one
    qint64 mostMs = 15 * 60'000;
    qint64 forgetMs = 60 * 60'000; ///< without a failure: all is forgotten
};

/// Counts failures of a name (login, address) and says how long it has to wait. Pure: time is passed in (monotonic ms).
/// Names that do not exist count like others, so that the answer tells nothing.
class Lockout
{
public:
    explicit Lockout(const LockoutPolicy &policy) : m_policy(policy) {}

    /// Milliseconds until the next try; 0: now.
    qint64 waitMs(const QString &name, qint64 now) const;
    void failed(const QString &name, qint64 now);
    /// Forgets the name; false when there was nothing to forget.
    bool clear(const QString &name) { return m_entries.remove(name); }

private:
    struct Entry {
        int failures = 0;
        qint64 last = 0;
        qint64 until = 0;
    };
    void forgetOld(qint64 now);

    LockoutPolicy m_policy;
    QHash<QString, Entry> m_entries;
};

} // namespace guanxi::server
