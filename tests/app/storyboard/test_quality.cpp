// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the data, and how it is tidied.
#include "app/views/quality/qualityview.h"
#include "app/views/quality/tidydialog.h"
#include "tests/app/quality/untidycompany.h"
#include "tests/app/shell/shellfixture.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

TEST_CASE("The quality view and tidying have their pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/quality"_s;
    QDir().mkpath(folder);
    ShellData data;
    Shell shell(data);
    UntidyCompany company;
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const auto shoot = [&](QWidget &widget, const QString &name) {
                QTest::qWait(150);
                CHECK(widget.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
            };
            QualityView view(company.context);
            view.resize(1000, 640);
            view.show();
            REQUIRE(QTest::qWaitFor([&] { return view.findings().rowCount() > 0; }));
            shoot(view, u"findings"_s);
            for (QPushButton *button : view.findChildren<QPushButton *>())
                if (button->isEnabled() && !view.findChild<TidyDialog *>())
                    button->click();
            auto *dialog = view.findChild<TidyDialog *>();
            REQUIRE(dialog);
            REQUIRE(QTest::qWaitFor([&] { return dialog->table().model()->rowCount() > 0; }));
            shoot(*dialog, u"tidy"_s);
        }
}
