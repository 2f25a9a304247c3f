// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// The records that are there, as far as it takes to find those that are like a line of a table: 16 bytes for each, and 8 for
/// each number by which it may come together with others (rules::Similarity).
class ImportAlike
{
public:
    ImportAlike(const Records &records, const model::Entity &entity);

    QList<model::FieldId> fields() const { return m_similarity.fieldIds(); }
    void learn(const model::Record &record);
    /// Everything is learnt.
    void finish();

    struct Found {
        model::Record record;
        rules::Likening likening;
    };
    /// The one that is most like it, where that is enough.
    std::optional<Found> mostAlike(const model::Record &said) const;

private:
    const Records &m_records;
    rules::Similarity m_similarity;
    model::EntityId m_entity;
    std::vector<Uuid> m_ids;
    std::vector<quint64> m_marks;
};

} // namespace guanxi::app
