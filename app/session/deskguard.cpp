// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the copy may be open at all: password and lease, and the end of a computer that was removed.
#include "app/session/desk.h"

#include "app/data/outboxdrafts.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

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
    m_enrolAttempts = 1;
    startLink({});
}

void Desk::openingFailed(const Error &reason)
{
    m_enrolling = false;
    m_link.stop();
    // The password has opened the copy, so the server has another one by now: that may be brought, too.
    if (m_outbox && !isOpen() && reason.code != ErrorCode::WrongPassword)
        signOut();
    Q_EMIT finished(reason);
}

void Desk::signInAgain(const QString &password)
{
    m_offered = password;
    m_enrolling = !isOpen();
    m_enrolAttempts = 1;
    m_link.setPassword(password);
    m_link.reconnect();
}

Result<void> Desk::setAside()
{
    signOut();
    const QString aside = QStringLiteral("locked-") + QDateTime::fromMSecsSinceEpoch(m_clock.wallMs(), Qt::UTC).toString(QStringLiteral("yyyyMMdd-hhmmss"));
    QDir folder(m_folder);
    if (!folder.mkdir(aside))
        return Error{ErrorCode::FileFailed, {folder.filePath(aside)}};
    // All that the server has is in its own keeping. The key goes last: with it goes what a copy is known by.
    for (const char *file : {"cache.db", "cache.db-wal", "cache.db-shm"})
        QFile::remove(path(file));
    for (const char *file : {"outbox.db", "outbox.db-wal", "blobs", "profile.json", "key.json"})
        if (const QString name = QLatin1String(file); folder.exists(name) && !folder.rename(name, aside + QLatin1Char('/') + name))
            return Error{ErrorCode::FileFailed, {path(file)}};
    m_profile = {};
    return {};
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
    // Forms have closed by now; what stood in them goes along.
    if (const Result<void> handed = OutboxDrafts(*m_outbox).handOver(m_clock.wallMs(), m_catalogue.version(), m_ids); !handed)
        return Q_EMIT faulted(handed.error());
    m_removal->handOver();
    m_attachments->connected({}, sender());
}

void Desk::finishRemoval()
{
    if (!m_removal || m_outbox->unsent() > 0 || !m_removal->isHandedOver() || !m_attachments->isReady() || m_attachments->waiting() > 0)
        return;
    Result<void> destroyed = destroy();
    m_link.stop();
    if (destroyed)
        destroyed = endRemoval();
    if (!destroyed)
        return Q_EMIT faulted(destroyed.error());
    Q_EMIT removalProgressed();
}

Result<void> Desk::endRemoval()
{
    if (m_profile.removal == Profile::Removal::Wiped)
        GUANXI_TRY(destroyCopy(m_folder, m_vault));
    if (m_profile.removal != Profile::Removal::Ordered)
        m_farewell.tell();
    return {};
}

Result<void> Desk::destroy()
{
    const Result<int> handedOver = m_removal->handedOver();
    if (!handedOver)
        return handedOver.error();
    // While there is a key to say it with.
    GUANXI_TRY(Farewell::prepare(path("farewell.json"), credentials({})));
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
    return {};
}

} // namespace guanxi::app
