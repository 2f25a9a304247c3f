// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"

namespace guanxi::test {

/// An entity that only this test knows: what a customer has standing in his hall.
struct Machine {
    static constexpr model::EntityId entity = 60001;
    static constexpr model::TextField number{16};
    static constexpr model::TextField name{17};
    static constexpr model::TextField serial{18};
    static constexpr model::RefField account{19};
    static constexpr model::RefField priority{20};
    static constexpr model::NumberField installedOn{21};
    static constexpr model::TextField remark{22};
    static constexpr model::NumberField status{23};
    static constexpr model::TextField reason{24};
    static constexpr model::NumberField stoppedAt{25};

    enum Status { Ordered = 1, Running, Stopped };
    enum Step { Start = 1, Stop };
};

/// Its child table.
struct MachinePart {
    static constexpr model::EntityId entity = 60002;
    static constexpr model::RefField machine{16};
    static constexpr model::TextField name{17};
    static constexpr model::NumberField quantity{18};
};

/// The whole catalogue and these two. This is all that is ever said about them.
void declareWithMachine(model::Catalogue &catalogue);

} // namespace guanxi::test
