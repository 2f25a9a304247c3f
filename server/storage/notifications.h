// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/database.h"

#include <QObject>
#include <QSocketNotifier>

namespace guanxi::server {

/// Hears what other processes over the same PostgreSQL database say (ServerStore::tell), on a connection of its own and by
/// the event loop of its thread.
class Notifications : public QObject
{
    Q_OBJECT

public:
    /// What the connection `own` itself says is not heard.
    static Result<std::unique_ptr<Notifications>> open(const storage::Database &own);

Q_SIGNALS:
    void heard(const QByteArray &word);
    /// The database is gone; nothing will be heard any more.
    void lost();

private:
    Notifications(std::unique_ptr<storage::Database> database, int own);
    void read();

    std::unique_ptr<storage::Database> m_database;
    int m_own; ///< process of PostgreSQL behind the other connection
    QSocketNotifier m_notifier;
};

} // namespace guanxi::server
