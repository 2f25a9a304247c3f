// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/transaction.h"
#include "server/demo/recordsink.h"
#include "server/services/pushservice.h"
#include "server/storage/blobfolder.h"

namespace guanxi::demo {

/// Writes records into a company's database through the one door that everything goes through: change sets of the
/// server's replica in its authors' names, many to one commit.
class CompanyWriter final : public RecordSink
{
public:
    static constexpr int SetsPerCommit = 64;

    /// `at` (UTC ms) is when everything is said to have been written.
    CompanyWriter(server::ServerStore &store, server::BlobFolder &contents, Random &random, const Uuid &replica, qint64 at);

    Result<void> insert(const Uuid &author, const QList<model::Record> &rows) override;
    Result<void> update(const Uuid &author, const model::Record &before, const model::Record &after) override;
    Result<void> content(const model::RecordRef &record, model::FieldId field, const QByteArray &bytes) override;
    Result<QString> number(const model::Entity &entity, qint64 at) override;
    /// Commits what is not committed yet. Without it the last part is lost.
    Result<void> finish();

    qint64 records() const { return m_records; }
    qint64 changeSets() const { return m_seq; }

private:
    Result<void> push(const Uuid &author, const QString &name, QList<model::RecordChange> changes);
    Result<void> begin();

    struct StillClock final : Clock {
        qint64 ms = 0;
        qint64 wallMs() const override { return ms; }
        qint64 monotonicMs() const override { return ms; }
    } m_clock;
    server::ServerStore &m_store;
    server::BlobFolder &m_contents;
    UuidMaker m_ids;
    server::PushService m_push;
    Uuid m_replica;
    std::optional<storage::Transaction> m_transaction;
    int m_sets = 0; ///< in the open transaction
    qint64 m_seq = 0;
    qint64 m_records = 0;
};

} // namespace guanxi::demo
