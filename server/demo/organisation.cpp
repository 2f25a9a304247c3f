// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/drawings.h"
#include "server/demo/identifiers.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"
#include "common/model/rights.h"

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr int FoundedDaysAgo = 7 * 365;

struct TeamInfo {
    const char *code;
    const char *name;
    const char *post; ///< of its members; the head may have another
    const char *headPost;
    const char *role;
    const char *headRole;
    int size;
};

constexpr TeamInfo TeamInfos[TeamCount] = {
    {"sales", "国内销售部", "account_manager", "sales_director", "account_manager", "sales_director", 12},
    {"abroad", "国际业务部", "account_manager", "sales_director", "account_manager", "sales_director", 7},
    {"marketing", "市场部", "marketing", "marketing", "marketing", "sales_director", 4},
    {"service", "技术服务部", "service", "service", "service", "service", 8},
    {"logistics", "采购仓储部", "warehouse", "warehouse", "warehouse", "warehouse", 5},
    {"office", "综合管理部", "other", "executive", "account_manager", "executive", 4},
};

qint64 foundedAt(const World &world) { return World::at(world.today() - FoundedDaysAgo, 9 * 60); }

void addCompany(World &world)
{
    Record company = world.make(Company::entity, 0, foundedAt(world));
    company.setId(companyId());
    company.set(Company::name, u"东澜流体控制股份有限公司"_s);
    company.set(Company::shortName, u"东澜流控"_s);
    company.set(Company::taxNumber, creditCode(u"320506"_s, 0));
    company.set(Company::address, u"江苏省苏州市吴中区东澜路88号"_s);
    company.set(Company::postcode, u"215128"_s);
    company.set(Company::phone, u"0512-66880000"_s);
    company.set(Company::fax, u"0512-66880001"_s);
    company.set(Company::email, u"info@donglan.example"_s);
    company.set(Company::website, u"https://www.donglan.example"_s);
    company.set(Company::bankName, u"中国银行苏州吴中支行"_s);
    company.set(Company::bankAccount, bankAccount(world.dice()));
    company.set(Company::footer, u"东澜流体控制股份有限公司 · 阀门 泵 控制系统\nDonglan Fluid Control Co., Ltd."_s);
    world.add(company, 0);
}

Record user(World &world, const Employee &employee, const char *post, const World::Name &name)
{
    Dice &dice = world.dice();
    const QDate birth = QDate(1970, 1, 1).addDays(world.today() - dice.between(24 * 365, 56 * 365));
    Record record = world.make(User::entity, 0, foundedAt(world));
    record.setId(employee.id);
    record.set(User::department, employee.department);
    record.set(User::login, employee.login);
    record.set(User::realName, employee.name);
    record.set(User::post, item("post", post));
    record.set(User::mobile, mobileNumber(dice));
    record.set(User::email, employee.login + u"@donglan.example"_s);
    record.set(User::sex, item("sex", name.female ? "f" : "m"));
    record.set(User::birthDate, QDate(1970, 1, 1).daysTo(birth));
    record.set(
        User::education,
        item("education", QByteArrayList{"college", "bachelor", "master"}.at(dice.weighted({3, 5, 2})).constData()));
    record.set(User::hiredOn, world.today() - dice.between(60, FoundedDaysAgo));
    if (employee.department == world.departments[size_t(Team::Abroad)])
        record.set(User::locale, qint64(User::English));
    // Not everybody has had his picture taken.
    if (dice.chance(70))
        world.fill(record, User::avatar, faceDrawing(employee.id.bytes(), name.female));
    record.set(User::skills, QStringList{u"Excel"_s, qstrcmp(post, "service") == 0 ? u"现场调试"_s : u"商务谈判"_s});
    return record;
}

/// The first two rows cannot say who made them: nobody is there yet.
void addFounder(World &world)
{
    Record root = world.make(Department::entity, 0, foundedAt(world));
    root.setId(world.rootDepartment);
    root.set(Department::code, u"root"_s);
    root.set(Department::name, u"东澜流体控制"_s);
    Record admin = user(world, world.employees.front(), "admin", {});
    for (const FieldId field : {system::Owner, system::CreatedBy}) {
        root.setValue(field, {});
        admin.setValue(field, {});
    }
    root.setValue(system::Department, {});
    world.add(root, 0);
    world.add(admin, 0);
}

QList<Record> addDepartments(World &world)
{
    QList<Record> departments;
    for (int team = 0; team < TeamCount; ++team) {
        Record department = world.make(Department::entity, 0, foundedAt(world));
        department.set(Department::code, QString::fromLatin1(TeamInfos[team].code));
        department.set(Department::name, QString::fromUtf8(TeamInfos[team].name));
        department.set(Department::parent, world.rootDepartment);
        world.departments[size_t(team)] = department.id();
        world.add(department, 0);
        departments.append(department);
    }
    return departments;
}

void grant(World &world, int employee, const char *role, qint64 from, qint64 to = 0, const QString &reason = {})
{
    Record record = world.make(RoleGrant::entity, 0, std::min(from, world.now()));
    record.set(RoleGrant::user, world.userId(employee));
    record.set(RoleGrant::role, roleId(QString::fromLatin1(role)));
    record.set(RoleGrant::validFrom, from);
    if (to > 0)
        record.set(RoleGrant::validTo, to);
    if (!reason.isEmpty())
        record.set(RoleGrant::reason, reason);
    world.add(record, 0);
}

void addEmployees(World &world)
{
    QSet<QString> logins{u"admin"_s};
    for (int team = 0; team < TeamCount; ++team) {
        const TeamInfo &info = TeamInfos[team];
        for (int member = 0; member < info.size; ++member) {
            World::Name name = world.someName();
            while (logins.contains(name.pinyin))
                name = world.someName();
            logins.insert(name.pinyin);
            const int index = int(world.employees.size());
            Employee employee{Uuid(), world.departments[size_t(team)], name.text, name.pinyin,
                              name.pinyin + u"@donglan.example"_s};
            employee.id = world.newId();
            world.employees.push_back(employee);
            world.teams[size_t(team)].push_back(index);
            const bool head = member == 0;
            const bool developer = Team(team) == Team::Office && member == 1;
            world.add(user(world, employee, head ? info.headPost : developer ? "developer" : info.post, name), 0);
            grant(world, index, head ? info.headRole : developer ? "developer" : info.role, foundedAt(world));
        }
        world.heads[size_t(team)] = world.teams[size_t(team)].front();
    }
}

/// Grants with an end: a deputy during leave, one that is over, one that begins later.
void addTimedGrants(World &world)
{
    const auto &sales = world.teams[size_t(Team::Sales)];
    const qint64 now = world.now();
    constexpr qint64 day = 86'400'000;
    grant(world, 0, "admin", foundedAt(world));
    grant(world, sales[1], "sales_director", now - 5 * day, now + 120 * day, u"代理销售总监职责"_s);
    grant(world, sales[2], "sales_director", now - 200 * day, now - 170 * day, u"总监休假期间代理"_s);
    grant(world, sales[3], "executive", now + 30 * day, now + 60 * day, u"参与年度经营分析"_s);
    grant(world, world.heads[size_t(Team::Service)], "account_manager", now - 90 * day, 0, u"服务与销售协同"_s);
}

void nameManagers(World &world, const QList<Record> &departments)
{
    for (int team = 0; team < TeamCount; ++team) {
        Record after = departments.at(team);
        after.set(Department::manager, world.userId(world.heads[size_t(team)]));
        world.update(departments.at(team), after, 0);
    }
}

/// Roles of this company beside the built-in ones: see all, work in their own areas.
void addRole(World &world, const char *code, const QString &name, const QList<Area> &areas)
{
    Record role = world.make(Role::entity, 0, foundedAt(world));
    role.setId(roleId(QString::fromLatin1(code)));
    role.set(Role::code, QString::fromLatin1(code));
    role.set(Role::name, name);
    world.add(role, 0);
    const QList<EntityId> names{ids::Department, ids::User, ids::Role, ids::Company};
    for (const Entity &entity : world.catalogue().entities()) {
        const bool hidden = entity.area == Area::Security || entity.area == Area::Audit;
        if (hidden && !names.contains(entity.id))
            continue;
        const bool own = areas.contains(entity.area) && !entity.serverWritten;
        for (int action = int(Action::View); action <= int(Action::Print); ++action) {
            if (action != int(Action::View) && !own)
                continue;
            Record rule = world.make(AccessRule::entity, 0, foundedAt(world));
            rule.set(AccessRule::role, role.id());
            rule.set(AccessRule::object, entity.name);
            rule.set(AccessRule::action, qint64(action));
            rule.set(AccessRule::scope, qint64(Reach::All));
            world.add(rule, 0);
        }
    }
}

void addOverseas(World &world)
{
    qint64 position = 100;
    const auto region = [&](const char *code, const QString &name, const QString &english, const char *parent) {
        Record row = world.make(DictionaryItem::entity, 0, foundedAt(world));
        row.setId(item("region", code));
        row.set(DictionaryItem::dictionary, dictionaryId(u"region"_s));
        row.set(DictionaryItem::code, QString::fromLatin1(code));
        row.set(DictionaryItem::label, labelJson(name, english));
        row.set(DictionaryItem::position, ++position);
        if (parent)
            row.set(DictionaryItem::parent, item("region", parent));
        world.add(row, 0);
    };
    region("OV", u"海外"_s, u"Overseas"_s, nullptr);
    region("OV-EU", u"欧洲"_s, u"Europe"_s, "OV");
    region("OV-AM", u"美洲"_s, u"Americas"_s, "OV");
    region("OV-AS", u"亚洲其他"_s, u"Rest of Asia"_s, "OV");
    region("OV-ME", u"中东"_s, u"Middle East"_s, "OV");
}

void addCurrencies(World &world)
{
    Record yen = world.make(Currency::entity, 0, foundedAt(world));
    yen.setId(currencyId(u"JPY"_s));
    yen.set(Currency::code, u"JPY"_s);
    yen.set(Currency::name, u"日元"_s);
    yen.set(Currency::symbol, u"¥"_s);
    yen.set(Currency::decimals, qint64(0));
    world.add(yen, 0);
    const QDate first = world.options().today.addDays(1 - world.options().today.day());
    for (int month = 23; month >= 0; --month)
        for (int i = 1; i < int(std::size(Currencies)); ++i) {
            const qint64 day = QDate(1970, 1, 1).daysTo(first.addMonths(-month));
            Record rate = world.make(ExchangeRate::entity, 0, World::at(day, 9 * 60 + 15));
            rate.set(ExchangeRate::currency, currencyId(QString::fromLatin1(Currencies[i].code)));
            rate.set(ExchangeRate::validFrom, day);
            const qint64 drift = month == 0 ? 0 : world.dice().between(-300, 300);
            rate.set(ExchangeRate::rate, Currencies[i].rate + Currencies[i].rate * drift / 10'000);
            rate.set(ExchangeRate::note, u"中国银行中间价"_s);
            world.add(rate, 0);
        }
}

void addCalendar(World &world)
{
    struct Feast {
        const char *name;
        int month, day, length;
    };
    // Feasts of the moon calendar stand on the days of the reference year.
    static constexpr Feast feasts[] = {{"元旦", 1, 1, 3},   {"春节", 2, 16, 8},   {"清明节", 4, 4, 3},
                                       {"劳动节", 5, 1, 5}, {"端午节", 6, 19, 3}, {"中秋节", 9, 25, 3},
                                       {"国庆节", 10, 1, 7}};
    const int year = world.options().today.year();
    const auto add = [&](const QDate &date, WorkCalendar::Kind kind, const QString &name) {
        Record row =
            world.make(WorkCalendar::entity, 0, World::at(QDate(1970, 1, 1).daysTo(QDate(year - 1, 11, 12)), 600));
        row.set(WorkCalendar::day, QDate(1970, 1, 1).daysTo(date));
        row.set(WorkCalendar::kind, qint64(kind));
        row.set(WorkCalendar::name, name);
        world.add(row, 0);
    };
    for (const Feast &feast : feasts)
        for (int day = 0; day < feast.length; ++day)
            add(QDate(year, feast.month, feast.day).addDays(day), WorkCalendar::Holiday, QString::fromUtf8(feast.name));
    add(QDate(year, 2, 14), WorkCalendar::WorkingDay, u"春节调休上班"_s);
    add(QDate(year, 10, 10), WorkCalendar::WorkingDay, u"国庆调休上班"_s);
}

} // namespace

void makeOrganisation(World &world)
{
    world.begin("organisation");
    addFounder(world);
    for (Record row : builtInRows(world.catalogue())) {
        row.setValue(system::CreatedAt, foundedAt(world));
        row.setValue(system::CreatedBy, world.userId(0));
        world.add(row, 0);
    }
    addCompany(world);
    addOverseas(world);
    addRole(world, "service", u"服务工程师"_s, {Area::Service, Area::Work});
    addRole(world, "warehouse", u"仓库管理员"_s, {Area::Stock, Area::Products, Area::Work});
    addRole(world, "marketing", u"市场专员"_s, {Area::Marketing, Area::Work});
    const QList<Record> departments = addDepartments(world);
    addEmployees(world);
    addTimedGrants(world);
    nameManagers(world, departments);
    addCurrencies(world);
    addCalendar(world);
}

} // namespace guanxi::demo
