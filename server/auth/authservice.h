// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "common/base/random.h"
#include "common/protocol/sessionmessages.h"
#include "common/storage/database.h"

#include <functional>

class QObject;

namespace guanxi::server {

/// Who stands behind a connection.
struct SignedIn {
    Uuid user;
    Uuid replica;
    QString login;
    QString realName;
    bool mustChangePassword = false;
    bool isNewReplica = false;
    QByteArray publicKey; ///< of a replica that enrols
};

/// What both sides said before signing in.
struct Greeting {
    QByteArray clientNonce;
    QByteArray serverNonce;
    QString deviceName;
    QString platform;
    QString peer; ///< address, for rate limits
};

/// Accounts of people and machines: passwords (Argon2id), lock-out with growing delay, one-time tokens of connection
/// codes, device keys. Operational tables of their own: no secret or hash ever enters a change set.
class AuthService
{
public:
    virtual ~AuthService() = default;

    /// Comes on the asking thread, at once or when the password was computed elsewhere; never when the asker is gone.
    template <class T> using Answer = std::function<void(const Result<T> &)>;

    /// First sign-in of an installation: WrongPassword, LockedOut(seconds), UserDisabled, CodeUsed, BadFrame,
    /// RateLimited. Answers a new replica id; the caller adds the replica and uses up the code in one transaction. Whoever
    /// repeats an enrolment whose answer was lost is answered the replica that it made.
    virtual void enrol(const protocol::Enrol &request, const Greeting &greeting, QObject *asker, const Answer<SignedIn> &done) = 0;
    /// CodeUsed: somebody was faster.
    virtual Result<void> useCode(const QByteArray &token, const Uuid &user) = 0;
    /// WrongPassword, LockedOut(seconds), UserDisabled, RateLimited, DeviceUnknown, DeviceRevoked. The last one is said to whoever proves
    /// the device's key, whatever the password is and whatever became of the user: a lost computer must be wiped.
    virtual void signIn(const protocol::SignIn &request, const Greeting &greeting, QObject *asker, const Answer<SignedIn> &done) = 0;
    /// WrongPassword, LockedOut(seconds), RateLimited, WeakPassword(minimum).
    virtual void changePassword(const Uuid &user, const QString &oldPassword, const QString &newPassword, QObject *asker, const Answer<void> &done) = 0;
    /// A revoked replica says that it has destroyed its keys and files.
    virtual Result<void> noteWiped(const Uuid &replica) = 0;
    /// SHA-256 of the server's public key, which sign-in signatures cover.
    virtual QByteArray keyPin() const = 0;
};

} // namespace guanxi::server
