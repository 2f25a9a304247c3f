// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/organisation.h"

#include "common/model/record.h"

namespace guanxi::model {

using namespace Qt::StringLiterals;

namespace {

EntityBuilder administration(Catalogue &catalogue, EntityId id, const char *name, const char *label, const char *plural)
{
    EntityBuilder entity(catalogue, id, name, label, plural);
    entity.area(Area::Security).workspace(Workspace::Administration, "preferences-system").everyone();
    return entity;
}

/// Up to where somebody lets quotes pass: what is not filled says nothing (common/rules/approval.h).
void addQuoteLimits(EntityBuilder &entity, NumberField total, NumberField discount)
{
    entity.money(total, "quote_total_limit").label("Quotes up to, base currency").atLeast(0).section("Approval of quotes");
    entity.percent(discount, "quote_discount_limit").label("Discount up to");
}

void declareDepartment(Catalogue &catalogue)
{
    EntityBuilder entity = administration(catalogue, Department::entity, "department", "Department", "Departments");
    entity.workspace(Workspace::Administration, "view-list-tree").title({Department::name.id});
    entity.text(Department::code, "code", 32).required().unique().listed().search(Search::Number);
    entity.text(Department::name, "name", 120).required().listed().search(Search::Name);
    entity.reference(Department::parent, "parent", ids::Department).label("Parent department").listed();
    entity.reference(Department::manager, "manager", ids::User).listed();
    entity.boolean(Department::active, "active", true).required().listed();
}

void declareUser(Catalogue &catalogue)
{
    EntityBuilder entity = administration(catalogue, User::entity, "user", "User", "Users");
    entity.workspace(Workspace::Administration, "user").title({User::realName.id});
    entity.relations({ids::Project, ids::Activity, ids::Opportunity, ids::Notification, ids::Document, ids::Account,
                      ids::Ticket, ids::SalesTarget, ids::PerformanceRating, ids::RoleGrant, ids::Session});
    entity.field(User::department.id).required().listed();
    entity.text(User::login, "login", 64).required().unique().listed().search(Search::Text);
    entity.text(User::realName, "real_name", 64).required().listed().search(Search::Name).format(Format::RealName);
    entity.dictionary(User::post, "post", "post").required().byDefaultItem("account_manager").listed();
    entity.boolean(User::active, "active", true).required().listed();
    entity.choice(User::locale, "locale", {u"Chinese"_s, u"Traditional_Chinese"_s, u"English"_s})
        .label("Language")
        .required()
        .byDefault(1);
    entity.tags(User::skills, "skills");
    entity.phone(User::mobile, "mobile")
        .format(Format::Mobile)
        .listed()
        .search(Search::Phone)
        .section("Contact details");
    entity.email(User::email, "email").label("E-mail").listed().search(Search::Text);
    entity.blob(User::avatar, "avatar").merge(MergePolicy::Latest).listed();
    entity.dictionary(User::sex, "sex", "sex").section("Personnel data");
    entity.date(User::birthDate, "birth_date").format(Format::Age);
    entity.dictionary(User::education, "education", "education");
    entity.date(User::hiredOn, "hired_on").group(1);
    entity.date(User::leftOn, "left_on").group(1);
    addQuoteLimits(entity, User::quoteTotalLimit, User::quoteDiscountLimit);
}

void declareRole(Catalogue &catalogue)
{
    EntityBuilder entity = administration(catalogue, Role::entity, "role", "Role", "Roles");
    entity.workspace(Workspace::Administration, "system-users").title({Role::name.id});
    entity.relations({ids::AccessRule, ids::FieldRule, ids::RoleGrant});
    entity.text(Role::code, "code", 32).required().unique().listed();
    entity.text(Role::name, "name", 64).required().listed().search(Search::Name);
    entity.text(Role::description, "description", 255).listed();
    entity.boolean(Role::builtIn, "built_in", false).system().listed();
    entity.text(Role::startScreen, "start_screen", 64).merge(MergePolicy::Latest);
    addQuoteLimits(entity, Role::quoteTotalLimit, Role::quoteDiscountLimit);
}

void declareAccessRule(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, AccessRule::entity, "access_rule", "Access rule", "Access rules");
    entity.childOf(ids::Role, AccessRule::role).everyone().area(Area::Security);
    entity.title({AccessRule::object.id});
    entity.reference(AccessRule::role, "role", ids::Role).required().listed();
    entity.text(AccessRule::object, "object", 64).required().indexed().listed();
    entity
        .choice(AccessRule::action, "action",
                {u"view"_s, u"create"_s, u"edit"_s, u"delete"_s, u"assign"_s, u"transfer"_s, u"approve"_s, u"export"_s,
                 u"import"_s, u"print"_s, u"configure"_s})
        .required()
        .listed();
    entity
        .choice(AccessRule::scope, "scope",
                {u"none"_s, u"own"_s, u"own_department"_s, u"department_tree"_s, u"all"_s})
        .required()
        .listed();
    entity.json(AccessRule::condition, "condition");
}

void declareFieldRule(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, FieldRule::entity, "field_rule", "Field rule", "Field rules");
    entity.childOf(ids::Role, FieldRule::role).everyone().area(Area::Security);
    entity.title({FieldRule::object.id, FieldRule::field.id});
    entity.reference(FieldRule::role, "role", ids::Role).required().listed();
    entity.text(FieldRule::object, "object", 64).required().indexed().listed();
    entity.text(FieldRule::field, "field", 64).required().listed();
    entity.choice(FieldRule::right, "right", {u"hidden"_s, u"masked"_s, u"read"_s, u"write"_s}).required().listed();
}

void declareRoleGrant(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, RoleGrant::entity, "role_grant", "Role grant", "Role grants");
    entity.area(Area::Security).workspace(Workspace::Administration, "view-time-schedule");
    entity.owned({RoleGrant::user.id}).title({RoleGrant::role.id, RoleGrant::user.id});
    entity.reference(RoleGrant::user, "user", ids::User).required().listed();
    entity.reference(RoleGrant::role, "role", ids::Role).required().listed();
    entity.reference(RoleGrant::within, "within", ids::Department).label("Limited to department").listed();
    entity.dateTime(RoleGrant::validFrom, "valid_from").required().byDefault(Default::Now).group(1).listed();
    entity.dateTime(RoleGrant::validTo, "valid_to").group(1).listed();
    entity.text(RoleGrant::reason, "reason", 255);
    entity.reference(RoleGrant::grantedBy, "granted_by", ids::User).system().byDefault(Default::CurrentUser);
    entity.dateTime(RoleGrant::revokedAt, "revoked_at").system().group(2).listed();
    entity.reference(RoleGrant::revokedBy, "revoked_by", ids::User).system().group(2);
}

void declareSession(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Session::entity, "session", "Session", "Sessions");
    entity.area(Area::Security).workspace(Workspace::Administration, "network-connect").serverOnly().serverWritten();
    entity.title({Session::user.id, Session::device.id});
    entity.reference(Session::user, "user", ids::User).required().listed();
    entity.reference(Session::device, "device", ids::Device).required().listed();
    entity.dateTime(Session::startedAt, "started_at").label("Signed in").system().listed();
    entity.dateTime(Session::lastSeenAt, "last_seen_at").label("Last seen").system().listed();
    entity.dateTime(Session::endedAt, "ended_at").label("Signed out").system().listed();
    entity.choice(Session::endReason, "end_reason", {u"logout"_s, u"idle"_s, u"revoked"_s, u"expired"_s, u"shutdown"_s})
        .system();
    entity.dateTime(Session::elevatedUntil, "elevated_until").system();
    entity.text(Session::address, "address", 64).system().listed();
}

void declareDevice(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Device::entity, "device", "Device", "Devices");
    entity.area(Area::Security).workspace(Workspace::Administration, "computer").serverOnly().serverWritten();
    entity.title({Device::name.id});
    entity.text(Device::name, "name", 64).required().listed();
    entity.text(Device::os, "os", 64).label("Operating system").system().listed();
    entity.text(Device::clientVersion, "client_version", 32).system().listed();
    entity.integer(Device::lastSyncRev, "last_sync_rev").label("Last revision").system().listed();
    entity.boolean(Device::revoked, "revoked", false).required().listed();
}

void declareCompany(Catalogue &catalogue)
{
    EntityBuilder entity = administration(catalogue, Company::entity, "company", "Company", "Companies");
    entity.title({Company::name.id});
    entity.text(Company::name, "name", 200).required().listed();
    entity.text(Company::shortName, "short_name", 64);
    entity.text(Company::baseCurrency, "base_currency", 3)
        .required()
        .format(Format::CurrencyCode)
        .byDefault(Value(u"CNY"_s))
        .listed();
    entity.text(Company::timeZone, "time_zone", 64).required().byDefault(Value(u"Asia/Shanghai"_s)).listed();
    entity.integer(Company::fiscalYearStart, "fiscal_year_start", 1, 12)
        .label("First month of the fiscal year")
        .required()
        .byDefault(1);
    entity.text(Company::taxNumber, "tax_number", 32).format(Format::CreditCode);
    entity.text(Company::address, "address", 255).group(1).section("Letterhead");
    entity.text(Company::postcode, "postcode", 16).format(Format::Postcode).group(1);
    entity.phone(Company::phone, "phone").listed();
    entity.phone(Company::fax, "fax");
    entity.email(Company::email, "email").label("E-mail");
    entity.url(Company::website, "website");
    entity.text(Company::bankName, "bank_name", 120).group(2);
    entity.text(Company::bankAccount, "bank_account", 64).group(2);
    entity.blob(Company::logo, "logo").merge(MergePolicy::Latest);
    entity.longText(Company::footer, "footer").label("Foot of printed documents");
}

void declareShare(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Share::entity, "share", "Share", "Shares");
    entity.area(Area::Work).inherits({Share::record.id}).title({Share::record.id, Share::sharee.id});
    entity.anyReference(Share::record, "record", {}).required().listed();
    entity.anyReference(Share::sharee, "sharee", {ids::User, ids::Department, ids::Role})
        .label("Shared with")
        .required()
        .listed();
    entity.dateTime(Share::validTo, "valid_to").listed();
    entity.text(Share::note, "note", 255).listed();
}

void declareAuditEvent(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, AuditEvent::entity, "audit_event", "Audit event", "Audit events");
    entity.area(Area::Audit).workspace(Workspace::Administration, "view-history");
    entity.serverOnly().serverWritten().appendOnly().title({AuditEvent::user.id, AuditEvent::record.id});
    entity.dateTime(AuditEvent::at, "at").label("Time").required().system().indexed().listed();
    entity
        .choice(AuditEvent::kind, "kind",
                {u"sign_in"_s, u"sign_out"_s, u"sign_in_refused"_s, u"locked_out"_s, u"elevation"_s, u"reveal"_s,
                 u"export"_s, u"print"_s, u"import"_s, u"device_enrolled"_s, u"device_revoked"_s, u"backup"_s,
                 u"restore"_s, u"configuration"_s})
        .required()
        .system()
        .listed();
    entity.reference(AuditEvent::user, "user", ids::User).system().listed();
    entity.reference(AuditEvent::device, "device", ids::Device).system();
    entity.anyReference(AuditEvent::record, "record", {}).system().listed();
    entity.integer(AuditEvent::field, "field").system();
    entity.json(AuditEvent::detail, "detail").system();
    entity.text(AuditEvent::address, "address", 64).system().listed();
    entity.dateTime(AuditEvent::toldAt, "told_at").label("Time by the desk's clock").system();
    entity.text(AuditEvent::computer, "computer", 64).system().listed();
}

void declareUserSetting(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, UserSetting::entity, "user_setting", "User setting", "User settings");
    entity.area(Area::Work).privateTo(UserSetting::user.id).title({UserSetting::key.id});
    entity.madeBy(Maker::Program);
    entity.reference(UserSetting::user, "user", ids::User).required().byDefault(Default::CurrentUser);
    entity.text(UserSetting::key, "key", 120).required().indexed();
    entity.json(UserSetting::value, "value").merge(MergePolicy::Latest);
}

} // namespace

bool Share::opens(const Record &share, const RecordRef &about, qint64 now)
{
    return !share.isDeleted() && share[record] == about && (share.isNull(validTo) || share[validTo] > now);
}

void declareOrganisation(Catalogue &catalogue)
{
    declareDepartment(catalogue);
    declareUser(catalogue);
    declareRole(catalogue);
    declareAccessRule(catalogue);
    declareFieldRule(catalogue);
    declareRoleGrant(catalogue);
    declareSession(catalogue);
    declareDevice(catalogue);
    declareCompany(catalogue);
    declareShare(catalogue);
    declareAuditEvent(catalogue);
    declareUserSetting(catalogue);
}

} // namespace guanxi::model
