// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/defaults.h"
#include "common/rules/periods.h"
#include "tests/app/sales/pipelinecompany.h"

#include <QDateTime>

namespace guanxi::test {

/// Also with Cai, who sees only what is hers. Its days are those of this computer, since views count from today.
class ForecastCompany : public PipelineCompany
{
public:
    explicit ForecastCompany(storage::Backend backend = storage::Backend::Sqlite)
        : PipelineCompany(backend), narrow(makeNarrow()), caiId(user(QStringLiteral("cai"), east, narrow)), cai(server, QStringLiteral("cai"), caiId, clock, random)
    {
        using namespace model;
        clock.setWall(QDateTime::currentMSecsSinceEpoch());
        for (const Uuid &role : {own, all})
            for (const EntityId entity : {SalesTarget::entity, ForecastSnapshot::entity, DevelopmentPlanItem::entity})
                server.allow(role, entity, Reach::All, true);
        cai.connectToServer();
        settleAll();
    }
    void settleAll() { test::settle(server, {&ann, &bea, &cai}, clock); }

    /// So many months from now, the middle of it.
    qint64 dayIn(int months) const { return rules::daysOf(period(months))->first + 14; }
    QString period(int months) const { return rules::periodAfter(rules::periodOf(rules::PeriodKind::Month, today), months); }

    model::Record open(const Uuid &whose, qint64 amount, qint64 probability, std::optional<qint64> closeOn)
    {
        using model::Opportunity;
        model::Record made(server.catalogue().at(Opportunity::entity), ids.next());
        made.set(Opportunity::customerName, QStringLiteral("宏远"));
        made.set(Opportunity::summary, QStringLiteral("泵"));
        made.set(Opportunity::devStatus, qint64(Opportunity::Developing));
        made.set(Opportunity::probability, probability);
        made.set(Opportunity::pipeline, pipeline.id());
        made.set(Opportunity::stage, stages[0].id());
        made.set(Opportunity::amount, amount);
        made.set(Opportunity::currency, QStringLiteral("CNY"));
        made.set(Opportunity::exchangeRate, qint64(1'000'000));
        made.set(Opportunity::baseAmount, amount);
        made.set(Opportunity::weightedAmount, amount / 10'000 * probability);
        made.set(Opportunity::assignedTo, whose);
        made.set(Opportunity::provider, whose);
        if (closeOn)
            made.set(Opportunity::expectedCloseOn, *closeOn);
        made.setValue(model::system::Owner, whose);
        server.insert(made);
        return made;
    }
    /// Of one pump at this price.
    model::Record booked(const Uuid &whose, qint64 amount, qint64 day, int status = model::SalesOrder::Reviewed)
    {
        using model::SalesOrder;
        using Line = model::SalesOrderLine;
        model::Record made(server.catalogue().at(SalesOrder::entity), ids.next());
        made.set(SalesOrder::account, customer.id());
        made.set(SalesOrder::orderDate, day);
        made.set(SalesOrder::salesperson, whose);
        made.set(SalesOrder::deliveryAddress, QStringLiteral("世纪大道1号"));
        made.set(SalesOrder::status, qint64(status));
        made.set(SalesOrder::currency, QStringLiteral("CNY"));
        made.set(SalesOrder::exchangeRate, qint64(1'000'000));
        made.setValue(model::system::Owner, whose);
        model::Record line(server.catalogue().at(Line::entity), ids.next());
        line.set(Line::order, made.id());
        line.set(Line::position, qint64(1));
        line.set(Line::product, pump.id());
        line.set(Line::unit, model::dictionaryItemId(QStringLiteral("unit"), QStringLiteral("set")));
        line.set(Line::quantity, One);
        line.set(Line::unitPrice, amount);
        line.set(Line::taxRate, qint64(0));
        line.set(Line::amount, amount);
        server.insertAll({made, line});
        return server.record(made.ref());
    }
    /// In whole yuan or pieces.
    model::Record target(model::RefField field, const Uuid &id, const QString &period, qint64 value, qint64 measure = model::SalesTarget::Revenue)
    {
        using model::SalesTarget;
        model::Record made(server.catalogue().at(SalesTarget::entity), ids.next());
        made.set(SalesTarget::period, period);
        made.set(field, id);
        made.set(SalesTarget::measure, measure);
        made.set(SalesTarget::target, value * 100);
        server.insert(made);
        return made;
    }

    qint64 today = rules::dayOf(QDateTime::currentMSecsSinceEpoch());
    Uuid narrow;
    Uuid caiId;
    MemoryDesk cai;

private:
    Uuid makeNarrow()
    {
        using namespace model;
        const Uuid role = server.addRole(QStringLiteral("narrow"), {{User::entity, Reach::All}, {Department::entity, Reach::All}, {Pipeline::entity, Reach::All},
                                                                      {PipelineStage::entity, Reach::All}}, false);
        for (const EntityId entity : {Account::entity, Opportunity::entity, SalesOrder::entity, SalesOrderLine::entity, SalesTarget::entity, ForecastSnapshot::entity})
            server.allow(role, entity, Reach::Own, true);
        return role;
    }
};

} // namespace guanxi::test
