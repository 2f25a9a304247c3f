// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/builtinroles.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/model/rights.h"

namespace guanxi::model {

namespace {

struct AreaRights {
    Area area;
    const char *reach; ///< one letter per action, in the order of Action: see reachOf()
};

/// Where one entity differs from its area.
struct EntityRights {
    EntityId entity;
    const char *reach;
};

struct RoleRights {
    const char *code;
    const char *name;
    QList<AreaRights> areas;
    QList<EntityRights> exceptions;
    bool readsPersonnel; ///< birth date, education, hired and left on of colleagues
    bool readsMasked;    ///< bank accounts, identity papers and the like without their mask
    bool readsCosts = true; ///< what products cost, and what orders and customers leave
};

Reach reachOf(char letter)
{
    switch (letter) {
    case 'O': return Reach::Own;
    case 'D': return Reach::Department;
    case 'T': return Reach::Subtree;
    case 'A': return Reach::All;
    default: return Reach::None;
    }
}

// The letters stand for: View Create Edit Delete Assign Transfer Approve eXport Import Print Configure.
constexpr const char *Everything = "AAAAAAAAAAA";

QList<AreaRights> everywhere()
{
    QList<AreaRights> areas;
    for (int area = int(Area::Marketing); area <= int(Area::Work); ++area)
        areas.append({Area(area), Everything});
    return areas;
}

/// What every colleague needs to read a screen: names of people, departments and roles, the company, own grants, and
/// a place for own settings, forms and steps.
QList<EntityRights> forEverybody()
{
    return {
        //                  VCEDATAXIPC
        {ids::Department,   "A----------"},
        {ids::User,         "A----------"},
        {ids::Role,         "A----------"},
        {ids::Company,      "A----------"},
        {ids::RoleGrant,    "O----------"},
        {ids::UserSetting,  "OOOO-------"},
        {ids::Notification, "O-OO-------"},
        {ids::ChangeSet,    "O----------"},
        {ids::FormEntry,    "OOOO---O-O-"},
        {ids::WorkflowRun,  "OOO------O-"},
        {ids::WorkflowStep, "O-O---O--O-"},
        {ids::ImportJob,    "OOOO---OO--"},
        {ids::ImportRow,    "OO-O-------"},
    };
}

RoleRights salesDirector()
{
    return {"sales_director", "Sales director",
            {
                //                    VCEDATAXIPC
                {Area::Marketing,    "AAAAAAAAAAA"},
                {Area::Customers,    "ATTTTT-TTA-"},
                {Area::Service,      "AOO-A--T-A-"},
                {Area::Sales,        "AAAAAAAAAA-"},
                {Area::Stock,        "A------T-A-"},
                {Area::Reports,      "TOOO---T-A-"},
                {Area::Dictionaries, "AAA-----AAA"},
                {Area::Products,     "A------A-A-"},
                {Area::Forms,        "A-----T--A-"},
                {Area::Work,         "TTTTTTTTTT-"},
            },
            forEverybody() + QList<EntityRights>{{ids::Change, "T------T---"}, {ids::ChangeSet, "T------T---"},
                                                 {ids::FormEntry, "TOOO--TT-T-"}, {ids::WorkflowRun, "TOOO-----T-"},
                                                 {ids::WorkflowStep, "T-O-T-O--T-"}},
            false, true};
}

RoleRights accountManager()
{
    return {"account_manager", "Account manager",
            {
                //                    VCEDATAXIPC
                {Area::Marketing,    "OOOO---OOO-"},
                {Area::Customers,    "OOOO---OOO-"},
                {Area::Service,      "OOO------O-"},
                {Area::Sales,        "OOO----O-O-"},
                {Area::Stock,        "A--------A-"},
                {Area::Reports,      "OOOO---O-O-"},
                {Area::Dictionaries, "A--------A-"},
                {Area::Products,     "A--------A-"},
                {Area::Forms,        "A----------"},
                {Area::Work,         "OOOOO--O-O-"},
            },
            // Customers and how to reach them are seen by all; what was said and done, by those who look after them.
            forEverybody() + QList<EntityRights>{{ids::Account, "AOO----OOO-"}, {ids::Contact, "AOOO---OOO-"},
                                                 {ids::ContactPoint, "AOOO---OOO-"}, {ids::Relationship, "AOOO---O-O-"},
                                                 {ids::OwnershipRule, "A--------A-"}, {ids::DuplicateCandidate, "AAO----O-A-"},
                                                 {ids::Change, "O------O---"}},
            false, false, false};
}

RoleRights executive()
{
    return {"executive", "Executive",
            {
                //                    VCEDATAXIPC
                {Area::Marketing,    "A------A-A-"},
                {Area::Customers,    "AAAAAAAAAAA"},
                {Area::Service,      "A---A--A-A-"},
                {Area::Sales,        "A-----AA-A-"},
                {Area::Stock,        "A------A-A-"},
                {Area::Reports,      "AAAAAAAAAAA"},
                {Area::Dictionaries, "A------A-A-"},
                {Area::Products,     "A------A-A-"},
                {Area::Forms,        "A-----A--A-"},
                {Area::Audit,        "A------A-A-"},
                {Area::Work,         "AAAOA-AA-A-"},
            },
            forEverybody() + QList<EntityRights>{{ids::ChangeSet, "A------A---"}, {ids::Change, "A------A---"},
                                                 {ids::FormEntry, "AOOO--AA-A-"}, {ids::WorkflowRun, "AOOO-----A-"},
                                                 {ids::WorkflowStep, "A-O-A-A--A-"}},
            true, true};
}

QList<RoleRights> allRoles()
{
    return {{"admin", "System administrator", everywhere(), {}, true, true},
            salesDirector(),
            accountManager(),
            executive(),
            {"developer", "Developer", everywhere(), {}, true, true}};
}

/// Rows of it stand open to whoever may view it, also by way of its parents.
bool isForEverybody(const Catalogue &catalogue, const Entity &entity)
{
    const Entity *up = &entity;
    while (up->scope.kind == ScopeRule::Kind::Inherits && up->parent != 0)
        up = &catalogue.at(up->parent);
    return up->scope.kind == ScopeRule::Kind::Everyone;
}

QByteArray reachesOf(const RoleRights &role, const Entity &entity)
{
    QByteArray reaches(ActionCount, '-');
    for (const AreaRights &rights : role.areas)
        if (rights.area == entity.area)
            reaches = rights.reach;
    for (const EntityRights &rights : role.exceptions)
        if (rights.entity == entity.id)
            reaches = rights.reach;
    return reaches;
}

/// Actions that mean something for the entity; the rest would only fill the rights matrix.
bool applies(const Entity &entity, Action action)
{
    const auto &arrows = entity.machine.transitions;
    switch (action) {
    case Action::View: case Action::Export: case Action::Print: return true;
    case Action::Create: case Action::Import: return entity.maker != Maker::Server;
    case Action::Delete: return entity.maker != Maker::Server && !entity.appendOnly;
    case Action::Edit: return !entity.serverWritten && !entity.appendOnly;
    case Action::Assign: case Action::Transfer: return entity.scope.kind == ScopeRule::Kind::Owner;
    case Action::Approve:
        return entity.id == ids::WorkflowStep
            || std::any_of(arrows.begin(), arrows.end(), [](const Transition &arrow) { return arrow.approves; });
    case Action::Configure: return entity.scope.kind == ScopeRule::Kind::Everyone;
    }
    return false;
}

void addAccessRules(QList<Record> &rows, const Catalogue &catalogue, const RoleRights &role)
{
    for (const Entity &entity : catalogue.entities()) {
        const QByteArray reaches = reachesOf(role, entity);
        for (int number = 1; number <= ActionCount; ++number) {
            Reach reach = reachOf(reaches.at(number - 1));
            if (reach == Reach::None || !applies(entity, Action(number)))
                continue;
            if (Action(number) == Action::View && isForEverybody(catalogue, entity))
                reach = Reach::All;
            const QByteArray name = QByteArray("access:") + role.code + '/' + entity.name.toUtf8() + '/'
                + QByteArray::number(number);
            Record row(catalogue.at(ids::AccessRule), Uuid::named(name));
            row.set(AccessRule::role, roleId(QString::fromLatin1(role.code)));
            row.set(AccessRule::object, entity.name);
            row.set(AccessRule::action, qint64(number));
            row.set(AccessRule::scope, qint64(reach));
            rows.append(row);
        }
    }
}

void addFieldRule(QList<Record> &rows, const Catalogue &catalogue, const RoleRights &role, const Entity &entity,
                  const Field &field, FieldRight right)
{
    const QByteArray name = QByteArray("field:") + role.code + '/' + entity.name.toUtf8() + '/' + field.name.toUtf8();
    Record row(catalogue.at(ids::FieldRule), Uuid::named(name));
    row.set(FieldRule::role, roleId(QString::fromLatin1(role.code)));
    row.set(FieldRule::object, entity.name);
    row.set(FieldRule::field, field.name);
    row.set(FieldRule::right, qint64(right));
    rows.append(row);
}

void addFieldRules(QList<Record> &rows, const Catalogue &catalogue, const RoleRights &role)
{
    if (role.readsMasked)
        for (const Entity &entity : catalogue.entities())
            for (const Field &field : entity.fields())
                if (field.masked)
                    addFieldRule(rows, catalogue, role, entity, field, FieldRight::Write);
    const Entity &user = catalogue.at(ids::User);
    if (!role.readsPersonnel)
        for (FieldId id : {User::birthDate.id, User::education.id, User::hiredOn.id, User::leftOn.id})
            addFieldRule(rows, catalogue, role, user, *user.field(id), FieldRight::Hidden);
    const std::pair<EntityId, QList<FieldId>> costs[] = {{ids::Product, {Product::cost.id, Product::margin.id}},
                                                         {ids::SalesOrder, {SalesOrder::costTotal.id, SalesOrder::margin.id, SalesOrder::baseMargin.id}},
                                                         {ids::Account, {Account::lifetimeValue.id}}};
    for (const auto &[id, fields] : costs)
        for (const FieldId field : role.readsCosts || !catalogue.entity(id) ? QList<FieldId>() : fields)
            addFieldRule(rows, catalogue, role, catalogue.at(id), *catalogue.at(id).field(field), FieldRight::Hidden);
}

} // namespace

QList<Record> builtInRoles(const Catalogue &catalogue)
{
    QList<Record> rows;
    for (const RoleRights &role : allRoles()) {
        const QString code = QString::fromLatin1(role.code);
        const QString name = QString::fromLatin1(role.name);
        Record row(catalogue.at(ids::Role), roleId(code));
        row.set(Role::code, code);
        row.set(Role::name, name);
        row.setValue(Role::builtIn.id, true);
        rows.append(row);
        addAccessRules(rows, catalogue, role);
        addFieldRules(rows, catalogue, role);
    }
    return rows;
}

} // namespace guanxi::model
