// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::test {

/// An edit whose fate is followed.
struct Edit {
    Uuid user;
    Uuid replica;
    qint64 seq = 0;
    Uuid action;
    QString value; ///< unique in the run; empty where only a sum is followed
    model::RecordRef record;
    model::FieldId field = 0; ///< 0: the record is new
    model::Value seen;        ///< what stood there when it was typed
    bool foresees = false;    ///< `seen` is the server's, not what a change of mine on top of it shows
    qint64 delta = 0;         ///< of an amount
    int part = 1;             ///< of an import: the part of the action it is in
    Uuid epoch = {};          ///< of the server's database, as far as its author's desk knew
};

/// What the users did and were told is saved.
class Diary
{
public:
    /// Text that is found again wherever it goes: nothing else looks like it.
    QString canary(const Uuid &author, const model::RecordRef &record, model::FieldId field);
    struct Canary {
        Uuid author;
        model::RecordRef record;
        model::FieldId field = 0;
    };
    /// All that stand in `bytes`.
    QList<Canary> canariesIn(QByteArrayView bytes) const;

    void note(Edit edit) { m_edits.append(std::move(edit)); }
    const QList<Edit> &edits() const { return m_edits; }
    QList<Edit> editsOf(const Uuid &action) const;

    /// Nobody heard whether a change of this record was saved.
    void doubt(const model::RecordRef &record) { m_doubted.insert(record); }
    bool isDoubted(const model::RecordRef &record) const { return m_doubted.contains(record); }

    /// Nothing that is left knows of it: a backup was put back.
    void giveUp(const Uuid &action) { m_given.insert(action); }
    bool isGivenUp(const Uuid &action) const { return m_given.contains(action); }

private:
    QSet<model::RecordRef> m_doubted;
    QSet<Uuid> m_given;
    QList<Canary> m_canaries; ///< by number
    QList<Edit> m_edits;
};

} // namespace guanxi::test
