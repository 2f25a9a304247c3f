// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// One entry of the change index.
struct Touch {
    qint64 rev = 0;
    Uuid replica;
    Uuid user;
    QByteArray fields;
    qint64 origin = 0;
};

/// What a Recall remembers, and what it is to ask for; of ServerStore's own files only.
struct ServerStore::Recalled {
    /// A column, and its values that were asked about: in a form that tells them apart.
    struct FieldKey {
        model::EntityId entity;
        model::FieldId field;
        bool operator==(const FieldKey &) const = default;
        friend size_t qHash(const FieldKey &key, size_t seed) { return qHashMulti(seed, key.entity, key.field); }
    };
    template <class Target, class Answer> using ByField = QHash<FieldKey, QHash<Target, Answer>>;
    struct History {
        qint64 since = 0; ///< all that came after it
        QList<Touch> touches;
    };
    struct Twin {
        model::EntityId entity;
        qint64 key;
        bool operator==(const Twin &) const = default;
        friend size_t qHash(const Twin &twin, size_t seed) { return qHashMulti(seed, twin.entity, twin.key); }
    };
    struct Twins {
        int limit = 0;
        QList<Uuid> records;
    };

    QHash<model::RecordRef, std::optional<ServerRow>> rows;
    ByField<model::RecordRef, QList<Uuid>> children;
    ByField<model::Value, QList<Uuid>> holders;
    QHash<Uuid, History> histories;
    QHash<Twin, Twins> twins;
    QHash<QString, QByteArray> meta;
    QHash<QString, qint64> counters; ///< the next number
    QHash<Uuid, Replica> replicas;
    QHash<Uuid, QSet<qint64>> parked; ///< change sets, by replica
    std::optional<qint64> head;

    /// While it is foreseen what will be asked: questions without an answer are noted, and answered with nothing.
    bool foresees = false;
    QSet<model::RecordRef> wantedRows;
    ByField<model::RecordRef, bool> wantedChildren;
    ByField<model::Value, bool> wantedHolders;
    QHash<Uuid, qint64> wantedHistories;
    QHash<Twin, int> wantedTwins;
    qsizetype wanted = 0; ///< how many questions were noted

    /// A row was written.
    void noteWritten(const std::optional<ServerRow> &before, const ServerRow &after);
    void noteTouch(const Uuid &record, const Touch &touch);
    void noteTwin(const Twin &twin, const Uuid &record);
};

} // namespace guanxi::server
