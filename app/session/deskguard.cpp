// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the copy may be open at all: password and lease, and the end of a computer that was removed.
#include "app/session/desk.h"

namespace guanxi::app {

using namespace protocol;

namespace {

/// Seconds between two notes of how late it is: what a crash loses of the lease's time.
constexpr int NoteSeconds = 60;

} // namespace

Result<void> Desk::unlock(const QString &password)
{
    Result<VaultSecrets> secrets = m_vault.unlock(password);
    if (!secrets)
        return secrets.error();
    m_secrets = std::move(*secrets);
    m_password = password;
    return openOutbox();
}

Result<void> Desk::signIn(const QString &password)
{
    GUANXI_TRY(unlock(password));
    if (isRemoved()) {
        startLink({});
        return {};
    }
    if (m_lease.isOver()) {
        signOut();
        return Error{ErrorCode::LeaseExpired, {}};
    }
    GUANXI_TRY(openFiles());
    if (!m_offline)
        startLink({});
    return {};
}

void Desk::renewLease(const QString &password)
{
    if (const Result<void> unlocked = unlock(password); !unlocked)
        return Q_EMIT finished(unlocked);
    m_enrolling = true;
    startLink({});
}

void Desk::openingFailed(const Error &reason)
{
    m_enrolling = false;
    m_link.stop();
    if (m_outbox && !isOpen())
        signOut();
    Q_EMIT finished(reason);
}

void Desk::tick()
{
    if (m_sync)
        m_sync->post([](SyncEngine &engine) { engine.tick(); });
    if (m_link.isReady())
        m_lease.heard();
    else if (m_lease.isOver())
        return lock();
    if (++m_ticks % NoteSeconds == 0)
        if (const Result<void> stored = storeLease(); !stored)
            Q_EMIT faulted(stored.error());
}

Result<void> Desk::storeLease() { return m_outbox->setValue(QLatin1String(LeaseKey), m_lease.stored()); }

void Desk::lock()
{
    m_ticker.stop();
    Q_EMIT locked();
    signOut();
}

void Desk::closeFiles()
{
    m_ticker.stop();
    m_sync.reset();
    m_attachments.reset();
    m_records.reset();
    m_reader.reset();
    m_view.reset();
    m_cache.reset();
}

void Desk::beginRemoval()
{
    if (m_profile.removal == Profile::Removal::None) {
        // From now on nobody looks into the copy, also when handing over takes until after the next start.
        m_profile.removal = Profile::Removal::Ordered;
        if (const Result<void> saved = m_profile.save(path("profile.json")); !saved)
            Q_EMIT faulted(saved.error());
    }
    if (!m_removal) {
        m_enrolling = false;
        Q_EMIT removalOrdered();
        closeFiles();
        m_removal = std::make_unique<Removal>(*m_outbox, [this](const Message &message) { m_link.send(message); });
        connect(m_removal.get(), &Removal::progressed, this, &Desk::removalProgressed);
        connect(m_removal.get(), &Removal::faulted, this, &Desk::faulted);
        // Queued: the one that says so does not outlive it.
        connect(m_removal.get(), &Removal::complete, this, &Desk::finishRemoval, Qt::QueuedConnection);
        // What was attached and not brought goes the same way.
        m_attachments = std::make_unique<LocalAttachments>(m_folder, m_secrets.dataKey, m_clock, nullptr);
        connect(m_attachments.get(), &LocalAttachments::settled, this, &Desk::finishRemoval, Qt::QueuedConnection);
    }
    m_removal->handOver();
    m_attachments->connected({}, sender());
}

void Desk::finishRemoval()
{
    if (!m_removal || m_outbox->unsent() > 0 || !m_removal->isHandedOver() || !m_attachments->isReady() || m_attachments->waiting() > 0)
        return;
    if (const Result<void> destroyed = destroy(); !destroyed)
        return Q_EMIT faulted(destroyed.error());
    m_link.send(SignOut{});
    m_link.stop();
    Q_EMIT removalProgressed();
}

Result<void> Desk::destroy()
{
    const Result<int> handedOver = m_removal->handedOver();
    if (!handedOver)
        return handedOver.error();
    m_profile.handedOver = *handedOver;
    m_profile.lostFiles = m_attachments->lost();
    m_profile.removal = Profile::Removal::Wiped;
    m_profile.enrolled = false;
    // Said first: whatever interrupts the rest, the next start ends it.
    GUANXI_TRY(m_profile.save(path("profile.json")));
    m_attachments.reset();
    m_removal.reset();
    m_outbox.reset();
    m_secrets = {};
    m_password.clear();
    return destroyCopy(m_folder, m_vault);
}

} // namespace guanxi::app
