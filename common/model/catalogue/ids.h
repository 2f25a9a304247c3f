// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/value.h"

/// Permanent numbers of all entities: tables, wire, log and files know an entity by its number, so a number is never
/// changed and never given again. 1–54 are E01–E54 of the data model, 101… their child tables, 160… what came later.
namespace guanxi::model::ids {

inline constexpr EntityId Department = 1;
inline constexpr EntityId User = 2;
inline constexpr EntityId Role = 3;
inline constexpr EntityId RoleGrant = 4;
inline constexpr EntityId Session = 5;
inline constexpr EntityId Dictionary = 6;
inline constexpr EntityId NumberRule = 7;
inline constexpr EntityId Account = 8;
inline constexpr EntityId Contact = 9;
inline constexpr EntityId ContactPoint = 10;
inline constexpr EntityId Relationship = 11;
inline constexpr EntityId Interaction = 12;
inline constexpr EntityId OwnershipTransfer = 13;
inline constexpr EntityId ChurnCase = 14;
inline constexpr EntityId Segment = 15;
inline constexpr EntityId Membership = 16;
inline constexpr EntityId Lead = 17;
inline constexpr EntityId Pipeline = 18;
inline constexpr EntityId Opportunity = 19;
inline constexpr EntityId DevelopmentPlanItem = 20;
inline constexpr EntityId MarketIntel = 21;
inline constexpr EntityId Quote = 22;
inline constexpr EntityId Contract = 23;
inline constexpr EntityId SalesOrder = 24;
inline constexpr EntityId Payment = 25;
inline constexpr EntityId SalesTarget = 26;
inline constexpr EntityId Product = 27;
inline constexpr EntityId Supplier = 28;
inline constexpr EntityId PurchaseOrder = 29;
inline constexpr EntityId Warehouse = 30;
inline constexpr EntityId StockBalance = 31;
inline constexpr EntityId StockDocument = 32;
inline constexpr EntityId Ticket = 33;
inline constexpr EntityId SlaPolicy = 34;
inline constexpr EntityId KnowledgeArticle = 35;
inline constexpr EntityId Survey = 36;
inline constexpr EntityId ChatSession = 37;
inline constexpr EntityId PerformanceRating = 38;
inline constexpr EntityId Campaign = 39;
inline constexpr EntityId MessageBatch = 40;
inline constexpr EntityId AutomationRule = 41;
inline constexpr EntityId MarketingMaterial = 42;
inline constexpr EntityId Project = 43;
inline constexpr EntityId Activity = 44;
inline constexpr EntityId Notification = 45;
inline constexpr EntityId Expense = 46;
inline constexpr EntityId Document = 47;
inline constexpr EntityId CustomField = 48;
inline constexpr EntityId Form = 49;
inline constexpr EntityId Workflow = 50;
inline constexpr EntityId Report = 51;
inline constexpr EntityId ChangeSet = 52;
inline constexpr EntityId Conflict = 53;
inline constexpr EntityId ImportJob = 54;

inline constexpr EntityId AccessRule = 101;
inline constexpr EntityId FieldRule = 102;
inline constexpr EntityId Device = 103;
inline constexpr EntityId DictionaryItem = 104;
inline constexpr EntityId EmailMessage = 105;
inline constexpr EntityId SegmentMember = 106;
inline constexpr EntityId PointEntry = 107;
inline constexpr EntityId PipelineStage = 108;
inline constexpr EntityId StageChange = 109;
inline constexpr EntityId OpportunityLine = 110;
inline constexpr EntityId QuoteLine = 111;
inline constexpr EntityId SalesOrderLine = 112;
inline constexpr EntityId PaymentPlan = 113;
inline constexpr EntityId InvoiceRecord = 114;
inline constexpr EntityId ForecastSnapshot = 115;
inline constexpr EntityId ProductCategory = 116;
inline constexpr EntityId PriceItem = 117;
inline constexpr EntityId PurchaseOrderLine = 118;
inline constexpr EntityId StorageLocation = 119;
inline constexpr EntityId StockDocumentLine = 120;
inline constexpr EntityId SurveyQuestion = 121;
inline constexpr EntityId SurveyResponse = 122;
inline constexpr EntityId ChatMessage = 123;
inline constexpr EntityId CampaignMember = 124;
inline constexpr EntityId MessageTemplate = 125;
inline constexpr EntityId MessageRecipient = 126;
inline constexpr EntityId Milestone = 127;
inline constexpr EntityId Reminder = 128;
inline constexpr EntityId FormEntry = 129;
inline constexpr EntityId WorkflowRun = 130;
inline constexpr EntityId WorkflowStep = 131;
inline constexpr EntityId Change = 132;
inline constexpr EntityId ImportRow = 133;
inline constexpr EntityId DuplicateCandidate = 134;

inline constexpr EntityId Company = 160;
inline constexpr EntityId Currency = 161;
inline constexpr EntityId ExchangeRate = 162;
inline constexpr EntityId WorkCalendar = 163;
inline constexpr EntityId Share = 164;
inline constexpr EntityId AuditEvent = 165;
inline constexpr EntityId UserSetting = 166;
inline constexpr EntityId OwnershipRule = 167;
inline constexpr EntityId PrintTemplate = 168;
inline constexpr EntityId QuoteVersion = 169;
inline constexpr EntityId QuoteVersionLine = 170;
inline constexpr EntityId LeadScoreRule = 171;
inline constexpr EntityId PrintTemplateVersion = 172;

} // namespace guanxi::model::ids
