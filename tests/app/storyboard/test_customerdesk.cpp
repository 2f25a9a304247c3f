// SPDX-License-Identifier: GPL-3.0-or-later
// What the customer desk adds to lists and records: masks, hand-over, segments, chart.
#include "app/views/customers/relationchart.h"
#include "app/views/customers/segmentdialog.h"
#include "app/views/customers/segments.h"
#include "app/views/customers/transferdialog.h"
#include "app/views/generic/contextlinks.h"
#include "app/widgets/bulkeditdialog.h"
#include "app/widgets/fieldcell.h"
#include "app/widgets/historyview.h"
#include "app/widgets/pastdialog.h"
#include "app/reports/paper/paperdevice.h"
#include "app/widgets/viewpaper.h"
#include "app/widgets/recordfields.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/recordtable.h"
#include "app/widgets/revealbar.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/ownershiprules.h"
#include "common/model/filterjson.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QJsonDocument>
#include <QPainter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Value;

namespace {

/// The people, customers and open records that the pictures show.
struct Scene {
    Scene()
    {
        SampleCompany &company = data.company;
        for (const QString &name : {u"孙丽华"_s, u"周建国"_s, u"吴晓东"_s, u"郑海燕"_s})
            people.append(company.records->add(model::User::entity, {{model::User::realName.id, Value(name)}, {model::User::active.id, Value(true)}}).id());
        for (model::Record &account : company.accounts) {
            account.set(Account::accountManager, people[0]);
            account.setValue(model::system::Owner, people[0]);
            company.records->arrive(account);
            company.records->add(model::Opportunity::entity, {{model::Opportunity::account.id, Value(account.id())},
                                                              {model::Opportunity::summary.id, Value(u"泵站改造"_s)},
                                                              {model::Opportunity::customerName.id, Value(account[Account::name])},
                                                              {model::Opportunity::assignedTo.id, Value(people[0])}});
        }
    }

    ShellData data;
    QList<Uuid> people;
};

/// Rights under which the bank account is masked.
model::Rights masking(const SampleCompany &company)
{
    const Uuid role = Uuid::named("role");
    model::RightsInput input;
    input.user = company.records->me();
    input.activeRoles = {role};
    for (const model::Entity &entity : company.catalogue.entities()) {
        for (const model::Action action : {model::Action::View, model::Action::Create, model::Action::Edit})
            input.access.append({entity.id, action, model::Reach::All, {}});
        input.viewRoles.insert(entity.id, {role});
    }
    input.fields = {{role, Account::entity, Account::bankAccount.id, model::FieldRight::Masked}};
    return model::Rights(input, company.catalogue);
}

void shootReveal(Scene &scene, const std::function<void(QWidget &, const QString &)> &shoot)
{
    FakeRecords &records = *scene.data.company.records;
    model::Record account = scene.data.company.accounts[0];
    records.secret = u"6222021234567890123"_s;
    account.set(Account::bankAccount, model::maskText(records.secret));
    account.set(Account::bankName, u"中国工商银行"_s);
    records.arrive(account);
    records.setRights(masking(scene.data.company));
    RecordPane pane(records, scene.data.company.drafts, account.ref(), {});
    pane.resize(900, 620);
    static_cast<QWidget &>(pane).show();
    FieldCell *cell = pane.fields()->cell(Account::bankAccount.id);
    pane.fields()->ensureWidgetVisible(cell);
    cell->setFocus();
    shoot(pane, u"reveal-mask"_s);
    cell->revealBar()->toggle();
    QTest::qWait(100);
    shoot(pane, u"reveal-shown"_s);
    cell->revealBar()->toggle();
    records.connected = false;
    cell->revealBar()->toggle();
    QTest::qWait(100);
    shoot(pane, u"reveal-offline"_s);
    records.connected = true;
    records.setRights(model::Rights::unlimited(records.me()));
}

void shootTransfer(Scene &scene, Shell &shell, const std::function<void(QWidget &, const QString &)> &shoot)
{
    TransferDialog dialog(shell.controller, {model::User::entity, {{model::User::entity, scene.people[0]}}, {}, false});
    dialog.show();
    shoot(dialog, u"transfer-empty"_s);
    dialog.addSuccessor(scene.people[1]);
    dialog.addSuccessor(scene.people[2]);
    QTest::qWait(400);
    shoot(dialog, u"transfer"_s);
}

void relate(Scene &scene, const model::RecordRef &from, const model::RecordRef &to, const QString &kind, int strength, bool ended = false)
{
    using model::Relationship;
    FakeRecords &records = *scene.data.company.records;
    QList<std::pair<model::FieldId, Value>> values{{Relationship::from.id, Value(from)},
                                                   {Relationship::to.id, Value(to)},
                                                   {Relationship::kind.id, Value(records.item(u"relation_kind"_s, kind))},
                                                   {Relationship::strength.id, Value(strength)}};
    if (ended)
        values.append({Relationship::validTo.id, Value(qint64(10'000))});
    records.add(Relationship::entity, values);
}

void addRelations(Scene &scene)
{
    const QList<model::Record> &accounts = scene.data.company.accounts;
    relate(scene, accounts[2].ref(), accounts[0].ref(), u"supplier_of"_s, 5);
    relate(scene, accounts[0].ref(), accounts[5].ref(), u"supplier_of"_s, 2);
    relate(scene, accounts[3].ref(), accounts[0].ref(), u"referrer"_s, 3, true);
    relate(scene, accounts[2].ref(), accounts[4].ref(), u"influences"_s, 1);
    relate(scene, accounts[5].ref(), accounts[3].ref(), u"supplier_of"_s, 4);
}

void shootChart(Scene &scene, Shell &shell, const std::function<void(QWidget &, const QString &)> &shoot)
{
    RecordPane pane(*scene.data.company.records, scene.data.company.drafts, scene.data.company.accounts[0].ref(), {});
    linkToContext(pane, shell.controller);
    pane.resize(1200, 700);
    static_cast<QWidget &>(pane).show();
    auto *chart = pane.tabs()->findChild<RelationChart *>();
    pane.tabs()->setCurrentWidget(chart);
    shoot(pane, u"chart"_s);
    chart->setDepth(3);
    shoot(pane, u"chart-three"_s);
}

void shootSegments(Scene &scene, Shell &shell, const std::function<void(QWidget &, const QString &)> &shoot)
{
    Records &records = *scene.data.company.records;
    RecordListView list(records, Account::entity);
    linkToContext(list, shell.controller);
    list.resize(900, 500);
    list.QWidget::show();
    QTest::qWait(200);
    list.table().selectRow(0);
    whenOpen<SegmentDialog>([&](SegmentDialog &dialog) {
        shoot(dialog, u"segment"_s);
        dialog.reject();
    });
    for (QAction *action : list.actions())
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A))
            action->trigger();
    BulkEditDialog bulk(records, records.catalogue().at(Account::entity), 12);
    for (QComboBox *box : bulk.findChildren<QComboBox *>())
        if (const int tags = box->findData(Account::tags.id); tags >= 0)
            box->setCurrentIndex(tags);
    bulk.show();
    shoot(bulk, u"bulk-tags"_s);
    Segments segments(records);
    if (segments.of(Account::entity, segmentkind::Filter).isEmpty())
        (void)segments.saveFilter(Account::entity, u"活跃客户"_s, storage::Filter::is(Account::status.id, Value(2)));
    RecordPane pane(records, scene.data.company.drafts, segments.of(Account::entity, segmentkind::Filter).first().ref(), {});
    linkToContext(pane, shell.controller);
    pane.resize(1000, 500);
    static_cast<QWidget &>(pane).show();
    for (int tab = 0; tab < pane.tabs()->count(); ++tab)
        if (auto *members = qobject_cast<RecordListView *>(pane.tabs()->widget(tab)); members && members->entity().id == Account::entity)
            pane.tabs()->setCurrentIndex(tab);
    QTest::qWait(200);
    shoot(pane, u"segment-members"_s);
    RecordForm form(records, scene.data.company.drafts, segments.of(Account::entity, segmentkind::Filter).first());
    form.resize(760, 520);
    form.show();
    QTest::qWait(600); // the count comes when nobody types any more
    shoot(form, u"segment-form"_s);
}

void addRules(Scene &scene)
{
    using model::OwnershipRule;
    FakeRecords &records = *scene.data.company.records;
    const Value person(records.item(u"customer_type"_s, u"person"_s));
    const auto written = [](const storage::Filter &filter) {
        return Value(QString::fromUtf8(QJsonDocument(model::filterToJson(filter)).toJson(QJsonDocument::Compact)));
    };
    using storage::Filter;
    const Filter east = Filter::any({Filter::is(Account::region.id, records.item(u"region"_s, u"CN-SH"_s)), Filter::is(Account::region.id, records.item(u"region"_s, u"CN-JS"_s))});
    const Filter school = Filter::all({Filter::is(Account::region.id, records.item(u"region"_s, u"CN-BJ"_s)),
                                       Filter::any({Filter::contains(Account::name.id, Value(u"大学"_s)), Filter::contains(Account::name.id, Value(u"学院"_s))})});
    const QList<std::tuple<QString, Value, int, bool>> rules{
        {u"上海、江苏"_s, written(east), 0, true}, {u"北京的高校"_s, written(school), 1, true}, {u"个人客户"_s, written(Filter::all({Filter::is(Account::type.id, person)})), 2, false},
        {u"其余客户"_s, Value(), 3, true}};
    qint64 order = 0;
    for (const auto &[name, condition, manager, active] : rules)
        records.add(OwnershipRule::entity, {{OwnershipRule::order.id, Value(order += 10)}, {OwnershipRule::name.id, Value(name)}, {OwnershipRule::condition.id, condition},
                                            {OwnershipRule::accountManager.id, Value(scene.people[manager])}, {OwnershipRule::active.id, Value(active)}});
}

void shootRules(Scene &scene, Shell &shell, const std::function<void(QWidget &, const QString &)> &shoot)
{
    FakeRecords &records = *scene.data.company.records;
    RecordListView list(records, model::OwnershipRule::entity);
    linkToContext(list, shell.controller);
    list.resize(1000, 320);
    list.QWidget::show();
    QTest::qWait(200);
    shoot(list, u"ownership-rules"_s);
    storage::Query all;
    all.entity = model::OwnershipRule::entity;
    const QList<model::Record> rules = records.findNow(all).value();
    RecordFormDialog form(records, scene.data.company.drafts, rules.at(1));
    form.resize(860, 560);
    form.show();
    shoot(form, u"ownership-rule"_s);
}

void shootKinds(Scene &scene, const std::function<void(QWidget &, const QString &)> &shoot)
{
    FakeRecords &records = *scene.data.company.records;
    for (const QString &kind : {u"company"_s, u"person"_s}) {
        RecordFormDialog form(records, scene.data.company.drafts, Account::entity, {{Account::type.id, Value(records.item(u"customer_type"_s, kind))}});
        form.resize(900, 1000);
        form.show();
        shoot(form, u"new-"_s + kind);
    }
}

/// The first page as a printer gets it.
void shootPage(const QString &file, const ViewPaper &paper, QPageLayout::Orientation orientation, const Records &records)
{
    const auto pages = pagesOf(paper, QPageLayout(QPageSize(QPageSize::A4), orientation, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter), records);
    REQUIRE(pages->proceed(QDeadlineTimer(QDeadlineTimer::Forever)));
    constexpr double Scale = 1.6;
    QImage image((pages->layout().fullRect(QPageLayout::Point).size() * Scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(painter, *pages, 0, Scale);
    CHECK(image.save(file));
}

void shootPast(Scene &scene, const QString &folder, const QString &look, const std::function<void(QWidget &, const QString &)> &shoot)
{
    FakeRecords &records = *scene.data.company.records;
    model::Record account = scene.data.company.accounts[1];
    QList<HistoryEntry> entries;
    const QString remark = u"客户要求每季度安排一次现场巡检，由服务部提前一周与设备科确认时间，并提交巡检报告。\n合同中的付款方式改为验收后三十天。"_s;
    for (int at = 0; at < 3; ++at) {
        HistoryEntry entry;
        entry.rev = 100 - at;
        entry.at = 1'790'000'000'000 - at * 86'400'000LL;
        entry.user = scene.people[at];
        entry.device = u"PC-%1"_s.arg(at + 1);
        entry.action = Uuid::named(QByteArray::number(at));
        entry.name = u"save"_s;
        entry.change = {model::ChangeKind::Update, account.ref(), 0, {}};
        entry.change.fields.append({Account::remark.id, Value(at == 2 ? QString() : remark.left(20 + at)), Value(remark.left(20 + (at == 0 ? 60 : at * 3))), 0});
        entry.change.fields.append({Account::accountManager.id, Value(scene.people[at + 1]), Value(scene.people[at]), 0});
        entries.append(entry);
    }
    records.happened.insert(account.ref(), entries);
    HistoryView view(records, account.ref());
    view.resize(1100, 360);
    view.show();
    view.reload();
    shoot(view, u"history"_s);
    PastDialog past(records, account, entries, 1);
    past.show();
    shoot(past, u"past"_s);
    shootPage(u"%1/history-paper-%2.png"_s.arg(folder, look), view.paper(), QPageLayout::Landscape, records);
    shootPage(u"%1/past-paper-%2.png"_s.arg(folder, look), past.paper(), QPageLayout::Portrait, records);
}

} // namespace

TEST_CASE("What the customer desk adds to lists and records has its pictures too", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/customerdesk"_s;
    QDir().mkpath(folder);
    Scene scene;
    Shell shell(scene.data);
    addRelations(scene);
    addRules(scene);
    Segments segments(*scene.data.company.records);
    for (const QString &name : {u"2026 春季展会"_s, u"重点回访"_s}) {
        const BulkChange work = segments.adding(segments.make(Account::entity, name, segmentkind::Static), {scene.data.company.accounts[1].ref()}, std::make_shared<int>(0));
        REQUIRE(scene.data.company.records->saveAll(work.along + work.becauseOf(work.records.first()), work.action).ok());
    }
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const QString look = u"%1-%2"_s.arg(dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s);
            const auto shoot = [&](QWidget &widget, const QString &name) {
                QTest::qWait(150);
                CHECK(widget.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, look)));
            };
            shootReveal(scene, shoot);
            shootTransfer(scene, shell, shoot);
            shootChart(scene, shell, shoot);
            shootSegments(scene, shell, shoot);
            shootRules(scene, shell, shoot);
            shootKinds(scene, shoot);
            shootPast(scene, folder, look, shoot);
        }
}
