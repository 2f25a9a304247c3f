// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/data/draftstore.h"
#include "common/base/uuid.h"

#include <map>

namespace guanxi::tests {

/// Records in memory, for tests and pictures of widgets alone; the end-to-end tests use the real ones. Searching is a
/// plain "contains" over the texts, answers come through the event loop as the real ones do.
class FakeRecords : public app::Records
{
public:
    explicit FakeRecords(const model::Catalogue &catalogue);

    /// Puts a record in, as sync would.
    model::Record add(model::EntityId entity, const QList<std::pair<model::FieldId, model::Value>> &values);
    void setRights(const model::Rights &rights) { m_rights = rights; }
    void setMe(const Uuid &me) { m_me = me; }
    /// Makes the entity a list of `count` rows that exist only while looked at.
    void pretend(model::EntityId entity, qint64 count) { m_pretended[entity] = count; }
    /// A change by somebody else arrives.
    void arrive(const model::Record &record);
    Uuid item(const QString &dictionary, const QString &code) const { return model::dictionaryItemId(dictionary, code); }

    mutable int windowLoads = 0;
    mutable int rowsLoaded = 0;
    int finds = 0;
    QList<QString> actions; ///< names of what was saved, in order
    storage::Query lastQuery;
    QHash<model::RecordRef, QList<app::HistoryEntry>> happened; ///< newest first
    QString secret;       ///< what lies behind every mask
    bool connected = true;
    int reveals = 0;      ///< asked of the server
    QList<app::Departure> departures;  ///< noted
    std::optional<Error> noteFault;    ///< what noting one answers
    std::function<void()> whenPrepared; ///< comes between preparing many records and writing them

    const model::Catalogue &catalogue() const override { return m_catalogue; }
    const model::Rights &rights() const override { return m_rights; }
    Uuid me() const override { return m_me; }
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
    Result<QList<model::RecordRef>> search(const QString &typed, int limit) const override;
    QString title(const model::RecordRef &ref) const override;
    QList<app::DictionaryChoice> dictionary(const QString &code) const override;
    QString dictionaryLabel(const Uuid &item) const override;
    int currencyDecimals(const QString &code) const override { return code == QStringLiteral("JPY") ? 0 : 2; }
    void group(const storage::Query &query, model::FieldId by, const QList<model::FieldId> &sums, QObject *context,
               std::function<void(Result<QList<storage::Group>>)> done) override;
    void tally(const storage::Query &query, const QList<storage::Path> &by, const QList<model::FieldId> &sums, QObject *context,
               std::function<void(Result<QList<storage::Tally>>)> done) override;
    model::Record create(model::EntityId entity) const override;
    QList<std::pair<model::FieldId, Error>> check(const model::Record &record) const override;
    Result<app::Saved> save(const model::Record &record) override;
    Result<app::Saved> resubmit(const QList<model::RecordChange> &changes, const model::Record &closed) override;
    Result<app::Saved> saveAll(const QList<model::Record> &records, const QString &action) override;
    void saveMany(const app::BulkChange &work, QObject *context, std::function<bool(qsizetype)> progress,
                  std::function<void(Result<app::Saved>)> done) override;
    Result<app::Saved> remove(const QList<model::RecordRef> &refs) override;
    Result<app::Saved> restore(const QList<model::RecordRef> &refs) override;
    QList<const model::Transition *> transitions(const model::Record &record) const override;
    /// By the guards; rights are not looked at.
    Result<void> checkStep(const model::Record &record, int transition) const override;
    Result<app::Saved> transition(const model::Record &record, int transition) override;
    Result<QList<app::HistoryEntry>> history(const model::RecordRef &ref) const override { return happened.value(ref); }
    Result<QList<app::HistoryEntry>> historyOf(const Uuid &) const override { return QList<app::HistoryEntry>(); }
    void recentHistory(const app::RecentQuestion &question, QObject *context, std::function<void(Result<app::RecentChanges>)> done) override;
    void olderHistory(const model::RecordRef &, qint64, QObject *, std::function<void(Result<QList<app::HistoryEntry>>)> done) override
    {
        done(Error{ErrorCode::Disconnected, {}});
    }
    Result<app::Saved> undo(const Uuid &action) override;
    void reveal(const model::RecordRef &ref, model::FieldId field, QObject *context,
                std::function<void(Result<model::Value>)> done) override;
    Result<void> note(const app::Departure &departure) override
    {
        if (noteFault)
            return *noteFault;
        departures.append(departure);
        return {};
    }
    app::Attachments *attachments() const override { return m_attachments; }
    void setAttachments(app::Attachments *attachments) { m_attachments = attachments; }
    Uuid lastUndoable() const override { return m_undo.empty() ? Uuid() : m_undo.back().action; }
    bool may(model::Action action, model::EntityId entity) const override { return m_rights.may(action, entity); }
    bool may(model::Action action, const model::Record &record) const override
    {
        return m_rights.may(action, record.entity().id);
    }

private:
    struct Step {
        Uuid action;
        QList<model::Record> before; ///< marked deleted: was not there
    };

    Rows matching(const storage::Query &query) const;
    bool passes(const model::Record &record, const storage::Filter &filter) const;
    model::Value followed(const model::Record &record, const storage::Path &path) const;
    app::Saved write(const QList<model::Record> &records, const QString &action);

    const model::Catalogue &m_catalogue;
    model::Rights m_rights;
    Uuid m_me;
    app::Attachments *m_attachments = nullptr;
    SystemClock m_clock;
    mutable SeededRandom m_random{1};
    mutable UuidMaker m_ids{m_clock, m_random};
    std::map<qint64, model::Record> m_rows;
    QHash<model::RecordRef, qint64> m_rids;
    QHash<model::EntityId, qint64> m_pretended;
    QHash<QString, QList<app::DictionaryChoice>> m_dictionaries;
    std::vector<Step> m_undo;
    qint64 m_seq = 0;
};

class FakeDrafts : public app::DraftStore
{
public:
    void put(const QString &key, const QByteArray &draft) override { m_drafts.insert(key, draft); }
    QByteArray get(const QString &key) const override { return m_drafts.value(key); }
    void remove(const QString &key) override { m_drafts.remove(key); }
    QStringList keys() const override { return m_drafts.keys(); }

private:
    QMap<QString, QByteArray> m_drafts;
};

} // namespace guanxi::tests
