// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/localrecords.h"
#include "app/session/farewell.h"
#include "app/session/lease.h"
#include "app/session/localattachments.h"
#include "app/session/profile.h"
#include "app/session/removal.h"
#include "app/session/inquiries.h"
#include "app/session/serverlink.h"
#include "app/session/vault.h"
#include "app/sync/syncthread.h"

namespace guanxi::app {

/// The desktop without its windows: one user's copy of one company's data in one folder. Enrols, signs in online or
/// offline, opens outbox and cache, keeps them in step with the server. The composition root of the core rooms; what the
/// end-to-end tests drive and the shell shows.
class Desk : public QObject
{
    Q_OBJECT

public:
    Desk(QString folder, const Clock &clock, Random &random, QObject *parent = nullptr);
    ~Desk() override;

    /// Nobody has enrolled in this folder yet.
    bool isNew() const;
    const Profile &profile() const { return m_profile; }

    /// First start: contacts the server with a connection code; finished() tells how it went.
    void enrol(const QString &connectionCode, const QString &login, const QString &password);
    /// For an open copy that the server does not know any more (it was put back from a backup older than the enrolment), or that does not
    /// know the server's key any more: it becomes a new replica and sends again what the server lacks. The outcome is in status().
    Result<void> enrolAgain(const QString &connectionCode);
    /// Later starts: opens the local copy with the password, then connects. Errors: WrongPassword, LockedOut(seconds),
    /// LeaseExpired, those of opening files. A damaged cache is made anew; a damaged outbox is never touched. A copy whose
    /// removal was ordered is not opened: only what it has not sent is handed over.
    Result<void> signIn(const QString &password);
    /// After LeaseExpired: asks the server first; finished() tells whether the copy is open again. WrongPassword: the password is the
    /// copy's, but the server wants another one (wantsNewPassword()).
    void renewLease(const QString &password);
    /// Unlocked, but not to be opened before the server has taken its own password from signInAgain().
    bool wantsNewPassword() const { return m_outbox && !isOpen() && !isRemoved() && !m_enrolling; }
    /// For who has forgotten the password of the copy: puts it aside as it is, locked, so that the folder can be enrolled anew. What it
    /// had not sent stays in there.
    Result<void> setAside();
    void signOut();
    bool isOpen() const { return m_records != nullptr; }
    /// The administrator has removed this computer; the copy is being destroyed, or is.
    bool isRemoved() const { return m_profile.removal != Profile::Removal::None; }

    /// Work without the network on purpose, and back.
    void setOffline(bool offline);
    bool isOffline() const { return m_offline; }
    void changePassword(const QString &oldPassword, const QString &newPassword);
    /// The server refused the password because an administrator set another: connects with that one, and locks the local
    /// copy with it too once the server has taken it. Not open yet: finished() tells.
    void signInAgain(const QString &password);

    const model::Catalogue &catalogue() const { return m_catalogue; }
    LocalRecords &records() { return *m_records; }
    LocalAttachments &attachments() { return *m_attachments; }
    /// What makes small pictures of contents; before the copy is opened.
    void setThumbnailer(Thumbnailer thumbnailer) { m_thumbnailer = std::move(thumbnailer); }
    Outbox &outbox() { return *m_outbox; }
    /// The local copy, for reading on this thread.
    CacheView &view() { return *m_view; }
    const SyncEngine &engine() const { return m_sync->engine(); }
    /// At the head, nothing unsent, nothing loading.
    bool isQuiet() const { return m_sync && m_sync->isQuiet(); }
    SyncStatus &status() { return m_status; }
    ServerLink &link() { return m_link; }
    QString realName() const;
    /// Change sets without an answer; also while the computer is being removed.
    int unsent() const { return m_outbox ? m_outbox->unsent() : 0; }

    /// "Check my data": compares the copy with the server; compared() tells how it went.
    void checkData();

    /// Asks the server; the answer comes as a message with this request number through messageReceived().
    qint64 request(protocol::History history);
    qint64 request(protocol::Reveal reveal);

Q_SIGNALS:
    /// enrol() or renewLease() ended: ok when the desk is open and catching up.
    void finished(const guanxi::Result<void> &result);
    void opened();
    void passwordChanged(const guanxi::Result<void> &result);
    void messageReceived(const guanxi::protocol::Message &message);
    void compared(const guanxi::app::ComparisonReport &report);
    /// This copy was put back from a backup, or cloned: it is a replica of its own from now on.
    void forked();
    /// Offline for longer than the lease: the copy is about to be closed, whoever looks at it must let go of it now.
    void locked();
    /// The administrator removed this computer: as locked(), and what is not sent is handed over.
    void removalOrdered();
    /// Handing over goes on, or everything is destroyed (Profile::Removal::Wiped).
    void removalProgressed();
    /// A fault of the local files: what was saved is safe, new work cannot be.
    void faulted(const guanxi::Error &error);

private:
    static constexpr const char *LeaseKey = "lease";
    static constexpr int EnrolAttempts = 3;
    // deskparts.cpp
    Result<void> openFiles();
    Result<void> openOutbox();
    Result<void> openCache();
    void connectParts();
    /// Fields that users defined become part of the catalogue and the local tables; answers the entities that grew.
    Result<QSet<model::EntityId>> adoptCustomFields(const QList<model::Record> &rows);
    Result<QSet<model::EntityId>> adoptStoredCustomFields();
    void customFieldsArrived();
    void countConflicts();
    // The rest
    Result<void> makeSecrets(const QString &password);
    void startLink(const QByteArray &token);
    Credentials credentials(const QByteArray &token) const;
    /// Who this copy is from now on.
    Result<void> takeIdentity(const protocol::Ready &ready);
    void ready(const protocol::Ready &ready);
    void receive(const protocol::Message &message);
    /// What was said on the connection is over.
    void disconnected();
    /// What sends on this connection, from any thread; nothing once it is over.
    SyncEngine::Send sender();
    Result<void> adoptPassword(const QString &password);
    Result<void> unlock(const QString &password);
    void openingFailed(const Error &reason);
    void tick();
    Result<void> storeLease();
    void lock();
    void closeFiles();
    void beginRemoval();
    void finishRemoval();
    /// Says that nothing is to be left of the copy; endRemoval() sees to it, and tells the server.
    Result<void> destroy();
    Result<void> endRemoval();
    QString path(const char *file) const;

    QString m_folder;
    const Clock &m_clock;
    Random &m_random;
    SystemRandom m_syncRandom; ///< of the sync thread
    UuidMaker m_ids;
    model::Catalogue m_catalogue;
    Profile m_profile;
    std::optional<Profile> m_trusted; ///< what enrolAgain() replaces once the server has answered
    Vault m_vault;
    VaultSecrets m_secrets;
    QString m_password;
    QString m_newPassword; ///< asked for, not answered yet
    QString m_offered;     ///< tried at the server, not accepted yet
    Uuid m_company;
    Lease m_lease;
    SyncStatus m_status;
    ServerLink m_link;
    Inquiries m_inquiries;
    Farewell m_farewell;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<CacheView> m_view;
    std::unique_ptr<QueryReader> m_reader;
    std::unique_ptr<LocalRecords> m_records;
    Thumbnailer m_thumbnailer;
    std::unique_ptr<LocalAttachments> m_attachments;
    std::unique_ptr<SyncThread> m_sync;
    std::unique_ptr<Removal> m_removal;
    quint32 m_connection = 0; ///< counts sign-ins; what was meant for an earlier one is not sent
    QTimer m_ticker;
    int m_ticks = 0;
    int m_enrolAttempts = 0;  ///< to connect, before somebody is told that it cannot be done
    bool m_enrolling = false; ///< finished() is owed: the copy opens when the server has answered
    bool m_offline = false;
    qint64 m_request = 0;
};

} // namespace guanxi::app
