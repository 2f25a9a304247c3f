// SPDX-License-Identifier: GPL-3.0-or-later
// What changed lately, by several people in several subjects.
#include "app/views/changes/changesmodel.h"
#include "app/views/changes/changesview.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/support/notingcontext.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QTableView>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::ChangeKind;
using model::FieldChange;

namespace {

struct BusyCompany {
    BusyCompany()
    {
        for (const char *name : {"李娜", "王建国", "陈晓明"})
            people.append(company.records->add(model::User::entity, {{model::User::realName.id, QString::fromUtf8(name)}, {model::User::login.id, u"x"_s}}).id());
        const auto item = [this](const char *dictionary, const char *code) { return model::Value(company.records->item(QLatin1StringView(dictionary), QLatin1StringView(code))); };
        tell(0, u"save"_s, ChangeKind::Update, 0, {{Account::phone.id, u"021-62751000"_s, u"021-62751888"_s, 0}, {Account::level.id, item("customer_level", "ordinary"), item("customer_level", "key"), 0}});
        tell(1, u"save"_s, ChangeKind::Insert, 1, {});
        tell(1, u"transition"_s, ChangeKind::Update, 2, {{Account::status.id, qint64(Account::Potential), qint64(Account::Active), 0}});
        for (int each = 3; each < 8; ++each)
            tell(2, u"bulk_edit"_s, ChangeKind::Update, each, {{Account::source.id, item("source", "website"), item("source", "exhibition"), 0}}, each > 3);
        tell(-1, u"value_tiers"_s, ChangeKind::Update, 4, {{Account::valueTier.id, item("value_tier", "medium"), item("value_tier", "high"), 0}});
        tell(0, u"undo"_s, ChangeKind::Update, 5, {{Account::remark.id, u"请在年底前联系采购部负责人确认续约事宜，并准备三年期框架协议的报价"_s, {}, 0}});
        tell(2, u"delete"_s, ChangeKind::Delete, 9, {});
        for (int each = 10; each < 30; ++each)
            tell(each % 3, u"save"_s, ChangeKind::Update, each, {{Account::address.id, u"中山路 1 号"_s, u"中山路 %1 号"_s.arg(each), 0}});
    }

    void tell(int person, const QString &action, ChangeKind kind, int account, const QList<FieldChange> &fields, bool same = false)
    {
        if (!same) {
            last = company.records->create(Account::entity).id();
            --rev;
        }
        HistoryEntry entry;
        entry.rev = rev;
        entry.at = QDateTime(QDate(2026, 6, 17), QTime(16, 40)).toMSecsSinceEpoch() - (1000 - rev) * 47 * 60'000;
        entry.user = person < 0 ? Uuid() : people.at(person);
        entry.name = action;
        entry.action = last;
        entry.change = {kind, company.accounts.at(account).ref(), 0, fields};
        company.records->happened[entry.change.record].append(entry);
    }

    SampleCompany company{40};
    QList<Uuid> people;
    Uuid last;
    qint64 rev = 1000;
    NotingContext context{*company.records, company.drafts};
};

} // namespace

TEST_CASE("Recent changes have their pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/changes"_s;
    QDir().mkpath(folder);
    ShellData data;
    Shell shell(data);
    BusyCompany company;
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            ChangesView view(company.context);
            view.resize(1180, 560);
            view.show();
            REQUIRE(QTest::qWaitFor([&] { return view.changes().rowCount() > 0; }));
            const auto shoot = [&](const QString &name) {
                QTest::qWait(150);
                CHECK(view.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
            };
            shoot(u"changes"_s);
            view.setState({{u"days"_s, 1}});
            REQUIRE(QTest::qWaitFor([&] { return view.changes().rowCount() == 0; }));
            shoot(u"nothing"_s);
        }
}
