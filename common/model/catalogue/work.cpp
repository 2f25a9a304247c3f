// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/work.h"

namespace guanxi::model {

void declareWork(Catalogue &)
{
}

} // namespace guanxi::model
