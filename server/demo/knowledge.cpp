// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/subjects.h"

#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/service.h"

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

void addServiceLevels(World &world)
{
    struct Level {
        const char *name;
        const char *appliesTo;
        qint64 response, resolve;
    };
    static constexpr Level levels[] = {{"标准服务", R"({"level":["ordinary","target","cooperating"]})", 240, 4320},
                                       {"重点客户服务", R"({"level":["key"]})", 60, 2880},
                                       {"战略客户7×24", R"({"level":["strategic"]})", 15, 1440}};
    const int head = world.heads[size_t(Team::Service)];
    for (const Level &level : levels) {
        Record row = world.make(SlaPolicy::entity, head, World::at(world.today() - 1000, 600));
        row.set(SlaPolicy::name, QString::fromUtf8(level.name));
        row.set(SlaPolicy::appliesTo, QString::fromUtf8(level.appliesTo));
        row.set(SlaPolicy::firstResponseMinutes, level.response);
        row.set(SlaPolicy::resolveMinutes, level.resolve);
        row.set(SlaPolicy::escalateTo, RecordRef{ids::User, world.userId(head)});
        row.set(SlaPolicy::workingCalendar, u"{\"days\":[1,2,3,4,5],\"from\":\"08:30\",\"to\":\"18:00\"}"_s);
        world.serviceLevels.push_back(row.id());
        world.add(row, head);
    }
}

void addArticles(World &world)
{
    Dice &dice = world.dice();
    using K = KnowledgeArticle;
    int index = 0;
    for (const QStringList &line : world.words().articles) {
        const int author = world.someoneOf(Team::Service);
        Record row = world.make(K::entity, author, world.someTime(world.daysAgo(10, 900)));
        row.set(K::title, line[1]);
        row.set(K::kind, item("article_kind", line[0]));
        row.set(K::body, u"# "_s + line[1] + u"\n\n"_s + QString(line[2]).replace(u"\\n"_s, u"\n"_s));
        row.set(K::keywords, QStringList{line[1].left(4), QString::fromUtf8(line[0] == u"trouble" ? "故障" : "资料")});
        // Every state occurs; most are published.
        const int status = index % 9 == 6   ? K::Draft
                           : index % 9 == 7 ? K::Review
                           : index % 9 == 8 ? K::Retired
                                            : K::Published;
        row.set(K::status, qint64(status));
        row.setValue(K::isPublic.id, status == K::Published && line[0] == u"faq");
        row.setValue(K::products.id, valueOf({dice.pick(world.products).id, dice.pick(world.products).id}));
        row.set(K::helpful, status == K::Published ? dice.between(3, 160) : 0);
        row.set(K::notHelpful, status == K::Published ? dice.between(0, 12) : 0);
        if (status == K::Published)
            world.articles.push_back(row.id());
        world.add(row, author);
        ++index;
    }
}

void addIntelligence(World &world)
{
    using M = MarketIntel;
    for (const QStringList &line : world.words().market) {
        const int author = world.someoneOf(Team::Marketing);
        Record row = world.make(M::entity, author, world.someTime(world.daysAgo(5, 500)));
        row.set(M::kind, item("intel_kind", line[0]));
        row.set(M::title, line[1]);
        if (!line[2].isEmpty())
            row.set(M::competitorName, line[2]);
        if (!line[3].isEmpty())
            row.set(M::channel, line[3]);
        row.set(M::source, line[4]);
        row.set(M::content, line[5]);
        row.set(M::validOn, World::dayOf(row.value(system::CreatedAt).number()));
        if (line[0] == u"competitor")
            row.set(M::marketShare, world.dice().between(200, 1800));
        world.intelligence.push_back(row.id());
        world.add(row, author);
    }
}

} // namespace

void makeKnowledge(World &world)
{
    world.begin("knowledge");
    addServiceLevels(world);
    addArticles(world);
    addIntelligence(world);
}

} // namespace guanxi::demo
