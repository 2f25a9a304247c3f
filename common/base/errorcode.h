// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QtGlobal>

namespace guanxi {

/// Every failure the programs know. Numbers travel on the wire: append, never renumber. Arguments in parentheses.
enum class ErrorCode : quint16 {
    Internal = 1,           ///< a bug or an unforeseen fault (what)
    // Text and values
    BadText = 10,           ///< not valid UTF-8 or holds U+0000 (field)
    BadValue = 11,          ///< cannot be read as the field's type (field, value)
    TooLong = 12,           ///< (field, limit)
    OutOfRange = 13,        ///< (field, value, expected)
    Required = 14,          ///< (field)
    BadFormat = 15,         ///< (field, value, rule)
    NotUnique = 16,         ///< (field, value)
    // Records and rules
    NotFound = 20,          ///< (entity, id)
    AlreadyExists = 21,     ///< (entity, id)
    NotAllowed = 22,        ///< right missing (entity, action)
    WrongState = 23,        ///< transition not possible now (entity, transition, state)
    RuleRefused = 24,       ///< (rule, field)
    ParentMissing = 25,     ///< the record it belongs to is gone (field)
    Cycle = 26,             ///< the tree would become a loop (field)
    StockShort = 27,        ///< less is there than is wanted (available, wanted, document line)
    FileTooLarge = 28,      ///< (size, limit; bytes)
    ContentMissing = 29,    ///< nobody has brought the file's content to the server yet
    // Database and files
    DatabaseOpen = 40,      ///< (path, reason)
    DatabaseNewer = 41,     ///< made by a newer program (version, known)
    DatabaseKey = 42,       ///< wrong key or not a database (path)
    DatabaseFailed = 43,    ///< (reason)
    DiskFull = 44,          ///< (path)
    ReadOnly = 45,          ///< (path)
    NotEncrypted = 46,      ///< the SQLite library in use is not SQLCipher
    FileFailed = 47,        ///< (path, reason)
    InUse = 48,             ///< another process holds it (path)
    FileUnreadable = 49,    ///< not what can be read here (path, fault, place in it)
    // Wire
    BadFrame = 60,          ///< malformed frame (what)
    FrameTooLarge = 61,     ///< (size, limit)
    WrongProtocol = 62,     ///< no common protocol version (theirs min, theirs max)
    UnexpectedFrame = 63,   ///< not allowed in this state (type)
    RateLimited = 64,       ///< (seconds)
    ServerStopping = 65,    ///< (seconds until retry)
    WrongCompany = 66,      ///< the server is another database than the one enrolled with
    // Sign-in
    WrongPassword = 80,     ///< user unknown or password wrong: deliberately the same answer
    LockedOut = 81,         ///< too many failures (seconds)
    UserDisabled = 82,
    GrantExpired = 83,      ///< no active role
    DeviceRevoked = 84,
    DeviceUnknown = 85,
    CodeUsed = 86,          ///< connection code used or expired
    CodeInvalid = 87,       ///< cannot be read
    KeyChanged = 88,        ///< the server's key is not the pinned one
    LeaseExpired = 89,      ///< offline for too long
    MustChangePassword = 90,
    WeakPassword = 91,      ///< (minimum length)
    // Network
    Unreachable = 100,      ///< (host, reason)
    TimedOut = 101,
    Disconnected = 102,
    // Command line
    Usage = 120,            ///< (what is wrong)
};

/// Stable lower-case name for logs and `--json` output, for example "wrong_password".
QLatin1StringView errorName(ErrorCode code);

} // namespace guanxi
