// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QKeySequence>

class QWidget;

namespace guanxi::app {

class BoardLanes;
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
    int step = 0;        ///< the step of the state machine that it makes (Transition::byCommand): it stands among the steps, too
    QString name{};      ///< by which the frame finds its action
};

/// A tab of one subject in open records; nullptr for records that have none.
using RecordTab = std::function<QWidget *(ViewContext &context, const model::RecordRef &ref)>;

/// What the columns of the board of an entity stand for, where that is not its states.
struct RecordLanes {
    model::EntityId entity = 0;
    std::function<std::unique_ptr<BoardLanes>(ViewContext &context)> make;
};

/// A command of one subject that needs no record: in the File menu and the palette, by its keys wherever the keyboard is.
struct GlobalCommand {
    QString icon;
    QKeySequence keys;
    std::function<QString()> text; ///< in the language of the moment
    std::function<bool(const Records &records)> offered;
    std::function<void(QWidget *parent, ViewContext &context)> run;
};

/// A sentence of one subject about an open record, shown at its head; empty: nothing to say.
using RecordAdvice = std::function<QString(const Records &records, const model::Record &record)>;

/// All that subjects add to lists, open records and the frame; the composition root hands it over.
struct RecordExtras {
    QList<RecordCommand> commands;
    QList<RecordTab> tabs;
    QList<RecordLanes> lanes;
    QList<GlobalCommand> global{};
    QList<RecordAdvice> advice{};
};

} // namespace guanxi::app
