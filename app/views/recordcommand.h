// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QKeySequence>

class QWidget;

namespace guanxi::app {

class ViewContext;

/// What a command works on.
struct CommandScope {
    model::EntityId entity = 0;
    QList<model::RecordRef> chosen; ///< the selected rows, or the open record
    storage::Query shown;           ///< of the list it was called from; entity 0 for an open record
    bool all = false;               ///< all rows that are shown are chosen; `chosen` is empty then
    QList<model::FieldId> columns{}; ///< that the list shows, in their order
};

/// A command of one subject for records of an entity: in the menus of their lists and at the top of open ones.
struct RecordCommand {
    QString icon;
    QKeySequence keys;
    std::function<QString()> text; ///< in the language of the moment
    /// Whether lists, and open records, of that entity have it.
    std::function<bool(const Records &records, model::EntityId entity)> offered;
    std::function<void(QWidget *parent, ViewContext &context, const CommandScope &scope)> run;
    bool ofList = false; ///< not of an open record
    QString name{};      ///< by which the frame finds its action
};

/// A tab of one subject in open records; nullptr for records that have none.
using RecordTab = std::function<QWidget *(ViewContext &context, const model::RecordRef &ref)>;

/// All commands and tabs of subjects; the composition root hands them to the frame.
struct RecordExtras {
    QList<RecordCommand> commands;
    QList<RecordTab> tabs;
};

} // namespace guanxi::app
