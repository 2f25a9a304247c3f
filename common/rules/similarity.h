// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"
#include "common/model/rights.h"
#include "common/rules/companyname.h"

namespace guanxi::rules
{

/// In what two records agree. Numbers are permanent: they are kept with pairs that somebody decided about.
enum class Agreement : quint8 {
    SameKey = 1,
    SameName,
    NameWithoutRegion, ///< the same but for the region in it
    SoundsAlike,
    NearlySameName,
    SamePhone,
    SameAddress,
    NearAddress,
    SameContext,
};

/// One thing in which two records agree, and the field that says it.
struct Reason {
    Agreement how = Agreement::SameKey;
    model::FieldId field = 0;
    bool operator==(const Reason &) const = default;
};

/// How sure it is that two records are one thing: 100 by a key alone, below that by how much agrees.
struct Likening {
    int score = 0;
    QList<Reason> reasons;
};

/// What of a record is compared, made once for many comparisons.
struct Traits {
    QList<std::pair<model::FieldId, QString>> keys;
    QList<std::pair<model::FieldId, QString>> phones; ///< without extensions
    QList<std::pair<model::FieldId, QString>> contexts;
    QHash<model::FieldId, QString> papers; ///< keys that a thing has only one of
    model::FieldId nameField = 0;
    PlainName name;
    QString sound;
    model::FieldId addressField = 0;
    QString address;
};

/// Compares records of one entity by the parts that the catalogue gives its fields (Field::likeness). An entity without any
/// is compared by its name. Pure; one object may be used by one thread at a time.
class Similarity
{
public:
    /// From this score on two records are shown as possibly one.
    static constexpr int Threshold = 80;

    /// Fields that `rights` do not show in full are left out; a mask is no value. The entity outlives it.
    explicit Similarity(const model::Entity &entity, const model::Rights *rights = nullptr);

    /// Nothing to compare by.
    bool isEmpty() const { return m_fields.isEmpty(); }
    const QList<const model::Field *> &fields() const { return m_fields; }
    QList<model::FieldId> fieldIds() const;
    model::Likeness partOf(const model::Field &field) const;

    Traits traitsOf(const model::Record &record) const;
    Likening compare(const Traits &a, const Traits &b) const;
    Likening compare(const model::Record &a, const model::Record &b) const { return compare(traitsOf(a), traitsOf(b)); }

    /// Numbers by which records that may be one are brought together. Two come together by a number that both have and at
    /// least one of them leads with; everything that scores enough by itself comes together.
    struct Block {
        quint64 number = 0;
        bool leads = true;
    };
    QList<Block> blocksOf(const Traits &traits) const;

private:
    const model::Entity &m_entity;
    QList<const model::Field *> m_fields;
    bool m_marked = false; ///< the catalogue says the parts
    bool m_persons = false;
};

} // namespace guanxi::rules
