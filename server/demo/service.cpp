// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 HourMs = 3'600'000;

/// The times of a ticket, each after the one before and never after now.
void fillHandling(World &world, Record &row, int status, int agent, const QStringList &line, const QString &product)
{
    using T = Ticket;
    Dice &dice = world.dice();
    const auto later = [&](qint64 at, qint64 least, qint64 most) {
        return std::min(world.now(), at + dice.between(least, most) * HourMs);
    };
    const qint64 created = row.value(system::CreatedAt).number();
    row.set(T::status, qint64(status));
    row.set(T::sla, world.serviceLevels[size_t(dice.weighted({60, 30, 10}))]);
    row.set(T::respondDue, created + 4 * HourMs);
    row.set(T::resolveDue, created + 72 * HourMs);
    if (status == T::Created)
        return;
    row.set(T::assignedTo, world.userId(agent));
    row.set(T::assignedBy, world.userId(world.heads[size_t(Team::Service)]));
    row.set(T::assignedAt, later(created, 0, 3));
    if (status == T::Assigned && dice.chance(40))
        return;
    row.set(T::startedAt, later(row[T::assignedAt], 0, 4));
    row.set(T::firstResponseAt, row[T::startedAt]);
    row.setValue(T::breached.id, row[T::startedAt] > row[T::respondDue]);
    if (status == T::Assigned)
        return;
    row.set(T::handling, World::fill(line[3], product, {}));
    row.set(T::result, World::fill(line[4], product, {}));
    row.set(T::handledBy, world.userId(agent));
    row.set(T::handledAt, later(row[T::startedAt], 2, 60));
    if (dice.chance(35))
        row.set(T::article, dice.pick(world.articles));
    if (status == T::Processed)
        return;
    row.set(T::satisfaction, item("satisfaction", QString::number(5 - dice.weighted({45, 35, 12, 5, 3}))));
    row.set(T::feedbackAt, later(row[T::handledAt], 4, 90));
    if (dice.chance(40))
        row.set(T::feedback, dice.chance(80) ? u"处理及时,服务态度好。"_s : u"响应可以再快一些。"_s);
    row.set(T::reopenCount, qint64(dice.weighted({92, 7, 1})));
    if (status == T::Archived)
        row.set(T::archivedAt, later(row[T::feedbackAt], 1, 40));
}

struct Handled {
    Uuid ticket;
    int agent = 0;
    int status = 0;
    qint64 at = 0;
    size_t customer = 0;
};

Handled addTicket(World &world)
{
    using T = Ticket;
    static constexpr const char *priorities[] = {"urgent", "high", "normal", "low"};
    Dice &dice = world.dice();
    const Order &order = dice.pick(world.orders);
    const Customer &customer = world.customers[order.customer];
    const QStringList &line = dice.pick(world.words().tickets);
    const Product &product = world.products[dice.pick(order.lines).product];
    const int agent = world.someoneOf(Team::Service);
    const int status = 1 + dice.weighted({9, 16, 12, 13, 50});
    const qint64 day = status <= T::Assigned    ? world.daysAgo(0, 6)
                       : status == T::Processed ? world.daysAgo(3, 20)
                                                : world.daysAgo(12, 500);
    Record row = world.make(T::entity, agent, world.someTime(std::max(day, std::min(order.day, world.today() - 6))));
    row.set(T::summary, World::fill(line[1], product.name, customer.contact.name));
    row.set(T::type, item("service_type", line[0]));
    row.set(T::account, customer.id);
    row.set(T::contact, customer.contact.id);
    row.set(T::channel, item("channel", dice.chance(60) ? "callcenter" : dice.chance(50) ? "email" : "web"));
    row.set(T::priority, item("priority", priorities[dice.weighted({6, 18, 60, 16})]));
    row.set(T::urgency, item("priority", priorities[dice.weighted({8, 22, 55, 15})]));
    row.set(T::request, World::fill(line[2], product.name, customer.contact.name));
    row.set(T::product, product.id);
    row.set(T::order, order.id);
    if (!order.contract.isNull())
        row.set(T::contract, order.contract);
    row.setValue(T::departments.id, valueOf({world.departments[size_t(Team::Service)]}));
    fillHandling(world, row, status, agent, line, product.name);
    world.tickets.push_back(row.id());
    world.add(row, agent);
    return {row.id(), agent, status, row.value(system::CreatedAt).number(), order.customer};
}

void addRatings(World &world, const std::vector<Handled> &tickets)
{
    static constexpr const char *grades[] = {"A", "B", "C", "D"};
    Dice &dice = world.dice();
    const int head = world.heads[size_t(Team::Service)];
    const auto add = [&](int user, const QString &period, const Uuid &ticket, qint64 at) {
        const int grade = dice.weighted({40, 40, 15, 5});
        Record row = world.make(PerformanceRating::entity, head, at);
        row.set(PerformanceRating::user, world.userId(user));
        row.set(PerformanceRating::period, period);
        if (!ticket.isNull())
            row.set(PerformanceRating::ticket, ticket);
        row.set(PerformanceRating::grade, item("rating", grades[grade]));
        row.set(PerformanceRating::score, dice.between(92 - grade * 12, 100 - grade * 12) * 100);
        row.set(PerformanceRating::comment, grade < 2 ? u"响应及时,记录完整。"_s : u"需加强与客户的沟通。"_s);
        world.add(row, head);
    };
    for (const Handled &ticket : tickets)
        if (ticket.status == Ticket::Archived && dice.chance(25))
            add(ticket.agent, QDate(1970, 1, 1).addDays(World::dayOf(ticket.at)).toString(u"yyyy-MM"_s), ticket.ticket,
                std::min(world.now(), ticket.at + 240 * HourMs));
    const QDate last = world.options().today.addMonths(-1);
    for (const int agent : world.teams[size_t(Team::Service)])
        add(agent, last.toString(u"yyyy-MM"_s), {}, world.someTime(world.today() - world.options().today.day() + 3));
}

void addSurvey(World &world, const QString &title, Survey::Trigger trigger, const std::vector<Handled> &tickets)
{
    Dice &dice = world.dice();
    const int author = world.heads[size_t(Team::Service)];
    Record survey = world.make(Survey::entity, author, World::at(world.today() - 400, 600));
    survey.set(Survey::title, title);
    survey.set(Survey::channel, item("survey_channel", trigger == Survey::AfterTicket ? "callback" : "form"));
    survey.set(Survey::opensOn, world.today() - 395);
    survey.set(Survey::closesOn, world.today() + 120);
    survey.set(Survey::trigger, qint64(trigger));
    world.add(survey, author);
    static const QStringList questions{u"您对本次服务的总体评价"_s, u"问题是否得到解决"_s, u"您从哪里了解到我们"_s,
                                       u"您愿意推荐我们的可能性(0–10)"_s, u"您的建议"_s};
    static constexpr int kinds[] = {SurveyQuestion::Stars, SurveyQuestion::Single, SurveyQuestion::Multiple,
                                    SurveyQuestion::Number, SurveyQuestion::Text};
    for (int i = 0; i < questions.size(); ++i) {
        Record row = world.make(SurveyQuestion::entity, author, World::at(world.today() - 400, 605));
        row.set(SurveyQuestion::survey, survey.id());
        row.set(SurveyQuestion::position, qint64(i) + 1);
        row.set(SurveyQuestion::text, questions.at(i));
        row.set(SurveyQuestion::kind, qint64(kinds[i]));
        if (i == 1)
            row.set(SurveyQuestion::options, u"[\"已解决\",\"部分解决\",\"未解决\"]"_s);
        if (i == 2)
            row.set(SurveyQuestion::options, u"[\"展会\",\"同行介绍\",\"网络搜索\",\"老客户\"]"_s);
        row.setValue(SurveyQuestion::required.id, i < 2);
        world.add(row, author);
    }
    for (const Handled &ticket : tickets) {
        if (ticket.status < Ticket::Feedback || !dice.chance(20))
            continue;
        const Customer &customer = world.customers[ticket.customer];
        const qint64 at = std::min(world.now(), std::max(ticket.at, World::at(world.today() - 390, 600)) +
                                                    dice.between(48, 240) * HourMs);
        Record row = world.make(SurveyResponse::entity, author, at);
        row.set(SurveyResponse::survey, survey.id());
        row.set(SurveyResponse::account, customer.id);
        row.set(SurveyResponse::contact, customer.contact.id);
        if (trigger == Survey::AfterTicket)
            row.set(SurveyResponse::ticket, ticket.ticket);
        const QJsonObject answers{{u"1"_s, dice.between(3, 5)},
                                  {u"2"_s, u"已解决"_s},
                                  {u"3"_s, QJsonArray{u"同行介绍"_s}},
                                  {u"4"_s, dice.between(6, 10)},
                                  {u"5"_s, dice.chance(30) ? u"希望备件到货再快些"_s : QString()}};
        row.set(SurveyResponse::answers, QString::fromUtf8(QJsonDocument(answers).toJson(QJsonDocument::Compact)));
        world.add(row, author);
    }
}

void addChat(World &world)
{
    using C = ChatSession;
    Dice &dice = world.dice();
    const int agent = world.someoneOf(Team::Service);
    const int mode = 1 + dice.weighted({6, 8, 86});
    const qint64 started =
        mode == C::Closed ? world.someTime(world.daysAgo(1, 300)) : world.now() - dice.between(2, 20) * 60'000;
    const Customer &customer = dice.pick(world.customers);
    Record row = world.make(C::entity, agent, started);
    const bool known = dice.chance(60);
    if (known) {
        row.set(C::account, customer.id);
        row.set(C::contact, customer.contact.id);
    }
    row.set(C::visitorName, known ? customer.contact.name.left(64) : u"访客"_s + dice.digits(4));
    row.set(C::mode, qint64(mode));
    if (mode != C::Bot)
        row.set(C::agent, world.userId(agent));
    if (mode == C::Closed) {
        row.set(C::endedAt, started + dice.between(3, 25) * 60'000);
        if (dice.chance(60))
            row.set(C::satisfaction, item("satisfaction", QString::number(dice.between(3, 5))));
    }
    world.add(row, agent);
    qint64 at = started;
    for (int i = int(dice.between(1, 3)); i > 0; --i) {
        const QStringList &talk = dice.pick(world.words().chats);
        for (int side = 0; side < 2; ++side) {
            Record message = world.make(ChatMessage::entity, agent, at);
            message.set(ChatMessage::session, row.id());
            message.set(ChatMessage::at, at);
            message.set(ChatMessage::sender, qint64(side == 0        ? ChatMessage::Visitor
                                                    : mode == C::Bot ? ChatMessage::FromBot
                                                                     : ChatMessage::Agent));
            message.set(ChatMessage::text, talk[side]);
            if (side == 1 && dice.chance(15))
                message.set(ChatMessage::article, dice.pick(world.articles));
            world.add(message, agent);
            at += dice.between(5, 50) * 1000;
        }
    }
}

} // namespace

void makeService(World &world)
{
    world.begin("service");
    std::vector<Handled> tickets;
    if (!world.orders.empty())
        for (int i = 0; i < world.few(900); ++i)
            tickets.push_back(addTicket(world));
    if (!world.settle())
        return;
    addRatings(world, tickets);
    addSurvey(world, u"服务满意度调查"_s, Survey::AfterTicket, tickets);
    addSurvey(world, u"年度客户满意度调查"_s, Survey::Manual, tickets);
    for (int i = 0; i < world.few(160); ++i)
        addChat(world);
}

} // namespace guanxi::demo
