// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/marketing.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/printing.h"
#include "common/model/catalogue/reference.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/service.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"

namespace guanxi::model {

void declareAll(Catalogue &catalogue)
{
    declareDictionaries(catalogue);
    declareOrganisation(catalogue);
    declareReference(catalogue);
    declareCustomers(catalogue);
    declareSales(catalogue);
    declareStock(catalogue);
    declareService(catalogue);
    declareMarketing(catalogue);
    declareWork(catalogue);
    declarePlatform(catalogue);
    declarePrinting(catalogue);
}

} // namespace guanxi::model
