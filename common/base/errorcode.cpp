// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/errorcode.h"

namespace guanxi {

QLatin1StringView errorName(ErrorCode code)
{
    using enum ErrorCode;
    const char *name = "internal";
    switch (code) {
    case Internal: name = "internal"; break;
    case BadText: name = "bad_text"; break;
    case BadValue: name = "bad_value"; break;
    case TooLong: name = "too_long"; break;
    case OutOfRange: name = "out_of_range"; break;
    case Required: name = "required"; break;
    case BadFormat: name = "bad_format"; break;
    case NotUnique: name = "not_unique"; break;
    case NotFound: name = "not_found"; break;
    case AlreadyExists: name = "already_exists"; break;
    case NotAllowed: name = "not_allowed"; break;
    case WrongState: name = "wrong_state"; break;
    case RuleRefused: name = "rule_refused"; break;
    case ParentMissing: name = "parent_missing"; break;
    case Cycle: name = "cycle"; break;
    case StockShort: name = "stock_short"; break;
    case FileTooLarge: name = "file_too_large"; break;
    case ContentMissing: name = "content_missing"; break;
    case DatabaseOpen: name = "database_open"; break;
    case DatabaseNewer: name = "database_newer"; break;
    case DatabaseKey: name = "database_key"; break;
    case DatabaseFailed: name = "database_failed"; break;
    case DiskFull: name = "disk_full"; break;
    case ReadOnly: name = "read_only"; break;
    case NotEncrypted: name = "not_encrypted"; break;
    case FileFailed: name = "file_failed"; break;
    case FileUnreadable: name = "file_unreadable"; break;
    case InUse: name = "in_use"; break;
    case BadFrame: name = "bad_frame"; break;
    case FrameTooLarge: name = "frame_too_large"; break;
    case WrongProtocol: name = "wrong_protocol"; break;
    case UnexpectedFrame: name = "unexpected_frame"; break;
    case RateLimited: name = "rate_limited"; break;
    case ServerStopping: name = "server_stopping"; break;
    case WrongCompany: name = "wrong_company"; break;
    case WrongPassword: name = "wrong_password"; break;
    case LockedOut: name = "locked_out"; break;
    case UserDisabled: name = "user_disabled"; break;
    case GrantExpired: name = "grant_expired"; break;
    case DeviceRevoked: name = "device_revoked"; break;
    case DeviceUnknown: name = "device_unknown"; break;
    case CodeUsed: name = "code_used"; break;
    case CodeInvalid: name = "code_invalid"; break;
    case KeyChanged: name = "key_changed"; break;
    case LeaseExpired: name = "lease_expired"; break;
    case MustChangePassword: name = "must_change_password"; break;
    case WeakPassword: name = "weak_password"; break;
    case Unreachable: name = "unreachable"; break;
    case TimedOut: name = "timed_out"; break;
    case Disconnected: name = "disconnected"; break;
    case Usage: name = "usage"; break;
    }
    return QLatin1StringView(name);
}

} // namespace guanxi
