// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/rules/quality.h"

#include <QSet>

#include <map>

namespace guanxi::app {

/// Goes through all records of an entity, off the GUI thread, for what is not as it should be; what was found is kept true
/// while records change.
class QualityCheck : public QObject
{
    Q_OBJECT

public:
    using Found = std::map<rules::FieldFlaw, QSet<Uuid>>;

    explicit QualityCheck(Records &records, QObject *parent = nullptr);

    /// From the beginning.
    void start(model::EntityId entity);
    bool isRunning() const { return m_running; }
    /// How many records have been looked at.
    qint64 looked() const { return m_looked; }
    const Found &found() const { return m_found; }
    /// Records of which nothing is found are in none.
    const QSet<Uuid> &records(const rules::FieldFlaw &flaw) const;

Q_SIGNALS:
    void progressed();
    /// All has been looked at, or a change made something else of it.
    void changed();
    void failed(const Error &error);

private:
    void lookOn();
    void take(const Found &some);
    void finish();
    void onChanged(const QSet<model::RecordRef> &records);
    void lookAgain();
    void forget(const Uuid &id);

    Records &m_records;
    model::EntityId m_entity = 0;
    bool m_running = false;
    bool m_again = false; ///< so much changed meanwhile that all is to be looked at once more
    qint64 m_at = 0;      ///< the row up to which it has come
    qint64 m_looked = 0;
    quint64 m_round = 0;
    Found m_found;
    QSet<Uuid> m_changed; ///< not looked at again yet
};

} // namespace guanxi::app
