// SPDX-License-Identifier: GPL-3.0-or-later
// Changing very many records as one action, and taking that back: prepared in short steps, between which the GUI goes on,
// and written by another thread.
#include "app/data/localrecords.h"

#include "common/base/worker.h"

#include <QPointer>
#include <QTimer>

namespace guanxi::app {

using namespace model;

namespace {

constexpr qsizetype StepRecords = 100;

} // namespace

/// One such action under way, prepared where one looks at it and written on a thread of its own; goes by itself when it ends.
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
          m_progress(std::move(progress)), m_done(std::move(done)), m_parts(records.m_catalogue)
    {
        next(&Bulk::prepare);
    }

private:
    using Written = Result<QSet<RecordRef>>;

    void next(void (Bulk::*step)()) { QTimer::singleShot(0, this, step); }

    void prepare()
    {
        if (!m_context || !m_progress(m_prepared))
            return end(Saved());
        Result<std::optional<Step>> step = m_source();
        if (!step)
            return end(step.error());
        if (*step) {
            m_parts.add((*step)->changes);
            m_prepared += (*step)->records;
            return next(&Bulk::prepare);
        }
        if (m_parts.all().isEmpty())
            return end(Saved());
        m_set = m_records.begin(m_name, m_args, m_parts);
        write();
    }

    /// What was begun to be written is finished, whoever still looks.
    void write()
    {
        takeNext(m_set, m_parts);
        m_writer.ask<Written>([this] { return m_records.write(m_set); }, this, [this](const Written &touched) { wrote(touched); });
    }

    void wrote(const Written &touched)
    {
        if (touched)
            m_records.wrote(*touched);
        if (touched && m_set.part < m_set.parts)
            return write();
        // Parts that were saved before one failed are saved, and can be taken back.
        if (m_name != QLatin1String("undo"))
            m_records.offerUndo(m_set.action);
        end(touched ? Result<Saved>(Saved{m_set.seq, m_set.action}) : touched.error());
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
    sync::Parts m_parts;
    ChangeSet m_set;
    Worker m_writer{QStringLiteral("bulk")}; ///< the last: it waits for what is being written
};

LocalRecords::~LocalRecords()
{
    for (QObject *bulk : children())
        if (dynamic_cast<Bulk *>(bulk))
            delete bulk;
}

void LocalRecords::saveMany(const BulkChange &work, QObject *context, std::function<bool(qsizetype)> progress,
                            std::function<void(Result<Saved>)> done)
{
    const auto source = [this, work, at = qsizetype(0)]() mutable -> Result<std::optional<Bulk::Step>> {
        if (at > 0 && at >= work.records.size())
            return std::optional<Bulk::Step>();
        QList<Edit> edits;
        for (const Record &record : at == 0 ? work.along : QList<Record>())
            edits.append(editOf(record));
        const QList<RecordRef> refs = work.records.mid(at, StepRecords);
        at += StepRecords;
        for (const RecordRef &ref : refs) {
            for (const Record &record : work.becauseOf ? work.becauseOf(ref) : QList<Record>())
                edits.append(editOf(record));
            if (work.becauseOf)
                continue;
            Result<Record> record = load(ref);
            if (!record)
                return record.error();
            Record after = *record;
            work.change(after);
            edits.append(editFrom(*record, after));
        }
        const Result<QList<RecordChange>> changes = changesFor(edits);
        if (!changes)
            return changes.error();
        return std::optional(Bulk::Step{refs.size(), *changes});
    };
    new Bulk(*this, work.action, {}, source, context, std::move(progress), std::move(done));
}

void LocalRecords::saveFrom(const BulkSource &work, QObject *context, std::function<bool(qsizetype)> progress,
                            std::function<void(Result<Saved>)> done)
{
    const auto source = [this, next = work.next]() -> Result<std::optional<Bulk::Step>> {
        const Result<QList<Record>> records = next();
        if (!records)
            return records.error();
        if (records->isEmpty())
            return std::optional<Bulk::Step>();
        QList<Edit> edits;
        for (const Record &record : *records)
            edits.append(editOf(record));
        const Result<QList<RecordChange>> changes = changesFor(edits);
        if (!changes)
            return changes.error();
        return std::optional(Bulk::Step{records->size(), *changes});
    };
    new Bulk(*this, work.action, {}, source, context, std::move(progress), std::move(done));
}

void LocalRecords::undoMany(const Uuid &action, QObject *context, std::function<bool(qsizetype)> progress,
                            std::function<void(Result<Saved>)> done)
{
    const Result<Inverse> inverse = inverseOf(action);
    if (!inverse)
        return done(inverse.error());
    const auto source = [inverse = *inverse]() -> Result<std::optional<Bulk::Step>> {
        const Result<QList<RecordChange>> changes = inverse();
        if (!changes)
            return changes.error();
        return changes->isEmpty() ? std::optional<Bulk::Step>() : std::optional(Bulk::Step{changes->size(), *changes});
    };
    m_undoable.removeAll(action);
    new Bulk(*this, QStringLiteral("undo"), {{QStringLiteral("action"), action.text()}}, source, context, std::move(progress), std::move(done));
}

} // namespace guanxi::app
