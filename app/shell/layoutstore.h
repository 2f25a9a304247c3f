// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/outbox.h"

#include <QJsonObject>

namespace guanxi::app {

/// How a workspace was left: where its docks are and which records were open as tabs.
struct WorkspaceLayout {
    QByteArray docks;
    QList<model::RecordRef> records;

    bool isEmpty() const { return docks.isEmpty(); }
};

/// What the frame remembers for this user on this computer, in the outbox file beside the drafts. A value that cannot be
/// written is only forgotten.
class LayoutStore
{
public:
    explicit LayoutStore(Outbox &outbox) : m_outbox(outbox) {}

    WorkspaceLayout layout(const QString &workspace) const;
    void setLayout(const QString &workspace, const WorkspaceLayout &layout);
    QByteArray geometry() const { return bytes(QStringLiteral("window")); }
    void setGeometry(const QByteArray &geometry) { put(QStringLiteral("window"), geometry); }
    /// Columns, filters, splitters of a view.
    QJsonObject viewState(const QString &view) const;
    void setViewState(const QString &view, const QJsonObject &state);
    QString text(const QString &key) const { return QString::fromUtf8(bytes(key)); }
    void setText(const QString &key, const QString &text) { put(key, text.toUtf8()); }
    QList<model::RecordRef> recent() const;
    void setRecent(const QList<model::RecordRef> &recent);

private:
    QByteArray bytes(const QString &key) const;
    void put(const QString &key, const QByteArray &value);

    Outbox &m_outbox;
};

} // namespace guanxi::app
