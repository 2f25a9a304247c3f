// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/view.h"

namespace guanxi::app {

/// The generic view of an entity: its list. Enough for every subject that has no view of its own yet.
class RecordListFactory : public ViewFactory
{
public:
    explicit RecordListFactory(const model::Entity &entity) : m_entity(entity) {}

    QString id() const override;
    QString title() const override;
    QString icon() const override { return m_entity.icon; }
    model::Workspace workspace() const override { return m_entity.workspace; }
    model::EntityId entity() const override { return m_entity.id; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override;
    QJsonObject saveState(const QWidget *widget) const override;
    void restoreState(QWidget *widget, const QJsonObject &state) const override;

private:
    const model::Entity &m_entity;
};

} // namespace guanxi::app
