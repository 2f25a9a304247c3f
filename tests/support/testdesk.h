// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/desk.h"
#include "tests/support/waitfor.h"

#include <QTemporaryDir>

namespace guanxi::test {

/// A real desktop core in a temporary folder (or a given one), over real TLS.
class TestDesk
{
public:
    /// By the machine's clock, or one that a test sets.
    explicit TestDesk(const QString &folder = {}, const Clock *clock = nullptr);

    /// Enrols and waits until everything is here.
    Result<void> enrol(const QString &code, const QString &login, const QString &password);
    Result<void> signIn(const QString &password) { return m_desk->signIn(password); }
    /// The program ends and starts again; signIn() follows.
    void restart();

    app::Desk &operator*() { return *m_desk; }
    app::Desk *operator->() { return m_desk.get(); }
    QString folder() const { return m_folder; }
    bool waitQuiet(int milliseconds = 30'000);
    /// Every row of the local copy.
    QHash<model::RecordRef, model::Record> rows();

private:
    QTemporaryDir m_temporary;
    QString m_folder;
    SystemClock m_system;
    const Clock &m_clock;
    SystemRandom m_random;
    std::unique_ptr<app::Desk> m_desk;
};

/// Both copies have the same rows at the same revisions.
bool holdTheSame(TestDesk &one, TestDesk &other);

/// A new customer with this name, ready to save.
model::Record newAccount(app::Desk &desk, const QString &name);

} // namespace guanxi::test
