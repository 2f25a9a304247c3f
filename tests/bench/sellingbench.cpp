// SPDX-License-Identifier: GPL-3.0-or-later
#include "sellingbench.h"

#include "app/views/sales/forecast.h"
#include "app/views/sales/funnel.h"
#include "app/views/sales/performance.h"
#include "app/widgets/linesheet.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "boardbench.h"
#include "loadeddesk.h"

#include <QElapsedTimer>
#include <QEventLoop>

namespace guanxi::bench {

using namespace model;
using namespace app;

namespace {

constexpr double FunnelSeconds = 0.5, TypedMs = 16, OpenMs = 300;
constexpr int Stages = 5, Lines = 500, Typed = 50, Sellers = 40, OrderDays = 1'100;
constexpr qint64 One = 10'000, HourMs = 3'600'000, Today = 20'700;

constexpr qint64 SellerIds = 2'000'000'000;

void fillOrders(CacheRows &rows, qint64 orders)
{
    for (qint64 made = 0; made < orders; ++made) {
        Record order = rows.make(SalesOrder::entity);
        order.set(SalesOrder::number, QStringLiteral("SO-%1").arg(made));
        order.set(SalesOrder::account, sequentialId(1 + made % 1'000));
        order.set(SalesOrder::orderDate, Today - made % OrderDays);
        order.set(SalesOrder::salesperson, sequentialId(SellerIds + made % Sellers));
        order.set(SalesOrder::status, qint64(made % 10 == 0 ? SalesOrder::Draft : SalesOrder::Completed));
        order.set(SalesOrder::deliveryAddress, QStringLiteral("世纪大道%1号").arg(made));
        order.set(SalesOrder::baseTotal, made % 1'000 * One);
        rows.add(order);
        Record payment = rows.make(Payment::entity);
        payment.set(Payment::account, order[SalesOrder::account]);
        payment.set(Payment::order, order.id());
        payment.set(Payment::receivedOn, order[SalesOrder::orderDate] + 5);
        payment.set(Payment::baseAmount, made % 1'000 * One);
        rows.add(payment);
    }
}

Uuid fillPipeline(CacheRows &rows, qint64 opportunities)
{
    Record pipeline = rows.make(Pipeline::entity);
    pipeline.set(Pipeline::name, QStringLiteral("销售"));
    pipeline.set(Pipeline::active, qint64(1));
    rows.add(pipeline);
    QList<Record> stages;
    for (int at = 0; at < Stages; ++at) {
        Record stage = rows.make(PipelineStage::entity);
        stage.set(PipelineStage::pipeline, pipeline.id());
        stage.set(PipelineStage::position, qint64(at));
        stage.set(PipelineStage::maxDays, qint64(30));
        stage.set(PipelineStage::outcome, qint64(at + 1 < Stages ? PipelineStage::Open : PipelineStage::Won));
        rows.add(stage);
        stages.append(stage);
    }
    for (qint64 made = 0; made < opportunities; ++made) {
        Record deal = rows.make(Opportunity::entity);
        const int reached = int(made % Stages);
        deal.set(Opportunity::customerName, QStringLiteral("客户%1有限公司").arg(made));
        deal.set(Opportunity::summary, QStringLiteral("离心泵成套设备"));
        deal.set(Opportunity::pipeline, pipeline.id());
        deal.set(Opportunity::stage, stages[reached].id());
        deal.set(Opportunity::baseAmount, made % 1'000 * One);
        deal.set(Opportunity::weightedAmount, made % 500 * One);
        deal.set(Opportunity::stageSince, made * HourMs);
        deal.set(Opportunity::devStatus, qint64(reached + 1 < Stages ? Opportunity::Developing : Opportunity::Succeeded));
        deal.set(Opportunity::probability, made % 10 * 1'000);
        deal.set(Opportunity::assignedTo, sequentialId(SellerIds + made % Sellers));
        deal.set(Opportunity::provider, sequentialId(SellerIds + made % Sellers));
        deal.set(Opportunity::expectedCloseOn, Today - 10 + made % 300);
        deal.set(Opportunity::closedOn, Today - made % OrderDays);
        rows.add(deal);
        for (int step = 0; step <= reached; ++step) {
            Record change = rows.make(StageChange::entity);
            change.set(StageChange::opportunity, deal.id());
            change.set(StageChange::toStage, stages[step].id());
            if (step > 0) {
                change.set(StageChange::fromStage, stages[step - 1].id());
                change.set(StageChange::stayed, made % 1'000);
            }
            rows.add(change);
        }
    }
    return pipeline.id();
}

RecordRef fillOrder(CacheRows &rows)
{
    Record order = rows.make(SalesOrder::entity);
    order.set(SalesOrder::status, qint64(SalesOrder::Draft));
    order.set(SalesOrder::exchangeRate, qint64(1'000'000));
    order.set(SalesOrder::deliveryAddress, QStringLiteral("世纪大道1号"));
    rows.add(order);
    for (int at = 0; at < Lines; ++at) {
        Record line = rows.make(SalesOrderLine::entity);
        line.set(SalesOrderLine::order, order.id());
        line.set(SalesOrderLine::position, qint64(at + 1));
        line.set(SalesOrderLine::quantity, One);
        line.set(SalesOrderLine::unitPrice, 100 * One);
        rows.add(line);
    }
    return order.ref();
}

void measureFunnel(BenchReport &report, LoadedDesk &desk, const Uuid &pipeline, qint64 opportunities)
{
    Funnel funnel(*desk.records);
    QEventLoop loop;
    QObject::connect(&funnel, &Funnel::counted, &loop, &QEventLoop::quit);
    QElapsedTimer time;
    time.start();
    funnel.show(pipeline, false);
    loop.exec();
    report.add(QStringLiteral("funnel over %1 opportunities").arg(opportunities), double(time.nsecsElapsed()) / 1e9, QStringLiteral("s"), FunnelSeconds * double(opportunities) / 1e5);
}

/// `ask` begins what ends with `counted`.
template <class Counter, class Ask> double secondsOf(Counter &counter, Ask ask)
{
    QEventLoop loop;
    const auto connection = QObject::connect(&counter, &Counter::counted, &loop, &QEventLoop::quit);
    QElapsedTimer time;
    time.start();
    ask();
    loop.exec();
    QObject::disconnect(connection);
    return double(time.nsecsElapsed()) / 1e9;
}

void measureForecast(BenchReport &report, LoadedDesk &desk, qint64 opportunities)
{
    const double limit = FunnelSeconds * double(opportunities) / 1e5;
    Forecast forecast(*desk.records);
    const QString first = rules::periodAfter(rules::periodOf(rules::PeriodKind::Month, Today), -3);
    report.add(QStringLiteral("forecast over %1 opportunities and as many orders").arg(opportunities),
               secondsOf(forecast, [&] { forecast.show({}, first, 12, Today); }), QStringLiteral("s"), limit);
    Performance ranking(*desk.records);
    const QString month = rules::periodOf(rules::PeriodKind::Month, Today), year = rules::periodOf(rules::PeriodKind::Year, Today);
    const auto show = [&](Performance::By by, const QString &period) {
        return secondsOf(ranking, [&] { ranking.show(by, period, PerformanceLine::Revenue); });
    };
    report.add(QStringLiteral("ranking of people over as many, a month"), show(Performance::By::Person, month), QStringLiteral("s"), limit);
    report.add(QStringLiteral("ranking of people, a year"), show(Performance::By::Person, year), QStringLiteral("s"), limit);
    report.add(QStringLiteral("ranking of departments, a year"), show(Performance::By::Department, year), QStringLiteral("s"), limit);
    report.add(QStringLiteral("ranking of regions, a year"), show(Performance::By::Region, year), QStringLiteral("s"), limit);
}

void measureLines(BenchReport &report, LoadedDesk &desk, const RecordRef &order)
{
    QElapsedTimer time;
    time.start();
    LineSheet sheet(*desk.records, order, desk.catalogue.at(SalesOrderLine::entity));
    report.add(QStringLiteral("order of %1 lines opened").arg(Lines), double(time.nsecsElapsed()) / 1e6, QStringLiteral("ms"), OpenMs);
    std::vector<double> taken;
    const int column = sheet.columnOf(SalesOrderLine::quantity.id);
    for (int row = 0; row < Typed; ++row) {
        time.start();
        if (!sheet.setData(sheet.index(row, column), QVariant::fromValue(Value((row + 2) * One))))
            qFatal("selling: a line cannot be typed into");
        taken.push_back(double(time.nsecsElapsed()) / 1e6);
    }
    std::sort(taken.begin(), taken.end());
    report.add(QStringLiteral("a quantity typed, saved and added up, p95"), taken[taken.size() * 95 / 100], QStringLiteral("ms"), TypedMs);
}

} // namespace

void runSellingBench(BenchReport &report, const BenchOptions &options)
{
    constexpr qint64 Most = 100'000;
    report.begin(QStringLiteral("selling"));
    LoadedDesk desk(1'000);
    desk.records->takeRights(Rights::unlimited(desk.records->me()));
    const qint64 opportunities = std::min(Most, std::max<qint64>(1, options.rows / 2));
    CacheRows rows(desk);
    const Uuid pipeline = fillPipeline(rows, opportunities);
    fillOrders(rows, opportunities);
    const RecordRef order = fillOrder(rows);
    rows.end();
    measureFunnel(report, desk, pipeline, opportunities);
    measureForecast(report, desk, opportunities);
    measureLines(report, desk, order);
    measureBoard(report);
}

} // namespace guanxi::bench
