// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QSet>
#include <QTimer>

#include <map>

namespace guanxi::app {

/// Which values of which records are to be written as they should be, as far as the user may write them. Found in short steps on
/// the GUI thread.
class TidyPlan : public QObject
{
    Q_OBJECT

public:
    TidyPlan(Records &records, model::EntityId entity, const std::map<model::FieldId, QSet<Uuid>> &untidy, QObject *parent = nullptr);

    bool isReady() const { return m_ready; }
    const model::Entity &entity() const { return m_entity; }
    /// By field: the records in which it can be tidied.
    const std::map<model::FieldId, QList<Uuid>> &values() const { return m_values; }
    /// Untidy values that this user may not write.
    qsizetype forbidden() const { return m_forbidden; }
    /// All values of these fields as one action.
    BulkChange change(const QSet<model::FieldId> &fields) const;

Q_SIGNALS:
    void ready();

private:
    void step();
    void look(const Uuid &id);

    Records &m_records;
    const model::Entity &m_entity;
    std::map<model::FieldId, QSet<Uuid>> m_untidy;
    QList<Uuid> m_left;
    std::map<model::FieldId, QList<Uuid>> m_values;
    qsizetype m_forbidden = 0;
    bool m_ready = false;
    QTimer m_timer;
};

} // namespace guanxi::app
