// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/serverapp.h"

namespace guanxi::server {

/// What a new company needs to be told.
struct Founding {
    QString company;
    QString adminLogin;
    QString adminName;
    QString adminPassword;
};

/// Fills an empty database: company, root department, built-in rows and the administrator, as change sets of the
/// server's replica, in one transaction. AlreadyExists("company", name) when the database holds one; what the rules
/// say of the names; WeakPassword.
Result<void> foundCompany(ServerApp &app, const Founding &founding);

} // namespace guanxi::server
