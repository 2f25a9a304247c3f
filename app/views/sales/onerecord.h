// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"

namespace guanxi::app {

/// A command for one record: who has chosen several, or none, is told so.
struct OneRecord {
    QString icon;
    QKeySequence keys;
    QList<model::EntityId> of;
    model::Action action; ///< that one must have the right to,
    model::EntityId with; ///< with records of this entity
    std::function<QString()> text;
    std::function<void(QWidget *parent, ViewContext &context, const model::RecordRef &ref)> run;
    int step = 0; ///< as RecordCommand::step

    RecordCommand command() const;
};

} // namespace guanxi::app
