// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/query.h"
#include "common/storage/recordstore.h"

namespace guanxi::storage::test {

/// Answers queries by looking at every row, as simply as can be said: what QueryRunner must agree with.
class QueryOracle
{
public:
    explicit QueryOracle(std::vector<StoredRecord> rows) : m_rows(std::move(rows)) {}

    /// How Related finds the other record, and InSubtree the parent of one.
    QHash<Uuid, model::Record> others;
    /// Rows that Referred looks through.
    QList<model::Record> referring;
    model::FieldId parentField = 0;

    std::vector<qint64> rids(const Query &query) const;
    std::vector<const StoredRecord *> matching(const Query &query) const;

private:
    bool passes(const Filter &filter, const model::Record &record, const Query &query) const;
    bool fieldPasses(const Filter &filter, const model::Value &value, const Query &query) const;
    bool inSubtree(const Uuid &id, const Uuid &root) const;
    std::vector<StoredRecord> m_rows;
};

} // namespace guanxi::storage::test
