// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/diary.h"
#include "tests/simulator/station.h"

namespace guanxi::test {

class World;

/// The oracles that look on while it runs. From first principles: what the server's rows, scopes and rights say.
class Watch
{
public:
    explicit Watch(World &world) : m_world(world) {}

    /// What a desk asks for.
    void asked(const Wire &wire, const QByteArray &frame);
    /// Non-leak and bounds: what goes out to whom.
    void sent(Station &station, const Wire &wire, const QByteArray &frame);
    /// Session guarantees: from now on.
    void started(Station &station);
    /// Read your writes: what was just saved is there.
    void saved(Station &station, const Edit &edit);
    /// The user changed the record in other ways: what was typed there earlier need not stand any more.
    void forget(Station &station, const model::RecordRef &record);
    /// The server looked at its clock.
    void ticked();
    /// Durability: what was acknowledged before is still known.
    void serverStarted();
    /// Desks will still take for acknowledged what the backup does not know, until they hear of it.
    void serverRestored();
    void cloned(const Station &original, const Station &clone);

private:
    struct Seen {
        Uuid epoch;
        QHash<model::RecordRef, qint64> revs;
        QHash<std::pair<model::RecordRef, model::FieldId>, Edit> mine; ///< the last of each field
        QSet<qint64> refused; ///< numbers of change sets, once
    };

    void changed(Station &station, const QSet<model::RecordRef> &records);
    void checkRow(Station &station, const QByteArray &bytes);
    void checkPage(Station &station, const Wire &wire, const protocol::Page &page);
    qint64 takenAt(const app::OutboxEntry &entry, const model::RecordRef &ref) const;
    void checkMine(Station &station, const model::Record &row);
    /// The scopes of a row. A share stands until the server took it back, which it does once a minute.
    QList<model::ScopeKey> scopesOf(const model::RecordRef &ref);
    /// Rights of now, and of the last time the server looked whether a grant is over.
    QList<model::Rights> rightsOf(Station &station);
    void refresh();

    World &m_world;
    QHash<const Station *, Seen> m_seen;
    QSet<const Station *> m_unaware; ///< has not met the server since it was put back
    QHash<const Wire *, QList<qint64>> m_cursors; ///< of the last pulls
    // Kept until the next commit or second.
    std::pair<qint64, qint64> m_asOf;
    qint64 m_tickedAt = 0; ///< by the server's clock
    QHash<Uuid, QList<model::Rights>> m_rights;
    QHash<model::RecordRef, QList<model::ScopeKey>> m_scopes;
};

/// Whether `value` of a field holds the text that was typed there.
bool holds(const model::Value &value, const QString &text);

} // namespace guanxi::test
