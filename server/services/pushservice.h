// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/syncmessages.h"
#include "server/services/changeapplier.h"
#include "server/services/twinfinder.h"

namespace guanxi::server {

/// A row as a commit left it, and the scopes that saw it before and see it now: what live push needs.
struct CommittedRow {
    model::Record record;
    ScopeIds before;
    ScopeIds after;
};

/// What became of one change set.
struct PushOutcome {
    protocol::PushResult result;
    QList<CommittedRow> rows;
};

/// The one way into the company's database: takes change sets in order, applies or parks them, gives revisions, writes
/// rows, feed, log and answers. A repeated change set is answered from the first time. Everything happens inside the
/// caller's transaction, several change sets to one commit.
class PushService
{
public:
    PushService(ServerStore &store, UuidMaker &ids, const Clock &clock) : m_store(store), m_ids(ids), m_clock(clock), m_twins(store) {}

    /// `recovered`: what its author knows of it from before the server was restored. Errors: UnexpectedFrame(expected seq)
    /// for a gap, DeviceUnknown; database faults. After an error the caller rolls back: nothing may be concluded.
    Result<PushOutcome> push(const model::ChangeSet &set, const Author &author, const std::optional<protocol::Recovered> &recovered = {});
    /// Records that deciding about it will ask for: those it changes, and those they point at.
    QSet<model::RecordRef> namedIn(const model::ChangeSet &set) const;
    /// Goes the way of push() as far as it only asks; false where it is refused by what is known so far (ServerStore::Recall::foresee).
    bool foresee(const model::ChangeSet &set, const Author &author);
    /// Parks a change set as it is, without looking into it: what a revoked replica had not sent, and what the server
    /// fails at.
    Result<PushOutcome> keep(const model::ChangeSet &set, const Refusal &reason);

    /// Before the first change set of a run: what is derived from the rows and was not kept by an older program.
    Result<void> prepare() { return m_twins.build(); }
    /// Makes the replica known; its first change set has seq 1.
    Result<void> addReplica(const Uuid &replica, const Uuid &user, const QByteArray &publicKey, const QString &name);
    /// Makes another replica of the same installation's user, which begins after `seq` and may see again what the first
    /// was shown; answers its id.
    Result<Uuid> fork(const Uuid &replica, const QByteArray &publicKey, qint64 seq);
    Result<qint64> lastSeq(const Uuid &replica);
    /// The user who works there.
    Result<Uuid> userOf(const Uuid &replica);
    /// The client has the results up to `seq`: forgets those that nothing can depend on.
    Result<void> confirm(const Uuid &replica, qint64 seq);

private:
    Result<std::optional<PushOutcome>> repeated(const model::ChangeSet &set);
    /// A copy sends what the original, or another copy, has sent before it.
    Result<bool> sentByOther(const model::ChangeSet &set);
    /// What is believed of it: only what can have been lost.
    Result<Past> pastOf(const std::optional<protocol::Recovered> &recovered);
    Result<bool> dependsOnParked(const model::ChangeSet &set);
    Result<PushOutcome> decide(const model::ChangeSet &set, const Author &author, const Past &past);
    Result<PushOutcome> take(const model::ChangeSet &set, const Author &author, ChangeApplier &applier, const Past &past);
    Result<PushOutcome> park(const model::ChangeSet &set, const Author &author, const Refusal &refusal);
    Result<void> finish(const model::ChangeSet &set, const protocol::PushResult &result);

    Result<QList<model::RecordChange>> assignNumbers(ChangeApplier &applier, const Past &past);
    /// What a record written by this change set may be known again by, and was not before.
    struct FreshKeys {
        model::Record record;
        QStringList keys;
    };
    Result<QList<FreshKeys>> writeRows(ChangeApplier &applier, qint64 rev, qint64 consequenceRev, const QSet<Uuid> &consequences,
                                       QList<CommittedRow> &rows);
    /// Takes rows that inherit from a moved one along.
    Result<void> moveChildren(const model::RecordRef &parent, qint64 rev, QList<CommittedRow> &rows, ChangeApplier &applier, int depth);
    /// A record that is made may have conflicts already, if it was refused before: now they stand where it stands.
    Result<void> moveConflicts(const model::RecordRef &about, qint64 rev, QList<CommittedRow> &rows, ChangeApplier &applier);
    Result<QList<ServerRow>> conflictsAbout(const model::RecordRef &about);
    /// Gives a row the scopes of where it stands now, and its children with it.
    Result<void> moveRow(const ServerRow &row, qint64 rev, QList<CommittedRow> &rows, ChangeApplier &applier, int depth);
    /// Records whose shares this change set made, changed or took back.
    QSet<model::RecordRef> sharedAnew(ChangeApplier &applier);
    /// A later value of the same author for the same field joins the record that is open about it.
    Result<model::RecordChange> keepClash(const model::ChangeSet &set, const FieldClash &clash, ChangeApplier &applier, qint64 rev,
                                          QList<CommittedRow> &rows);
    // Advice about what was applied (advice.cpp)
    static bool looksForTwins(const model::ChangeSet &set, const Author &author);
    Result<QList<model::RecordChange>> advise(const model::ChangeSet &set, const Author &author, const QList<FreshKeys> &fresh,
                                              ChangeApplier &applier, qint64 rev, QList<CommittedRow> &rows);
    /// Two values that a policy made one of: closed from the start, so that it is found in the history and asks nothing.
    Result<model::RecordChange> noteMerge(const model::ChangeSet &set, const FieldClash &merge, ChangeApplier &applier, qint64 rev,
                                          QList<CommittedRow> &rows);
    /// Tells the author of another record that may be the same thing; nothing when there is none, or he was told before.
    Result<std::optional<model::RecordChange>> adviseTwin(const model::ChangeSet &set, const Author &author, const FreshKeys &fresh,
                                                          ChangeApplier &applier, qint64 rev, QList<CommittedRow> &rows);
    Result<bool> wasAdvised(const model::RecordRef &record, const model::RecordRef &twin);
    /// Tells the author that stock ran short although his document was posted.
    Result<model::RecordChange> adviseShortage(const model::ChangeSet &set, const Shortage &shortage, ChangeApplier &applier, qint64 rev,
                                               QList<CommittedRow> &rows);
    Result<std::optional<ServerRow>> openClash(const model::ChangeSet &set, const FieldClash &clash);
    /// The open conflict that a set takes up; refused once more it stays the one record about it.
    Result<std::optional<ServerRow>> takenUp(const model::ChangeSet &set, const Author &author, ChangeApplier &applier);
    Result<model::RecordChange> writeConflict(const std::optional<ServerRow> &before, model::Record conflict, ChangeApplier &applier,
                                              qint64 rev, QList<CommittedRow> &rows);
    Result<void> logConsequences(const model::ChangeSet &cause, const QList<model::RecordChange> &changes, qint64 rev);
    model::Record conflictRecord(const model::ChangeSet &set, sync::ConflictKind kind, const model::RecordRef &ref);
    Result<void> nameOther(model::Record &conflict, const ForeignChanges::Change &theirs);

    ServerStore &m_store;
    UuidMaker &m_ids;
    const Clock &m_clock;
    TwinFinder m_twins;
};

} // namespace guanxi::server
