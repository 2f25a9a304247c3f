// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/hub.h"

#include <QPointer>

namespace guanxi::server {

/// One connection: greets, signs in, and turns messages into calls of the services. Knows what its client holds, so that
/// live push never leaves a gap.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(Hub &hub, quint64 number, protocol::Channel &channel);

    SessionInfo info() const;
    bool isOpen() const { return m_channel && m_channel->isOpen(); }
    bool isSignedIn() const { return m_signedIn.has_value(); }
    const Uuid &user() const { return m_user; }
    const Uuid &replica() const { return m_replica; }
    /// The page it waits for, if it still does; true if that took a while.
    bool makePage();
    /// Once signed in.
    const model::Rights &rights() const { return m_standing->rights; }
    const QByteArray &projection() const { return m_standing->projection; }

    void send(const protocol::Message &message);
    /// Bytes made by encodeFrame().
    void sendFrame(const QByteArray &frame);
    void refuse(const Error &reason, int retrySeconds = 0);
    /// Takes over new rights and tells the client; streams follow by pull.
    void setStanding(const SharedStanding &standing);
    bool sees(const ScopeIds &scopes);
    /// Rows leave through it only.
    Reader reader();
    /// The client is complete up to this revision and waits for live push; 0: it pulls.
    qint64 liveRev() const { return m_liveRev; }
    void advance(qint64 rev) { m_liveRev = rev; }
    /// It cannot keep up: it pulls from here on.
    void lag(qint64 head);
    qint64 queuedBytes() const { return m_channel ? m_channel->queuedBytes() : 0; }
    /// True if its connection gave memory back.
    bool tick(qint64 monotonicMs);
    /// Nobody has brought this content, or it was lost: this client may have it.
    void tellSought(const BlobReference &reference);
    /// Where the company is served, if the client asked to hear of it.
    void tellServers(const QList<protocol::ServerAddress> &addresses);

Q_SIGNALS:
    void ended(quint64 number);

private:
    void receive(const protocol::Message &message);
    void handle(const protocol::Hello &hello);
    void handle(const protocol::Enrol &enrol);
    void handle(const protocol::SignIn &signIn);
    void handle(const protocol::Push &push) { enqueue(push.sets, push.recovered, false); }
    void handle(const protocol::Quarantine &quarantine);
    void handle(const protocol::Confirm &confirm);
    void handle(const protocol::ChangePassword &change);
    void handle(const protocol::Ping &ping) { send(protocol::Pong{ping.n}); }
    void handle(const protocol::SignOut &);
    // sessionpages.cpp
    void handle(const protocol::Pull &pull);
    /// False: it is answered from the database itself.
    bool askStandby(const protocol::Pull &pull);
    void awaitPage(const protocol::Pull &pull, const Stopwatch &since);
    void takePage(quint64 number, const Result<PageRead> &read);
    void answerPull(const protocol::Pull &pull, const Stopwatch &since);
    void sendPage(const protocol::Page &page, const QByteArray &frame, const Stopwatch &since);
    /// A replica that hangs keeps nobody waiting for long.
    void waitForPage(qint64 monotonicMs);
    /// A page that is still made for it is void.
    void forgetPull();
    // sessionreading.cpp
    void handle(const protocol::History &history);
    void tellRecent(const protocol::History &history);
    /// What of a logged change set may be seen, of these entities (none: of any).
    Result<model::ChangeSet> seenOf(const model::ChangeSet &set, const QList<model::EntityId> &entities);
    void handle(const protocol::Reveal &reveal);
    void handle(const protocol::Compare &compare);
    void handle(const protocol::Mend &mend);
    // sessionrecovery.cpp
    void handle(const protocol::Resume &resume);
    void handle(const protocol::Fork &fork);
    // sessionblobs.cpp
    void handle(const protocol::BlobOffer &offer);
    void handle(const protocol::BlobPut &put);
    void handle(const protocol::BlobOpen &open);
    void handle(const protocol::BlobGet &get);
    /// Messages that only a server sends; the table of states lets none through.
    template <class Other> void handle(const Other &) {}

    /// False, and the connection ends, when the client has asked before.
    bool beginsSignIn();
    void enrol(const protocol::Enrol &request, const Result<SignedIn> &proved);
    void welcome(const Result<SignedIn> &signedIn);
    /// A revoked replica proved its key: it hands in what it has not sent and destroys itself.
    void wipe(const Uuid &replica);
    void enqueue(const QList<QByteArray> &sets, const QList<protocol::Recovered> &recovered, bool quarantined);
    Result<protocol::Ready> ready(const SignedIn &signedIn);
    /// The same, once nobody else writes for the replica.
    Result<protocol::Ready> hold(const SignedIn &signedIn);
    Result<protocol::Ready> describe(const SignedIn &signedIn);
    Result<void> rememberScopes();
    QSet<model::ScopeKey> everGranted() const { return m_standing->scopes + m_formerScopes; }
    /// What tells a client whether server or copy were put back from a backup.
    Result<void> tellPast(protocol::Ready &ready);
    Result<void> remember(const protocol::Resume &resume);
    bool mayReveal(const model::Record &record, const model::Field &field);
    Result<void> noteReveal(const protocol::Reveal &reveal);
    void answer(qint64 request, const Error &error);
    /// The field holds this content, as far as the user may see.
    Result<bool> seesContent(const BlobReference &reference);
    /// The same; answers the request where not.
    bool permits(qint64 request, const BlobReference &reference);
    bool startsPiece(qint64 request);
    void close(ErrorCode reason);

    Hub &m_hub;
    quint64 m_number;
    QPointer<protocol::Channel> m_channel;
    Greeting m_greeting;
    std::optional<SignedIn> m_signedIn;
    std::optional<Stopwatch> m_signingIn; ///< since a password came
    bool m_revoked = false;
    Uuid m_user;
    Uuid m_replica;
    SharedStanding m_standing; ///< once signed in
    int m_clientSchema = 0; ///< version of its catalogue
    bool m_knowsBlobs = false;
    bool m_knowsServers = false;
    QHash<QByteArray, BlobReference> m_blobs; ///< that the client offered or opened
    int m_pieces = 0;                         ///< requests about them under way
    QSet<model::ScopeKey> m_formerScopes; ///< granted to the replica before, not now
    QSet<qint32> m_scopes;
    qint32 m_scopesAsOf = -1;
    qint64 m_liveRev = 0;
    /// A pull that waits for its page.
    struct Asked {
        protocol::Pull pull;
        Stopwatch since;
        std::optional<qint64> standbyAt; ///< monotonic ms at which a replica of the database was asked for it
    };
    std::optional<Asked> m_asked;
    quint64 m_pulls = 0; ///< until now, those that became void included
    qint64 m_since = 0;
    qint64 m_lastHeard = 0;
    qint64 m_openedAt = 0;
};

} // namespace guanxi::server
