# SPDX-License-Identifier: GPL-3.0-or-later
set(GUANXI_CATALOGUE_SOURCES
  catalogue/builtinroles.cpp catalogue/builtinrows.cpp catalogue/customers.cpp catalogue/customfields.cpp
  catalogue/declareall.cpp catalogue/dictionaries.cpp catalogue/marketing.cpp catalogue/opportunities.cpp
  catalogue/organisation.cpp catalogue/ownershiprules.cpp catalogue/platform.cpp catalogue/printing.cpp catalogue/reference.cpp catalogue/sales.cpp
  catalogue/schemaprint.cpp catalogue/service.cpp catalogue/stock.cpp catalogue/work.cpp)
