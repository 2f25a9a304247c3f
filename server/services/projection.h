// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/rights.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

/// A row as somebody with `rights` may see it: fields projected, and what a conflict shows hidden with its record and its
/// field. `seesSubject`: he sees the record that the row is about; asked of conflicts only.
model::Record projectRow(const model::Record &record, const model::Rights &rights, const model::Catalogue &catalogue, bool seesSubject);

/// Somebody who looks at rows of the store, with the rights of this moment: the one way out of it.
class Reader
{
public:
    using Sees = std::function<bool(const ScopeIds &)>;

    Reader(ServerStore &store, const model::Rights &rights, Sees sees) : m_store(store), m_rights(rights), m_sees(std::move(sees)) {}

    bool sees(const ScopeIds &scopes) const { return m_sees(scopes); }
    /// The row as he may see it; whether he may see it at all is asked before.
    Result<model::Record> project(const model::Record &record) const;
    /// What he may read of a change to `record`: hidden and masked fields left out.
    Result<model::RecordChange> project(const model::RecordChange &change, const model::Record &record) const;
    /// What he may read of a change set about `record`: other records, hidden and masked fields left out.
    Result<model::ChangeSet> project(const model::ChangeSet &set, const model::Record &record) const;

private:
    Result<bool> seesSubject(const model::Record &record) const;

    ServerStore &m_store;
    const model::Rights &m_rights;
    Sees m_sees;
};

} // namespace guanxi::server
