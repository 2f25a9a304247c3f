// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/draftstore.h"
#include "common/model/record.h"

namespace guanxi::app {

/// What was typed into a form and not saved: only the fields that were touched.
struct Draft {
    model::RecordRef record;
    bool isNew = false;
    QList<std::pair<model::FieldId, model::Value>> values;
};

QString draftKey(const model::RecordRef &record);
void putDraft(DraftStore &store, const Draft &draft);
std::optional<Draft> draftOf(const DraftStore &store, const model::RecordRef &record);
/// All drafts kept, for offering them again after a crash.
QList<Draft> allDrafts(const DraftStore &store);

} // namespace guanxi::app
