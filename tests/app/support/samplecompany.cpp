// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/samplecompany.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/work.h"

#include <QDateTime>

namespace guanxi::tests {

using namespace Qt::StringLiterals;
using model::Account;
using model::Activity;
using model::Contact;
using model::Interaction;
using model::User;
using model::Value;

namespace {

constexpr qint64 HourMs = 3600000;

const QStringList Cities{u"北京"_s, u"上海"_s, u"深圳"_s, u"苏州"_s, u"成都"_s, u"武汉"_s, u"西安"_s, u"沈阳"_s, u"杭州"_s, u"青岛"_s};
const QStringList Names{u"长城机械"_s, u"华美电子"_s, u"远东贸易"_s, u"恒通科技"_s, u"金桥建材"_s, u"瑞丰食品"_s, u"东方精密仪器"_s};
const QStringList Regions{u"CN-N"_s, u"CN-E"_s, u"CN-S"_s, u"CN-E"_s, u"CN-SW"_s, u"CN-C"_s, u"CN-NW"_s, u"CN-NE"_s, u"CN-E"_s, u"CN-E"_s};
const QStringList Levels{u"ordinary"_s, u"key"_s, u"cooperating"_s, u"target"_s, u"strategic"_s};
const QStringList People{u"王伟"_s, u"李娜"_s, u"张敏"_s, u"刘洋"_s, u"陈静"_s, u"杨帆"_s, u"赵磊"_s};
const QStringList Talks{u"讨论三季度供货价格"_s, u"现场查看设备安装"_s, u"电话确认交货日期"_s, u"寄送新产品样册"_s, u"投诉包装破损，已安抚"_s};

} // namespace

SampleCompany::SampleCompany(int count)
{
    model::declareAll(catalogue);
    records = std::make_unique<FakeRecords>(catalogue);
    addPeople();
    for (int number = 0; number < count; ++number)
        addAccount(number);
}

void SampleCompany::addPeople()
{
    for (const QString &name : {u"孙丽华"_s, u"周建国"_s, u"吴晓东"_s}) {
        const model::Record user = records->add(User::entity, {{User::realName.id, Value(name)}});
        if (name == u"孙丽华"_s)
            records->setMe(user.id());
        accounts.append(user);
    }
}

void SampleCompany::addAccount(int number)
{
    if (number == 0)
        accounts.clear();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto pick = [number](const QStringList &list, int step = 1) { return list[(number * step) % list.size()]; };
    model::Record account = records->add(
        Account::entity,
        {{Account::number.id, Value(u"C2026-%1"_s.arg(number + 1, 6, 10, QLatin1Char('0')))},
         {Account::name.id, Value(pick(Cities) + pick(Names, 3) + u"有限公司"_s)},
         {Account::level.id, Value(records->item(u"customer_level"_s, pick(Levels, 2)))},
         {Account::region.id, Value(records->item(u"region"_s, pick(Regions)))},
         {Account::status.id, Value(1 + number % 5)},
         {Account::phone.id, Value(u"010-%1"_s.arg(62345678 + number * 37))},
         {Account::email.id, Value(u"info%1@example.cn"_s.arg(number))},
         {Account::website.id, Value(u"www.example%1.cn"_s.arg(number))},
         {Account::address.id, Value(pick(Cities) + u"市高新区科技路 %1 号"_s.arg(number + 8))},
         {Account::credit.id, Value(records->item(u"stars"_s, QString::number(1 + number % 5)))},
         {Account::annualTurnover.id, Value(qint64(12345678) * (number + 3) * 1000)},
         {Account::registeredCapital.id, Value(qint64(5000000) * 10000)},
         {Account::tags.id, Value(QStringList{u"重点"_s, u"机械"_s})},
         {Account::lastOrderOn.id, Value(now / 86400000 - number * 3)},
         {Account::nextFollowUpAt.id, Value(now + (number % 9 - 4) * 24 * HourMs)},
         {Account::remark.id, Value(u"每年三月签年度框架合同。\n收货前需提前一天通知仓库。"_s)},
         {model::system::CreatedAt, Value(now - number * 5 * 24 * HourMs)}});
    accounts.append(account);
    for (int person = 0; person < number % 3 + 1; ++person)
        records->add(Contact::entity, {{Contact::name.id, Value(People[(number + person) % People.size()])},
                                       {Contact::account.id, Value(account.id())},
                                       {Contact::position.id, Value(person == 0 ? u"采购经理"_s : u"工程师"_s)},
                                       {Contact::isPrimary.id, Value(person == 0)},
                                       {Contact::mobile.id, Value(u"138%1"_s.arg(12345678 + number * 11 + person))}});
    for (int talk = 0; talk < 4; ++talk)
        records->add(Interaction::entity,
                     {{Interaction::summary.id, Value(Talks[(number + talk) % Talks.size()])},
                      {Interaction::account.id, Value(account.id())},
                      {Interaction::details.id, Value(talk % 2 == 0 ? u"对方希望十月前到货，价格按去年框架下浮百分之三。"_s : QString())},
                      {Interaction::happenedAt.id, Value(now - (talk * talk * 30 + number) * HourMs)}});
    records->add(Activity::entity, {{Activity::subject.id, Value(u"上门拜访"_s)},
                                    {Activity::account.id, Value(account.id())},
                                    {Activity::dueAt.id, Value(now + 30 * HourMs)},
                                    {Activity::startsAt.id, Value(now - 2 * HourMs)}});
}

} // namespace guanxi::tests
