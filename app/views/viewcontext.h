// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/views/recordcommand.h"
#include "app/widgets/preset.h"

namespace guanxi::app {

class DraftStore;

/// What the frame around the views does for them. Views never know each other or the main window: they meet here.
class ViewContext
{
public:
    virtual ~ViewContext() = default;

    virtual Records &records() = 0;
    /// Where forms keep what was typed but not saved.
    virtual DraftStore &drafts() = 0;
    /// Shows the record in a record pane; `list` is the order of the list it came from, for previous and next.
    virtual void openRecord(const model::RecordRef &ref, const QList<model::RecordRef> &list = {}) = 0;
    /// Opens an empty form.
    virtual void createRecord(model::EntityId entity, const Preset &preset = {}) = 0;
    /// A quiet notice; `undo` names the saved action it offers to take back (none: nothing to undo).
    virtual void notify(const QString &text, const Uuid &undo = {}) = 0;
    virtual void showError(const Error &error) = 0;
    /// Takes a saved action back, however much it was, and says so.
    virtual void undo(const Uuid &action) = 0;
    /// Shows the view of that id (see viewlist.h), opening it when it is closed.
    virtual void openView(const QString &id) = 0;
    /// What subjects add to lists and open records.
    virtual RecordExtras extras() const { return {}; }
};

} // namespace guanxi::app
