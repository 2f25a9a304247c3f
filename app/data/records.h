// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/alike.h"
#include "app/data/departure.h"
#include "app/data/history.h"
#include "common/model/catalogue.h"
#include "common/model/changeset.h"
#include "common/model/record.h"
#include "common/model/rights.h"
#include "common/storage/query.h"

#include <QObject>

#include <functional>
#include <span>
#include <vector>

namespace guanxi::app {

class Attachments;

/// A saved action, as undo and the "Saved · Undo" notice need it.
struct Saved {
    qint64 seq = 0;
    Uuid action;
};

/// A value a dictionary field may take, worded in the language of the moment.
struct DictionaryChoice {
    Uuid id;
    QString code;
    QString label;
    QString color;
    Uuid parent;
    bool active = true;
};

/// What one action makes of many records.
struct BulkChange {
    QString action;
    QList<model::RecordRef> records;
    std::function<void(model::Record &)> change; ///< asked for each, as it is at that moment
    QList<model::Record> along{};                ///< saved with them, as they are
    std::function<QList<model::Record>(const model::RecordRef &)> becauseOf{}; ///< in place of `change`: what is saved because of each, new or changed
};

/// Records that one action saves, of which only some are in memory at a time.
struct BulkSource {
    /// Some more, as they are to be; perhaps none yet.
    using Piece = QList<model::Record>;

    QString action;
    std::function<Result<std::optional<Piece>>()> next; ///< nothing: these were all
    std::function<bool()> isApart{}; ///< asked before next(): true once where what comes must find saved what came before
};

/// The one door between views and data. Reads answer from the local copy; writes become change sets that are in the
/// outbox (durable) before they return. Works the same online and offline. Lives on the GUI thread; searching and
/// sorting run on a reader thread of its own.
class Records : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual const model::Catalogue &catalogue() const = 0;
    virtual const model::Rights &rights() const = 0;
    /// The user who is signed in.
    virtual Uuid me() const = 0;

    /// The record as the user sees it (server row with unsent changes on top); NotFound when not in the local copy.
    virtual Result<model::Record> load(const model::RecordRef &ref) const = 0;
    /// A handful of rows by row number, in that order: what a list window needs. At most a few hundred.
    virtual Result<QList<model::Record>> window(model::EntityId entity, std::span<const qint64> rows) const = 0;

    using Rows = std::vector<qint64>;
    /// All matching row numbers in order, found off the GUI thread; `done` runs on it, unless `context` is gone.
    virtual void find(const storage::Query &query, QObject *context, std::function<void(Result<Rows>)> done) = 0;
    /// The same at once, for few rows (relation tabs, look-ups): set a limit on the query.
    virtual Result<QList<model::Record>> findNow(const storage::Query &query) const = 0;
    virtual Result<qint64> count(const storage::Query &query) const = 0;
    /// The next rows by row number, deleted ones left out, with these fields only: for going through all of an entity in steps.
    struct Some {
        QList<model::Record> records;
        qint64 last = 0; ///< the row after which the next step begins
        bool more = false;
    };
    virtual Result<Some> some(model::EntityId entity, qint64 after, std::span<const model::FieldId> fields) const = 0;
    /// Goes on through all of an entity off the GUI thread: `look` is asked there for each of the next rows that live. It must touch
    /// nothing but what it brings along and the record.
    struct Looked {
        qint64 last = 0; ///< the row after which the next step begins
        qint64 count = 0;
        bool more = false;
    };
    virtual void look(model::EntityId entity, qint64 after, std::function<void(const model::Record &)> look, QObject *context,
                      std::function<void(Result<Looked>)> done) = 0;
    /// Sums and the like of number fields over the rows of a query, in the order of `fields`, found off the GUI thread.
    virtual void aggregate(const storage::Query &query, const QList<model::FieldId> &fields, QObject *context,
                           std::function<void(Result<QList<storage::Aggregate>>)> done) = 0;

    /// Row counts, and sums of the fields, by each value of the field `by`; as aggregate().
    virtual void group(const storage::Query &query, model::FieldId by, const QList<model::FieldId> &sums, QObject *context,
                       std::function<void(Result<QList<storage::Group>>)> done) = 0;

    /// The same by several fields, also of records that the rows name.
    virtual void tally(const storage::Query &query, const QList<storage::Path> &by, const QList<model::FieldId> &sums, QObject *context,
                       std::function<void(Result<QList<storage::Tally>>)> done) = 0;

    /// Hits of a search over everything the user may see, best first, at most `limit` of each entity.
    virtual Result<QList<model::RecordRef>> search(const QString &typed, int limit) const = 0;

    /// Records that may be the same thing as this one, as it stands, best first: those that score enough (rules::Similarity).
    /// Found off the GUI thread by a few look-ups; whoever asks again no longer wants the answer before.
    virtual void findAlike(const model::Record &record, QObject *context, std::function<void(Result<QList<AlikeRecord>>)> done);
    /// The same among all rows of an entity, two by two, on a thread of its own. Nothing when the state says that it is over.
    virtual void scanForDuplicates(model::EntityId entity, std::shared_ptr<ScanState> state, QObject *context,
                                   std::function<void(Result<QList<AlikePair>>)> done);

    /// What a person calls the record; "" when it is not in the local copy. Cached.
    virtual QString title(const model::RecordRef &ref) const = 0;
    virtual QList<DictionaryChoice> dictionary(const QString &code) const = 0;
    virtual QString dictionaryLabel(const Uuid &item) const = 0;
    /// Digits behind the point that amounts in this currency are written with; an empty or unknown code has two.
    virtual int currencyDecimals(const QString &code) const
    {
        Q_UNUSED(code);
        return 2;
    }

    /// A new record with id and defaults.
    virtual model::Record create(model::EntityId entity) const = 0;
    /// Gives a new record to whom the rules of the company give it, as long as nobody chose that by hand (rules/ownership.h); it
    /// is its maker's own where no rule fits.
    virtual void giveByRule(model::Record &record) const { Q_UNUSED(record); }
    /// Checks what `record` would be refused for, field by field; empty when it may be saved.
    virtual QList<std::pair<model::FieldId, Error>> check(const model::Record &record) const = 0;
    /// Saves the difference to the stored record, or inserts it. One change set.
    virtual Result<Saved> save(const model::Record &record) = 0;
    /// Several records as one action; those that are marked deleted, or no longer are, are deleted or restored in it.
    virtual Result<Saved> saveAll(const QList<model::Record> &records, const QString &action) = 0;
    /// The same for any number, in short steps between which the GUI goes on. `progress` is told how many are prepared; false
    /// from it, before anything is written, ends it with no action saved.
    virtual void saveMany(const BulkChange &work, QObject *context, std::function<bool(qsizetype)> progress,
                          std::function<void(Result<Saved>)> done);
    /// The same in flat memory for records that come one after the other. Parts of them are written meanwhile; they are taken back
    /// when `progress` says false, or an error of the source ends it.
    virtual void saveFrom(const BulkSource &source, QObject *context, std::function<bool(qsizetype)> progress,
                          std::function<void(Result<Saved>)> done);
    /// Sends changes that were refused once more, as they are or corrected, with the values and revisions their author had
    /// seen; `closed` is the conflict record about them, marked resolved (none: it has not arrived here yet).
    virtual Result<Saved> resubmit(const QList<model::RecordChange> &changes, const model::Record &closed) = 0;
    virtual Result<Saved> remove(const QList<model::RecordRef> &refs) = 0;
    virtual Result<Saved> restore(const QList<model::RecordRef> &refs) = 0;
    /// The arrows that may leave the record's state now, for this user.
    virtual QList<const model::Transition *> transitions(const model::Record &record) const = 0;
    /// Why the record cannot take one of these steps as it stands, apart from the fields that it asks for.
    virtual Result<void> checkStep(const model::Record &record, int transition) const
    {
        Q_UNUSED(record);
        Q_UNUSED(transition);
        return {};
    }
    /// Makes a transition; `record` holds what was filled in for it.
    virtual Result<Saved> transition(const model::Record &record, int transition) = 0;
    /// What happened to the record, newest first, as far as it is kept here (a year, or the latest); changes of this user that
    /// are not at the server yet included.
    virtual Result<QList<HistoryEntry>> history(const model::RecordRef &ref) const = 0;
    /// What one action did to records that are here, whoever made it, newest first.
    virtual Result<QList<HistoryEntry>> historyOf(const Uuid &action) const = 0;
    /// What happened to all records that are kept here, newest first, a piece at a time; found off the GUI thread.
    virtual void recentHistory(const RecentQuestion &question, QObject *context, std::function<void(Result<RecentChanges>)> done) = 0;
    /// Asks the server for what happened before revision `before`, newest first; empty when there is nothing older. Disconnected
    /// without the server. `done` runs on the GUI thread, unless `context` is gone.
    virtual void olderHistory(const model::RecordRef &ref, qint64 before, QObject *context,
                              std::function<void(Result<QList<HistoryEntry>>)> done) = 0;
    /// Asks the server for what happened to all records before the revision `before`, as olderHistory().
    virtual void olderChanges(const RecentQuestion &question, qint64 before, QObject *context, std::function<void(Result<RecentChanges>)> done);
    /// Takes a saved action back (with a new, strict change set), whoever made it: NotAllowed where this user may not.
    virtual Result<Saved> undo(const Uuid &action) = 0;
    /// The same in short steps, as saveFrom().
    virtual void undoMany(const Uuid &action, QObject *context, std::function<bool(qsizetype)> progress,
                          std::function<void(Result<Saved>)> done);
    /// This user's newest action of the last hours on this computer that is not undone; none otherwise.
    virtual Uuid lastUndoable() const = 0;

    /// Asks the server for the text behind a mask, which notes who looked; nothing of it is kept here. Disconnected without the
    /// server. `done` runs on the GUI thread, unless `context` is gone.
    virtual void reveal(const model::RecordRef &ref, model::FieldId field, QObject *context, std::function<void(Result<model::Value>)> done) = 0;

    /// Notes that records leave the program; the server is told with what is saved next. It is durable when this returns: an error means that
    /// nobody would know of it, and that nothing may leave.
    virtual Result<void> note(const Departure &departure) = 0;

    /// The contents of file fields; nullptr where there are none (made-up records).
    virtual Attachments *attachments() const { return nullptr; }

    virtual bool may(model::Action action, model::EntityId entity) const = 0;
    virtual bool may(model::Action action, const model::Record &record) const = 0;

Q_SIGNALS:
    /// Rows that were saved here or arrived by sync; empty: reload everything.
    void changed(const QSet<model::RecordRef> &records);
    void rightsChanged();
};

} // namespace guanxi::app
