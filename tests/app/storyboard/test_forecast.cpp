// SPDX-License-Identifier: GPL-3.0-or-later
// What will be sold, and who sold how much.
#include "app/views/sales/forecastview.h"
#include "app/views/sales/rankingview.h"
#include "app/views/sales/targetsheet.h"
#include "tests/app/sales/salesyear.h"
#include "tests/app/shell/shellfixture.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QTableWidget>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

TEST_CASE("The forecast, the ranking and the targets have their pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/forecast"_s;
    QDir().mkpath(folder);
    ShellData data;
    Shell shell(data);
    SalesYear year;
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const auto shoot = [&](QWidget &widget, const QString &name) {
                QTest::qWait(250);
                CHECK(widget.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
            };
            ForecastView forecast(year.context);
            forecast.resize(1200, 800);
            forecast.show();
            REQUIRE(QTest::qWaitFor([&] { return forecast.table().rowCount() > 0; }));
            forecast.comparison().setCurrentIndex(2);
            Q_EMIT forecast.comparison().activated(2);
            REQUIRE(QTest::qWaitFor([&] { return !forecast.table().isColumnHidden(ForecastView::Change); }));
            shoot(forecast, u"forecast"_s);
            RankingView ranking(year.context);
            ranking.resize(1200, 700);
            ranking.show();
            REQUIRE(QTest::qWaitFor([&] { return ranking.table().rowCount() > 6; }));
            shoot(ranking, u"ranking"_s);
            ranking.by().setCurrentIndex(3);
            ranking.length().setCurrentIndex(1);
            ranking.setState({{u"by"_s, 3}, {u"length"_s, 1}});
            REQUIRE(QTest::qWaitFor([&] { return ranking.performance().by() == Performance::By::Region && !ranking.performance().isCounting(); }));
            shoot(ranking, u"regions"_s);
            TargetSheet targets(year.context);
            targets.resize(1200, 400);
            targets.show();
            REQUIRE(QTest::qWaitFor([&] { return targets.grid().rowCount() > 6; }));
            shoot(targets, u"targets"_s);
        }
}
