// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

namespace guanxi::app {

/// A mail that the system's mail program opens, to be looked at and sent there.
struct MailDraft {
    QString to; ///< may be empty
    QString subject;
    QString body;
    QString attachment; ///< path of a file
};

/// NotFound when this computer has no program to hand it to. `program` is for tests.
Result<void> openMailDraft(const MailDraft &draft, const QString &program = {});

/// A folder for files that mail programs still read after we have handed them over; it goes with the program. Empty when there is none.
QString mailFolder();

} // namespace guanxi::app
