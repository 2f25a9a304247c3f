// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/services/smallcompany.h"
#include "tests/support/memorydesk.h"

namespace guanxi::test {

/// A company with desktops: Ann looks after her own customers in the east, Bea sees those of everybody.
class DeskCompany : public SmallCompany
{
public:
    explicit DeskCompany(storage::Backend backend = storage::Backend::Sqlite, MemoryServer::Declare declare = MemoryServer::declareSome);

    /// Everybody is connected and comes to rest.
    void meet();
    void settle(int seconds = 120);
    /// The desk's copy is exactly what its user may see.
    void checkExact(MemoryDesk &desk);
    /// Saves one value and answers what was saved.
    app::Saved change(MemoryDesk &desk, const model::RecordRef &ref, model::FieldId field, const model::Value &value);
    model::Record make(MemoryDesk &desk, const QString &name);
    /// Ann writes "mine" while she is away, Bea "theirs": the conflict about it once they have met.
    model::Record clash(const model::Record &record, model::TextField field);
    QString shown(MemoryDesk &desk, const model::RecordRef &ref, model::TextField field);

    Uuid annId;
    Uuid beaId;
    MemoryDesk ann;
    MemoryDesk bea;
};

} // namespace guanxi::test
