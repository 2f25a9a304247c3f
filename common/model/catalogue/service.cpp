// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/service.h"

namespace guanxi::model {

void declareService(Catalogue &)
{
}

} // namespace guanxi::model
