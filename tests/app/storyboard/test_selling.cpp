// SPDX-License-Identifier: GPL-3.0-or-later
// What the sales desk asks, and the board of opportunities: <build>/storyboard/selling.
#include "app/views/generic/contextlinks.h"
#include "app/views/sales/convertdialog.h"
#include "app/views/sales/quicklead.h"
#include "app/views/sales/scoreview.h"
#include "app/widgets/boardcolumn.h"
#include "app/widgets/recordboard.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/transitiondialog.h"
#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/filterjson.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/support/notingcontext.h"

#include <catch2/catch_test_macros.hpp>

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Yuan = 10'000, DayMs = 86'400'000;

struct SellingDesk {
    SellingDesk()
    {
        FakeRecords &records = *company.records;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        for (const Record &row : builtInRows(company.catalogue))
            if (row.entity().id == Pipeline::entity || row.entity().id == PipelineStage::entity)
                records.arrive(row);
        const char *stages[] = {"potential", "interested", "negotiating"};
        for (int each = 0; each < 14; ++each) {
            const Record &customer = company.accounts.at(each);
            deals.append(records.add(Opportunity::entity, {{Opportunity::customerName.id, customer.value(customer.entity().titleFields.first())},
                {Opportunity::summary.id, u"%1 台离心泵及安装调试"_s.arg(each + 2)}, {Opportunity::probability.id, qint64(1000 + 500 * each)},
                {Opportunity::pipeline.id, defaultPipelineId()}, {Opportunity::stage.id, defaultStageId(QString::fromLatin1(stages[each * each % 3]))},
                {Opportunity::devStatus.id, qint64(Opportunity::Developing)}, {Opportunity::amount.id, qint64(38'000 + 77'700 * each) * Yuan},
                {Opportunity::baseAmount.id, qint64(38'000 + 77'700 * each) * Yuan}, {Opportunity::weightedAmount.id, qint64(30'000 * each) * Yuan}, {Opportunity::currency.id, u"CNY"_s},
                {Opportunity::expectedCloseOn.id, 20'800 + 5 * each}, {Opportunity::stageSince.id, now - each * 6 * DayMs}}));
        }
        const auto rule = [&](const char *name, const Filter &condition, qint64 points) {
            records.add(LeadScoreRule::entity, {{LeadScoreRule::name.id, QString::fromUtf8(name)}, {LeadScoreRule::points.id, points}, {LeadScoreRule::active.id, true},
                {LeadScoreRule::condition.id, QString::fromUtf8(QJsonDocument(filterToJson(condition)).toJson(QJsonDocument::Compact))}});
        };
        rule("留了手机号", Filter::notEmpty(Lead::mobile.id), 25);
        rule("说到预算或采购", Filter::any({Filter::contains(Lead::interest.id, Value(u"预算"_s)), Filter::contains(Lead::interest.id, Value(u"采购"_s))}), 30);
        rule("留了邮箱", Filter::notEmpty(Lead::email.id), 10);
        lead = records.add(Lead::entity, {{Lead::name.id, u"王芳"_s}, {Lead::mobile.id, u"13812345678"_s}, {Lead::interest.id, u"明年的采购计划里有两台离心泵"_s},
                                          {Lead::companyName.id, u"杭州远大机械有限公司"_s}, {Lead::status.id, qint64(Lead::Qualified)}});
    }

    SampleCompany company{40};
    NotingContext context{*company.records, company.drafts};
    QList<Record> deals;
    Record lead;
};

} // namespace

TEST_CASE("The sales desk has its pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/selling"_s;
    QDir().mkpath(folder);
    ShellData data;
    Shell shell(data);
    SellingDesk desk;
    Records &records = *desk.company.records;
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const auto shoot = [&](QWidget &widget, const QString &name) {
                widget.show();
                QTest::qWait(150);
                CHECK(widget.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
                widget.hide();
            };
            QuickLead quick(desk.context);
            shoot(quick, u"quicklead"_s);
            quick.line().setText(u"李雷 13912345678 苏州恒远机械有限公司 想要两台离心泵,十月前到货"_s);
            shoot(quick, u"quicklead-typed"_s);
            ConvertDialog convert(desk.context, *conversionOf(records, desk.lead.ref()));
            shoot(convert, u"convert"_s);
            ConvertDialog win(desk.context, *winningOf(records, desk.deals.first().ref()));
            shoot(win, u"win"_s);
            const Entity &opportunity = desk.company.catalogue.at(Opportunity::entity);
            TransitionDialog move(records, desk.deals.first(), *opportunity.machine.transition(Opportunity::MoveStage), {Opportunity::stage.id, Opportunity::expectedCloseOn.id});
            shoot(move, u"move"_s);
            ScoreView score(desk.context, desk.lead.ref());
            score.resize(760, 300);
            shoot(score, u"score"_s);
            RecordForm stage(records, desk.company.drafts, *records.load({PipelineStage::entity, defaultStageId(u"negotiating"_s)}));
            stage.resize(760, 620);
            shoot(stage, u"stage"_s);
            RecordListView list(records, Opportunity::entity);
            linkToContext(list, desk.context);
            list.resize(1200, 640);
            list.show();
            list.setBoardShown(true);
            REQUIRE(QTest::qWaitFor([&] { return list.board()->columns().first()->cards().rowCount() > 0; }));
            QTest::qWait(300);
            shoot(list, u"board"_s);
        }
}
