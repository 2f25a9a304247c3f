// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/preset.h"
#include "valuemaker.h"

namespace guanxi::test {

/// Ann types everything a new record needs into its form and saves it with the keyboard; everybody gets it.
model::RecordRef fillForm(WalkCompany &company, ValueMaker &values, const model::Entity &entity, const app::Preset &preset = {});

/// Types what a step needs into the dialog that asks for it.
void fillStep(WalkCompany &company, ValueMaker &values, const model::Record &record, const model::Transition &step);

} // namespace guanxi::test
