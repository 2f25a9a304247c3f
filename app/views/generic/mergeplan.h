// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QTimer>

namespace guanxi::app {

/// Two records that are one thing: what it takes to make one of them. Everything that points at the one that goes is found in
/// short steps, however much it is; then it is one action, that can be undone.
class MergePlan : public QObject
{
    Q_OBJECT

public:
    explicit MergePlan(Records &records, QObject *parent = nullptr);

    /// What points at the one that goes, by entity.
    struct Kind {
        const model::Entity *entity = nullptr;
        qint64 moves = 0;     ///< with the action
        qint64 follows = 0;   ///< moved by the server, as nobody may change them in their state
        qint64 forbidden = 0; ///< the user may not change them
    };
    /// Why it cannot be done.
    enum class Obstacle { None, Gone, MayNotDelete, MayNotEdit, Closed, MayNotMove };

    /// Looks anew; ready() or failed() tells when.
    void prepare(const model::RecordRef &goes, const model::RecordRef &stays);
    bool isReady() const { return m_ready; }
    Obstacle obstacle() const { return m_obstacle; }
    const QList<Kind> &kinds() const { return m_kinds; }
    qsizetype total() const { return m_rows.size(); }
    const model::RecordRef &goes() const { return m_goes; }
    const model::RecordRef &stays() const { return m_stays; }

    /// Saves it: `stays` is the one that is kept as it is to be; `along` is saved with it.
    void perform(const model::Record &stays, const QList<model::Record> &along, QObject *context, std::function<bool(qsizetype)> progress,
                 std::function<void(Result<Saved>)> done);

Q_SIGNALS:
    void ready();
    void failed(const Error &error);

private:
    Obstacle obstacleNow() const;
    void findNext();
    void step();
    void judge(const model::Record &row, Kind &kind);
    model::Record repointed(model::Record row) const;
    /// The note by which the one that goes is found under the other from now on.
    model::Record note() const;

    Records &m_records;
    model::RecordRef m_goes;
    model::RecordRef m_stays;
    QList<const model::Entity *> m_holders;
    QList<Kind> m_kinds;
    QList<model::RecordRef> m_rows; ///< that move
    Records::Rows m_found;
    size_t m_at = 0;
    Obstacle m_obstacle = Obstacle::None;
    bool m_ready = false;
    int m_round = 0;
    QTimer m_timer;
};

} // namespace guanxi::app
