// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Hub that tells the sessions what was committed.
#include "server/services/hub.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/protocol/message.h"
#include "server/services/historytold.h"
#include "server/services/session.h"

namespace guanxi::server {

using namespace protocol;

namespace {

/// One entry per record: as it stands now, and everybody who saw it at any time since before the commit.
QList<CommittedRow> compacted(const QList<CommittedRow> &rows)
{
    QList<CommittedRow> result;
    QHash<model::RecordRef, qsizetype> places;
    for (const CommittedRow &row : rows) {
        const auto place = places.constFind(row.record.ref());
        if (place == places.constEnd()) {
            places.insert(row.record.ref(), result.size());
            result.append(row);
            continue;
        }
        CommittedRow &merged = result[*place];
        merged.before += merged.after;
        merged.record = row.record;
        merged.after = row.after;
    }
    return result;
}

} // namespace

/// Equal for sessions that are told the same, without looking at the rows: each is encoded once, at one place in memory.
QByteArray Hub::Telling::key() const
{
    QByteArray key;
    const auto append = [&key](auto value) { key.append(reinterpret_cast<const char *>(&value), sizeof value); };
    append(live.from);
    append(live.upserts.size());
    for (qsizetype i = 0; i < live.upserts.size(); ++i) {
        append(live.upserts.at(i).constData());
        append(known.at(i));
    }
    for (const model::RecordRef &ref : live.removes) {
        append(ref.entity);
        key.append(ref.id.bytes());
    }
    return key;
}

Result<Hub::Telling> Hub::tellingFor(Session &session, const QList<CommittedRow> &rows, qint64 to, EncodedRows &encodedRows)
{
    Telling telling{{session.liveRev(), to, {}, {}, {}}, {}, {}};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const CommittedRow &row = rows.at(i);
        if (session.sees(row.after)) {
            // What a conflict shows depends on who looks, not only on field rights.
            const bool personal = row.record.entity().id == model::Conflict::entity;
            QByteArray &bytes = encodedRows[{personal ? session.user().bytes() : session.projection(), i}];
            if (bytes.isEmpty()) {
                const Result<model::Record> projected = session.reader().project(row.record);
                if (!projected)
                    return projected.error();
                bytes = model::encodeRecord(*projected);
            }
            telling.live.upserts.append(bytes);
            telling.shown.append(i);
            telling.known.append(session.sees(row.before));
        } else if (session.sees(row.before)) {
            telling.live.removes.append(row.record.ref());
        }
    }
    return telling;
}

Result<QByteArray> Hub::packed(Telling telling, Session &session, const QList<CommittedRow> &rows)
{
    const Reader reader = session.reader();
    HistoryTold history(m_store, reader, telling.live.to, m_clock.wallMs());
    QList<HistoryTold::Row> shown;
    for (qsizetype i = 0; i < telling.shown.size(); ++i)
        shown.append({rows.at(telling.shown.at(i)).record, telling.live.from, telling.known.at(i)});
    GUANXI_TRY(history.expect(shown));
    for (const HistoryTold::Row &row : std::as_const(shown))
        if (const Result<qsizetype> told = history.add(row); !told)
            return told.error();
    telling.live.history = history.take();
    return encodeFrame(telling.live);
}

void Hub::fanOut(const QList<CommittedRow> &committed, qint64 to, const QSet<quint64> &authors, bool tooMuch)
{
    for (const CommittedRow &row : committed)
        m_targets.noteChange(row.record.entity().id);
    if (tooMuch)
        m_targets.noteChange(model::ids::SalesOrder);
    const Stopwatch watch;
    const QList<CommittedRow> rows = compacted(committed);
    if (std::any_of(rows.begin(), rows.end(), [](const CommittedRow &row) { return RightsService::decidesRights(row.record.entity().id); })) {
        m_rights.invalidate();
        refreshRights();
    }
    EncodedRows encodedRows;
    QHash<QByteArray, QByteArray> frames; // by Telling::key()
    for (const auto &[number, session] : m_sessions) {
        if (!session->isSignedIn() || session->liveRev() == 0)
            continue;
        if (tooMuch || rows.size() > LiveRows || session->queuedBytes() > m_liveBudget) {
            session->lag(to);
            continue;
        }
        const Result<Telling> telling = tellingFor(*session, rows, to, encodedRows);
        if (!telling) {
            session->lag(to); // it pulls, and is told of the fault there
            continue;
        }
        const Live &live = telling->live;
        // Who pushed hears of the revision in any case: the author's overlay waits for it.
        if (live.upserts.isEmpty() && live.removes.isEmpty() && !authors.contains(number))
            continue;
        QByteArray &frame = frames[telling->key()];
        if (frame.isEmpty()) {
            Result<QByteArray> made = packed(*telling, *session, rows);
            if (!made) {
                session->lag(to);
                continue;
            }
            frame = std::move(*made);
        }
        session->advance(to);
        session->sendFrame(frame);
        ++m_stats.liveMessages;
    }
    m_stats.fanOut.add(watch.microseconds());
}

} // namespace guanxi::server
