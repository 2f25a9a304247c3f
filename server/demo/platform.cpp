// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DayMs = 86'400'000;

void addCustomFields(World &world)
{
    struct Info {
        const char *object, *name, *chinese, *english;
        CustomField::Type type;
    };
    static constexpr Info infos[] = {
        {"account", "x_annual_demand", "年阀门需求量", "Annual demand for valves", CustomField::Integer},
        {"account", "x_wechat_group", "客户微信群", "WeChat group", CustomField::Text},
        {"product", "x_certificates", "产品认证", "Certificates", CustomField::Text}};
    qint64 number = system::FirstCustom;
    for (const Info &info : infos) {
        Record row = world.make(CustomField::entity, 0, World::at(world.today() - 300, 600));
        row.set(CustomField::object, QString::fromLatin1(info.object));
        row.set(CustomField::field, number);
        row.set(CustomField::name, QString::fromLatin1(info.name));
        row.set(CustomField::label, labelJson(QString::fromUtf8(info.chinese), QString::fromLatin1(info.english)));
        row.set(CustomField::type, qint64(info.type));
        row.set(CustomField::position, number - system::FirstCustom);
        ++number;
        world.add(row, 0);
    }
}

struct Paper {
    Uuid form, workflow;
    QString title;
};

std::vector<Paper> addForms(World &world)
{
    struct Info {
        const char *code, *chinese, *english, *fields;
    };
    static constexpr Info infos[] = {
        {"leave", "请假申请", "Leave request",
         R"([{"name":"days","type":"integer","label":{"zh":"天数"}},{"name":"reason","type":"text","label":{"zh":"事由"}}])"},
        {"special_price", "特价申请", "Special price",
         R"([{"name":"discount","type":"percent","label":{"zh":"折扣"}},{"name":"reason","type":"text","label":{"zh":"理由"}}])"},
        {"sample", "样品申请", "Sample request",
         R"([{"name":"product","type":"text","label":{"zh":"产品"}},{"name":"quantity","type":"integer","label":{"zh":"数量"}}])"}};
    std::vector<Paper> papers;
    for (const Info &info : infos) {
        const qint64 at = World::at(world.today() - 420, 600);
        const QString code = QString::fromLatin1(info.code);
        const QString label = labelJson(QString::fromUtf8(info.chinese), QString::fromLatin1(info.english));
        Record flow = world.make(Workflow::entity, 0, at);
        flow.set(Workflow::code, code + u"_approval"_s);
        flow.set(Workflow::name, label);
        flow.set(Workflow::object, u"form_entry"_s);
        flow.set(
            Workflow::steps,
            u"[{\"code\":\"部门负责人审批\",\"actor\":\"department_manager\"},{\"code\":\"综合管理部审批\",\"actor\":\"executive\"}]"_s);
        world.add(flow, 0);
        Record form = world.make(Form::entity, 0, at);
        form.set(Form::code, code);
        form.set(Form::title, label);
        form.set(Form::kind, item("form_kind", "process"));
        form.set(Form::workflow, flow.id());
        form.setValue(Form::allowedRoles.id, valueOf({roleId(u"account_manager"_s), roleId(u"sales_director"_s)}));
        form.set(Form::fields, QString::fromUtf8(info.fields));
        form.set(Form::layout, u"{\"columns\":1}"_s);
        world.add(form, 0);
        papers.push_back({form.id(), flow.id(), QString::fromUtf8(info.chinese)});
    }
    (void)world.settle();
    return papers;
}

/// One request with its run and steps: approved, refused, taken back, or waiting.
void addRequest(World &world, const Paper &paper)
{
    using R = WorkflowRun;
    Dice &dice = world.dice();
    const int author = world.someoneOf(Team::Sales);
    const int state = 1 + dice.weighted({24, 50, 10, 8, 8});
    const qint64 at = world.someTime(state == R::Running ? world.daysAgo(0, 6) : world.daysAgo(8, 380));
    static constexpr qint64 entryStates[] = {2, 3, 4, 5, 6}; // running, approved, rejected, withdrawn, done
    Record entry = world.make(FormEntry::entity, author, at);
    entry.set(FormEntry::form, paper.form);
    entry.set(FormEntry::status, entryStates[state - 1]);
    const QJsonObject values{
        {u"days"_s, dice.between(1, 5)}, {u"quantity"_s, dice.between(1, 3)}, {u"reason"_s, world.note()}};
    entry.set(FormEntry::values, QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact)));
    world.add(entry, author);
    Record run = world.make(R::entity, author, at);
    run.set(R::title, paper.title + u' ' + entry[FormEntry::number]);
    run.set(R::workflow, paper.workflow);
    run.set(R::record, entry.ref());
    run.set(R::startedAt, at);
    run.set(R::state, qint64(state));
    world.add(run, author);
    const bool passed = state == R::Approved || state == R::Finished;
    const int steps = passed ? 2 : 1;
    for (int i = 0; i < steps; ++i) {
        Record step = world.make(WorkflowStep::entity, author, at);
        step.set(WorkflowStep::run, run.id());
        step.set(WorkflowStep::step, i == 0 ? u"部门负责人审批"_s : u"综合管理部审批"_s);
        step.set(WorkflowStep::actor, world.userId(world.heads[size_t(i == 0 ? Team::Sales : Team::Office)]));
        step.set(WorkflowStep::state, passed                  ? qint64(2)
                                      : state == R::Rejected  ? qint64(3)
                                      : state == R::Withdrawn ? qint64(6)
                                                              : qint64(1));
        step.set(WorkflowStep::dueAt, at + 3 * DayMs);
        if (passed || state == R::Rejected) {
            step.set(WorkflowStep::comment, passed ? u"同意"_s : u"请补充说明后重新提交"_s);
            step.set(WorkflowStep::at, std::min(world.now(), at + (i + 1) * DayMs / 2));
        }
        world.add(step, author);
    }
}

void addReports(World &world)
{
    struct Info {
        const char *chinese, *english, *object;
        qint64 kind, chart;
        const char *definition;
    };
    static constexpr Info infos[] = {
        {"本年销售额(按月)", "Sales by month", "sales_order", 5, 1,
         R"({"group":["order_date:month"],"measures":["sum:base_total"]})"},
        {"客户地区分布", "Customers by region", "account", 5, 3, R"({"group":["region"],"measures":["count"]})"},
        {"商机漏斗", "Opportunity funnel", "opportunity", 5, 5,
         R"({"group":["stage"],"measures":["count","sum:base_amount"]})"},
        {"应收账款明细", "Open payments", "payment_plan", 2, 0,
         R"({"columns":["due_on","amount","settled_amount"],"sort":["due_on"]})"},
        {"工单处理时长", "Ticket handling", "ticket", 3, 0, R"({"group":["type","status"],"measures":["count"]})"},
        {"产品销售排行", "Best-selling products", "sales_order_line", 4, 0,
         R"({"rows":["product"],"measures":["sum:quantity","sum:amount"]})"}};
    const int author = world.heads[size_t(Team::Office)];
    for (const Info &info : infos) {
        Record row = world.make(Report::entity, author, world.someTime(world.daysAgo(30, 300)));
        row.set(Report::name, labelJson(QString::fromUtf8(info.chinese), QString::fromLatin1(info.english)));
        row.set(Report::kind, info.kind);
        row.set(Report::object, QString::fromLatin1(info.object));
        row.set(Report::definition, QString::fromUtf8(info.definition));
        if (info.chart > 0)
            row.set(Report::chart, info.chart);
        row.set(Report::paper, u"A4"_s);
        row.set(Report::formats, QStringList{u"PDF"_s, u"XLSX"_s});
        world.add(row, author);
        Record share = world.make(Share::entity, author, row.value(system::CreatedAt).number());
        share.set(Share::record, row.ref());
        share.set(Share::sharee, RecordRef{ids::Role, roleId(u"sales_director"_s)});
        share.set(Share::note, u"供部门经理查看"_s);
        world.add(share, author);
    }
}

void addShares(World &world)
{
    for (int i = 0; i < world.few(40); ++i) {
        const Customer &customer = world.dice().pick(world.customers);
        Record row = world.make(Share::entity, customer.manager, world.someTime(world.daysAgo(1, 200)));
        row.set(Share::record, RecordRef{ids::Account, customer.id});
        row.set(Share::sharee, RecordRef{ids::User, world.userId(world.someoneOf(Team::Service))});
        row.set(Share::validTo, world.now() + world.dice().between(10, 200) * DayMs);
        row.set(Share::note, u"联合拜访"_s);
        world.add(row, customer.manager);
    }
}

/// What two people wrote at once, decided and not.
void addConflicts(World &world)
{
    using C = Conflict;
    Dice &dice = world.dice();
    for (int i = 0; i < 7; ++i) {
        const Customer &customer = dice.pick(world.customers);
        const qint64 at = world.someTime(world.daysAgo(0, 12));
        const int other = world.someoneOf(Team::Sales);
        Record row = world.make(C::entity, customer.manager, at);
        row.set(C::record, RecordRef{ids::Account, customer.id});
        row.set(C::field, qint64(i % 2 == 0 ? Account::remark.id : Account::shortName.id));
        row.set(C::kind, qint64(C::EditEdit));
        row.set(C::base, valueToJson(Value(u"待补充"_s)));
        row.set(C::mine, valueToJson(Value(i % 2 == 0 ? world.note() : customer.name.left(4))));
        row.set(C::theirs, valueToJson(Value(i % 2 == 0 ? world.note() : customer.name.left(6))));
        row.set(C::mineBy, world.userId(customer.manager));
        row.set(C::mineAt, at - DayMs);
        row.set(C::theirsBy, world.userId(other));
        row.set(C::theirsAt, at - DayMs / 2);
        if (i >= 4) {
            row.set(C::state, qint64(C::Resolved));
            row.set(C::resolution, qint64(i == 4 ? C::Mine : C::Merged));
            row.set(C::resolvedBy, world.userId(customer.manager));
            row.set(C::resolvedAt, std::min(world.now(), at + DayMs / 4));
        }
        world.add(row, customer.manager);
    }
}

void addImports(World &world)
{
    using J = ImportJob;
    static constexpr int states[] = {J::Done, J::Done, J::Undone, J::Mapped, J::Checked, J::Failed};
    Dice &dice = world.dice();
    for (int i = 0; i < int(std::size(states)); ++i) {
        const int author = world.someoneOf(Team::Marketing);
        const qint64 at = world.someTime(world.daysAgo(5, 400));
        const int rows = int(dice.between(12, 40));
        const int failed = states[i] == J::Mapped ? 0 : 2;
        Record job = world.make(J::entity, author, at);
        job.set(J::fileName, i % 2 == 0 ? u"展会名片.xlsx"_s : u"经销商名单.csv"_s);
        job.set(J::format, qint64(i % 2 == 0 ? 2 : 1));
        job.set(J::object, i % 2 == 0 ? u"lead"_s : u"account"_s);
        job.set(J::mapping, u"{\"公司名称\":\"name\",\"电话\":\"phone\",\"邮箱\":\"email\"}"_s);
        job.set(J::matchFields, QStringList{u"name"_s});
        job.set(J::state, qint64(states[i]));
        job.set(J::rows, qint64(rows));
        job.set(J::created, states[i] == J::Done ? qint64(rows - failed) : qint64(0));
        job.set(J::failed, qint64(failed));
        world.add(job, author);
        for (int line = 1; line <= rows && states[i] != J::Mapped; ++line) {
            Record row = world.make(ImportRow::entity, author, at);
            const bool bad = line <= failed;
            row.set(ImportRow::job, job.id());
            row.set(ImportRow::line, qint64(line) + 1);
            row.set(ImportRow::state, qint64(bad ? 3 : 1));
            if (bad)
                row.set(ImportRow::message, u"电话号码格式不正确"_s);
            else if (states[i] == J::Done)
                row.set(ImportRow::record, i % 2 == 0 ? RecordRef{ids::Lead, dice.pick(world.leads)}
                                                      : RecordRef{ids::Account, dice.pick(world.customers).id});
            world.add(row, author);
        }
    }
}

void addSettings(World &world)
{
    for (size_t user = 1; user < world.employees.size(); user += 4) {
        Record row = world.make(UserSetting::entity, int(user), world.someTime(world.daysAgo(5, 200)));
        row.set(UserSetting::key, u"demo.note"_s);
        row.set(UserSetting::value, u"{\"text\":\"周五前更新本周跟进记录\"}"_s);
        world.add(row, int(user));
    }
}

} // namespace

void makePlatform(World &world)
{
    world.begin("platform");
    addCustomFields(world);
    const std::vector<Paper> papers = addForms(world);
    for (int i = 0; i < world.few(60); ++i)
        addRequest(world, papers[size_t(i) % papers.size()]);
    addReports(world);
    addPrintTemplates(world);
    addShares(world);
    addConflicts(world);
    addImports(world);
    addSettings(world);
}

} // namespace guanxi::demo
