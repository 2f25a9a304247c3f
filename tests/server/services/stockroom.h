// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smallcompany.h"

#include "common/model/catalogue/stock.h"

namespace guanxi::test {

/// One product and two warehouses with a place in each; documents about them, made but not saved.
class StockRoom
{
public:
    explicit StockRoom(SmallCompany &company);

    model::Record document(const char *type, const model::Record &warehouse);
    /// Whole pieces of the product, from the place in the document's warehouse.
    model::Record line(const model::Record &document, qint64 pieces, int position = 1);
    model::Record place(const model::Record &warehouse) const { return warehouse.ref() == main.ref() ? shelf : rack; }
    void setPolicy(model::Warehouse::Shortage policy);
    /// Pieces that the balances say are in a warehouse, and the sum of what posted documents moved there.
    qint64 onHand(const model::Record &warehouse);
    qint64 moved(const model::Record &warehouse);

    model::Record product;
    model::Record main;
    model::Record branch;
    model::Record shelf; ///< in main
    model::Record rack;  ///< in branch

private:
    model::Record made(model::EntityId entity) { return model::Record(m_company.server.catalogue().at(entity), m_company.ids.next()); }

    SmallCompany &m_company;
};

inline constexpr qint64 Piece = 10'000;

} // namespace guanxi::test
