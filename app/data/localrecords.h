// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/cache.h"
#include "app/data/cacheview.h"
#include "app/data/outbox.h"
#include "app/data/queryreader.h"
#include "app/data/records.h"
#include "common/base/clock.h"
#include "common/protocol/message.h"
#include "common/rules/defaults.h"
#include "common/rules/guards.h"
#include "common/sync/parts.h"

namespace guanxi::app {

/// Records over the encrypted local copy: reads through a view of the cache, writes to the outbox first and then to the
/// cache. Saving waits for the sync thread at most as long as that is at one page.
class LocalRecords final : public Records
{
    Q_OBJECT

public:
    struct Parts {
        const model::Catalogue &catalogue;
        Cache &cache;
        CacheView &view;
        Outbox &outbox;
        QueryReader &reader;
        const Clock &clock;
        UuidMaker &ids;
    };

    explicit LocalRecords(const Parts &parts, QObject *parent = nullptr);
    /// Ends what is under way after the part that is being written.
    ~LocalRecords() override;

    const model::Catalogue &catalogue() const override { return m_catalogue; }
    const model::Rights &rights() const override { return m_rights; }
    Uuid me() const override { return m_outbox.identity().user; }

    Result<model::Record> load(const model::RecordRef &ref) const override;
    Result<QList<model::Record>> window(model::EntityId entity, std::span<const qint64> rows) const override;
    void find(const storage::Query &query, QObject *context, std::function<void(Result<Rows>)> done) override;
    Result<QList<model::Record>> findNow(const storage::Query &query) const override;
    Result<Some> some(model::EntityId entity, qint64 after, std::span<const model::FieldId> fields) const override;
    void look(model::EntityId entity, qint64 after, std::function<void(const model::Record &)> look, QObject *context,
              std::function<void(Result<Looked>)> done) override;
    Result<qint64> count(const storage::Query &query) const override;
    void aggregate(const storage::Query &query, const QList<model::FieldId> &fields, QObject *context,
                   std::function<void(Result<QList<storage::Aggregate>>)> done) override;
    void group(const storage::Query &query, model::FieldId by, const QList<model::FieldId> &sums, QObject *context,
               std::function<void(Result<QList<storage::Group>>)> done) override;
    void tally(const storage::Query &query, const QList<storage::Path> &by, const QList<model::FieldId> &sums, QObject *context,
               std::function<void(Result<QList<storage::Tally>>)> done) override;
    Result<QList<model::RecordRef>> search(const QString &typed, int limit) const override;

    void findAlike(const model::Record &record, QObject *context, std::function<void(Result<QList<AlikeRecord>>)> done) override;
    void scanForDuplicates(model::EntityId entity, std::shared_ptr<ScanState> state, QObject *context,
                           std::function<void(Result<QList<AlikePair>>)> done) override;

    QString title(const model::RecordRef &ref) const override;
    QList<DictionaryChoice> dictionary(const QString &code) const override;
    QString dictionaryLabel(const Uuid &item) const override;
    int currencyDecimals(const QString &code) const override;

    model::Record create(model::EntityId entity) const override;
    void giveByRule(model::Record &record) const override;
    QList<std::pair<model::FieldId, Error>> check(const model::Record &record) const override;
    Result<Saved> save(const model::Record &record) override;
    Result<Saved> saveAll(const QList<model::Record> &records, const QString &action) override;
    void saveMany(const BulkChange &work, QObject *context, std::function<bool(qsizetype)> progress,
                  std::function<void(Result<Saved>)> done) override;
    void saveFrom(const BulkSource &source, QObject *context, std::function<bool(qsizetype)> progress,
                  std::function<void(Result<Saved>)> done) override;
    Result<Saved> resubmit(const QList<model::RecordChange> &changes, const model::Record &closed) override;
    Result<Saved> remove(const QList<model::RecordRef> &refs) override;
    Result<Saved> restore(const QList<model::RecordRef> &refs) override;
    QList<const model::Transition *> transitions(const model::Record &record) const override;
    Result<void> checkStep(const model::Record &record, int transition) const override;
    Result<Saved> transition(const model::Record &record, int transition) override;
    Result<QList<HistoryEntry>> history(const model::RecordRef &ref) const override;
    Result<QList<HistoryEntry>> historyOf(const Uuid &action) const override;
    void recentHistory(const RecentQuestion &question, QObject *context, std::function<void(Result<RecentChanges>)> done) override;
    void olderHistory(const model::RecordRef &ref, qint64 before, QObject *context,
                      std::function<void(Result<QList<HistoryEntry>>)> done) override;
    Result<Saved> undo(const Uuid &action) override;
    void undoMany(const Uuid &action, QObject *context, std::function<bool(qsizetype)> progress,
                  std::function<void(Result<Saved>)> done) override;
    void olderChanges(const RecentQuestion &question, qint64 before, QObject *context, std::function<void(Result<RecentChanges>)> done) override;
    Uuid lastUndoable() const override { return m_undoable.isEmpty() ? Uuid() : m_undoable.last(); }

    void reveal(const model::RecordRef &ref, model::FieldId field, QObject *context, std::function<void(Result<model::Value>)> done) override;
    /// What asks the server for what is not in the copy.
    using Server = std::function<void(const std::variant<protocol::Reveal, protocol::History> &, QObject *, std::function<void(Result<protocol::Message>)>)>;
    void setServer(Server server) { m_server = std::move(server); }

    Result<void> note(const Departure &departure) override;
    Attachments *attachments() const override { return m_attachments; }
    void setAttachments(Attachments *attachments) { m_attachments = attachments; }

    bool may(model::Action action, model::EntityId entity) const override;
    bool may(model::Action action, const model::Record &record) const override;

    /// The server granted something else.
    void takeRights(const model::Rights &rights);
    /// Rows came or went by sync.
    void synced(const QSet<model::RecordRef> &records);
    /// Nothing that was done here waits for the server, or for somebody to decide about it.
    bool isSettled() const { return m_outbox.unsent() == 0 && m_outbox.parked() == 0 && m_outbox.held() == 0; }
    /// Refused work that somebody has decided about waits no more.
    Result<void> closeDecided();

Q_SIGNALS:
    /// A change set is in the outbox.
    void appended();

private:
    class Bulk;
    /// What a long action does next, to how many more records; nothing left: the end.
    struct BulkStep {
        qsizetype records = 0;
        QList<model::RecordChange> changes;
        bool isApart = false; ///< nothing more is prepared before all so far is written
    };
    using BulkSteps = std::function<Result<std::optional<BulkStep>>()>;
    /// A record as it is saved here, invalid when it is new, and as it is to be.
    struct Edit {
        model::Record before;
        model::Record after;
    };
    Edit editOf(const model::Record &after) const { return editFrom(lookup(after.ref()), after); }
    Edit editFrom(const model::Record &before, const model::Record &after) const;
    QList<std::pair<model::FieldId, Error>> check(const Edit &edit) const;
    Result<QList<model::RecordChange>> changesFor(const QList<Edit> &edits) const;
    Result<model::RecordChange> changeFor(const Edit &edit) const;
    /// A change of state is a step: checked, with what it writes beside the state; in a read-only state nothing else changes. `wanted` names one of several.
    Result<Edit> withStep(const Edit &edit, int wanted = 0) const;
    /// Adds what the server will work out of these changes (localforetelling.cpp).
    void foretell(QList<model::RecordChange> &changes) const;
    void foretellScores(QList<model::RecordChange> &changes) const;
    /// What the documents will come to whose lines these change.
    void foretellTotals(QList<model::RecordChange> &changes) const;
    void foretellTotals(const model::RecordRef &document, QList<model::RecordChange> &changes) const;
    /// What is foretold of a document from its lines: also what an order costs, where this user reads what products cost.
    QList<std::pair<model::FieldId, model::Value>> foretold(const model::Record &document, const QList<model::Record> &lines) const;
    /// Whether this user sees of lines what their amounts are made from.
    bool maySeeAmounts(const model::Entity &line) const;
    rules::DefaultsContext maker() const;
    /// A built-in row that a new record would begin with may be gone (localdefaults.cpp).
    void dropMissingDefaults(model::Record &record) const;
    /// The first open stage, of another pipeline where the usual one is gone or out of use.
    void beginPipeline(model::Record &opportunity) const;
    /// What a rule gives to somebody else is measured as if it stayed here.
    bool mayMake(const model::Record &record) const;
    /// What takes an action back, whoever made it, piece by piece; an empty piece is the end.
    using Inverse = std::function<Result<QList<model::RecordChange>>()>;
    Inverse inverseOfParts(const QList<qint64> &parts) const;
    Result<Inverse> inverseOf(const Uuid &action) const;
    Result<std::optional<model::RecordChange>> inverseOf(const HistoryEntry &entry) const;
    /// Of a record that says of itself that it was undone, that instead of its end.
    void keepUndone(model::RecordChange &change) const;
    /// With the revisions that are seen here now.
    Result<QList<model::RecordChange>> asOfNow(QList<model::RecordChange> changes) const;
    Result<BulkSteps> takingBack(const Uuid &action) const;
    /// Changes of this user that lie on top of the record, newest first.
    Result<QList<HistoryEntry>> waitingFor(const model::RecordRef &ref) const;
    /// Unsent changes of all records, as far as the question is about them; the newest few hundred.
    Result<QList<HistoryEntry>> waitingFor(const RecentQuestion &question) const;
    void findUndoable();
    /// Deletes what is there and restores what was deleted.
    Result<model::RecordChange> turnOf(const model::Record &before) const;
    Result<Saved> removeOrRestore(const QList<model::RecordRef> &refs, bool deleting);
    Result<Saved> commit(model::ChangeSet set);
    /// Into the outbox, then into the cache; from any thread. Answers what it touched.
    Result<QSet<model::RecordRef>> write(model::ChangeSet &set) const;
    /// One after the other, in as few transactions of the cache as nobody waits for. Those before one that fails are saved.
    Result<QSet<model::RecordRef>> writeAll(QList<model::ChangeSet> &sets) const;
    void wrote(const QSet<model::RecordRef> &records);
    Result<Saved> commitParts(const QList<model::RecordChange> &changes, const QString &name, const QJsonObject &args);
    /// An action before its first part, and made the next part of itself.
    model::ChangeSet begin(const QString &name, const QJsonObject &args, int parts);
    static void takeNext(model::ChangeSet &set, sync::Parts &parts);
    void offerUndo(const Uuid &action);
    Result<QList<qint64>> dependencies(const model::ChangeSet &set) const;
    rules::Surroundings surroundings() const;
    storage::Query timed(storage::Query query) const;
    model::RowPlace placeOf(const model::Record &record) const;
    QString wordedTitle(const model::Record &record) const;
    model::Record lookup(const model::RecordRef &ref) const;
    QList<Uuid> shareesOf(const model::RecordRef &ref) const;

    const model::Catalogue &m_catalogue;
    Cache &m_cache;
    CacheView &m_view;
    model::Rights m_rights;
    Outbox &m_outbox;
    QueryReader &m_reader;
    const Clock &m_clock;
    UuidMaker &m_ids;
    Attachments *m_attachments = nullptr;
    Server m_server;
    QList<Uuid> m_undoable; ///< actions that Ctrl+Z goes back through, newest last
    /// Titles and labels are worded in one language at a time.
    void forgetOtherLanguage() const;

    mutable QString m_language;
    mutable QHash<model::RecordRef, QString> m_titles;
    mutable QHash<Uuid, QString> m_dictionaryLabels;
    mutable std::optional<QList<model::Record>> m_ownershipRules; ///< once they were asked for
    mutable QHash<QString, int> m_decimals; ///< of all currencies; empty until one is asked for
};

} // namespace guanxi::app
