// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/identifiers.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/ownershiprules.h"
#include "common/model/catalogue/platform.h"
#include "common/model/filterjson.h"

#include <QJsonDocument>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

RecordRef refOf(const Customer &customer) { return {ids::Account, customer.id}; }

void addContactPoints(World &world)
{
    static constexpr const char *methods[] = {"wechat", "qq", "mobile", "email"};
    Dice &dice = world.dice();
    for (int i = 0; i < world.few(1200); ++i) {
        const Customer &customer = dice.pick(world.customers);
        const int method = dice.weighted({50, 15, 25, 10});
        Record row = world.make(ContactPoint::entity, customer.manager,
                                world.someTime(std::min(world.today(), customer.since + 5)));
        row.set(ContactPoint::parent, RecordRef{ids::Contact, customer.contact.id});
        row.set(ContactPoint::method, item("contact_method", methods[method]));
        row.set(ContactPoint::value, method == 0   ? u"wx_"_s + dice.digits(8)
                                     : method == 1 ? dice.digits(9)
                                     : method == 2 ? mobileNumber(dice)
                                                   : u"p"_s + dice.digits(6) + u"@mail.example"_s);
        row.set(ContactPoint::label, dice.chance(50) ? u"工作"_s : u"私人"_s);
        world.add(row, customer.manager);
    }
}

void addRelationships(World &world)
{
    static constexpr const char *kinds[] = {"parent", "supplier_of", "referrer", "influences"};
    Dice &dice = world.dice();
    for (int i = 0; i < world.few(220); ++i) {
        const Customer &from = dice.pick(world.customers);
        const Customer &to = dice.pick(world.customers);
        if (from.id == to.id)
            continue;
        Record row = world.make(Relationship::entity, from.manager, world.someTime(world.daysAgo(1, 700)));
        row.set(Relationship::from, refOf(from));
        row.set(Relationship::to, refOf(to));
        row.set(Relationship::kind, item("relation_kind", kinds[dice.weighted({20, 40, 25, 15})]));
        row.set(Relationship::strength, dice.between(1, 5));
        if (dice.chance(40))
            row.set(Relationship::note, u"由"_s + from.contact.name + u"介绍"_s);
        row.set(Relationship::validFrom, world.today() - dice.between(700, 1500));
        world.add(row, from.manager);
    }
}

/// Decisions that were changed since, so that there is a past to look at.
void changeCreditDecisions(World &world)
{
    Dice &dice = world.dice();
    for (const Record &made : world.accountRows) {
        Record before = made;
        Record after = made;
        after.set(Account::creditRiskOverride, qint64(1));
        after.set(Account::creditRiskReason, u"合作三年，从未逾期"_s);
        world.update(before, after, int(dice.between(0, int(world.employees.size()) - 1)));
        if (dice.chance(60))
            continue;
        before = after;
        after.set(Account::creditRiskOverride, qint64(2));
        after.set(Account::creditRiskReason, u"二季度回款两次延迟"_s);
        world.update(before, after, int(dice.between(0, int(world.employees.size()) - 1)));
    }
}

void addChurn(World &world)
{
    static constexpr const char *reasons[] = {"price", "quality", "service", "competitor", "closed", "nofollow"};
    Dice &dice = world.dice();
    for (const Customer &customer : world.customers) {
        const bool lost = customer.status == Account::Lost;
        const bool recovered = customer.status == Account::Active && dice.chance(4);
        if (!lost && !recovered && customer.status != Account::AtRisk)
            continue;
        const qint64 detected = std::min(world.today() - 1, customer.orderDays.back() + (recovered ? 0 : 300));
        Record row = world.make(ChurnCase::entity, customer.manager, world.someTime(detected));
        const int state = lost              ? ChurnCase::Confirmed
                          : recovered       ? ChurnCase::Recovered
                          : dice.chance(60) ? ChurnCase::AtRisk
                                            : ChurnCase::Deferred;
        row.set(ChurnCase::account, customer.id);
        row.set(ChurnCase::status, qint64(state));
        row.set(ChurnCase::detectedBy, qint64(dice.chance(70) ? 1 : 2));
        row.set(ChurnCase::riskScore, dice.between(3000, 9500));
        if (state == ChurnCase::Deferred) {
            row.set(ChurnCase::deferredUntil, world.today() + dice.between(10, 120));
            row.set(ChurnCase::deferralMeasures, u"安排技术人员免费巡检一次,并提供备件优惠价。"_s);
        }
        if (lost) {
            row.set(ChurnCase::reason, item("churn_reason", reasons[dice.between(0, 5)]));
            row.set(ChurnCase::reasonText, world.note());
            row.set(ChurnCase::confirmedOn, std::min(world.today(), detected + dice.between(20, 200)));
        }
        world.add(row, customer.manager);
    }
}

void addHandOvers(World &world)
{
    const int director = world.heads[size_t(Team::Sales)];
    for (int i = 0; i < world.few(8); ++i) {
        const int from = world.someoneOf(Team::Sales);
        const int to = world.someoneOf(Team::Sales);
        if (from == to)
            continue;
        const qint64 at = world.someTime(world.daysAgo(10, 600));
        Record row = world.make(OwnershipTransfer::entity, director, at);
        row.set(OwnershipTransfer::fromUser, world.userId(from));
        row.set(OwnershipTransfer::toUser, world.userId(to));
        row.set(
            OwnershipTransfer::scope,
            u"{\"account\":%1,\"opportunity\":%2}"_s.arg(world.dice().between(5, 60)).arg(world.dice().between(0, 12)));
        row.set(OwnershipTransfer::reason, world.dice().chance(50) ? u"岗位调整"_s : u"区域重新划分"_s);
        row.set(OwnershipTransfer::performedAt, at);
        row.set(OwnershipTransfer::performedBy, world.userId(director));
        world.add(row, director);
    }
}

void addMemberships(World &world)
{
    Dice &dice = world.dice();
    int left = world.few(160);
    for (const Customer &customer : world.customers) {
        if (customer.orderDays.size() < 2 || left-- <= 0)
            continue;
        const qint64 joined = customer.orderDays.front();
        Record row = world.make(Membership::entity, customer.manager, world.someTime(joined));
        row.set(Membership::account, customer.id);
        row.set(Membership::joinedOn, joined);
        std::vector<Record> entries;
        qint64 points = 0;
        for (size_t i = 0; i < customer.orderDays.size(); ++i) {
            Record entry = world.make(PointEntry::entity, customer.manager, world.someTime(customer.orderDays[i]));
            const bool spends = i > 1 && points > 800 && dice.chance(25);
            const qint64 change = spends ? -500 : dice.between(50, 2000);
            entry.set(PointEntry::membership, row.id());
            entry.set(PointEntry::points, change);
            entry.set(PointEntry::reason, spends ? u"兑换备件"_s : u"订单积分"_s);
            points += change;
            entries.push_back(entry);
        }
        row.set(Membership::tier, points > 5000 ? u"金卡"_s : points > 2000 ? u"银卡"_s : u"普通"_s);
        world.add(row, customer.manager);
        for (const Record &entry : entries)
            world.add(entry, customer.manager);
    }
}

void addMails(World &world)
{
    Dice &dice = world.dice();
    for (int i = 0; i < world.few(300); ++i) {
        const Customer &customer = dice.pick(world.customers);
        const Employee &manager = world.employees.at(size_t(customer.manager));
        const qint64 at = world.someTime(world.daysAgo(0, 300));
        const QString product = dice.pick(world.products).name;
        Record talk = world.make(Interaction::entity, customer.manager, at);
        talk.set(Interaction::summary, u"邮件:"_s + product + u"报价与交期"_s);
        talk.set(Interaction::happenedAt, at);
        talk.set(Interaction::account, customer.id);
        talk.set(Interaction::contact, customer.contact.id);
        talk.set(Interaction::channel, item("channel", "email"));
        talk.set(Interaction::direction, item("direction", "out"));
        world.add(talk, customer.manager);
        Record mail = world.make(EmailMessage::entity, customer.manager, at);
        mail.set(EmailMessage::interaction, talk.id());
        mail.set(EmailMessage::messageId, u'<' + mail.id().text() + u"@donglan.example>"_s);
        mail.set(EmailMessage::fromAddr, manager.email);
        mail.set(EmailMessage::toAddrs, customer.contact.email);
        mail.set(EmailMessage::subject, product + u"报价单"_s);
        mail.set(EmailMessage::body, customer.contact.name + u",您好!\n\n附件为"_s + product +
                                         u"的报价单和技术参数表,请查收。如有疑问请随时联系。\n\n"_s + manager.name);
        mail.set(EmailMessage::sentAt, at);
        world.add(mail, customer.manager);
    }
}

void addDuplicates(World &world)
{
    for (int i = 0; i < world.few(14); ++i) {
        const Customer &first = world.dice().pick(world.customers);
        const Customer &second = world.dice().pick(world.customers);
        if (first.id == second.id)
            continue;
        Record row = world.make(DuplicateCandidate::entity, 0, world.someTime(world.daysAgo(1, 90)));
        row.set(DuplicateCandidate::recordA, refOf(first));
        row.set(DuplicateCandidate::recordB, refOf(second));
        row.set(DuplicateCandidate::score, world.dice().between(6500, 9800));
        row.set(DuplicateCandidate::reason, world.dice().chance(50) ? u"名称相似"_s : u"电话相同"_s);
        row.set(DuplicateCandidate::state, qint64(world.dice().chance(70) ? 1 : 3));
        world.add(row, 0);
    }
}

void addOwnershipRules(World &world)
{
    struct Info {
        const char *name;
        Filter condition;
        bool active;
    };
    const auto region = [](const char *code) { return Value(item("region", code)); };
    const Info infos[] = {
        {"上海、江苏、浙江的客户", Filter::any({Filter::is(Account::region.id, region("CN-SH")), Filter::is(Account::region.id, region("CN-JS")),
                      Filter::is(Account::region.id, region("CN-ZJ"))}), true},
        {"政府机构", Filter::all({Filter::is(Account::type.id, item("customer_type", "government"))}), true},
        {"北京的高校",
         Filter::all({Filter::is(Account::region.id, region("CN-BJ")),
                      Filter::any({Filter::contains(Account::name.id, u"大学"_s), Filter::contains(Account::name.id, u"学院"_s)})}),
         true},
        {"合作伙伴介绍的客户", Filter::all({Filter::is(Account::type.id, item("customer_type", "partner"))}), false}};
    qint64 order = 0;
    for (const Info &info : infos) {
        Record row = world.make(OwnershipRule::entity, 0, World::at(world.today() - 400, 600));
        row.set(OwnershipRule::order, order += 10);
        row.set(OwnershipRule::name, QString::fromUtf8(info.name));
        row.set(OwnershipRule::condition, QString::fromUtf8(QJsonDocument(filterToJson(info.condition)).toJson(QJsonDocument::Compact)));
        row.set(OwnershipRule::accountManager, world.userId(world.dice().pick(world.customers).manager));
        row.setValue(OwnershipRule::active.id, info.active);
        world.add(row, 0);
    }
}

} // namespace

void makeCustomerCare(World &world)
{
    world.begin("customer care");
    addContactPoints(world);
    addRelationships(world);
    addChurn(world);
    addHandOvers(world);
    addOwnershipRules(world);
    addMemberships(world);
    addMails(world);
    addDuplicates(world);
    changeCreditDecisions(world);
}

} // namespace guanxi::demo
