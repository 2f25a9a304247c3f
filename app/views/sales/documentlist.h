// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/views/view.h"

#include <QWidget>

class QButtonGroup;

namespace guanxi::app {

class RecordListView;

/// A ready-made filter over a list.
struct ReadyFilter {
    std::function<QString()> text; ///< in the language of the moment
    std::function<storage::Filter(const Records &records)> filter; ///< of today
};

/// A list of documents with ready-made filters.
class DocumentList : public QWidget
{
    Q_OBJECT

public:
    DocumentList(ViewContext &context, model::EntityId entity, QList<ReadyFilter> filters, QWidget *parent = nullptr);

    RecordListView &list() const { return *m_list; }
    void choose(int filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Records &m_records;
    QList<ReadyFilter> m_filters;
    QButtonGroup *m_buttons;
    RecordListView *m_list;
};

/// The list of an entity with its ready-made filters; it has the id of the plain list whose place it takes.
class DocumentListFactory final : public ViewFactory
{
public:
    DocumentListFactory(const model::Entity &entity, QList<ReadyFilter> filters) : m_entity(entity), m_filters(std::move(filters)) {}

    QString id() const override { return QStringLiteral("list.") + m_entity.name; }
    QString title() const override;
    QString icon() const override { return m_entity.icon; }
    model::Workspace workspace() const override { return m_entity.workspace; }
    model::EntityId entity() const override { return m_entity.id; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new DocumentList(context, m_entity.id, m_filters, parent); }
    QJsonObject saveState(const QWidget *widget) const override;
    void restoreState(QWidget *widget, const QJsonObject &state) const override;

private:
    const model::Entity &m_entity;
    QList<ReadyFilter> m_filters;
};

/// All quotes, contracts, orders or instalments, and those that wait for somebody; none for other entities.
QList<ReadyFilter> readyFilters(model::EntityId entity);

} // namespace guanxi::app
