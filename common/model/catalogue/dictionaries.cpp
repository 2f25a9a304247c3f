// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/dictionaries.h"

#include "common/model/catalogue/ids.h"

namespace guanxi::model {

namespace {

struct Code {
    const char *code;
    const char *label;
};

QList<DictionaryValue> valuesOf(std::initializer_list<Code> codes, const char *parent = "")
{
    QList<DictionaryValue> values;
    for (const Code &code : codes)
        values.append({QString::fromLatin1(code.code), QString::fromUtf8(code.label), QString::fromLatin1(parent)});
    return values;
}

void add(Catalogue &catalogue, const char *code, const char *label, std::initializer_list<Code> codes)
{
    catalogue.addDictionary({QString::fromLatin1(code), QString::fromLatin1(label), false, valuesOf(codes)});
}

// Sales regions, and below them the provinces by ISO 3166-2.
void addRegions(Catalogue &catalogue)
{
    DictionaryInfo regions{QStringLiteral("region"), QStringLiteral("Region"), true, {}};
    regions.values = valuesOf(
        {{"CN-C", "Central China"}, {"CN-N", "North China"}, {"CN-S", "South China"}, {"CN-NW", "Northwest China"},
         {"CN-SW", "Southwest China"}, {"CN-NE", "Northeast China"}, {"CN-E", "East China"}});
    regions.values += valuesOf(
        {{"CN-BJ", "Beijing"}, {"CN-TJ", "Tianjin"}, {"CN-HE", "Hebei"}, {"CN-SX", "Shanxi"},
         {"CN-NM", "Inner Mongolia"}}, "CN-N");
    regions.values += valuesOf({{"CN-LN", "Liaoning"}, {"CN-JL", "Jilin"}, {"CN-HL", "Heilongjiang"}}, "CN-NE");
    regions.values += valuesOf(
        {{"CN-SH", "Shanghai"}, {"CN-JS", "Jiangsu"}, {"CN-ZJ", "Zhejiang"}, {"CN-AH", "Anhui"},
         {"CN-FJ", "Fujian"}, {"CN-JX", "Jiangxi"}, {"CN-SD", "Shandong"}, {"CN-TW", "Taiwan"}}, "CN-E");
    regions.values += valuesOf({{"CN-HA", "Henan"}, {"CN-HB", "Hubei"}, {"CN-HN", "Hunan"}}, "CN-C");
    regions.values += valuesOf(
        {{"CN-GD", "Guangdong"}, {"CN-GX", "Guangxi"}, {"CN-HI", "Hainan"}, {"CN-HK", "Hong Kong"},
         {"CN-MO", "Macao"}}, "CN-S");
    regions.values += valuesOf(
        {{"CN-CQ", "Chongqing"}, {"CN-SC", "Sichuan"}, {"CN-GZ", "Guizhou"}, {"CN-YN", "Yunnan"},
         {"CN-XZ", "Tibet"}}, "CN-SW");
    regions.values += valuesOf(
        {{"CN-SN", "Shaanxi"}, {"CN-GS", "Gansu"}, {"CN-QH", "Qinghai"}, {"CN-NX", "Ningxia"},
         {"CN-XJ", "Xinjiang"}}, "CN-NW");
    catalogue.addDictionary(std::move(regions));
}

void customerValues(Catalogue &catalogue)
{
    add(catalogue, "customer_level", "Customer level",
        {{"strategic", "Strategic partner"}, {"key", "Key account"}, {"cooperating", "Cooperating"},
         {"target", "Key development target"}, {"ordinary", "Ordinary"}});
    add(catalogue, "value_tier", "Value tier", {{"high", "High"}, {"medium", "Medium"}, {"low", "Low"}});
    add(catalogue, "stars", "Stars",
        {{"5", "5 stars"}, {"4", "4 stars"}, {"3", "3 stars"}, {"2", "2 stars"}, {"1", "1 star"}});
    add(catalogue, "satisfaction", "Satisfaction",
        {{"5", "Very satisfied"}, {"4", "Satisfied"}, {"3", "Average"}, {"2", "Dissatisfied"},
         {"1", "Very dissatisfied"}});
    add(catalogue, "customer_type", "Customer type",
        {{"company", "Company"}, {"person", "Person"}, {"distributor", "Distributor"}, {"partner", "Partner"},
         {"government", "Public body"}});
    add(catalogue, "customer_status", "Customer status",
        {{"potential", "Potential"}, {"active", "Active"}, {"at_risk", "At risk"}, {"lost", "Lost"},
         {"archived", "Archived"}});
    add(catalogue, "source", "Source",
        {{"online_ad", "Online advertising"}, {"offline_event", "Offline event"}, {"referral", "Recommendation"},
         {"website", "Website registration"}, {"social", "Social media"}, {"phone", "Telephone"},
         {"exhibition", "Exhibition"}, {"employee", "Given by employee"}, {"other", "Other"}});
    add(catalogue, "industry", "Industry",
        {{"manufacturing", "Manufacturing"}, {"services", "Services"}, {"ecommerce", "E-commerce"},
         {"finance", "Finance"}, {"trade", "Trade"}, {"it", "IT"}, {"construction", "Construction"},
         {"education", "Education"}, {"medical", "Medical"}, {"other", "Other"}});
    add(catalogue, "company_size", "Company size",
        {{"1-9", "1–9"}, {"10-49", "10–49"}, {"50-199", "50–199"}, {"200-999", "200–999"}, {"1000+", "1000+"}});
    add(catalogue, "sex", "Sex", {{"m", "Male"}, {"f", "Female"}, {"u", "Not stated"}});
    add(catalogue, "contact_side", "Contact kind", {{"customer", "Customer side"}, {"supplier", "Supplier side"}});
    add(catalogue, "contact_method", "Contact method",
        {{"mobile", "Mobile"}, {"phone", "Phone"}, {"fax", "Fax"}, {"email", "E-mail"}, {"wechat", "WeChat"},
         {"qq", "QQ"}, {"web", "Website"}, {"other", "Other"}});
    add(catalogue, "channel", "Channel",
        {{"callcenter", "Call centre"}, {"face", "Face to face"}, {"phone", "Telephone"}, {"email", "E-mail"},
         {"fax", "Fax"}, {"mobile", "Mobile sales"}, {"chat", "Online chat"}, {"web", "Internet"},
         {"social", "Social media"}, {"other", "Other"}});
    add(catalogue, "direction", "Direction", {{"in", "Inbound"}, {"out", "Outbound"}});
    add(catalogue, "relation_kind", "Relation kind",
        {{"parent", "Parent organisation"}, {"supplier_of", "Supplies"}, {"referrer", "Referrer"},
         {"reports_to", "Reports to"}, {"family", "Family or friend"}, {"colleague", "Colleague"},
         {"influences", "Influences"}});
    add(catalogue, "churn_status", "Churn status",
        {{"at_risk", "At risk"}, {"deferred", "Deferred"}, {"confirmed", "Confirmed"}, {"recovered", "Won back"}});
    add(catalogue, "churn_reason", "Churn reason",
        {{"price", "Price"}, {"quality", "Quality"}, {"service", "Service"}, {"competitor", "Competitor"},
         {"closed", "Customer closed"}, {"nofollow", "Late follow-up"}, {"other", "Other"}});
}

void salesValues(Catalogue &catalogue)
{
    add(catalogue, "lead_status", "Lead status",
        {{"new", "New"}, {"assigned", "Assigned"}, {"nurturing", "Nurturing"}, {"qualified", "Qualified"},
         {"converted", "Converted"}, {"disqualified", "Disqualified"}});
    add(catalogue, "dev_status", "Development status",
        {{"developing", "In development"}, {"succeeded", "Succeeded"}, {"failed", "Failed"}});
    add(catalogue, "funnel_stage", "Funnel stage",
        {{"potential", "Potential"}, {"interested", "Interested"}, {"negotiating", "Negotiating"},
         {"closed", "Closed"}, {"lost", "Lost"}});
    add(catalogue, "quote_status", "Quote status",
        {{"draft", "Draft"}, {"pending", "Pending approval"}, {"approved", "Approved"}, {"sent", "Sent"},
         {"accepted", "Accepted"}, {"rejected", "Rejected"}, {"expired", "Expired"}});
    add(catalogue, "contract_status", "Contract status",
        {{"draft", "Draft"}, {"in_approval", "In approval"}, {"approved", "Approved"}, {"signed", "Signed"},
         {"executing", "Executing"}, {"completed", "Completed"}, {"archived", "Archived"},
         {"terminated", "Terminated"}});
    add(catalogue, "contract_type", "Contract type",
        {{"sales", "Sales"}, {"service", "Service"}, {"purchase", "Purchase"}, {"framework", "Framework"}});
    add(catalogue, "order_status", "Order status",
        {{"draft", "Draft"}, {"pending_review", "To be reviewed"}, {"reviewed", "Reviewed"},
         {"partly_shipped", "Partly shipped"}, {"shipped", "Shipped"}, {"completed", "Completed"},
         {"cancelled", "Cancelled"}});
    add(catalogue, "payment_status", "Payment status",
        {{"unpaid", "Awaiting payment"}, {"partial", "Partly paid"}, {"paid", "Paid"}, {"overdue", "Overdue"}});
    add(catalogue, "payment_method", "Payment method",
        {{"transfer", "Bank transfer"}, {"cash", "Cash"}, {"cheque", "Cheque"}, {"acceptance", "Acceptance bill"},
         {"wechat", "WeChat Pay"}, {"alipay", "Alipay"}, {"card", "Card"}, {"other", "Other"}});
    add(catalogue, "dev_item_status", "Plan item status",
        {{"planned", "Planned"}, {"done", "Done"}, {"cancelled", "Cancelled"}});
    add(catalogue, "intel_kind", "Market information kind",
        {{"competitor", "Competitor"}, {"research", "Research report"}, {"economy", "Economic analysis"},
         {"product", "Product intelligence"}});
}

void stockValues(Catalogue &catalogue)
{
    add(catalogue, "po_status", "Purchase order status",
        {{"draft", "Draft"}, {"approved", "Approved"}, {"ordered", "Ordered"},
         {"partly_received", "Partly received"}, {"received", "Received"}, {"closed", "Closed"},
         {"cancelled", "Cancelled"}});
    add(catalogue, "stock_doc_type", "Stock document type",
        {{"purchase_in", "Purchase receipt"}, {"sales_out", "Sales issue"}, {"return_in", "Customer return"},
         {"return_out", "Supplier return"}, {"transfer", "Transfer"}, {"count", "Stock count"},
         {"other_in", "Other receipt"}, {"other_out", "Other issue"}});
    add(catalogue, "stock_doc_status", "Stock document status",
        {{"draft", "Draft"}, {"posted", "Posted"}, {"reversed", "Reversed"}});
    add(catalogue, "product_status", "Product status",
        {{"active", "On sale"}, {"paused", "Paused"}, {"discontinued", "Discontinued"}});
    add(catalogue, "unit", "Unit",
        {{"pc", "Piece"}, {"set", "Set"}, {"box", "Box"}, {"kg", "Kilogram"}, {"m", "Metre"}, {"h", "Hour"},
         {"other", "Other"}});
}

void serviceValues(Catalogue &catalogue)
{
    add(catalogue, "service_type", "Service type",
        {{"consultation", "Consultation"}, {"complaint", "Complaint"}, {"suggestion", "Suggestion"},
         {"repair", "Repair"}});
    add(catalogue, "service_status", "Service status",
        {{"created", "Newly created"}, {"assigned", "Assigned"}, {"processed", "Processed"},
         {"feedback", "Feedback given"}, {"archived", "Archived"}});
    add(catalogue, "priority", "Priority",
        {{"urgent", "Urgent"}, {"high", "High"}, {"normal", "Normal"}, {"low", "Low"}});
    add(catalogue, "service_stage", "Service stage", {{"early", "Early"}, {"middle", "Middle"}, {"late", "Late"}});
    add(catalogue, "rating", "Performance grade",
        {{"A", "Excellent"}, {"B", "Good"}, {"C", "Pass"}, {"D", "To improve"}});
    add(catalogue, "article_status", "Article status",
        {{"draft", "Draft"}, {"review", "Review"}, {"published", "Published"}, {"retired", "Retired"}});
    add(catalogue, "article_kind", "Article kind",
        {{"manual", "Manual"}, {"faq", "FAQ"}, {"trouble", "Troubleshooting"}, {"industry", "Industry knowledge"}});
    add(catalogue, "survey_channel", "Survey channel",
        {{"form", "Questionnaire"}, {"rating", "Online rating"}, {"callback", "Telephone call-back"}});
    add(catalogue, "chat_mode", "Chat mode", {{"bot", "Bot"}, {"human", "Human"}});
}

void marketingValues(Catalogue &catalogue)
{
    add(catalogue, "campaign_type", "Campaign type",
        {{"ad", "Advertising"}, {"meeting", "Meeting"}, {"exhibition", "Exhibition"}, {"promotion", "Promotion"},
         {"email", "E-mail"}, {"sms", "SMS"}, {"social", "Social media"}, {"care", "Customer care"},
         {"launch", "Product launch"}});
    add(catalogue, "campaign_status", "Campaign status",
        {{"planned", "Planned"}, {"running", "Running"}, {"finished", "Finished"}, {"evaluated", "Evaluated"},
         {"cancelled", "Cancelled"}});
}

void workValues(Catalogue &catalogue)
{
    add(catalogue, "activity_type", "Activity type",
        {{"task", "Task"}, {"call", "Call"}, {"visit", "Visit"}, {"meeting", "Meeting"}, {"demo", "Demonstration"},
         {"callback", "Call-back"}, {"other", "Other"}});
    add(catalogue, "activity_status", "Activity status",
        {{"open", "Open"}, {"in_progress", "In progress"}, {"done", "Done"}, {"cancelled", "Cancelled"}});
    add(catalogue, "expense_category", "Expense category",
        {{"travel", "Travel"}, {"entertain", "Entertainment"}, {"gift", "Gift"}, {"marketing", "Marketing"},
         {"comm", "Communication"}, {"other", "Other"}});
    add(catalogue, "expense_status", "Expense status",
        {{"draft", "Draft"}, {"submitted", "Submitted"}, {"approved", "Approved"}, {"paid", "Paid"},
         {"rejected", "Rejected"}});
    add(catalogue, "project_type", "Project type",
        {{"sales", "Sales"}, {"engineering", "Engineering"}, {"service", "Service"}, {"internal", "Internal"}});
    add(catalogue, "project_status", "Project status",
        {{"planned", "Planned"}, {"active", "Active"}, {"paused", "Paused"}, {"finished", "Finished"},
         {"closed", "Closed"}});
    add(catalogue, "post", "Post",
        {{"admin", "System administrator"}, {"sales_director", "Sales director"},
         {"account_manager", "Account manager"}, {"executive", "Executive"}, {"developer", "Developer"},
         {"service", "Service agent"}, {"marketing", "Marketing"}, {"warehouse", "Warehouse"}, {"other", "Other"}});
    add(catalogue, "education", "Education",
        {{"middle", "Secondary or below"}, {"college", "College"}, {"bachelor", "Bachelor"}, {"master", "Master"},
         {"doctor", "Doctor"}});
    add(catalogue, "form_kind", "Form kind", {{"data", "Data form"}, {"process", "Process form"}});
    add(catalogue, "flow_kind", "Workflow kind", {{"work", "Work flow"}, {"approval", "Approval flow"}});
    add(catalogue, "scope", "Data scope",
        {{"none", "None"}, {"own", "Own"}, {"dept", "Department"}, {"subtree", "Department tree"}, {"all", "All"}});
}

} // namespace

void declareDictionaries(Catalogue &catalogue)
{
    addRegions(catalogue);
    customerValues(catalogue);
    salesValues(catalogue);
    stockValues(catalogue);
    serviceValues(catalogue);
    marketingValues(catalogue);
    workValues(catalogue);
}

QString stateDictionary(const Entity &entity)
{
    static const QHash<EntityId, QString> names{
        {ids::Account, QStringLiteral("customer_status")},     {ids::ChurnCase, QStringLiteral("churn_status")},
        {ids::Lead, QStringLiteral("lead_status")},            {ids::Opportunity, QStringLiteral("dev_status")},
        {ids::Quote, QStringLiteral("quote_status")},          {ids::Contract, QStringLiteral("contract_status")},
        {ids::SalesOrder, QStringLiteral("order_status")},     {ids::PurchaseOrder, QStringLiteral("po_status")},
        {ids::StockDocument, QStringLiteral("stock_doc_status")}, {ids::Ticket, QStringLiteral("service_status")},
        {ids::Campaign, QStringLiteral("campaign_status")},    {ids::Activity, QStringLiteral("activity_status")},
        {ids::Expense, QStringLiteral("expense_status")},      {ids::Project, QStringLiteral("project_status")},
        {ids::KnowledgeArticle, QStringLiteral("article_status")}};
    return names.value(entity.id);
}

} // namespace guanxi::model
