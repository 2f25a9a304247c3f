// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/marketing.h"

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

void addSegments(World &world)
{
    struct Info {
        const char *name;
        const char *description;
        qint64 kind;
    };
    static constexpr Info infos[] = {{"华东重点客户", "江浙沪皖年采购额前列的客户", 1},
                                     {"海外分销商", "欧洲、美洲和中东的分销商", 1},
                                     {"水务行业", "供水、排水和污水处理企业", 1},
                                     {"沉默客户", "一年以上没有订单", 2},
                                     {"备件客户", "近一年购买过备件", 2},
                                     {"高价值客户", "按成交额聚类得到", 3}};
    Dice &dice = world.dice();
    for (const Info &info : infos) {
        const int author = world.someoneOf(Team::Marketing);
        Record row = world.make(Segment::entity, author, world.someTime(world.daysAgo(300, 700)));
        row.set(Segment::name, QString::fromUtf8(info.name));
        row.set(Segment::description, QString::fromUtf8(info.description));
        row.set(Segment::kind, info.kind);
        if (info.kind == 2)
            row.set(Segment::filter, u"{\"field\":\"last_order_on\",\"op\":\"before\",\"value\":\"-365d\"}"_s);
        const int count = world.few(45);
        QList<Uuid> chosen;
        while (chosen.size() < std::min<qsizetype>(count, qsizetype(world.customers.size()) / 2))
            if (const Uuid id = dice.pick(world.customers).id; !chosen.contains(id))
                chosen.append(id);
        world.segments.push_back(row.id());
        world.add(row, author);
        for (const Uuid &id : std::as_const(chosen)) {
            Record member = world.make(SegmentMember::entity, author, row.value(system::CreatedAt).number());
            member.set(SegmentMember::segment, row.id());
            member.set(SegmentMember::member, RecordRef{ids::Account, id});
            member.set(SegmentMember::addedBy, info.kind);
            world.add(member, author);
        }
    }
}

void addMaterials(World &world)
{
    static constexpr const char *materials[][2] = {
        {"产品总样本(中文)", "样本"}, {"Product catalogue (English)", "样本"},
        {"公司宣传册", "样本"},       {"球阀剖切模型", "模型"},
        {"展会易拉宝", "展具"},       {"定制U盘", "礼品"},
        {"公司台历", "礼品"},         {"技术手册套装", "资料"}};
    const int author = world.heads[size_t(Team::Marketing)];
    for (const auto &material : materials) {
        Record row = world.make(MarketingMaterial::entity, author, world.someTime(world.daysAgo(100, 800)));
        row.set(MarketingMaterial::name, QString::fromUtf8(material[0]));
        row.set(MarketingMaterial::kind, QString::fromUtf8(material[1]));
        row.set(MarketingMaterial::stockQuantity, world.dice().between(20, 3000));
        world.materials.push_back(row.id());
        world.add(row, author);
    }
}

std::vector<Record> participantsOf(World &world, const Record &campaign, int author, bool over)
{
    Dice &dice = world.dice();
    std::vector<Record> rows;
    QSet<Uuid> seen;
    for (int i = int(dice.between(8, 30)); i > 0; --i) {
        const Customer &customer = dice.pick(world.customers);
        if (seen.contains(customer.contact.id))
            continue;
        seen.insert(customer.contact.id);
        Record row = world.make(CampaignMember::entity, author, campaign.value(system::CreatedAt).number());
        const int status = over ? 1 + dice.weighted({0, 20, 10, 15, 40, 15}) : 1 + dice.weighted({40, 40, 15, 5, 0, 0});
        row.set(CampaignMember::campaign, campaign.id());
        row.set(CampaignMember::member, RecordRef{ids::Contact, customer.contact.id});
        row.set(CampaignMember::status, qint64(status));
        if (status == CampaignMember::Responded)
            row.set(CampaignMember::feedback, u"希望进一步了解产品并安排拜访"_s);
        rows.push_back(row);
    }
    return rows;
}

void addCampaign(World &world, const QStringList &line, int round)
{
    Dice &dice = world.dice();
    using C = Campaign;
    const int author = world.someoneOf(Team::Marketing);
    // The last rounds lie ahead or are running.
    const qint64 start =
        round < 0 ? world.today() + dice.between(5, 90) : world.today() - 170 * round - dice.between(-8, 60);
    const qint64 end = start + dice.between(1, 25);
    Record row = world.make(C::entity, author, world.someTime(std::min(start - 40, world.today() - 2)));
    const int status = start > world.today()  ? (dice.chance(15) ? C::Cancelled : C::Planned)
                       : end >= world.today() ? C::Running
                       : dice.chance(60)      ? C::Evaluated
                                              : C::Finished;
    const bool over = status == C::Finished || status == C::Evaluated;
    row.set(C::name, QString::number(QDate(1970, 1, 1).addDays(start).year()) + line[1]);
    row.set(C::type, item("campaign_type", line[0]));
    row.set(C::goal, line[2]);
    row.set(C::place, line[3]);
    row.set(C::theme, u"可靠流控,高效服务"_s);
    row.set(C::content, line[1] + u":产品展示、技术讲解与客户交流。"_s);
    row.set(C::strategy, u"邀约老客户,收集新线索,会后三日内全部回访。"_s);
    row.set(C::plannedStart, World::at(start, 9 * 60));
    row.set(C::plannedEnd, World::at(end, 17 * 60));
    const qint64 budget = dice.between(5, 300) * 1000 * 10'000;
    row.set(C::budget, budget);
    row.set(C::segment, dice.pick(world.segments));
    row.setValue(C::materials.id, valueOf({dice.pick(world.materials), dice.pick(world.materials)}));
    row.set(C::status, qint64(status));
    if (over || status == C::Running)
        row.set(C::actualStart, World::at(start, 9 * 60));
    if (over) {
        row.set(C::actualEnd, World::at(end, 17 * 60));
        row.set(C::actualCost, budget * dice.between(70, 115) / 100);
        row.set(C::convertedLeads, dice.between(0, 40));
        row.set(C::salesUplift, dice.between(0, 400) * 10'000 * 10'000);
        row.set(C::onSiteNotes, u"现场秩序良好,样本消耗快于预期。"_s);
        row.set(C::attentionBefore, dice.between(200, 2000));
        row.set(C::attentionAfter, dice.between(2000, 9000));
    }
    if (status == C::Evaluated)
        row.set(C::evaluation, u"目标基本达成,线索质量较好,建议明年继续。"_s);
    if (status == C::Cancelled)
        row.set(C::cancelReason, u"场地调整,延期举办"_s);
    const std::vector<Record> participants = participantsOf(world, row, author, over);
    row.set(C::participants,
            qint64(std::count_if(participants.begin(), participants.end(), [](const Record &participant) {
                return participant[CampaignMember::status] >= CampaignMember::Attended;
            })));
    world.campaigns.push_back(row.id());
    world.add(row, author);
    for (const Record &participant : participants)
        world.add(participant, author);
}

void addMailing(World &world, const Uuid &text, qint64 kind, int status)
{
    Dice &dice = world.dice();
    using B = MessageBatch;
    const int author = world.someoneOf(Team::Marketing);
    const qint64 day = status == B::Sent ? world.daysAgo(5, 400) : world.today() + dice.between(0, 10);
    const qint64 made = world.someTime(std::min(day - 3, world.today() - 1));
    Record batch = world.make(B::entity, author, made);
    batch.set(B::name, (kind == B::Sms ? u"短信:"_s : u"邮件:"_s) +
                           QDate(1970, 1, 1).addDays(day).toString(u"yyyy年M月"_s) + u"推送"_s);
    batch.set(B::campaign, dice.pick(world.campaigns));
    batch.set(B::kind, kind);
    batch.set(B::messageTemplate, text);
    batch.set(B::segment, dice.pick(world.segments));
    batch.set(B::scheduledAt, World::at(day, 10 * 60));
    batch.set(B::status, qint64(status));
    std::array<qint64, 8> counts{};
    std::vector<Record> recipients;
    for (int i = int(dice.between(10, 40)); i > 0 && status >= B::Sending; --i) {
        const Customer &customer = dice.pick(world.customers);
        const int state = 1 + (status == B::Sent ? dice.weighted({0, 45, 4, 30, 14, 4, 3}) : dice.weighted({60, 40}));
        Record row = world.make(MessageRecipient::entity, author, made);
        row.set(MessageRecipient::batch, batch.id());
        row.set(MessageRecipient::recipient, RecordRef{ids::Contact, customer.contact.id});
        row.set(MessageRecipient::address, kind == B::Sms ? customer.contact.phone : customer.contact.email);
        row.set(MessageRecipient::state, qint64(state));
        if (state > MessageRecipient::Queued)
            row.set(MessageRecipient::at, std::min(world.now(), World::at(day, int(600 + dice.between(0, 300)))));
        ++counts[size_t(state)];
        recipients.push_back(row);
    }
    using R = MessageRecipient;
    const qint64 optedOut = counts[R::OptedOut], converted = counts[R::Converted];
    const qint64 clicked = counts[R::Clicked] + converted, opened = counts[R::Opened] + clicked + optedOut;
    batch.set(B::sent, counts[R::Sent] + counts[R::Failed] + opened);
    batch.set(B::opened, opened);
    batch.set(B::clicked, clicked);
    batch.set(B::converted, converted);
    batch.set(B::bounced, counts[R::Failed]);
    batch.set(B::optedOut, optedOut);
    world.add(batch, author);
    for (const Record &row : recipients)
        world.add(row, author);
}

void addMailings(World &world)
{
    static constexpr const char *texts[][4] = {
        {"1", "zh_CN", "新品发布通知", "尊敬的{name}:\n\n东澜流控新一代智能定位器已上市,诚邀您试用。"},
        {"1", "en", "Newsletter", "Dear {name},\n\nplease find our latest news on control valves below."},
        {"2", "zh_CN", "年度保养提醒", "【东澜流控】尊敬的{name},您的设备已到保养周期,请致电400-8208800预约。"},
        {"3", "zh_CN", "节日问候信", "尊敬的{name}:\n\n值此佳节,谨致问候与谢意。"}};
    const int author = world.heads[size_t(Team::Marketing)];
    QList<Uuid> templates;
    for (const auto &text : texts) {
        Record row = world.make(MessageTemplate::entity, author, world.someTime(world.daysAgo(450, 600)));
        row.set(MessageTemplate::kind, qint64(text[0][0] - '0'));
        row.set(MessageTemplate::locale, QString::fromUtf8(text[1]));
        row.set(MessageTemplate::name, QString::fromUtf8(text[2]));
        row.set(MessageTemplate::subject, QString::fromUtf8(text[2]));
        row.set(MessageTemplate::body, QString::fromUtf8(text[3]));
        templates.append(row.id());
        world.add(row, author);
    }
    if (!world.settle())
        return;
    using B = MessageBatch;
    for (const int status : {B::Draft, B::Queued, B::Sending, B::Stopped})
        addMailing(world, templates.at(0), B::Email, status);
    for (int i = 0; i < world.few(20); ++i)
        addMailing(world, templates.at(i % 3), i % 3 == 2 ? B::Sms : B::Email, B::Sent);
}

void addRules(World &world)
{
    struct Info {
        const char *name;
        qint64 kind;
        const char *object;
        qint64 event;
        const char *condition;
        const char *actions;
    };
    using A = AutomationRule;
    static constexpr Info infos[] = {
        {"下次跟进到期提醒", A::Reminder, "account", A::DateReached, R"({"field":"next_follow_up_at"})",
         R"([{"notify":"account_manager"}])"},
        {"一年无订单标记流失风险", A::Churn, "account", A::Schedule,
         R"({"field":"last_order_on","op":"before","value":"-300d"})", R"([{"create":"churn_case"}])"},
        {"投诉工单自动分派", A::TicketAssign, "ticket", A::Created, R"({"type":"complaint"})",
         R"([{"assign":"service"}])"},
        {"展会线索加分", A::LeadScore, "lead", A::Created, R"({"source":"exhibition"})", R"([{"score":20}])"},
        {"客户生日祝福", A::Birthday, "contact", A::DateReached, R"({"field":"birth_date"})", R"([{"message":"sms"}])"},
        {"大额商机通知总监", A::FieldUpdate, "opportunity", A::Changed,
         R"({"field":"amount","op":">","value":1000000})", R"([{"notify":"sales_director"}])"}};
    for (const Info &info : infos) {
        Record row = world.make(A::entity, 0, World::at(world.today() - 500, 600));
        row.set(A::name, QString::fromUtf8(info.name));
        row.set(A::kind, info.kind);
        row.set(A::object, QString::fromLatin1(info.object));
        row.set(A::event, info.event);
        row.set(A::condition, QString::fromUtf8(info.condition));
        row.set(A::actions, QString::fromUtf8(info.actions));
        world.add(row, 0);
    }
}

} // namespace

void makeMarketing(World &world)
{
    world.begin("marketing");
    addSegments(world);
    addMaterials(world);
    addRules(world);
    if (!world.settle())
        return;
    for (int round = -1; round < std::max(2, std::min(4, world.few(4))); ++round)
        for (const QStringList &line : world.words().campaigns)
            if (round == 0 || world.dice().chance(60))
                addCampaign(world, line, round);
    if (!world.settle())
        return;
    addMailings(world);
}

} // namespace guanxi::demo
