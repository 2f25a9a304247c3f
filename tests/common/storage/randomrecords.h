// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"
#include "common/model/catalogue.h"
#include "common/model/record.h"

namespace guanxi::storage::test {

/// A customer whose fields hold anything their types allow, extremes included; about a fifth of them stay empty.
model::Record wildCustomer(const model::Catalogue &catalogue, Random &random);

/// A customer with few different values, so that filters hit and groups have members.
model::Record tameCustomer(const model::Catalogue &catalogue, Random &random, const QList<Uuid> &regions);

} // namespace guanxi::storage::test
