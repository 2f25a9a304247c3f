// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/outbox.h"
#include "app/shell/language.h"
#include "app/shell/mainwindow.h"
#include "app/shell/mainwindowcontroller.h"
#include "app/shell/theme.h"
#include "tests/app/support/samplecompany.h"

namespace guanxi::tests {

/// Yesterday's and today's program share what survives: the records and the outbox.
struct ShellData {
    ShellData();

    SampleCompany company{12};
    std::unique_ptr<app::Outbox> outbox;
    app::SyncStatus status;
    SystemClock clock;

    FakeRecords &records() { return *company.records; }
    /// An open conflict about the phone number of a customer.
    model::Record addConflict(const model::Record &account, const QString &mine, const QString &theirs);
};

/// The main window over made-up records, shown and active.
struct Shell {
    explicit Shell(ShellData &shellData);

    ShellData &data;
    app::Language language;
    app::Theme theme;
    app::MainWindow window;
    app::MainWindowController controller;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
};

} // namespace guanxi::tests
