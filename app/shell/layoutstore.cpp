// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/layoutstore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace guanxi::app {

namespace {

QString keyOf(const QString &name) { return QStringLiteral("shell/") + name; }

QJsonArray toJson(const QList<model::RecordRef> &refs)
{
    QJsonArray array;
    for (const model::RecordRef &ref : refs)
        array.append(QJsonArray{ref.entity, ref.id.text()});
    return array;
}

QList<model::RecordRef> refsFrom(const QJsonArray &array)
{
    QList<model::RecordRef> refs;
    for (const QJsonValue &entry : array)
        if (const std::optional<Uuid> id = Uuid::fromText(entry.toArray().at(1).toString()))
            refs.append({model::EntityId(entry.toArray().at(0).toInt()), *id});
    return refs;
}

} // namespace

QByteArray LayoutStore::bytes(const QString &key) const
{
    const Result<QByteArray> value = m_outbox.value(keyOf(key));
    return value ? *value : QByteArray();
}

void LayoutStore::put(const QString &key, const QByteArray &value)
{
    if (bytes(key) != value)
        (void)m_outbox.setValue(keyOf(key), value);
}

WorkspaceLayout LayoutStore::layout(const QString &workspace) const
{
    const QJsonObject object = QJsonDocument::fromJson(bytes(QStringLiteral("layout/") + workspace)).object();
    return {QByteArray::fromBase64(object[QStringLiteral("docks")].toString().toLatin1()),
            refsFrom(object[QStringLiteral("records")].toArray())};
}

void LayoutStore::setLayout(const QString &workspace, const WorkspaceLayout &layout)
{
    const QJsonObject object{{QStringLiteral("docks"), QString::fromLatin1(layout.docks.toBase64())},
                             {QStringLiteral("records"), toJson(layout.records)}};
    put(QStringLiteral("layout/") + workspace,
        layout.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject LayoutStore::viewState(const QString &view) const
{
    return QJsonDocument::fromJson(bytes(QStringLiteral("view/") + view)).object();
}

void LayoutStore::setViewState(const QString &view, const QJsonObject &state)
{
    if (!state.isEmpty())
        put(QStringLiteral("view/") + view, QJsonDocument(state).toJson(QJsonDocument::Compact));
}

QList<model::RecordRef> LayoutStore::recent() const
{
    return refsFrom(QJsonDocument::fromJson(bytes(QStringLiteral("recent"))).array());
}

void LayoutStore::setRecent(const QList<model::RecordRef> &recent)
{
    put(QStringLiteral("recent"), QJsonDocument(toJson(recent)).toJson(QJsonDocument::Compact));
}

} // namespace guanxi::app
