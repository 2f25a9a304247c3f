// SPDX-License-Identifier: GPL-3.0-or-later
// Records that are one thing: the list of pairs, the dialog that merges two, the warning in a form.
#include "app/views/duplicates/duplicatesview.h"
#include "app/views/generic/mergedialog.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/recordformdialog.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Value;

namespace {

/// Some customers once more, as colleagues enter them.
struct Scene {
    Scene()
    {
        again(0, [](model::Record &other) { other.set(Account::name, other[Account::name].replace(u"有限公司"_s, u"股份有限公司"_s)); });
        again(1, [](model::Record &other) { other.set(Account::name, other[Account::name].mid(2)); });
        again(2, [](model::Record &other) { other.set(Account::name, u"另一个名称"_s); other.set(Account::mobile, u"13812345678"_s); });
        model::Record known = data.company.accounts[2];
        known.set(Account::mobile, u"13812345678"_s);
        data.company.records->arrive(known);
        twin = doubles[0];
        for (int at = 0; at < 3; ++at)
            data.company.records->add(model::SalesOrder::entity, {{model::SalesOrder::account.id, twin.id()}, {model::SalesOrder::status.id, Value(int(model::SalesOrder::Completed))}});
        for (const QString &name : {u"王芳"_s, u"赵强"_s})
            data.company.records->add(model::Contact::entity, {{model::Contact::name.id, name}, {model::Contact::account.id, twin.id()}});
    }
    void again(int number, const std::function<void(model::Record &)> &change)
    {
        model::Record other(data.company.catalogue.at(Account::entity), Uuid::named("again" + QByteArray::number(number)));
        for (const model::FieldId field : {Account::name.id, Account::type.id, Account::level.id, Account::region.id, Account::status.id, Account::phone.id})
            other.setValue(field, data.company.accounts[number].value(field));
        other.set(Account::website, u"https://www.example.cn"_s);
        other.set(Account::address, u"中关村大街1号"_s);
        other.set(Account::remark, u"展会上认识，对新泵型感兴趣，要求下月报价。"_s);
        other.setValue(model::system::UpdatedAt, Value(qint64(1'750'000'000'000)));
        change(other);
        data.company.records->arrive(other);
        doubles.append(other);
    }

    ShellData data;
    QList<model::Record> doubles;
    model::Record twin;
};

void shoot(bool chinese, bool dark)
{
    Scene scene;
    Shell shell(scene.data);
    shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
    shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    const QString place = QStringLiteral(GUANXI_STORYBOARD_DIR "/duplicates/%1-%2").arg(dark ? u"dark" : u"light").arg(chinese ? u"zh" : u"en");
    QDir().mkpath(place);
    const auto save = [&](QWidget &widget, const QString &name) {
        QTest::qWait(50);
        CHECK(widget.grab().save(place + u'/' + name + u".png"_s));
    };
    DuplicatesView view(shell.controller);
    view.resize(1100, 420);
    activate(view);
    REQUIRE(waitFor([&] { return !view.isSearching() && view.table().model()->rowCount() > 0; }));
    save(view, u"view"_s);
    for (const bool swapped : {false, true}) {
        MergeDialog dialog(shell.controller, scene.twin.ref(), scene.data.company.accounts[0].ref());
        activate(dialog);
        if (swapped)
            dialog.swap();
        REQUIRE(waitFor([&] { return dialog.plan().isReady(); }));
        save(dialog, swapped ? u"merge-swapped"_s : u"merge"_s);
    }
    RecordFormDialog form(*scene.data.company.records, scene.data.company.drafts, Account::entity, Preset());
    activate(form);
    FieldEditor *name = form.form()->editor(Account::name.id);
    name->setValue(scene.data.company.accounts[0][Account::name]);
    Q_EMIT name->edited();
    REQUIRE(waitFor([&] {
        const QList<QLabel *> labels = form.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text().contains(u"open:"_s); });
    }));
    save(form, u"form"_s);
}

} // namespace

TEST_CASE("Possible duplicates and their merge paint themselves in both languages")
{
    shoot(true, false);
    shoot(false, true);
}

TEST_CASE("Possible duplicates and their merge paint themselves in every look", "[.all]")
{
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true})
            shoot(chinese, dark);
}
