// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "server/demo/recordsink.h"

#include <QHash>
#include <QSet>

namespace guanxi::test {

/// Keeps what the generator hands over, as a database would, and complains about what one would refuse.
class CollectingSink final : public demo::RecordSink
{
public:
    Result<void> insert(const Uuid &author, const QList<model::Record> &rows) override;
    Result<void> update(const Uuid &author, const model::Record &before, const model::Record &after) override;
    Result<QString> number(const model::Entity &entity, qint64 at) override;

    QList<model::Record> of(model::EntityId entity) const;
    model::Record find(const model::RecordRef &ref) const;
    /// Everything, in the order in which it came.
    const QList<model::RecordRef> &order() const { return m_order; }
    /// What a database would have refused.
    const QStringList &complaints() const { return m_complaints; }
    /// SHA-256 over all rows, sorted by id.
    QByteArray digest() const;

private:
    void checkReferences(const model::Record &row);

    QHash<model::RecordRef, model::Record> m_rows;
    QList<model::RecordRef> m_order;
    QHash<QString, qint64> m_counters;
    QSet<QString> m_unique;
    QStringList m_complaints;
};

/// One row as text, for digests and messages.
QByteArray rowText(const model::Record &row);
/// SHA-256 over the rows, sorted by entity and id.
QByteArray digestOf(QList<model::Record> rows);

} // namespace guanxi::test
