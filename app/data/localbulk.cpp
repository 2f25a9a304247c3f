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
constexpr qsizetype WaitingParts = 4; // prepared and not written yet, where they are written as they come
constexpr qsizetype PartsAtOnce = 2;  // in one transaction of the cache, as long as nobody waits for it

} // namespace

/// One such action under way, prepared where one looks at it and written on a thread of its own; goes by itself when it ends.
class LocalRecords::Bulk : public QObject
{
public:
    /// AllFirst: nothing is written before all is prepared. AsItComes: in flat memory; what was written when it is called off or
    /// fails is taken back.
    enum class Order { AllFirst, AsItComes };
    using Progress = std::function<bool(qsizetype)>;
    using Done = std::function<void(Result<Saved>)>;

    Bulk(LocalRecords &records, const QString &name, const QJsonObject &args, Order order, BulkSteps source, QObject *context, Progress progress, Done done)
        : QObject(&records), m_records(records), m_order(order), m_source(std::move(source)), m_context(context),
          m_progress(std::move(progress)), m_done(std::move(done)), m_parts(records.m_catalogue), m_set(records.begin(name, args, sync::PartsUncounted))
    {
        next();
    }

private:
    using Written = Result<QSet<RecordRef>>;

    void next() { QTimer::singleShot(0, this, &Bulk::prepare); }

    void prepare()
    {
        if (m_ended)
            return; // writing failed meanwhile
        if (!m_takenBack && (!m_context || !m_progress(m_prepared)))
            return giveUp(Saved());
        Result<std::optional<BulkStep>> step = m_source();
        if (!step)
            return giveUp(step.error());
        if (!*step) {
            m_complete = true;
            if (m_order == Order::AllFirst)
                m_set.parts = int(m_parts.count());
            return write();
        }
        if ((*step)->isApart) {
            m_isFlushing = true;
            return write();
        }
        m_parts.add((*step)->changes);
        m_prepared += (*step)->records;
        if (m_order == Order::AsItComes)
            write();
        m_waits = m_writing && (m_parts.count() > WaitingParts || m_alternates);
        if (!m_waits)
            next();
    }

    /// What was begun to be written is finished, whoever still looks.
    void write()
    {
        if (m_writing || m_parts.count() < (m_complete || m_isFlushing ? 1 : 2)) {
            if (!m_writing && m_complete)
                finish();
            else if (!m_writing && std::exchange(m_isFlushing, false))
                next();
            return;
        }
        const qsizetype open = m_complete || m_isFlushing ? 0 : 1; // more may come to the last one
        m_ready.clear();
        do {
            takeNext(m_set, m_parts);
            m_ready.append(m_set);
        } while (m_ready.size() < PartsAtOnce && m_parts.count() > open);
        m_writing = true;
        m_writer.ask<Written>([this] { return m_records.writeAll(m_ready); }, this, [this](const Written &touched) { wrote(touched); });
    }

    void wrote(const Written &touched)
    {
        m_writing = false;
        m_set.seq = m_ready.last().seq;
        if (!touched) {
            // Parts that were saved before one failed are saved, and can be taken back.
            m_records.synced({});
            if (const Result<QList<qint64>> kept = m_records.m_outbox.seqsOf(m_set.action); kept && !kept->isEmpty())
                offerUndo();
            return end(touched.error());
        }
        m_records.wrote(*touched);
        if (m_givenUp)
            return takeBack(*m_givenUp);
        write();
        if (std::exchange(m_waits, false))
            next();
    }

    /// `result` is told once nothing of it is left.
    void giveUp(const Result<Saved> &result)
    {
        if (m_set.name == UndoName && !m_takenBack)
            m_stays = Uuid::fromText(m_set.args[UndoneAction].toString()).value_or(Uuid());
        if (m_writing)
            m_givenUp = result;
        else
            takeBack(result);
    }

    /// A copy: it may be what was kept in m_givenUp.
    void takeBack(Result<Saved> result)
    {
        const Uuid action = m_set.action;
        if (m_takenBack || m_set.part == 0)
            return end(result);
        Result<BulkSteps> source = m_records.takingBack(action);
        if (!source)
            return end(source.error());
        m_source = std::move(*source);
        m_givenUp.reset();
        m_takenBack = std::move(result);
        m_parts = sync::Parts(m_records.m_catalogue);
        m_set = m_records.begin(UndoName, {{UndoneAction, action.text()}}, sync::PartsUncounted);
        next();
    }

    void finish()
    {
        if (m_takenBack)
            return end(*m_takenBack);
        Saved saved;
        if (m_set.part > 0)
            saved = {m_set.seq, m_set.action};
        end(saved);
    }

    void end(const Result<Saved> &result)
    {
        m_ended = true;
        if (result && !m_takenBack)
            offerUndo();
        if (!m_stays.isNull())
            m_records.offerUndo(m_stays);
        if (m_context)
            m_done(result);
        deleteLater();
    }

    void offerUndo()
    {
        if (m_set.part > 0 && m_set.name != UndoName)
            m_records.offerUndo(m_set.action);
    }

    LocalRecords &m_records;
    Order m_order;
    BulkSteps m_source;
    QPointer<QObject> m_context;
    Progress m_progress;
    Done m_done;
    qsizetype m_prepared = 0;
    bool m_complete = false; ///< all is prepared
    bool m_isFlushing = false; ///< all so far is written before more is prepared
    bool m_waits = false;    ///< preparing does, for what is being written
    bool m_alternates = &m_records.m_view.database() == &m_records.m_cache.database(); ///< a copy in memory has but one connection
    bool m_writing = false;
    bool m_ended = false;
    std::optional<Result<Saved>> m_givenUp;   ///< what is told when the part is written and all is taken back
    std::optional<Result<Saved>> m_takenBack; ///< what is told when it is
    Uuid m_stays; ///< the action that was to be taken back, and is not
    sync::Parts m_parts;
    ChangeSet m_set;
    QList<ChangeSet> m_ready; ///< being written
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
    const auto source = [this, work, at = qsizetype(0)]() mutable -> Result<std::optional<BulkStep>> {
        if (at > 0 && at >= work.records.size())
            return std::optional<BulkStep>();
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
        return std::optional(BulkStep{refs.size(), *changes});
    };
    new Bulk(*this, work.action, {}, Bulk::Order::AllFirst, source, context, std::move(progress), std::move(done));
}

void LocalRecords::saveFrom(const BulkSource &work, QObject *context, std::function<bool(qsizetype)> progress,
                            std::function<void(Result<Saved>)> done)
{
    const auto source = [this, next = work.next, isApart = work.isApart]() -> Result<std::optional<BulkStep>> {
        if (isApart && isApart())
            return std::optional(BulkStep{0, {}, true});
        const Result<std::optional<BulkSource::Piece>> records = next();
        if (!records)
            return records.error();
        if (!*records)
            return std::optional<BulkStep>();
        QList<Edit> edits;
        for (const Record &record : **records)
            edits.append(editOf(record));
        const Result<QList<RecordChange>> changes = changesFor(edits);
        if (!changes)
            return changes.error();
        return std::optional(BulkStep{(*records)->size(), *changes});
    };
    new Bulk(*this, work.action, {}, Bulk::Order::AsItComes, source, context, std::move(progress), std::move(done));
}

Result<LocalRecords::BulkSteps> LocalRecords::takingBack(const Uuid &action) const
{
    const Result<Inverse> inverse = inverseOf(action);
    if (!inverse)
        return inverse.error();
    return BulkSteps([inverse = *inverse]() -> Result<std::optional<BulkStep>> {
        const Result<QList<RecordChange>> changes = inverse();
        if (!changes)
            return changes.error();
        return changes->isEmpty() ? std::optional<BulkStep>() : std::optional(BulkStep{changes->size(), *changes});
    });
}

void LocalRecords::undoMany(const Uuid &action, QObject *context, std::function<bool(qsizetype)> progress,
                            std::function<void(Result<Saved>)> done)
{
    const Result<BulkSteps> source = takingBack(action);
    const Result<QList<qint64>> own = m_outbox.seqsOf(action);
    if (!source || !own)
        return done(source ? own.error() : source.error());
    m_undoable.removeAll(action);
    // Of what others did one cannot say before each is looked at whether it may be taken back.
    const Bulk::Order order = own->isEmpty() ? Bulk::Order::AllFirst : Bulk::Order::AsItComes;
    new Bulk(*this, UndoName, {{UndoneAction, action.text()}}, order, *source, context, std::move(progress), std::move(done));
}

} // namespace guanxi::app
