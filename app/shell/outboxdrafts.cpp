// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/outboxdrafts.h"

namespace guanxi::app {

namespace {

// The outbox knows values by name only, so the names of the drafts are a value of their own.
QString indexKey() { return QStringLiteral("drafts"); }
QString valueKey(const QString &key) { return QStringLiteral("draft/") + key; }

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

void OutboxDrafts::writeKeys(const QStringList &keys) { (void)m_outbox.setValue(indexKey(), keys.join(u'\n').toUtf8()); }

} // namespace guanxi::app
