// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/outboxdrafts.h"

#include "app/data/drafts.h"
#include "common/sync/parkedset.h"

namespace guanxi::app {

namespace {

// The outbox knows values by name only, so the names of the drafts are a value of their own.
QString indexKey() { return QStringLiteral("drafts"); }
QString valueKey(const QString &key) { return QStringLiteral("draft/") + key; }

/// What its author had seen is not known any more.
model::RecordChange changeOf(const Draft &draft)
{
    model::RecordChange change{draft.isNew ? model::ChangeKind::Insert : model::ChangeKind::Update, draft.record, 0, {}};
    for (const auto &[field, value] : draft.values)
        change.fields.append({field, std::nullopt, value, 0});
    return change;
}

} // namespace

void OutboxDrafts::put(const QString &key, const QByteArray &draft)
{
    // A draft that cannot be kept (full disk) is still in the form; saving will say what is wrong.
    if (!m_outbox.setValue(valueKey(key), draft))
        return;
    QStringList names = keys();
    if (names.contains(key))
        return;
    names.append(key);
    writeKeys(names);
}

QByteArray OutboxDrafts::get(const QString &key) const
{
    const Result<QByteArray> value = m_outbox.value(valueKey(key));
    return value ? *value : QByteArray();
}

void OutboxDrafts::remove(const QString &key)
{
    QStringList names = keys();
    if (names.removeAll(key) == 0)
        return;
    writeKeys(names);
    (void)m_outbox.setValue(valueKey(key), {});
}

QStringList OutboxDrafts::keys() const
{
    const Result<QByteArray> names = m_outbox.value(indexKey());
    return names && !names->isEmpty() ? QString::fromUtf8(*names).split(u'\n') : QStringList();
}

Result<void> OutboxDrafts::handOver(qint64 at, quint32 schema, UuidMaker &ids)
{
    const QList<Draft> drafts = allDrafts(*this);
    if (drafts.isEmpty())
        return {};
    return m_outbox.atomically([&]() -> Result<void> {
        for (const Draft &draft : drafts) {
            model::ChangeSet set;
            set.user = m_outbox.identity().user;
            set.at = at;
            set.action = ids.next();
            set.name = sync::DraftAction;
            set.schema = schema;
            set.changes = {changeOf(draft)};
            GUANXI_TRY(m_outbox.append(set));
            GUANXI_TRY(m_outbox.setValue(valueKey(draftKey(draft.record)), {}));
        }
        return m_outbox.setValue(indexKey(), {});
    });
}

void OutboxDrafts::writeKeys(const QStringList &keys) { (void)m_outbox.setValue(indexKey(), keys.join(u'\n').toUtf8()); }

} // namespace guanxi::app
