// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/record.h"

namespace guanxi::demo {

/// Where the generator's records go: a company's database, or a test.
class RecordSink
{
public:
    static constexpr qsizetype GroupSize = 500; ///< records given at once, at most

    virtual ~RecordSink() = default;
    /// New records of one author; what they point at was given before, or stands before them.
    virtual Result<void> insert(const Uuid &author, const QList<model::Record> &rows) = 0;
    /// A record that was given changes.
    virtual Result<void> update(const Uuid &author, const model::Record &before, const model::Record &after) = 0;
    /// What a field of a record that comes later holds, where there is a place for contents; its id is that of its manifest.
    virtual Result<void> content(const model::RecordRef &, model::FieldId, const QByteArray &) { return {}; }
    /// The next document number of the entity in the period of `at` (UTC ms).
    virtual Result<QString> number(const model::Entity &entity, qint64 at) = 0;
};

} // namespace guanxi::demo
