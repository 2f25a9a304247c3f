// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/identifiers.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/opportunities.h"
#include "common/model/filterjson.h"

#include <QJsonDocument>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

QList<Record> addLeadScoreRules(World &world)
{
    struct Info {
        const char *name;
        Filter condition;
        qint64 points;
    };
    const auto is = [](RefField field, const char *dictionary, const char *code) { return Filter::is(field.id, Value(item(dictionary, code))); };
    const Info infos[] = {
        {"朋友推荐或展会上认识", Filter::any({is(Lead::source, "source", "referral"), is(Lead::source, "source", "exhibition")}), 25},
        {"自己打电话来问", is(Lead::source, "source", "phone"), 30},
        {"制造、建筑和医疗行业", Filter::any({is(Lead::industry, "industry", "manufacturing"), is(Lead::industry, "industry", "construction"), is(Lead::industry, "industry", "medical")}), 20},
        {"江浙沪客户", Filter::any({is(Lead::region, "region", "CN-SH"), is(Lead::region, "region", "CN-JS"), is(Lead::region, "region", "CN-ZJ")}), 15},
        {"留了手机号", Filter::notEmpty(Lead::mobile.id), 15},
        {"留了邮箱", Filter::notEmpty(Lead::email.id), 10},
        {"说到预算或采购", Filter::any({Filter::contains(Lead::interest.id, Value(u"预算"_s)), Filter::contains(Lead::interest.id, Value(u"采购"_s))}), 20},
        {"只在网上看看", is(Lead::source, "source", "online_ad"), -10}};
    QList<Record> rules;
    for (const Info &info : infos) {
        Record row = world.make(LeadScoreRule::entity, 0, World::at(world.today() - 380, 600));
        row.set(LeadScoreRule::name, QString::fromUtf8(info.name));
        row.set(LeadScoreRule::condition, QString::fromUtf8(QJsonDocument(filterToJson(info.condition)).toJson(QJsonDocument::Compact)));
        row.set(LeadScoreRule::points, info.points);
        row.setValue(LeadScoreRule::active.id, true);
        world.add(row, 0);
        rules.append(row);
    }
    return rules;
}

} // namespace guanxi::demo
