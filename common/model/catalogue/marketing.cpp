// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/marketing.h"

namespace guanxi::model {

void declareMarketing(Catalogue &)
{
}

} // namespace guanxi::model
