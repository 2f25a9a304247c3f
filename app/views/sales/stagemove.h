// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/transitiondialog.h"

namespace guanxi::app {

class ViewContext;

/// Stages of a pipeline, in their order.
QList<model::Record> stagesOf(const Records &records, const Uuid &pipeline);

/// Takes an opportunity in development into another open stage, asking for what that stage wants to know.
std::optional<MadeStep> moveToStage(Records &records, const model::Record &opportunity, const model::Record &stage, QWidget *parent);

/// Asks for the stage, too, and tells what came of it.
void chooseStage(QWidget *parent, ViewContext &context, const model::RecordRef &opportunity);

/// Marks an opportunity as won; a prospect becomes a customer, after a look for customers who are there already.
void markSuccess(QWidget *parent, ViewContext &context, const model::RecordRef &opportunity);

/// Begins a project with the signed contract of an opportunity that was won.
void beginProject(QWidget *parent, ViewContext &context, const model::RecordRef &opportunity);

} // namespace guanxi::app
