// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"

namespace guanxi::test {

/// What only the simulator knows: one entity that has each kind of merge, a state machine, a tree, a unique code, an
/// issued number and a field that not everybody sees.
struct Deal {
    static constexpr model::EntityId entity = 901;
    static constexpr model::TextField number{16};
    static constexpr model::TextField title{17};
    static constexpr model::TextField code{18};
    static constexpr model::NumberField amount{19};
    static constexpr model::TagsField tags{20};
    static constexpr model::TextField log{21};
    static constexpr model::TextField notes{22};
    static constexpr model::NumberField stage{23};
    static constexpr model::RefField parent{24};
    static constexpr model::RefField account{25};
    static constexpr model::TextField priority{26};
    static constexpr model::TextField secret{27};
    static constexpr model::TextField hint{28}; ///< of the newer program

    enum Stage { Draft = 1, Offered, Won, Lost };
    enum Step { Offer = 1, Win, Lose, Reopen };
};

/// An entity of the newer program.
struct Visit {
    static constexpr model::EntityId entity = 902;
    static constexpr model::TextField title{16};
};

/// A small catalogue keeps runs fast: of the product's own entities those that decide rights, customers, contacts,
/// shares and conflicts; and the deal.
void declareLab(model::Catalogue &catalogue);
/// Of the next version of the program: another field, another entity.
void declareLaterLab(model::Catalogue &catalogue);
/// Both with what belongs to selling, as the product declares it.
void declareSellingLab(model::Catalogue &catalogue);
void declareLaterSellingLab(model::Catalogue &catalogue);
/// Of these, what has steps; what is written beside it; what everybody looks at.
const QList<model::EntityId> &soldEntities();
const QList<model::EntityId> &entitiesBeside();
const QList<model::EntityId> &offeredEntities();

// The same with a rule broken, for mutants.
void declareNothingUnique(model::Catalogue &catalogue);
void declareAnyStep(model::Catalogue &catalogue);
void declareLastWins(model::Catalogue &catalogue);
void declareSumsReplaced(model::Catalogue &catalogue);
void declareNothingLocked(model::Catalogue &catalogue);
void declareNothingAdded(model::Catalogue &catalogue);

} // namespace guanxi::test
