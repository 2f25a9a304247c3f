// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/followups.h"
#include "server/services/changeapplier.h"
#include "server/services/figures.h"

namespace guanxi::server {

/// Works out what follows in other records from a change set that was applied: figures of the record that rows point at
/// (the table in figures.cpp), importance of contacts, totals of documents, what was paid of
/// them and what they cost, copies of quotes that were sent, when contracts are to be renewed, the stages an opportunity went through, what churn cases take over from their customer, and reminders of
/// follow-ups. Only rows the set touched are looked at, and each record once; stored rows are counted anew only where the
/// figure is not known or was taken away. Nothing is written: the rows join those that the set touched.
class Consequences
{
public:
    /// What is given outlives it; `user` has made the changes.
    Consequences(ServerStore &store, ChangeApplier &applier, const Uuid &user, qint64 now)
        : m_store(store), m_touched(applier.touched()), m_user(user), m_now(now)
    {}

    /// The changes that follow, in no order that matters.
    Result<QList<model::RecordChange>> follow();

private:
    /// What the set did to one figure.
    struct Moved {
        std::optional<qint64> gained;
        std::optional<qint64> lost; ///< the sum, or the best that went
    };

    bool has(model::EntityId entity) const { return m_store.catalogue().entity(entity) != nullptr; }
    /// The rows this set touched, as they were before anything followed.
    const QList<TouchedRow> &touched(model::EntityId entity) const;
    Result<void> follow(const Figure &figure);
    Result<std::optional<qint64>> figureOf(const Figure &figure, const TouchedRow &target, const Moved &moved);
    Result<std::optional<qint64>> countAnew(const Figure &figure, const TouchedRow &target);
    Result<void> followImportance();
    QSet<Uuid> contactsConcerned() const;
    Result<model::Value> importanceOf(const TouchedRow &contact);
    Result<void> followChurn();
    /// Documents whose lines or rate changed (documentlines.cpp).
    Result<void> followTotals();
    Result<void> addUp(const model::RecordRef &document);
    /// What an order costs is what its products cost when it is handed in and when it is reviewed.
    Result<void> followReviews();
    Result<void> reckonCost(const model::RecordRef &order);
    /// A quote that is sent, or given up for a next version, is kept as it stood (quoteversions.cpp).
    Result<void> followVersions();
    Result<void> keepVersion(const model::Record &quote);
    Result<void> letVersionGo(const model::Record &quote);
    /// A print template whose definition changed is kept as a version (templateversions.cpp).
    Result<void> followTemplates();
    Result<void> takeAway(const model::RecordRef &row);
    /// Makes the row, or makes it this once more.
    Result<void> put(const model::Record &row);
    /// When somebody is reminded of a contract that ends (renewals.cpp).
    Result<void> followRenewals();
    /// Orders, contracts and their instalments for which money came (settlement.cpp).
    Result<void> followPayments();
    QSet<model::RecordRef> paidDocuments() const;
    Result<void> settle(const model::RecordRef &document);
    /// What a lead scores by the rules, and how it is classed by that.
    Result<void> followScores();
    /// Each step of an opportunity from one stage to another is kept as a row.
    Result<void> followStages();
    /// Rows that point at the record by that field, as this set leaves them; deleted ones too.
    Result<QList<model::Record>> pointingAt(const model::Entity &entity, model::FieldId field, const model::RecordRef &target);
    Result<void> followReminders();
    /// Makes, moves or takes back the one reminder of a record.
    Result<void> remind(const model::Record &record, const std::optional<rules::FollowUp> &followUp);

    Result<TouchedRow *> rowOf(model::EntityId entity, const Uuid &id);
    void set(TouchedRow &row, model::FieldId field, const model::Value &value);
    /// Who made it and when.
    void stamp(model::Record &made) const;
    void setDeleted(TouchedRow &row, bool deleted);

    ServerStore &m_store;
    QHash<model::RecordRef, TouchedRow> &m_touched;
    QHash<model::EntityId, QList<TouchedRow>> m_byEntity;
    QHash<model::RecordRef, model::RecordChange> m_changes;
    QList<model::RecordChange> m_others; ///< rows that are made, taken away and brought back
    Uuid m_user;
    qint64 m_now;
};

} // namespace guanxi::server
