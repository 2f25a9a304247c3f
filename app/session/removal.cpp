// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/removal.h"

#include "app/session/localattachments.h"
#include "app/session/vault.h"
#include "app/sync/syncengine.h"

#include <QDir>
#include <QTimer>

#include <limits>

namespace guanxi::app {

using namespace protocol;

namespace {

constexpr int MessageSets = 64;
constexpr qsizetype MessageBytes = 256 * 1024;
constexpr int RetryMs = 1'000;

} // namespace

Removal::Removal(Outbox &outbox, Send send, QObject *parent) : QObject(parent), m_outbox(outbox), m_send(std::move(send)) {}

void Removal::handOver()
{
    // Who looks at it later may have a newer server.
    if (const Result<QList<Outbox::Released>> released = m_outbox.release(nullptr); !released)
        return Q_EMIT faulted(released.error());
    const Result<QList<Outbox::Encoded>> sets = m_outbox.pending(0, MessageSets, MessageBytes);
    if (!sets)
        return Q_EMIT faulted(sets.error());
    Quarantine quarantine;
    for (const Outbox::Encoded &set : *sets)
        quarantine.sets.append(set.bytes);
    m_lastSent = sets->isEmpty() ? 0 : sets->last().seq;
    m_send(quarantine);
}

void Removal::receive(const PushAck &ack)
{
    QList<PushResult> results = ack.results;
    const auto stop = std::find_if(results.begin(), results.end(), [](const PushResult &result) {
        return result.status == PushStatus::Retry || result.status == PushStatus::Unknown;
    });
    const bool stopped = stop != results.end();
    // A server restored from backup lacks what it once took: it says which it wants first.
    const qint64 wanted = stopped && stop->code == ErrorCode::UnexpectedFrame ? stop->args.value(0).toLongLong() : 0;
    results.erase(stop, results.end());
    QList<Outbox::Answer> answers;
    for (const PushResult &result : std::as_const(results))
        answers.append(answerOf(result));
    Result<void> settled = m_outbox.settle(answers);
    if (settled && wanted > 0)
        settled = m_outbox.reopenAfter(wanted - 1);
    if (!settled)
        return Q_EMIT faulted(settled.error());
    Q_EMIT progressed();
    if (m_outbox.unsent() == 0) {
        m_complete = true;
        Q_EMIT complete();
    } else if (stopped) {
        QTimer::singleShot(RetryMs, this, &Removal::handOver);
    } else if (m_outbox.firstUnsent() > m_lastSent) {
        handOver();
    }
}

Result<int> Removal::handedOver()
{
    const Result<QList<OutboxEntry>> parked = m_outbox.entries(OutboxState::Parked, std::numeric_limits<int>::max());
    if (!parked)
        return parked.error();
    return int(std::count_if(parked->begin(), parked->end(), [](const OutboxEntry &entry) { return entry.reason.code == ErrorCode::DeviceRevoked; }));
}

Result<void> destroyCopy(const QString &folder, Vault &vault)
{
    GUANXI_TRY(vault.destroy());
    const QDir files(folder);
    for (const QString &name : files.entryList({QStringLiteral("key.json*"), QStringLiteral("outbox.db*"), QStringLiteral("cache.db*")}, QDir::Files | QDir::Hidden)) {
        QFile file(files.filePath(name));
        if (!file.remove())
            return Error{ErrorCode::FileFailed, {file.fileName(), file.errorString()}};
    }
    for (const QString &name : {LocalAttachments::StoreFolder, LocalAttachments::OpenFolder})
        if (QDir contents(files.filePath(name)); !contents.removeRecursively())
            return Error{ErrorCode::FileFailed, {contents.path(), QString()}};
    return {};
}

} // namespace guanxi::app
