// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QJsonObject>

namespace guanxi::app {

/// The user's own named views of one entity's list (columns, order, filter), kept as synced UserSetting records, so that
/// they are the same on every computer.
class SavedViews
{
public:
    struct View {
        Uuid id;
        QString name;
        QJsonObject state;
    };

    /// `subject`: of what else there are some by name, for example how files are imported.
    SavedViews(Records &records, const model::Entity &entity, const QString &subject = QStringLiteral("list"))
        : m_records(records), m_entity(entity), m_subject(subject)
    {}

    /// By name.
    QList<View> all() const;
    /// Replaces the view of that name.
    Result<Saved> save(const QString &name, const QJsonObject &state);
    Result<Saved> remove(const Uuid &view);

private:
    QString key() const;
    const model::Entity *settings() const;

    Records &m_records;
    const model::Entity &m_entity;
    QString m_subject;
};

} // namespace guanxi::app
