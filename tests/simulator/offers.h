// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/memoryserver.h"

namespace guanxi::test {

/// One pipeline, two products, one of them cheaper by the ten.
void addOffers(MemoryServer &server, Random &random);

/// A customer of the first users, and of everything that is sold one in each of its states, so that no step is far away.
void addBusiness(MemoryServer &server, Random &random, qint64 nowMs);

/// As far as the roles of the company reach elsewhere; whoever sees a department approves for it.
void allowSelling(MemoryServer &server, const QList<Uuid> &roles);

} // namespace guanxi::test
