// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QTimer>

namespace guanxi::app {

/// A kind of record that changes hands with its customer.
struct TransferKind {
    model::EntityId entity = 0;
    model::FieldId account = 0;    ///< the customer it belongs to; 0: it is the customer
    QList<model::FieldId> holders; ///< who looks after it, beside the owner
    QList<int> closed;             ///< states in which it stays where it is
};

/// Customers first. Contacts and interactions follow their customer by themselves.
const QList<TransferKind> &transferKinds();

/// What is to change hands.
struct TransferOrder {
    enum class Which : quint8 { All, Chosen, Shown };
    enum class Share : quint8 { Evenly, ByRegion, ByDepartment };

    Uuid from;
    Which which = Which::All;
    QList<model::RecordRef> chosen;
    storage::Query shown;
    QList<Uuid> to;
    Share share = Share::Evenly;
    QSet<model::EntityId> along; ///< kinds that go with their customers
    QString reason;
};

/// Finds what a hand-over moves, shares it out, and performs it as one action. Works in short steps on the GUI thread, so
/// that a hundred thousand customers hold up nobody.
class TransferPlan : public QObject
{
    Q_OBJECT

public:
    struct Item {
        model::RecordRef ref;
        model::RecordRef customer;
        int successor = 0;
    };
    /// What stays, and why.
    struct Stays {
        int forbidden = 0; ///< the user may not hand it over
        int fixed = 0;     ///< nobody may change it in its state
        int others = 0;    ///< chosen, but somebody else looks after it
        int sum() const { return forbidden + fixed + others; }
    };

    explicit TransferPlan(Records &records, QObject *parent = nullptr);

    /// Starts anew; ready() when all is found.
    void prepare(const TransferOrder &order);
    bool isReady() const { return m_ready; }
    const TransferOrder &order() const { return m_order; }
    /// By place in transferKinds().
    const QList<Item> &items(qsizetype kind) const { return m_items[kind]; }
    const Stays &stays(qsizetype kind) const { return m_stays[kind]; }
    int count(qsizetype kind, int successor) const;
    int total() const;
    /// These customers, and what goes with them, to that successor.
    void give(const QList<int> &customers, int successor);

    void setReason(const QString &reason) { m_order.reason = reason; }
    /// One action. `progress` as Records::saveMany().
    void perform(QObject *context, std::function<bool(qsizetype)> progress, std::function<void(Result<Saved>)> done);

Q_SIGNALS:
    void progressed();
    void ready();
    void failed(const Error &error);

private:
    struct Place {
        int successor = 0;
        QByteArray region; ///< as it sorts
        QByteArray department;
    };

    storage::Filter held(const TransferKind &kind) const;
    void findNext();
    void take(Records::Rows rows);
    void step();
    void judge(const model::Record &record);
    void finishKind();
    void share();
    void follow();
    bool mayMove(const model::Record &record) const;
    void move(model::Record &record, int successor) const;
    QList<model::Record> papers() const;

    Records &m_records;
    TransferOrder m_order;
    QList<QList<Item>> m_items;
    QList<Stays> m_stays;
    QHash<Uuid, Place> m_places; ///< of the customers that go
    qsizetype m_kind = 0;
    Records::Rows m_rows;
    size_t m_at = 0;
    QTimer m_timer;
    bool m_ready = false;
    quint64 m_round = 0;
};

} // namespace guanxi::app
