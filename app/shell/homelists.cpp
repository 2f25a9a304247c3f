// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/homelists.h"

#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/service.h"
#include "common/model/catalogue/work.h"

#include <QCoreApplication>

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

constexpr int MostRows = 8;
constexpr int MostChanged = 6;
constexpr qint64 DayMs = 86'400'000;
constexpr int FollowUpDays = 7; ///< whoever is to be called later than in a week is not news yet

class Words
{
    Q_DECLARE_TR_FUNCTIONS(guanxi::app::HomeView)
};

QString moment(const Field &field, qint64 value) { return field.type == FieldType::Date ? dateText(value) : dateTimeText(value); }

bool isOver(const Field &field, qint64 value, qint64 now) { return field.type == FieldType::Date ? value < now / DayMs : value < now; }

/// What has not come to its end: a state that is neither good, bad nor closed.
Filter stillOpen(const Entity &entity)
{
    QList<Value> ended;
    for (const State &state : entity.machine.states)
        if (state.tone == Tone::Good || state.tone == Tone::Closed || state.tone == Tone::Bad)
            ended.append(state.id);
    return ended.isEmpty() ? Filter() : Filter::negate(Filter::in(entity.machine.field, ended));
}

QString withCustomer(const Records &records, const Record &row)
{
    const QString title = FieldText(records).title(row);
    const Field *account = row.entity().field(u"account");
    const QString customer = account ? records.title({Account::entity, row.value(account->id).id()}) : QString();
    return customer.isEmpty() ? title : title + QStringLiteral(" · ") + customer;
}

/// What belongs to him by `person`, the earliest first.
struct Mine {
    EntityId entity;
    FieldId person;
    FieldId moment;
    qint64 before = 0; ///< 0: however late
};

QList<HomeList::Row> rowsOf(Records &records, const Clock &clock, const Mine &mine)
{
    QList<HomeList::Row> lines;
    const Entity &entity = records.catalogue().at(mine.entity);
    const Field &when = *entity.field(mine.moment);
    storage::Query query;
    query.entity = mine.entity;
    query.filter = Filter::all({Filter::is(mine.person, records.me()), Filter::notEmpty(mine.moment)});
    if (const Filter open = stillOpen(entity); mine.entity != Account::entity && !open.isEmpty())
        query.filter.children.append(open);
    if (mine.before > 0)
        query.filter.children.append(Filter::compare(Filter::Kind::Less, mine.moment, mine.before));
    query.sort = {{mine.moment, false}};
    query.limit = MostRows;
    const Result<QList<Record>> rows = records.findNow(query);
    for (const Record &row : rows ? *rows : QList<Record>()) {
        const qint64 due = row.value(mine.moment).number();
        const QString text = moment(when, due);
        lines.append({row.ref(), withCustomer(records, row), isOver(when, due, clock.wallMs()) ? Words::tr("overdue since %1").arg(text) : text});
    }
    return lines;
}

QList<HomeList::Row> changedLast(Records &records)
{
    QList<HomeList::Row> lines;
    storage::Query query;
    query.entity = Account::entity;
    query.sort = {{system::UpdatedAt, true}};
    query.limit = MostChanged;
    const Result<QList<Record>> rows = records.findNow(query);
    for (const Record &row : rows ? *rows : QList<Record>())
        lines.append({row.ref(), FieldText(records).title(row), dateTimeText(row.value(system::UpdatedAt).number())});
    return lines;
}

} // namespace

QList<HomeList> homeLists(Records &records, const Clock &clock)
{
    QList<HomeList> lists;
    const auto add = [&](EntityId entity, const QString &title, const QString &nothing, const auto &find) {
        if (!records.may(Action::View, entity))
            return;
        HomeList list{title, records.catalogue().at(entity).icon, nothing, find()};
        if (!list.rows.isEmpty() || !nothing.isEmpty())
            lists.append(std::move(list));
    };
    const auto mine = [&](EntityId entity, FieldId person, FieldId moment, qint64 before = 0) {
        return [&records, &clock, list = Mine{entity, person, moment, before}] { return rowsOf(records, clock, list); };
    };
    add(Activity::entity, Words::tr("My next activities"), Words::tr("No open activities. Plan one with a customer, and it appears here in time."),
        mine(Activity::entity, system::Owner, Activity::dueAt.id));
    add(Account::entity, Words::tr("Customers to follow up"), {},
        mine(Account::entity, Account::accountManager.id, Account::nextFollowUpAt.id, clock.wallMs() + FollowUpDays * DayMs));
    add(Opportunity::entity, Words::tr("My open opportunities"), {},
        mine(Opportunity::entity, system::Owner, Opportunity::expectedCloseOn.id));
    add(Ticket::entity, Words::tr("My open tickets"), {}, mine(Ticket::entity, Ticket::assignedTo.id, Ticket::resolveDue.id));
    add(Account::entity, Words::tr("Customers changed last"), {}, [&records] { return changedLast(records); });
    return lists;
}

} // namespace guanxi::app
