// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/rights.h"
#include "common/rules/guards.h"
#include "common/rules/stockmovements.h"
#include "server/services/refusal.h"

namespace guanxi::server {

/// Who sends a change set.
struct Author {
    Uuid user;
    Uuid replica;
    const model::Rights &rights;
    bool isServer = false; ///< console, jobs, generator: may also write what only the server fills
};

/// What a change set had been before the server was restored; all nothing for others.
struct Past {
    qint64 rev = 0;         ///< the revision it had
    qint64 nextBegin = 0;   ///< where the present incarnation's revisions begin
    bool withdrawn = false; ///< it was parked, and its author has tried again or given up
    QHash<model::RecordRef, QString> numbers;

    /// True for a change that had been made on top of it: its author had seen it.
    bool isBefore(qint64 origin) const { return rev != 0 && origin > rev && origin < nextBegin; }
};

/// A field that two sides changed: the author's value is parked, or a policy made one value of both.
struct FieldClash {
    model::RecordRef record;
    model::FieldChange mine;
    model::Value theirs;
    qint64 theirsRev = 0;
    Uuid theirsUser;
};

/// A stock document took out more than there was, and was posted all the same.
struct Shortage {
    model::RecordRef record; ///< the document, or the back order that holds what was missing
    Error error;
};

/// A row as it was and as the change set leaves it; not written yet.
struct TouchedRow {
    std::optional<ServerRow> before;
    model::Record after;
};

/// Applies one change set to rows in memory: rights, merge, state machines, rules, references, uniqueness. Decides, but
/// writes nothing: PushService writes what it answers.
class ChangeApplier
{
public:
    /// What is given outlives it.
    ChangeApplier(ServerStore &store, const Author &author, qint64 now, const Past &past = {})
        : m_store(store), m_author(author), m_now(now), m_past(past)
    {}

    /// Nothing: applied. A Result error is a fault of the database: nothing may be concluded, try again.
    Result<std::optional<Refusal>> apply(const model::ChangeSet &set);

    /// The changes as they took effect: what the log keeps and others see.
    const QList<model::RecordChange> &effective() const { return m_effective; }
    QHash<model::RecordRef, TouchedRow> &touched() { return m_touched; }
    const QList<FieldClash> &clashes() const { return m_clashes; }
    const QList<FieldClash> &merges() const { return m_merges; }
    const QList<Shortage> &shortages() const { return m_shortages; }
    /// Whose changes on this replica are no changes of somebody else.
    const Uuid &origin() const { return m_origin; }

    /// Where a row stands, seeing rows this change set makes.
    model::RowPlace place(const model::Record &record);

private:
    using Verdict = Result<std::optional<Refusal>>;

    Verdict applyChange(const model::RecordChange &change, bool strict);
    // Records that were merged (merges.cpp)
    /// The same; what points at a record that was merged into another meanwhile points at that one.
    Verdict applyFollowing(const model::RecordChange &change, bool strict);
    Result<model::RecordChange> followed(model::RecordChange change);
    /// Where a record is found now: itself while it lives; none when it was deleted and not merged.
    Result<model::RecordRef> keptOf(model::RecordRef ref);
    /// Takes everything along that still points at a record merged in this set, and back when that is taken back.
    Verdict settleMerges();
    Verdict settleMerge(const model::Record &pair);
    Verdict unsettleMerge(const model::Record &pair);
    void repoint(model::Record row, const model::Field &field, const model::RecordRef &from, const model::RecordRef &to);
    /// A set that takes up a parked one is measured as its first author would be, and only while the conflict is open.
    Verdict takeUp(const model::ChangeSet &set);
    Verdict insert(const model::Entity &entity, const model::RecordChange &change);
    Verdict update(const model::Entity &entity, const model::RecordChange &change, bool strict);
    Verdict removeOrRestore(const model::Entity &entity, const model::RecordChange &change);
    Verdict writeFields(model::Record &record, const QList<model::FieldChange> &fields);
    Verdict checkState(const model::Record &before, model::Record &after);
    /// A step is measured by the state of now, not by the one its author saw: it leads on from there, or is refused.
    std::optional<Refusal> rebaseStep(const model::Entity &entity, model::RecordChange &change, const model::Record &before,
                                      const ForeignChanges &foreign) const;
    /// Somebody else made the same step before.
    bool isStepMade(const model::Entity &entity, const model::RecordChange &change, const model::Record &before) const;
    /// A step that leads to where it begins may write nothing but what the program fills, which no change set shows.
    bool isStepInPlace(const model::Entity &entity, const model::Record &before) const;
    Result<bool> mayRemoveOrRestore(const model::RecordChange &change, const model::Record &row);
    /// May its author make it? A new record whose owner nobody chose by hand is measured as if it stayed his, and goes where the
    /// rules of the company say (ownership.cpp).
    Verdict place(model::Record &record, const model::RecordChange &sent);
    const QList<model::Record> &ownershipRules();
    /// An undo: the step it takes back need not be an arrow, and what the program filled in is emptied again.
    Verdict takeBack(const model::Record &before, model::Record &after);
    Verdict check(const model::Record *before, const model::Record &after, const QList<model::FieldChange> &changed);
    Verdict checkUnique(const model::Record &record, const model::Field &field);
    Verdict checkReference(const model::Record &record, const model::Field &field, const model::Value &value);
    Verdict checkCycle(const model::Record &record, const model::Field &field);
    // What desks tell of themselves (notices.cpp)
    static bool isNotice(const model::Entity &entity, const model::RecordChange &change);
    Verdict note(const model::Entity &entity, const model::RecordChange &change);
    /// Lines of a document that nobody changes any more (documentlines.cpp).
    Verdict checkLines();
    // Stock (stockposting.cpp)
    /// Posts what left the state of a draft in this set, and takes back what returned to it.
    Verdict moveStock();
    Verdict moveStock(const TouchedRow &document);
    /// Where these take out more than there is, and what to say about it.
    struct Missing {
        Uuid warehouse;
        Error error;
    };
    std::optional<Missing> missingFor(const QList<rules::Movement> &movements);
    qint64 policyOf(const Uuid &warehouse);
    /// What the lines take out beyond what is there, by the policy of the warehouse: refused, divided, or noted.
    Verdict coverShortage(const model::Record &document, QList<model::Record> &lines);
    /// What is missing goes into a draft of its own, and leaves the lines.
    model::RecordRef divide(const model::Record &document, QList<model::Record> &lines);
    void changeBalance(const rules::Movement &movement, bool replaces);
    QList<model::Record> balancesOf(const Uuid &product);
    qint64 onHand(const Uuid &product, const Uuid &warehouse);
    /// A row that follows from this set, as if its author had written it.
    void follow(const model::Record &after);

    bool mayWrite(const model::Entity &entity, const model::Field &field) const;
    /// False where only the server decides the value; what a desktop predicted is ignored, not refused.
    bool counts(const model::Entity &entity, const model::Field &field) const;
    /// It says nothing but what the server works out itself: what a desk showed its user meanwhile.
    bool isForetold(const model::Entity &entity, const model::RecordChange &change) const;
    Result<std::optional<Refusal>> refuseFor(sync::ConflictKind kind, ErrorCode code, const model::RecordChange &change,
                                             const model::Entity &entity);
    void noteEffect(const model::RecordChange &sent, const model::Record &before, const model::Record &after);
    /// The revision of a conflict that this set settles and the server has lost: what came up to then its author had seen. 0: none.
    Result<qint64> seenByLostDecision(const model::ChangeSet &set);
    /// Sent again to a restored server, as it took effect there before.
    bool isOfLostTime() const { return m_past.rev > 0; }
    /// A change sent again, to a record that somebody who had seen it deleted or took away since.
    Result<bool> isEarlier(const model::RecordChange &change);
    /// Takes out of a change sent again what had been replaced since by somebody who had seen it; the log keeps it.
    void leaveOutReplaced(model::RecordChange &change, const ForeignChanges &foreign, const model::Record &before);

    /// What guards of transitions may look at.
    rules::Surroundings surroundings();

    /// The row as it stands now: touched before by this set, or stored.
    Result<TouchedRow *> rowOf(const model::Entity &entity, const model::RecordRef &ref);
    model::Record lookup(const model::RecordRef &ref);
    QString ownCurrency();
    /// Live rows whose reference points there, as this set leaves them.
    bool isNew(const model::RecordRef &ref) const;
    QList<model::Record> pointingAt(model::EntityId entity, model::FieldId field, const model::RecordRef &target);
    QList<Uuid> shareesOf(const model::RecordRef &ref);

    ServerStore &m_store;
    const Author &m_author;
    qint64 m_now;
    Past m_past;
    qint64 m_made = 0; ///< when the author acted, by his own clock: filled in as such, never compared
    QHash<model::RecordRef, TouchedRow> m_touched;
    QList<model::RecordChange> m_effective;
    QList<FieldClash> m_clashes;
    QList<FieldClash> m_merges;
    QList<Shortage> m_shortages;
    quint32 m_schema = 0; ///< of the author's program
    int m_transition = 0; ///< the arrow the author names; 0: any that fits
    Uuid m_takesBack;     ///< the action that this set undoes; none for others
    Uuid m_origin = m_author.replica;
    Uuid m_maker = m_author.user; ///< who is said to have made what it makes
    std::optional<QList<model::Record>> m_ownershipRules; ///< once they were asked for
    bool m_taken = false;         ///< it takes up what has been taken up in the same way
    std::optional<Error> m_fault; ///< met inside a lookup, which cannot answer it
};

} // namespace guanxi::server
