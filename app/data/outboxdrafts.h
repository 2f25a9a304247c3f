// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/draftstore.h"
#include "app/data/outbox.h"
#include "common/base/uuid.h"

namespace guanxi::app {

/// Drafts of forms, kept in the outbox: durable and encrypted like the records themselves.
class OutboxDrafts final : public DraftStore
{
public:
    explicit OutboxDrafts(Outbox &outbox) : m_outbox(outbox) {}

    void put(const QString &key, const QByteArray &draft) override;
    QByteArray get(const QString &key) const override;
    void remove(const QString &key) override;
    QStringList keys() const override;
    /// What stands in forms becomes change sets named `draft`, to be looked at by somebody else: this computer is being removed.
    Result<void> handOver(qint64 at, quint32 schema, UuidMaker &ids);

private:
    void writeKeys(const QStringList &keys);

    Outbox &m_outbox;
};

} // namespace guanxi::app
