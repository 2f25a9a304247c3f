// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/amounts.h"
#include "server/demo/identifiers.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/rules/leadscore.h"

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *Stages[] = {"potential", "interested", "negotiating", "closed", "lost"};
constexpr qint64 Probabilities[] = {1000, 4000, 7000, 10000, 0};
constexpr qint64 HourMs = 3'600'000;
constexpr qint64 DayMs = 24 * HourMs;

void fillLead(World &world, Record &row, const QList<Record> &scoreRules)
{
    Dice &dice = world.dice();
    static constexpr const char *sources[] = {"exhibition", "website", "online_ad", "referral", "social", "phone"};
    const World::Name name = world.someName();
    const City &city = dice.pick(world.words().cities);
    const QStringList &head = dice.pick(world.words().companyHeads);
    const QStringList &trade = dice.pick(world.words().companyTrades);
    row.set(Lead::name, name.text);
    row.set(Lead::companyName, city.name + head[0] + trade[0] + u"有限公司"_s);
    row.set(Lead::mobile, mobileNumber(dice));
    if (dice.chance(60))
        row.set(Lead::email, name.pinyin + u'@' + head[1] + u'-' + trade[1] + u".example"_s);
    if (dice.chance(30))
        row.set(Lead::phone, landLine(dice, city.areaCode));
    row.set(Lead::region, item("region", city.region));
    row.set(Lead::industry, item("industry", trade[2]));
    const int source = dice.weighted({35, 22, 15, 12, 10, 6});
    row.set(Lead::source, item("source", sources[source]));
    if (source == 0 && !world.campaigns.empty())
        row.set(Lead::campaign, dice.pick(world.campaigns));
    row.set(Lead::interest, u"关注"_s + dice.pick(world.products).name + u","_s + world.note());
    rules::applyScore(row, rules::leadScore(row, scoreRules, world.catalogue(), {world.now(), world.today()}));
}

void addLead(World &world, const QList<Record> &scoreRules)
{
    Dice &dice = world.dice();
    const int status = 1 + dice.weighted({15, 22, 14, 14, 18, 17});
    const int owner = status == Lead::New ? world.someoneOf(Team::Marketing) : world.someoneOf(Team::Sales);
    const qint64 at = world.someTime(status == Lead::New ? world.daysAgo(0, 20) : world.daysAgo(4, 500));
    Record row = world.make(Lead::entity, owner, at);
    fillLead(world, row, scoreRules);
    row.set(Lead::status, qint64(status));
    if (status != Lead::New) {
        row.set(Lead::assignedTo, world.userId(owner));
        row.set(Lead::assignedAt, std::min(world.now(), at + 3'600'000));
    }
    if (status == Lead::Assigned || status == Lead::Qualified)
        row.set(Lead::nextFollowUpAt, World::at(world.today() + dice.between(-5, 30), 10 * 60));
    if (status == Lead::Nurturing)
        row.set(Lead::nurturingPlan, dice.pick(world.segments));
    if (status == Lead::Disqualified)
        row.set(Lead::disqualifyReason, dice.chance(50) ? u"暂无采购计划"_s : u"预算不足"_s);
    if (status == Lead::Converted) {
        const Customer &customer = dice.pick(world.customers);
        row.set(Lead::convertedAccount, customer.id);
        row.set(Lead::convertedContact, customer.contact.id);
    }
    world.leads.push_back(row.id());
    world.add(row, owner);
    if (status == Lead::New || !dice.chance(40))
        return;
    const qint64 talked = std::min(world.now(), at + dice.between(1, 3) * DayMs);
    Record talk = world.make(Interaction::entity, owner, talked);
    talk.set(Interaction::summary, u"首次联系,了解需求:"_s + world.note().left(60));
    talk.set(Interaction::happenedAt, talked);
    talk.set(Interaction::lead, row.id());
    talk.set(Interaction::channel, item("channel", "phone"));
    talk.set(Interaction::direction, item("direction", "out"));
    world.add(talk, owner);
}

/// What an opportunity went through.
struct Course {
    int status = Opportunity::Developing;
    int stage = 0;    ///< index in Stages
    qint64 begun = 0; ///< day
    qint64 ended = 0; ///< day, when it is over
};

/// A stage and when it began.
struct Entry {
    int stage = 0; ///< index in Stages
    qint64 at = 0; ///< UTC ms
};

std::vector<Entry> entriesOf(World &world, const Course &course)
{
    std::vector<Entry> entries;
    const int last = course.stage == 4 ? int(world.dice().between(0, 2)) : std::min(course.stage, 3);
    for (int stage = 0; stage <= last; ++stage)
        entries.push_back({stage});
    if (course.stage == 4)
        entries.push_back({4});
    const qint64 end = course.status == Opportunity::Developing ? world.today() : course.ended;
    // What is not over has been in its stage for a while.
    const qint64 steps = std::max<qint64>(1, qint64(entries.size()) - (course.status == Opportunity::Developing ? 0 : 1));
    for (size_t i = 0; i < entries.size(); ++i)
        entries[i].at = world.someTime(std::min(course.begun + (end - course.begun) * qint64(i) / steps, world.today()));
    return entries;
}

void addStageChanges(World &world, const Record &opportunity, int owner, const std::vector<Entry> &entries)
{
    for (size_t i = 0; i < entries.size(); ++i) {
        Record row = world.make(StageChange::entity, owner, entries[i].at);
        row.set(StageChange::opportunity, opportunity.id());
        if (i > 0) {
            row.set(StageChange::fromStage, defaultStageId(QString::fromLatin1(Stages[entries[i - 1].stage])));
            row.set(StageChange::stayed, std::max<qint64>(0, entries[i].at - entries[i - 1].at) / HourMs);
        }
        row.set(StageChange::toStage, defaultStageId(QString::fromLatin1(Stages[entries[i].stage])));
        row.set(StageChange::at, entries[i].at);
        row.set(StageChange::amountAt, opportunity[Opportunity::amount]);
        world.add(row, owner);
    }
}

void addPlan(World &world, const Record &opportunity, int owner, const Course &course)
{
    static const QStringList items{u"拜访技术负责人,确认技术路线"_s, u"提交技术方案和业绩表"_s, u"邀请客户来厂考察"_s,
                                   u"提交正式报价"_s, u"商务谈判,确定付款条件"_s};
    Dice &dice = world.dice();
    for (int i = 0; i < int(dice.between(1, 3)); ++i) {
        const qint64 planned = std::min(world.today(), course.begun + i * 9);
        Record row = world.make(DevelopmentPlanItem::entity, owner, world.someTime(planned));
        const qint64 due = planned + dice.between(3, 25);
        const bool over = course.status != Opportunity::Developing || due < world.today() - 5;
        const int status = over ? (dice.chance(90) ? DevelopmentPlanItem::Done : DevelopmentPlanItem::Cancelled)
                                : DevelopmentPlanItem::Planned;
        row.set(DevelopmentPlanItem::opportunity, opportunity.id());
        row.set(DevelopmentPlanItem::plannedOn, planned);
        row.set(DevelopmentPlanItem::dueOn, due);
        row.set(DevelopmentPlanItem::item, items.at(i + int(dice.between(0, 2))));
        row.set(DevelopmentPlanItem::status, qint64(status));
        if (status == DevelopmentPlanItem::Done) {
            row.set(DevelopmentPlanItem::effect, world.note());
            row.set(DevelopmentPlanItem::executedAt, world.someTime(std::min(due, world.today())));
        }
        world.add(row, owner);
    }
}

void fillMoney(Record &row, const Customer &customer, qint64 amount)
{
    using O = Opportunity;
    row.set(O::amount, amount);
    row.set(O::currency, codeOf(customer.currency));
    row.set(O::exchangeRate, Currencies[customer.currency].rate);
    row.set(O::baseAmount, inYuan(amount, customer.currency));
    row.set(O::weightedAmount, scaled(row[O::baseAmount], row[O::probability], 4));
}

void fillCourse(World &world, Record &row, const Course &course)
{
    static const QStringList reasons{u"价格高于竞争对手"_s, u"项目取消"_s, u"客户选择进口品牌"_s, u"交期无法满足"_s};
    Dice &dice = world.dice();
    using O = Opportunity;
    row.set(O::devStatus, qint64(course.status));
    row.set(O::pipeline, defaultPipelineId());
    row.set(O::stage, defaultStageId(QString::fromLatin1(Stages[course.stage])));
    // A few of those that are negotiated are as good as won.
    const bool isSure = course.status == O::Developing && course.stage == 2 && course.begun % 3 == 0;
    row.set(O::probability, isSure ? qint64(9000) : Probabilities[course.stage]);
    if (course.status == O::Developing) {
        const qint64 close = world.today() + dice.between(-10, 150);
        if (course.begun % 19 != 0)
            row.set(O::expectedCloseOn, close);
        row.set(O::nextFollowUpAt, World::at(world.today() + dice.between(-4, 25), int(dice.between(9, 17)) * 60));
        return;
    }
    row.set(O::expectedCloseOn, course.ended);
    row.set(O::closedOn, course.ended);
    row.set(O::closeReason, course.status == O::Failed ? dice.pick(reasons) : u"方案和服务得到认可"_s);
}

Uuid addOpportunity(World &world, const Customer &customer, const Course &course, const std::vector<Line> &lines)
{
    Dice &dice = world.dice();
    using O = Opportunity;
    const int owner = customer.manager;
    const qint64 at = world.someTime(course.begun);
    Record row = world.make(O::entity, owner, at);
    row.set(O::customerName, customer.name);
    row.set(O::account, customer.id);
    row.set(O::summary, World::fill(world.phrase(world.words().opportunities, customer).first(),
                                    World::nameOf(world.products[lines.front().product], customer), customer.name));
    row.set(O::contact, customer.contact.id);
    row.set(O::contactName, customer.contact.name);
    row.set(O::contactPhone, customer.contact.phone);
    row.set(O::source, item("source", dice.chance(50) ? "referral" : "exhibition"));
    row.set(O::assignedTo, world.userId(owner));
    row.set(O::assignedAt, at);
    row.set(O::assignedBy, world.userId(world.heads[size_t(Team::Sales)]));
    row.set(O::description, world.note(customer));
    if (dice.chance(50))
        row.set(O::strategy, world.note());
    if (dice.chance(30))
        row.set(O::competitor, dice.pick(world.intelligence));
    if (dice.chance(25))
        row.set(O::campaign, dice.pick(world.campaigns));
    if (dice.chance(20))
        row.set(O::lead, dice.pick(world.leads));
    fillCourse(world, row, course);
    fillMoney(row, customer, totalsOf(lines, taxRateOf(customer)).total);
    const std::vector<Entry> entries = entriesOf(world, course);
    row.set(O::stageSince, entries.back().at);
    world.prospects.push_back({owner, course.begun, course.status == O::Developing ? std::nullopt : std::optional(course.ended),
                               row.isNull(O::expectedCloseOn) ? 0 : row[O::expectedCloseOn], row[O::baseAmount], row[O::probability]});
    world.add(row, owner);
    addStageChanges(world, row, owner, entries);
    for (const Line &line : lines) {
        Record part = world.make(OpportunityLine::entity, owner, at);
        part.set(OpportunityLine::opportunity, row.id());
        part.set(OpportunityLine::product, world.products[line.product].id);
        part.set(OpportunityLine::quantity, line.quantity);
        part.set(OpportunityLine::unitPrice, line.price);
        part.set(OpportunityLine::discount, line.discount);
        part.set(OpportunityLine::amount, amountsOf(line, 0).net);
        world.add(part, owner);
    }
    addPlan(world, row, owner, course);
    return row.id();
}

/// Orders of which four in ten began as an opportunity.
void addWon(World &world)
{
    Dice &dice = world.dice();
    for (Customer &customer : world.customers)
        for (const qint64 day : customer.orderDays) {
            customer.orderDeals.push_back(-1);
            if (!dice.chance(40))
                continue;
            Course course{Opportunity::Succeeded, 3, day - dice.between(20, 120), day};
            std::vector<Line> lines = someLines(world, customer);
            const Uuid id = addOpportunity(world, customer, course, lines);
            customer.orderDeals.back() = int(world.deals.size());
            world.deals.push_back({id, std::move(lines)});
        }
}

void addOthers(World &world)
{
    Dice &dice = world.dice();
    for (int i = 0; i < world.few(750); ++i) {
        const Customer &customer = dice.pick(world.customers);
        const bool failed = customer.status >= Account::Lost || dice.chance(30);
        Course course;
        course.begun = failed ? world.daysAgo(60, 700) : world.daysAgo(1, 150);
        course.ended = course.begun + dice.between(10, 55);
        course.status = failed ? Opportunity::Failed : Opportunity::Developing;
        course.stage = failed ? 4 : dice.weighted({40, 35, 25});
        addOpportunity(world, customer, course, someLines(world, customer));
    }
}

} // namespace

void makeOpportunities(World &world)
{
    world.begin("opportunities");
    const QList<Record> scoreRules = addLeadScoreRules(world);
    for (int i = 0; i < world.few(600); ++i)
        addLead(world, scoreRules);
    if (!world.settle())
        return;
    addWon(world);
    addOthers(world);
}

} // namespace guanxi::demo
