// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/cborreader.h"
#include "common/base/cborwriter.h"
#include "common/model/scope.h"

#include <QMap>
#include <QSet>

namespace guanxi::sync
{

/// Which parts of the feed a desktop has read, scope by scope. Every granted scope is either `current` (all of them
/// share one cursor), or a `load` that catches up from the beginning; a scope no longer granted is a `drop` until
/// everything learned through it is gone. Pure: the cache persists it in the transaction that writes the rows of a
/// page.
///
/// Invariant: a row none of whose entries lies ahead of a stream is, in the cache, exactly what the user may see.
class ScopeStreams
{
public:
    /// A scope read on its own: everything up to `pos` is read; entries "left the scope" up to `skip` are of no
    /// interest, because the cache held nothing of it then.
    struct Stream {
        model::ScopeKey scope;
        qint64 pos = 0;
        qint64 skip = 0;

        bool operator==(const Stream &) const = default;
    };
    /// How far a page brought a load or drop. `end`: nothing more when the answer was made, in the same read
    /// transaction as its cursor; pages that come another way (bulk) say no end. `from`: where the page began; needed
    /// only where two pages of one stream may be on the way at once, so that one may overtake the other.
    struct Progress {
        model::ScopeKey scope;
        qint64 pos = 0;
        bool end = false;
        std::optional<qint64> from = {};
    };
    /// Everything there is to know, for persisting and inspection.
    struct State {
        qint64 cursor = 0;
        QSet<model::ScopeKey> current;
        QMap<model::ScopeKey, Stream> loads;
        QMap<model::ScopeKey, Stream> drops;

        bool operator==(const State &) const = default;
    };

    ScopeStreams() = default;
    explicit ScopeStreams(State state) : m_state(std::move(state)) {}

    const State &state() const { return m_state; }
    qint64 cursor() const { return m_state.cursor; }
    QList<Stream> loads() const { return m_state.loads.values(); }
    QList<Stream> drops() const { return m_state.drops.values(); }
    QSet<model::ScopeKey> granted() const;
    /// True when nothing is loading or dropping.
    bool isSettled() const { return m_state.loads.isEmpty() && m_state.drops.isEmpty(); }
    /// Traces of rows that left a scope are kept by the server only above `horizon`. True when a stream still needs
    /// older ones: the cache must then be compared with the server as a whole, and reset().
    bool isBehind(qint64 horizon) const;
    /// Grows whenever the streams are set up anew; an answer to a request of an earlier generation is void.
    quint32 generation() const { return m_generation; }
    /// True when a page that follows the one also follows the other.
    bool standsLike(const ScopeStreams &other) const { return m_generation == other.m_generation && m_state == other.m_state; }

    /// Takes over what the server grants, as it stood at server revision `head`.
    void setGranted(const QSet<model::ScopeKey> &granted, qint64 head);
    /// Takes over a page together with its rows; false, and nothing changes, when it is void: then its rows are void
    /// too. Void is an answer of an earlier generation, or with a stream that meanwhile does not stand at `from`:
    /// another page overtook it, and its rows may be older than that page's traces of rows gone. A load that ended
    /// exactly where the answer's cursor stands becomes current; the server concludes the same.
    bool apply(quint32 generation, qint64 cursor, const QList<Progress> &loads, const QList<Progress> &drops);
    /// A live message that leads the current scopes from one revision to another; false when it does not start at the
    /// cursor.
    bool advance(qint64 from, qint64 to);
    /// After the cache was compared with the server as a whole: everything granted is current at `cursor`.
    void reset(const QSet<model::ScopeKey> &granted, qint64 cursor);

    /// [cursor, [scope …], [[scope, pos, skip] …] loads, [[scope, pos, skip] …] drops], scope = [entity, kind, id].
    void write(CborWriter &writer) const;
    static ScopeStreams read(CborReader &reader);

private:
    void grant(const model::ScopeKey &scope, qint64 head);
    void revoke(const model::ScopeKey &scope);
    void advanceLoad(const Progress &progress, qint64 answeredCursor);
    void advanceDrop(const Progress &progress);

    State m_state;
    quint32 m_generation = 1;
};

/// Same for equal sets of scopes. A pull names the set it was made for; the server answers with the present set instead
/// of a page when they differ, else rows would arrive through a scope the desktop does not know it has to drop.
QByteArray digestOf(const QSet<model::ScopeKey> &scopes);

/// [entity, kind, id]
void writeScope(CborWriter &writer, const model::ScopeKey &scope);
model::ScopeKey readScope(CborReader &reader);

} // namespace guanxi::sync
