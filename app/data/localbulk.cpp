// SPDX-License-Identifier: GPL-3.0-or-later
// Changing very many records as one action: prepared and written in short steps, between which the GUI goes on.
#include "app/data/localrecords.h"

#include <QPointer>
#include <QTimer>

namespace guanxi::app {

using namespace model;

namespace {

constexpr qsizetype StepRecords = 100;

} // namespace

/// One such action under way; goes by itself when it ends.
class LocalRecords::Bulk : public QObject
{
public:
    using Progress = std::function<bool(qsizetype)>;
    using Done = std::function<void(Result<Saved>)>;

    Bulk(LocalRecords &records, const BulkChange &work, QObject *context, Progress progress, Done done)
        : QObject(&records), m_records(records), m_work(work), m_context(context), m_progress(std::move(progress)), m_done(std::move(done))
    {
        next(&Bulk::prepare);
    }

private:
    void next(void (Bulk::*step)()) { QTimer::singleShot(0, this, step); }

    void prepare()
    {
        if (!m_context || !m_progress(m_prepared))
            return end(Saved());
        const bool first = m_prepared == 0;
        QList<Record> records = first ? m_work.along : QList<Record>();
        for (const RecordRef &ref : m_work.records.mid(m_prepared, StepRecords)) {
            Result<Record> record = m_records.load(ref);
            if (!record)
                return end(record.error());
            m_work.change(*record);
            records.append(*record);
        }
        const Result<QList<RecordChange>> changes = m_records.changesFor(records);
        if (!changes)
            return end(changes.error());
        m_changes.append(*changes);
        m_prepared += StepRecords;
        if (m_prepared < m_work.records.size())
            return next(&Bulk::prepare);
        if (m_changes.isEmpty() || !m_progress(m_work.records.size()))
            return end(Saved());
        m_set = m_records.begin(m_work.action, {}, m_changes.size());
        next(&Bulk::write);
    }

    /// What was begun to be written is finished, whoever still looks.
    void write()
    {
        const Result<Saved> saved = m_records.commitNext(m_set, m_changes);
        if (saved && m_set.part < m_set.parts)
            return next(&Bulk::write);
        // Parts that were saved before one failed are saved, and can be taken back.
        m_records.offerUndo(m_set.action);
        end(saved);
    }

    void end(const Result<Saved> &result)
    {
        if (m_context)
            m_done(result);
        deleteLater();
    }

    LocalRecords &m_records;
    BulkChange m_work;
    QPointer<QObject> m_context;
    Progress m_progress;
    Done m_done;
    qsizetype m_prepared = 0;
    QList<RecordChange> m_changes;
    ChangeSet m_set;
};

void LocalRecords::saveMany(const BulkChange &work, QObject *context, std::function<bool(qsizetype)> progress,
                            std::function<void(Result<Saved>)> done)
{
    new Bulk(*this, work, context, std::move(progress), std::move(done));
}

} // namespace guanxi::app
