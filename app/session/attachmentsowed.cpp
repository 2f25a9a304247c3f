// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LocalAttachments that sees to it that each content a record holds gets to the server.
#include "app/session/localattachments.h"

namespace guanxi::app {

bool LocalAttachments::isOnServer(const FileRef &file) const
{
    if (!m_records)
        return true;
    const Result<model::Record> record = m_records->load(file.record);
    return record && record->rev() > 0 && record->value(file.field) == model::Value(file.blob);
}

bool LocalAttachments::isHeldByRecord(const FileRef &file) const
{
    const Result<model::Record> record = m_records ? m_records->load(file.record) : Result<model::Record>(ErrorCode::NotFound);
    return record && record->value(file.field) == model::Value(file.blob);
}

bool LocalAttachments::isReplaced(const FileRef &file) const
{
    if (!m_records || !m_records->isSettled())
        return false;
    const Result<model::Record> record = m_records->load(file.record);
    return record && record->rev() > 0 && record->value(file.field) != model::Value(file.blob);
}

void LocalAttachments::offerOwed()
{
    if (!m_online)
        return;
    for (const FileRef &file : QList<FileRef>(m_shelved))
        if (state(file.blob).isHere() && isHeldByRecord(file))
            unshelve(file);
    for (const FileRef &file : QList<FileRef>(m_owed))
        if (isOnServer(file))
            run([file](Worker &worker) {
                if (worker.transfer)
                    worker.transfer->upload(file);
            });
        else if (isReplaced(file))
            shelve(file);
}

void LocalAttachments::shelve(const FileRef &file)
{
    m_shelved.append(file);
    run([file](Worker &worker) {
        if (worker.store)
            static_cast<void>(worker.store->shelve(file)); // else it is shelved anew after the next start
    });
    oweNoMore(file);
}

void LocalAttachments::unshelve(const FileRef &file)
{
    m_shelved.removeAll(file);
    m_owed.append(file);
    change(file.blob, [](FileState &state) { state.place = FileState::Place::Waiting; });
    run([this, file](Worker &worker) {
        if (const Result<void> owed = worker.store ? worker.store->owe(file) : Result<void>(); !owed)
            later([this, error = owed.error()] { Q_EMIT failed(error); });
    });
}

void LocalAttachments::drop(const FileRef &file)
{
    if (isHeldByRecord(file) || !m_owed.contains(file))
        return;
    run([file](Worker &worker) {
        if (worker.store)
            static_cast<void>(worker.store->settle(file)); // else it is only offered in vain
    });
    oweNoMore(file);
}

void LocalAttachments::oweNoMore(const FileRef &file)
{
    m_owed.removeAll(file);
    if (std::none_of(m_owed.begin(), m_owed.end(), [&](const FileRef &other) { return other.blob == file.blob; }))
        change(file.blob, [](FileState &state) { state.place = FileState::Place::Here; });
    Q_EMIT settled();
}

void LocalAttachments::uploaded(const FileRef &file)
{
    m_owed.removeAll(file);
    const bool still = std::any_of(m_owed.begin(), m_owed.end(), [&](const FileRef &other) { return other.blob == file.blob; });
    change(file.blob, [&](FileState &state) {
        state.place = still ? FileState::Place::Waiting : FileState::Place::Here;
        state.fault.reset();
    });
    Q_EMIT settled();
}

void LocalAttachments::giveUp(const FileRef &file)
{
    if (m_owed.removeAll(file) > 0)
        ++m_lost;
    Q_EMIT settled();
}

} // namespace guanxi::app
