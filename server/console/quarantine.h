// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/serverapp.h"

namespace guanxi::server {

/// Work that revoked installations handed over: conflict records whose change sets wait for an administrator.
struct QuarantinedWork {
    model::Record conflict;
    model::ChangeSet set;
};

/// Open ones, in the order in which their authors made them.
Result<QList<QuarantinedWork>> openQuarantine(ServerApp &app);

} // namespace guanxi::server
