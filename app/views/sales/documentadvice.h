// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// What the credit limit of the customer says to an order that is not reviewed yet: empty while all is within.
QString creditAdvice(const Records &records, const model::Record &record);

/// Instalments of an order or a contract that should have been paid; empty when there are none.
QString overdueAdvice(const Records &records, const model::Record &record);

/// That a contract in force ends soon, or has ended.
QString endingAdvice(const Records &records, const model::Record &record);

} // namespace guanxi::app
