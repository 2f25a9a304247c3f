// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/world.h"

/// One function per subject, in the order in which they are called: later ones build on earlier ones.
namespace guanxi::demo {

void makeOrganisation(World &world);  ///< company, departments, employees, roles, grants, currencies, calendar
void makeProducts(World &world);      ///< suppliers, categories, products, warehouses
void makeKnowledge(World &world);     ///< service levels, articles, market information
void makeCustomers(World &world);     ///< accounts, contacts, interactions
void makeCustomerCare(World &world);  ///< relationships, churn cases, hand-overs, memberships, mails, duplicates
void makeMarketing(World &world);     ///< segments, campaigns, mailings
void makeOpportunities(World &world); ///< leads, opportunities
void makeSales(World &world);         ///< quotes, contracts, orders, payments, invoices
void makeTargets(World &world);       ///< sales targets, how forecasts stood
void makeStock(World &world);         ///< purchase orders, stock documents, balances
void makeService(World &world);       ///< tickets, surveys, chats, ratings
void makeWork(World &world);          ///< projects, activities, expenses, documents, messages
void makePlatform(World &world);      ///< forms, workflows, reports, imports, settings

// Parts of makePlatform() and makeOpportunities() in files of their own.
void addPrintTemplates(World &world);
QList<model::Record> addLeadScoreRules(World &world);

// Parts of makeSales() in a file of their own.
void makeOtherContracts(World &world);
void noteProductSales(World &world);

} // namespace guanxi::demo
