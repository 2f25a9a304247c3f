// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/leadscore.h"

#include "common/model/catalogue.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/filterjson.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonDocument>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace
{

const Catalogue &catalogue()
{
    static const std::unique_ptr<Catalogue> all = [] {
        auto made = std::make_unique<Catalogue>();
        declareAll(*made);
        return made;
    }();
    return *all;
}

Record rule(const char *name, const Filter &condition, qint64 points, bool active = true)
{
    Record made(catalogue().at(LeadScoreRule::entity), Uuid::named(name));
    made.set(LeadScoreRule::condition, QString::fromUtf8(QJsonDocument(filterToJson(condition)).toJson(QJsonDocument::Compact)));
    made.set(LeadScoreRule::points, points);
    made.set(LeadScoreRule::active, qint64(active));
    return made;
}

} // namespace

TEST_CASE("A lead scores the points of the rules it meets, never below 0 or above 100")
{
    Record lead(catalogue().at(Lead::entity), Uuid::named("lead"));
    lead.set(Lead::mobile, u"13812345678"_s);
    lead.set(Lead::companyName, u"杭州远大机械有限公司"_s);
    const Record reachable = rule("reachable", Filter::notEmpty(Lead::mobile.id), 30);
    const Record company = rule("company", Filter::contains(Lead::companyName.id, u"机械"_s), 45);
    const Record mail = rule("mail", Filter::notEmpty(Lead::email.id), 20);
    const auto score = [&](const QList<Record> &rules) { return rules::leadScore(lead, rules, catalogue(), {}); };
    CHECK(score({reachable, company, mail}) == 75);
    CHECK(rules::scoringRules(lead, {reachable, company, mail}, catalogue(), {}).size() == 2);
    CHECK(score({reachable, company, rule("much", Filter::notEmpty(Lead::mobile.id), 100)}) == 100);
    CHECK(score({rule("bad", Filter::notEmpty(Lead::mobile.id), -50)}) == 0);
    CHECK(score({reachable, rule("off", Filter::notEmpty(Lead::mobile.id), 40, false)}) == 30);
    CHECK_FALSE(score({}).has_value());
    Record broken = reachable;
    broken.set(LeadScoreRule::condition, u"{\"not\": \"a condition\"}"_s);
    CHECK(score({broken, company}) == 45);
}

TEST_CASE("The class follows the score until somebody decides otherwise")
{
    Record lead(catalogue().at(Lead::entity), Uuid::named("lead"));
    CHECK(rules::applyScore(lead, 45));
    CHECK(lead[Lead::classification] == Lead::Warm);
    CHECK_FALSE(rules::applyScore(lead, 45));
    CHECK(rules::applyScore(lead, 80));
    CHECK(lead[Lead::classification] == Lead::Hot);
    lead.set(Lead::classification, qint64(Lead::Cold));
    CHECK(rules::applyScore(lead, 90));
    CHECK(lead[Lead::score] == 90);
    CHECK(lead[Lead::classification] == Lead::Cold);
}
