// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/serverlink.h"
#include "common/base/histogram.h"
#include "tests/support/lightreplica.h"

#include <QElapsedTimer>

namespace guanxi::test {

/// What many clients measured together; microseconds.
struct LoadFigures {
    Histogram signIn;       ///< from connecting to Ready
    Histogram current;      ///< from connecting to holding everything
    Histogram acknowledged; ///< from saving to the durable answer
    Histogram told;         ///< from the answer that its author got to another client holding it
    qint64 saved = 0;
    qint64 clashed = 0; ///< of them, merged or set aside as a conflict
    qint64 rows = 0; ///< received
    qint64 lost = 0; ///< connections that ended without being told to
    QStringList faults; ///< what no server may do

    void fault(const QString &what)
    {
        if (faults.size() < 20)
            faults.append(what);
    }
};

/// When commits were answered to their authors, so that who hears of them later knows how old they are. Of two that
/// come in the other order the telling waits here.
class CommitTimes
{
public:
    void answered(qint64 rev, qint64 at, Histogram &told);
    void told(qint64 rev, qint64 at, Histogram &told);

private:
    QHash<qint64, qint64> m_answers;
    QHash<qint64, QList<qint64>> m_early;
};

/// A desktop without database and windows: the shipped connection over real TLS, identity, streams and outbox in memory,
/// of the rows only their revisions. Checks what it is told; many live in one event loop.
class LoadClient : public QObject
{
    Q_OBJECT

public:
    /// What all clients of a crowd share.
    struct Shared {
        const model::Catalogue &catalogue;
        const Clock &clock;
        Random &random;
        LoadFigures &figures;
        CommitTimes &commits;
        const QElapsedTimer &time;
        QSet<model::RecordRef> edited; ///< records whose contents clients keep, to change them
    };

    LoadClient(Shared &shared, const app::Credentials &credentials, QObject *parent = nullptr);

    void start();
    /// Gone without a word, as when the network is lost; start() comes back.
    void cut() { m_link.stop(); }
    bool isReady() const { return m_link.isReady(); }
    /// Holds everything and is told of each commit.
    bool isLive() const { return m_light.isLive() && m_link.isReady(); }

    void save(QList<model::RecordChange> changes);
    /// Saves another value in a field, as whoever sees the record as it is held here; false when it is not held.
    bool edit(const model::RecordRef &ref, model::FieldId field, const model::Value &value);
    qsizetype unanswered() const { return m_unanswered.size(); }

    const LightReplica &light() const { return m_light; }
    /// Every row held, and at which revision.
    const QHash<model::RecordRef, qint64> &rows() const { return m_rows; }
    /// Reads everything once more, as a desktop whose cache was deleted.
    void readAgain();

private:
    struct Unanswered {
        model::ChangeSet set;
        qint64 since = 0; ///< 0: was sent again, so its time says nothing about the server
    };

    void ready(const protocol::Ready &ready);
    void receive(const protocol::Message &message);
    void take(const protocol::Page &page);
    void take(const protocol::Live &live);
    void take(const protocol::PushAck &ack);
    void takeRow(const QByteArray &bytes, qint64 newest);
    void send(const QList<Unanswered> &sets);
    void sendAgain();
    void pull();
    qint64 now() const { return m_shared.time.nsecsElapsed() / 1'000; }

    Shared &m_shared;
    app::Credentials m_credentials;
    app::ServerLink m_link;
    LightReplica m_light;
    QList<Unanswered> m_unanswered;
    QHash<model::RecordRef, qint64> m_rows;
    QHash<model::RecordRef, model::Record> m_edited;
    QTimer m_retry;
    qint64 m_startedAt = -1; ///< -1: has been current since
};

} // namespace guanxi::test
