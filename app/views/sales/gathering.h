// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QTimer>

namespace guanxi::app {

/// Questions to the local database whose answers belong together: asked in rounds, one at a time, off the GUI thread, and again when
/// records of those entities change.
class Gathering : public QObject
{
    Q_OBJECT

public:
    using Take = std::function<void(const storage::Tally &)>;

    /// `questions` calls ask() for each.
    Gathering(Records &records, QSet<model::EntityId> about, std::function<void()> questions, QObject *parent = nullptr);

    /// Now, or after the round that is under way.
    void begin();
    bool isWaiting() const { return m_waiting > 0; }
    /// `take` gets each tally of the answer.
    void ask(const storage::Query &query, const QList<storage::Path> &by, const QList<model::FieldId> &sums, Take take);

Q_SIGNALS:
    /// All of a round was answered.
    void gathered();
    /// Something was not answered; the round goes on without it.
    void failed(const Error &error);

private:
    void onChanged(const QSet<model::RecordRef> &changed);
    void endOne();

    Records &m_records;
    QSet<model::EntityId> m_about;
    std::function<void()> m_questions;
    QTimer m_soon; ///< changes come in crowds
    int m_waiting = 0;
    bool m_again = false;
};

/// A query over one entity.
storage::Query over(model::EntityId entity, const QList<model::Filter> &filters);

} // namespace guanxi::app
