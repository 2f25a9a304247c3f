// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/validate.h"

#include <QSet>

namespace guanxi::rules
{

/// What must hold between fields of one record, entity by entity. Only rules that `changed` fields take part in are
/// asked. Required (field) or RuleRefused (rule, field); in the order of the list in entityrules.cpp.
QList<FieldError> checkTogether(const model::Record &record, const QSet<model::FieldId> &changed);

} // namespace guanxi::rules
