// SPDX-License-Identifier: GPL-3.0-or-later
// Changing very many records as one action, and taking that back: prepared and written in short steps, between which the
// GUI goes on.
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
    /// What is next to be done to how many more records; nothing left: the end.
    struct Step {
        qsizetype records = 0;
        QList<RecordChange> changes;
    };
    using Source = std::function<Result<std::optional<Step>>()>;

    Bulk(LocalRecords &records, const QString &name, const QJsonObject &args, Source source, QObject *context, Progress progress, Done done)
        : QObject(&records), m_records(records), m_name(name), m_args(args), m_source(std::move(source)), m_context(context),
          m_progress(std::move(progress)), m_done(std::move(done))
    {
        next(&Bulk::prepare);
    }

private:
    void next(void (Bulk::*step)()) { QTimer::singleShot(0, this, step); }

    void prepare()
    {
        if (!m_context || !m_progress(m_prepared))
            return end(Saved());
        Result<std::optional<Step>> step = m_source();
        if (!step)
            return end(step.error());
        if (*step) {
            m_changes.append(std::move((*step)->changes));
            m_prepared += (*step)->records;
            return next(&Bulk::prepare);
        }
        if (m_changes.isEmpty())
            return end(Saved());
        m_set = m_records.begin(m_name, m_args, m_changes.size());
        next(&Bulk::write);
    }

    /// What was begun to be written is finished, whoever still looks.
    void write()
    {
        const Result<Saved> saved = m_records.commitNext(m_set, m_changes);
        if (saved && m_set.part < m_set.parts)
            return next(&Bulk::write);
        // Parts that were saved before one failed are saved, and can be taken back.
        if (m_name != QLatin1String("undo"))
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
    QString m_name;
    QJsonObject m_args;
    Source m_source;
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
    const auto source = [this, work, at = qsizetype(0)]() mutable -> Result<std::optional<Bulk::Step>> {
        if (at > 0 && at >= work.records.size())
            return std::optional<Bulk::Step>();
        QList<Record> records = at == 0 ? work.along : QList<Record>();
        const QList<RecordRef> refs = work.records.mid(at, StepRecords);
        at += StepRecords;
        for (const RecordRef &ref : refs) {
            Result<Record> record = load(ref);
            if (!record)
                return record.error();
            work.change(*record);
            records.append(*record);
        }
        const Result<QList<RecordChange>> changes = changesFor(records);
        if (!changes)
            return changes.error();
        return std::optional(Bulk::Step{refs.size(), *changes});
    };
    new Bulk(*this, work.action, {}, source, context, std::move(progress), std::move(done));
}

void LocalRecords::undoMany(const Uuid &action, QObject *context, std::function<bool(qsizetype)> progress,
                            std::function<void(Result<Saved>)> done)
{
    const Result<QList<RecordChange>> inverse = inverseOfAction(action);
    if (!inverse)
        return done(inverse.error());
    const auto source = [this, inverse = *inverse, at = qsizetype(0)]() mutable -> Result<std::optional<Bulk::Step>> {
        if (at >= inverse.size())
            return std::optional<Bulk::Step>();
        const QList<RecordChange> some = inverse.mid(at, StepRecords);
        at += StepRecords;
        const Result<QList<RecordChange>> changes = asOfNow(some);
        if (!changes)
            return changes.error();
        return std::optional(Bulk::Step{some.size(), *changes});
    };
    m_undoable.removeAll(action);
    new Bulk(*this, QStringLiteral("undo"), {{QStringLiteral("action"), action.text()}}, source, context, std::move(progress), std::move(done));
}

} // namespace guanxi::app
