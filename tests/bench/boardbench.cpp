// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardbench.h"

#include "app/data/draftstore.h"
#include "app/shell/resources.h"
#include "app/views/sales/stagelanes.h"
#include "app/views/viewcontext.h"
#include "app/widgets/boardcolumn.h"
#include "app/widgets/recordboard.h"
#include "app/widgets/recordlistmodel.h"
#include "common/model/catalogue/opportunities.h"
#include "loadeddesk.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>

namespace guanxi::bench {

using namespace model;
using namespace app;

namespace {

constexpr double OpenMs = 300, FrameMs = 1000.0 / 60;
constexpr int Open = 5'000, Stages = 4, Frames = 120;
constexpr qint64 One = 10'000, HourMs = 3'600'000;

/// A frame around the board that nothing is asked of.
class BareContext final : public ViewContext
{
public:
    explicit BareContext(Records &records) : m_records(records) {}
    Records &records() override { return m_records; }
    DraftStore &drafts() override { qFatal("selling: the board wants drafts"); }
    void openRecord(const RecordRef &, const QList<RecordRef> &) override {}
    void createRecord(EntityId, const Preset &) override {}
    void notify(const QString &, const Uuid &) override {}
    void showError(const Error &) override {}
    void openView(const QString &) override {}
    void undo(const Uuid &) override {}

private:
    Records &m_records;
};

void fill(LoadedDesk &desk)
{
    CacheRows rows(desk);
    Record pipeline = rows.make(Pipeline::entity);
    pipeline.set(Pipeline::name, QStringLiteral("销售"));
    pipeline.set(Pipeline::active, qint64(1));
    rows.add(pipeline);
    QList<Record> stages;
    for (int at = 0; at < Stages; ++at) {
        Record stage = rows.make(PipelineStage::entity);
        stage.set(PipelineStage::pipeline, pipeline.id());
        stage.set(PipelineStage::position, qint64(at));
        stage.set(PipelineStage::label, QStringLiteral("{\"zh\":\"阶段%1\"}").arg(at));
        stage.set(PipelineStage::maxDays, qint64(30));
        stage.set(PipelineStage::outcome, qint64(PipelineStage::Open));
        rows.add(stage);
        stages.append(stage);
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (qint64 made = 0; made < Open; ++made) {
        Record deal = rows.make(Opportunity::entity);
        deal.set(Opportunity::customerName, QStringLiteral("杭州远大机械有限公司%1").arg(made));
        deal.set(Opportunity::summary, QStringLiteral("%1 台离心泵及安装调试").arg(made % 40));
        deal.set(Opportunity::pipeline, pipeline.id());
        deal.set(Opportunity::stage, stages[made % Stages].id());
        deal.set(Opportunity::stageSince, now - made % 2'000 * HourMs);
        deal.set(Opportunity::devStatus, qint64(Opportunity::Developing));
        deal.set(Opportunity::amount, made * 100 * One);
        deal.set(Opportunity::baseAmount, made * 100 * One);
        deal.set(Opportunity::weightedAmount, made * 40 * One);
        rows.add(deal);
    }
    rows.end();
}

bool isComplete(const RecordBoard &board)
{
    int cards = 0;
    for (const BoardColumn *column : board.columns())
        cards += column->cards().rowCount();
    return cards == Open && board.heading(0).count(QLatin1Char('|')) == 2;
}

/// What a screen gets of it.
void paint(RecordBoard &board)
{
    QImage frame(board.size(), QImage::Format_RGB32);
    board.render(&frame);
}

} // namespace

void measureBoard(BenchReport &report)
{
    loadResources();
    LoadedDesk desk(1'000);
    desk.records->takeRights(Rights::unlimited(desk.records->me()));
    fill(desk);
    BareContext context(*desk.records);
    QElapsedTimer time;
    time.start();
    RecordBoard board(*desk.records, desk.catalogue.at(Opportunity::entity), std::make_unique<StageLanes>(context));
    board.resize(1440, 900);
    board.show();
    storage::Query query;
    query.entity = Opportunity::entity;
    board.setQuery(query);
    while (!isComplete(board))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    paint(board);
    report.add(QStringLiteral("board of %1 open opportunities opened").arg(Open), double(time.nsecsElapsed()) / 1e6, QStringLiteral("ms"), OpenMs);

    BoardColumn &from = *board.columns().first();
    from.setCurrentIndex(from.cards().index(0, 0));
    time.start();
    Q_EMIT from.carried(from.current());
    std::vector<double> frames{double(time.nsecsElapsed()) / 1e6};
    for (int frame = 0; frame < Frames; ++frame) {
        time.start();
        paint(board);
        frames.push_back(double(time.nsecsElapsed()) / 1e6);
    }
    Q_EMIT from.carried({});
    std::sort(frames.begin(), frames.end());
    report.add(QStringLiteral("the whole board painted while a card is carried, p95"), frames[frames.size() * 95 / 100], QStringLiteral("ms"), FrameMs);
}

} // namespace guanxi::bench
