// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sales/salesyear.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/achievement.h"
#include "common/rules/defaults.h"

#include <QDateTime>

namespace guanxi::tests {

using namespace model;
using namespace Qt::StringLiterals;
using rules::PeriodKind;

namespace {

constexpr qint64 One = 10'000;
constexpr int Months = 30;
// What a month of the year brings.
constexpr qint64 Seasons[] = {70, 55, 90, 100, 105, 110, 90, 85, 115, 120, 125, 160};

} // namespace

SalesYear::SalesYear() : m_today(rules::dayOf(QDateTime::currentMSecsSinceEpoch()))
{
    addPeople();
    addOrders();
    addOpportunities();
    addTargets();
    addForecasts();
    addActivities();
}

void SalesYear::addPeople()
{
    const Record root = records().add(Department::entity, {{Department::name.id, Value(u"华源流体控制"_s)}, {Department::code.id, Value(u"1"_s)}});
    for (const QString &name : {u"国内销售部"_s, u"国际销售部"_s})
        m_departments.append(records().add(Department::entity, {{Department::name.id, Value(name)}, {Department::code.id, Value(u"1"_s + name)}, {Department::parent.id, Value(root.id())}}).id());
    int made = 0;
    for (const QString &name : {u"李娜"_s, u"王伟"_s, u"张敏"_s, u"刘洋"_s, u"陈静"_s, u"赵磊"_s})
        m_people.append(records().add(User::entity, {{User::realName.id, Value(name)}, {User::department.id, Value(m_departments[made++ < 4 ? 0 : 1])}}).id());
}

void SalesYear::addOrders()
{
    const QString now = rules::periodOf(PeriodKind::Month, m_today);
    static constexpr const char *channels[] = {"face", "phone", "web", "email"};
    for (int back = Months; back >= 0; --back) {
        const rules::PeriodDays days = *rules::daysOf(rules::periodAfter(now, -back));
        const int month = rules::periodAfter(now, -back).right(2).toInt();
        for (int person = 0; person < m_people.size(); ++person) {
            const qint64 day = std::min(m_today, days.first + 2 + 4 * person);
            const qint64 total = (Seasons[month - 1] + Months - back) * (12 - person) * (back % (person + 2) == 0 ? 3 : 4) * 220 * One / (back == 0 ? 2 : 1);
            const Record &account = company.accounts[(back + 5 * person) % company.accounts.size()];
            records().add(SalesOrder::entity, {{SalesOrder::number.id, Value(u"SO-%1-%2"_s.arg(back, 3, 10, QLatin1Char('0')).arg(person))}, {SalesOrder::account.id, Value(account.id())},
                                               {SalesOrder::orderDate.id, Value(day)}, {SalesOrder::salesperson.id, Value(m_people[person])},
                                               {SalesOrder::channel.id, Value(records().item(u"channel"_s, QString::fromLatin1(channels[(person + back) % 4])))},
                                               {SalesOrder::status.id, Value(qint64(SalesOrder::Completed))}, {SalesOrder::total.id, Value(total)},
                                               {SalesOrder::baseTotal.id, Value(total)}});
        }
    }
}

void SalesYear::addOpportunities()
{
    const Record pipeline = records().add(Pipeline::entity, {{Pipeline::name.id, Value(u"销售"_s)}, {Pipeline::active.id, Value(true)}});
    const Record stage = records().add(PipelineStage::entity, {{PipelineStage::pipeline.id, Value(pipeline.id())}, {PipelineStage::label.id, Value(u"洽谈"_s)},
                                                               {PipelineStage::outcome.id, Value(qint64(PipelineStage::Open))}});
    static const QStringList summaries{u"离心泵成套设备"_s, u"调节阀更新改造"_s, u"水处理控制系统"_s, u"球阀年度框架"_s};
    for (int made = 0; made < 64; ++made) {
        const Record &account = company.accounts[made % company.accounts.size()];
        const qint64 probability = QList<qint64>{1000, 4000, 7000, 9000}[made % 4], amount = (30 + made * 37 % 240) * 8'000 * One;
        const qint64 day = m_today - 12 + made * 4;
        QList<std::pair<FieldId, Value>> values{{Opportunity::customerName.id, account.value(Account::name.id)}, {Opportunity::summary.id, Value(summaries[made % 4])},
                                            {Opportunity::devStatus.id, Value(qint64(Opportunity::Developing))}, {Opportunity::pipeline.id, Value(pipeline.id())},
                                            {Opportunity::stage.id, Value(stage.id())}, {Opportunity::probability.id, Value(probability)},
                                            {Opportunity::amount.id, Value(amount)}, {Opportunity::baseAmount.id, Value(amount)},
                                            {Opportunity::weightedAmount.id, Value(amount / 10'000 * probability)},
                                            {Opportunity::assignedTo.id, Value(m_people[made % m_people.size()])}, {Opportunity::provider.id, Value(m_people[(made + 1) % m_people.size()])},
                                            {system::CreatedAt, Value(rules::beginOf(m_today - made))}};
        if (made % 16 != 15)
            values.append({Opportunity::expectedCloseOn.id, Value(day)});
        records().add(Opportunity::entity, values);
    }
}

void SalesYear::addTargets()
{
    const QString year = rules::periodOf(PeriodKind::Year, m_today);
    for (const QString &of : {rules::periodAfter(year, -1), year, rules::periodAfter(year, 1)})
        for (int person = 0; person < m_people.size(); ++person)
            for (int month = 1; month <= 12; ++month)
                records().add(SalesTarget::entity, {{SalesTarget::period.id, Value(u"%1-%2"_s.arg(of).arg(month, 2, 10, QLatin1Char('0')))}, {SalesTarget::user.id, Value(m_people[person])},
                                                    {SalesTarget::measure.id, Value(qint64(SalesTarget::Revenue))},
                                                    {SalesTarget::target.id, Value((Seasons[month - 1] + 30) * (12 - person) * 800 * 100)}});
}

void SalesYear::addForecasts()
{
    const QString now = rules::periodOf(PeriodKind::Month, m_today);
    for (int week = 1; week <= 8; ++week)
        for (int ahead = -1; ahead < 6; ++ahead)
            records().add(ForecastSnapshot::entity, {{ForecastSnapshot::takenOn.id, Value(m_today - 7 * week)}, {ForecastSnapshot::user.id, Value(m_people[0])},
                                                     {ForecastSnapshot::period.id, Value(rules::periodAfter(now, ahead))},
                                                     {ForecastSnapshot::weighted.id, Value((90 - 4 * week + 6 * ahead) * 40'000 * One)},
                                                     {ForecastSnapshot::won.id, Value(ahead < 0 ? 9'000'000 * One : 0)}});
}

void SalesYear::addActivities()
{
    static constexpr const char *channels[] = {"face", "phone", "email"};
    for (int made = 0; made < 60; ++made)
        records().add(Interaction::entity, {{Interaction::summary.id, Value(u"讨论供货价格"_s)}, {Interaction::account.id, Value(company.accounts[made % company.accounts.size()].id())},
                                            {Interaction::happenedAt.id, Value(rules::beginOf(m_today - made % 20) + 36'000'000)},
                                            {Interaction::channel.id, Value(records().item(u"channel"_s, QString::fromLatin1(channels[made % 3])))},
                                            {Interaction::byUser.id, Value(m_people[made * made % m_people.size()])}});
}

} // namespace guanxi::tests
