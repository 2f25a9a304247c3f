// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/amounts.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/work.h"

#include <QCryptographicHash>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 HourMs = 3'600'000;

/// A file that hangs on a record. Without a text its bytes are not there: the computer that has them was never on again.
void addDocument(World &world, const RecordRef &parent, int author, qint64 at, const QString &name, Document::Kind kind,
                 const QString &text = {})
{
    Record row = world.make(Document::entity, author, at);
    row.set(Document::name, name);
    row.set(Document::folder, kind == Document::Technical    ? u"技术资料"_s
                              : kind == Document::Attachment ? u"附件"_s
                                                             : u"资料"_s);
    row.set(Document::kind, qint64(kind));
    if (!text.isEmpty()) {
        world.fill(row, Document::blob, text.toUtf8());
        row.set(Document::size, qint64(text.toUtf8().size()));
        row.set(Document::mime, u"text/plain"_s);
    } else {
        row.set(Document::blob, QCryptographicHash::hash(row.id().bytes(), QCryptographicHash::Sha256));
        row.set(Document::size, world.dice().between(20'000, 6'000'000));
        row.set(Document::mime, name.endsWith(u".pdf"_s) ? u"application/pdf"_s : u"image/jpeg"_s);
    }
    row.set(Document::parent, parent);
    world.add(row, author);
}

QString manualOf(const Product &product)
{
    return u"%1 %2(%3)\n安装使用说明书\n\n东澜流体控制股份有限公司\n\n一、用途\n本产品用于水、蒸汽、油品等介质的管路。\n\n"
           u"二、安装\n1. 安装前清除管内杂物,核对型号、规格与介质。\n2. 按壳体箭头方向安装,法兰螺栓对角均匀拧紧。\n"
           u"3. 安装后以公称压力的 1.5 倍试压,保压 10 分钟不得渗漏。\n\n三、维护\n1. 每季度检查密封件和紧固件。\n"
           u"2. 长期停用时放空介质,转动部位涂油防锈。\n3. 故障时请联系售后服务,并提供出厂编号。\n"_s.arg(product.name, product.spec, product.model);
}

struct Job {
    Uuid id;
    int manager = 0;
    size_t customer = 0;
    bool over = false;
};

void addMilestones(World &world, const Record &project, int manager, qint64 start, qint64 end, bool over)
{
    static const QStringList names{u"技术协议确认"_s, u"生产完成"_s, u"发货到场"_s, u"安装调试"_s, u"竣工验收"_s};
    for (int i = 0; i < names.size(); ++i) {
        const qint64 due = start + (end - start) * (i + 1) / names.size();
        Record row = world.make(Milestone::entity, manager, project.value(system::CreatedAt).number());
        row.set(Milestone::project, project.id());
        row.set(Milestone::name, names.at(i));
        row.set(Milestone::dueOn, due);
        if (over || due < world.today() - 4)
            row.set(Milestone::doneOn, std::min(world.today(), due + world.dice().between(-3, 4)));
        world.add(row, manager);
    }
}

Job addProject(World &world, const Order &order, bool internal)
{
    using P = Project;
    static constexpr const char *types[] = {"engineering", "sales", "service"};
    Dice &dice = world.dice();
    const Customer &customer = world.customers[order.customer];
    const int manager = customer.manager;
    const qint64 start = std::min(world.today() - 1, order.day + dice.between(1, 10));
    const qint64 end = start + dice.between(60, 240);
    const bool over = order.status == SalesOrder::Completed && end < world.today();
    const int status = over ? (dice.chance(50) ? P::Finished : P::Closed) : 1 + dice.weighted({20, 65, 15});
    Record row = world.make(P::entity, manager, world.someTime(start));
    row.set(P::name,
            internal ? u"内部改进:"_s + world.products[order.lines.front().product].name + u"质量提升"_s
                     : (customer.name + world.products[order.lines.front().product].name + u"成套项目"_s).left(200));
    row.set(P::type, item("project_type", internal ? "internal" : types[dice.weighted({50, 30, 20})]));
    row.set(P::account, customer.id);
    if (!order.contract.isNull())
        row.set(P::contract, order.contract);
    row.set(P::source, item("source", "referral"));
    row.set(P::revenue, inYuan(totalsOf(order.lines, 0).total, customer.currency));
    row.set(P::successProbability, over ? 10'000 : dice.between(60, 95) * 100);
    row.set(P::manager, world.userId(manager));
    row.setValue(P::members.id,
                 valueOf({world.userId(world.someoneOf(Team::Service)), world.userId(world.someoneOf(Team::Sales))}));
    row.setValue(P::departments.id, valueOf({world.departments[size_t(Team::Service)]}));
    row.set(P::plannedStart, start);
    row.set(P::plannedEnd, end);
    row.set(P::status, qint64(status));
    row.set(P::progress, over ? 10'000 : status == P::Planned ? 0 : dice.between(1, 19) * 500);
    if (status != P::Planned)
        row.set(P::actualStart, start);
    if (over)
        row.set(P::actualEnd, end);
    world.projects.push_back(row.id());
    world.add(row, manager);
    addMilestones(world, row, manager, start, end, over);
    return {row.id(), manager, order.customer, over};
}

std::vector<Job> addProjects(World &world)
{
    std::vector<Job> jobs;
    const int most = world.few(90);
    for (const Order &order : world.orders)
        if (int(jobs.size()) < most && order.status >= SalesOrder::Reviewed && order.status <= SalesOrder::Completed &&
            (!order.contract.isNull() || int(jobs.size()) % 8 == 7) && world.dice().chance(45))
            jobs.push_back(addProject(world, order, order.contract.isNull()));
    return jobs;
}

void fillActivityState(World &world, Record &row, int author, int status, qint64 day)
{
    using A = Activity;
    Dice &dice = world.dice();
    const qint64 starts = World::at(day, int(dice.between(17, 33)) * 30);
    row.set(A::status, qint64(status));
    row.set(A::startsAt, starts);
    row.set(A::endsAt, starts + dice.between(1, 6) * HourMs / 2);
    row.set(A::dueAt, row[A::endsAt]);
    row.set(A::progress, status == A::Done ? 10'000 : status == A::InProgress ? dice.between(1, 9) * 1000 : 0);
    if (status == A::Done)
        row.set(A::result, world.note());
    if (status == A::Done || status == A::InProgress)
        row.set(A::handledBy, world.userId(author));
}

void addActivity(World &world, const std::vector<Job> &jobs)
{
    using A = Activity;
    static constexpr const char *priorities[] = {"urgent", "high", "normal", "low"};
    Dice &dice = world.dice();
    const Job *job = !jobs.empty() && dice.chance(20) ? &dice.pick(jobs) : nullptr;
    const Customer &customer = job ? world.customers[job->customer] : dice.pick(world.customers);
    const QStringList &line = dice.pick(world.words().activities);
    const int author = customer.manager;
    const int status = job && job->over ? A::Done : 1 + dice.weighted({28, 12, 54, 6});
    const qint64 day = status == A::Open         ? world.today() + dice.between(-4, 40)
                       : status == A::InProgress ? world.daysAgo(0, 3)
                                                 : world.daysAgo(1, 400);
    Record row = world.make(A::entity, author, world.someTime(std::min(day, world.today()) - dice.between(1, 12)));
    row.set(A::subject, World::fill(line[1], dice.pick(world.products).name, customer.name).left(200));
    row.set(A::type, item("activity_type", line[0]));
    row.set(A::priority, item("priority", priorities[dice.weighted({6, 20, 60, 14})]));
    fillActivityState(world, row, author, status, day);
    row.setValue(A::participants.id, valueOf(dice.chance(30) ? QList<Uuid>{world.userId(author),
                                                                           world.userId(world.someoneOf(Team::Service))}
                                                             : QList<Uuid>{world.userId(author)}));
    row.setValue(A::contactParticipants.id, valueOf({customer.contact.id}));
    row.set(A::account, customer.id);
    row.set(A::contact, customer.contact.id);
    if (job)
        row.set(A::project, job->id);
    if (line[0] == u"visit" || line[0] == u"meeting")
        row.set(A::place, customer.address.left(200));
    if (dice.chance(40))
        row.set(A::description, world.note());
    world.add(row, author);
    if (status != A::Open || !dice.chance(40))
        return;
    Record reminder = world.make(Reminder::entity, author, row.value(system::CreatedAt).number());
    reminder.set(Reminder::user, world.userId(author));
    reminder.set(Reminder::at, row[A::startsAt] - HourMs);
    reminder.set(Reminder::record, row.ref());
    reminder.set(Reminder::text, row[A::subject]);
    reminder.set(Reminder::state, qint64(reminder[Reminder::at] < world.now() ? Reminder::Shown : Reminder::Waiting));
    world.add(reminder, author);
}

void addExpense(World &world)
{
    using E = Expense;
    Dice &dice = world.dice();
    const QStringList &line = dice.pick(world.words().expenses);
    const int author = world.someoneOf(dice.chance(80) ? Team::Sales : Team::Service);
    const int status = 1 + dice.weighted({10, 15, 12, 57, 6});
    const qint64 day = status <= E::Submitted ? world.daysAgo(0, 15) : world.daysAgo(8, 400);
    const qint64 at = world.someTime(std::min(world.today(), day + 2));
    Record row = world.make(E::entity, author, at);
    row.set(E::category, item("expense_category", line[0]));
    row.set(E::purpose, line[1]);
    row.set(E::spentOn, day);
    row.set(E::amount, dice.between(line[2].toLongLong() * 100, line[3].toLongLong() * 100) * 100);
    row.set(E::baseAmount, row[E::amount]);
    row.set(E::byUser, world.userId(author));
    row.set(E::status, qint64(status));
    if (status == E::Rejected)
        row.set(E::reviewComment, u"发票抬头不符,请重新开具"_s);
    if (line[0] == u"marketing" && !world.campaigns.empty())
        row.set(E::campaign, dice.pick(world.campaigns));
    else if (dice.chance(70))
        row.set(E::account, dice.pick(world.customers).id);
    if (!world.projects.empty() && dice.chance(15))
        row.set(E::project, dice.pick(world.projects));
    world.add(row, author);
    if (status != E::Draft && row[E::amount] > 200 * 10'000)
        addDocument(world, row.ref(), author, at, u"发票-"_s + line[1] + u".jpg"_s, Document::Attachment);
}

void addFiles(World &world)
{
    Dice &dice = world.dice();
    for (int i = 0; i < world.few(90); ++i) {
        const Product &product = dice.pick(world.products);
        addDocument(world, {ids::Product, product.id}, world.someoneOf(Team::Service),
                    world.someTime(world.daysAgo(10, 900)),
                    product.name + product.spec.section(u'/', 0, 0) + u"说明书.txt"_s, Document::Technical, manualOf(product));
    }
    for (int i = 0; i < world.few(120); ++i) {
        const Customer &customer = dice.pick(world.customers);
        addDocument(world, {ids::Account, customer.id}, customer.manager,
                    world.someTime(std::min(world.today(), customer.since + 3)),
                    dice.chance(50) ? u"营业执照.jpg"_s : u"开票资料.pdf"_s, Document::Attachment);
    }
}

void addNotifications(World &world)
{
    using N = Notification;
    Dice &dice = world.dice();
    for (int i = 0; i < world.few(260); ++i) {
        const Customer &customer = dice.pick(world.customers);
        const int from = world.heads[size_t(customer.currency == 0 ? Team::Sales : Team::Abroad)];
        const qint64 at = world.someTime(world.daysAgo(0, 25));
        const int kind = dice.weighted({35, 25, 0, 40});
        static const QStringList texts{u"请关注{c}的回款进度"_s, u"@你:{c}的报价需要今天确认"_s, QString(),
                                       u"客户{c}已分配给你"_s};
        Record row = world.make(N::entity, from, at);
        row.set(N::to, world.userId(customer.manager));
        row.set(N::from, world.userId(from));
        row.set(N::kind, qint64(kind) + 1);
        row.set(N::record, RecordRef{ids::Account, customer.id});
        row.set(N::text, World::fill(texts.at(kind), {}, customer.name));
        row.set(N::sentAt, at);
        if (dice.chance(70))
            row.set(N::readAt, std::min(world.now(), at + dice.between(1, 20) * HourMs));
        world.add(row, from);
    }
}

} // namespace

void makeWork(World &world)
{
    world.begin("work");
    const std::vector<Job> jobs = addProjects(world);
    for (int i = 0; i < world.few(1500); ++i)
        addActivity(world, jobs);
    if (!world.settle())
        return;
    for (int i = 0; i < world.few(500); ++i)
        addExpense(world);
    addFiles(world);
    addNotifications(world);
}

} // namespace guanxi::demo
