// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// Whose a new customer is when nobody chose it by hand: the first active rule by order whose condition the customer meets.
struct OwnershipRule {
    static constexpr EntityId entity = ids::OwnershipRule;
    static constexpr TextField name{16};
    static constexpr NumberField order{17};
    static constexpr TextField condition{18};
    static constexpr RefField accountManager{19};
    static constexpr NumberField active{20};
    static constexpr TextField remark{21};
};

void declareOwnershipRule(Catalogue &catalogue);

} // namespace guanxi::model
