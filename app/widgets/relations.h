// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/preset.h"

namespace guanxi::app {

/// An entity whose records point at an open record: a relation tab.
struct Relation {
    const model::Entity *entity = nullptr;
    QList<const model::Field *> fields; ///< those that point there
    bool isMain = false;                ///< shown even when empty, so that the first one can be made
    bool isTimed = false;               ///< belongs on the timeline

    storage::Filter filter(const model::RecordRef &parent) const;
    /// What a record made in the tab starts with.
    Preset preset(const model::RecordRef &parent) const;
};

/// The relation menu of the entity in its order, then its child tables' and other entities' records that point at it;
/// only what the user may see.
QList<Relation> relationsOf(const Records &records, model::EntityId entity);

} // namespace guanxi::app
