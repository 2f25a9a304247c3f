// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "walkcompany.h"

namespace guanxi::test {

/// Values that any field of any entity takes, by what the catalogue declares and nothing else. Always the same in the
/// same order. Texts never repeat; of what is chosen (dictionary values, references, days) each of the variants 0 to 3
/// differs from the others where there is enough to choose from.
class ValueMaker
{
public:
    explicit ValueMaker(WalkCompany &company) : m_company(company) {}

    model::Value value(const model::Entity &entity, const model::Field &field, int variant);
    /// A new record with everything filled that it needs, as its author's desk (or the server) would make it; not saved.
    model::Record make(const model::Entity &entity);
    /// Saves it where records of its kind come from, and waits until everybody has it.
    bool save(const model::Record &record);
    /// Fields of the record that a person may type, without those that decide whose it is alone.
    static QList<const model::Field *> typedFields(const model::Entity &entity);

private:
    const QList<Uuid> &pool(model::EntityId entity);
    model::Value text(const model::Field &field);
    model::Value number(const model::Field &field, int place, int variant);
    model::Value reference(const model::Entity &entity, const model::Field &field, int variant);
    Uuid target(const model::Entity &entity, const model::Field &field, model::EntityId of, int variant);

    WalkCompany &m_company;
    QHash<model::EntityId, QList<Uuid>> m_pools; ///< rows that references point at, made when first needed
    int m_serial = 0;
};

} // namespace guanxi::test
