// SPDX-License-Identifier: GPL-3.0-or-later
// What is around the editing of a template: drafts, preview, versions, other people, the list, rights.
#include "app/reports/paper/pageview.h"
#include "app/views/templates/newtemplate.h"
#include "app/views/templates/templatesview.h"
#include "app/views/templates/templateversions.h"
#include "app/widgets/lookupeditors.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/templatedesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

TEST_CASE("what is typed and not saved is there again; closing asks only when something changed", "[editor]")
{
    TemplateDesk desk;
    TemplateEditor *editor = &desk.open();
    const QJsonObject standard = editor->draft().document();
    editor->tree().setCurrentItem(desk.item(u"Text: Quotation"_s));
    QTest::keyClicks(&desk.texts(u"text"_s).box(u"en"_s), u"X"_s);
    desk.editor.reset(); // as when the desk is locked
    REQUIRE(desk.drafts.keys().size() == 1);
    editor = &desk.open();
    CHECK(editor->isChanged());
    CHECK(desk.item(u"XQuotation"_s));
    press(*editor, Qt::Key_Z, Qt::ControlModifier);
    CHECK(editor->draft().document() == standard);
    press(*editor, Qt::Key_Escape);
    CHECK_FALSE(editor->isVisible());
    CHECK(desk.drafts.keys().isEmpty());

    editor = &desk.open();
    editor->tree().setCurrentItem(desk.item(u"Text: Quotation"_s));
    QTest::keyClicks(&desk.texts(u"text"_s).box(u"en"_s), u"Y"_s);
    whenOpen<QMessageBox>([](QMessageBox &ask) { press(ask, Qt::Key_Escape); });
    press(*editor, Qt::Key_Escape);
    CHECK(editor->isVisible());
    whenOpen<QMessageBox>([](QMessageBox &ask) { press(ask, Qt::Key_Return); });
    press(*editor, Qt::Key_Escape);
    CHECK_FALSE(editor->isVisible());
    CHECK(desk.kept().contains(u"YQuotation"_s));
}

TEST_CASE("the preview follows the typing a moment later, in the language and on the record that are chosen", "[editor]")
{
    TemplateDesk desk;
    const Record other = desk.company.addQuote(u"QT-OTHER"_s, 60);
    TemplateEditor &editor = desk.open();
    const int pages = editor.preview().pages().count();
    const QImage before = editor.preview().pages().viewport()->grab().toImage();
    editor.tree().setCurrentItem(desk.item(u"Text: Quotation"_s));
    auto *size = qobject_cast<QDoubleSpinBox *>(editor.form().editor(u"size"_s));
    size->setValue(48);
    CHECK(editor.preview().isBusy());
    desk.settle();
    CHECK(editor.preview().pages().viewport()->grab().toImage() != before);
    const QImage english = editor.preview().pages().viewport()->grab().toImage();
    editor.preview().language().setFocus();
    press(editor.preview().language(), Qt::Key_Up);
    desk.settle();
    CHECK(editor.preview().pages().viewport()->grab().toImage() != english);
    editor.preview().record().setId(other.id());
    Q_EMIT editor.preview().record().picked(other.id());
    desk.settle();
    CHECK(editor.preview().pages().count() > pages);
}

TEST_CASE("fields that the editor's user may not see are neither offered nor on the preview", "[editor]")
{
    TemplateDesk desk;
    RightsInput input;
    input.user = desk.company.records->me();
    const Uuid role = Uuid::named("role");
    input.activeRoles = {role};
    for (const Entity &entity : desk.company.catalogue.entities())
        for (const Action action : {Action::View, Action::Print, Action::Create, Action::Edit})
            input.access.append({entity.id, action, Reach::All, {}});
    for (const Entity &entity : desk.company.catalogue.entities())
        input.viewRoles[entity.id] = {role};
    input.fields = {{role, Quote::entity, Quote::total.id, FieldRight::Hidden}};
    desk.company.records->setRights(Rights(input, desk.company.catalogue));
    QStringList paths;
    QMenu menu;
    fillFieldMenu(menu, *desk.company.records, {&desk.company.catalogue.at(Quote::entity), nullptr, false}, false, [&](const QString &path) { paths.append(path); });
    for (QAction *action : menu.actions())
        if (!action->menu())
            action->trigger();
    CHECK(paths.contains(u"number"_s));
    CHECK_FALSE(paths.contains(u"total"_s));
    TemplateEditor &editor = desk.openSmall(uR"([{"text": "{total}", "size": 40, "bold": true}])"_s);
    const QImage hidden = editor.preview().pages().viewport()->grab().toImage();
    desk.company.records->setRights(Rights::unlimited(desk.company.records->me()));
    editor.preview().show(editor.draft().document(), 0);
    desk.settle();
    CHECK(editor.preview().pages().viewport()->grab().toImage() != hidden);
}

TEST_CASE("an earlier version is looked at and taken back into the editor", "[editor]")
{
    TemplateDesk desk;
    desk.open();
    REQUIRE(desk.editor->save());
    const Record record = [&] {
        storage::Query query;
        query.entity = PrintTemplate::entity;
        return desk.company.records->findNow(query)->first();
    }();
    for (const qint64 number : {1, 2})
        desk.company.records->add(PrintTemplateVersion::entity, {{PrintTemplateVersion::printTemplate.id, Value(record.id())},
                                                                 {PrintTemplateVersion::version.id, Value(number)},
                                                                 {PrintTemplateVersion::definition.id, Value(u"{\"for\":[\"quote\"],\"blocks\":[{\"text\":\"version %1\"}]}"_s.arg(number))},
                                                                 {PrintTemplateVersion::savedBy.id, Value(desk.company.seller.id())},
                                                                 {PrintTemplateVersion::savedAt.id, Value(qint64(1'790'000'000'000 + number))}});
    TemplateVersions versions(*desk.company.records, record);
    QJsonObject taken;
    QObject::connect(&versions, &TemplateVersions::taken, &versions, [&](const QJsonObject &definition) { taken = definition; });
    activate(versions);
    REQUIRE(versions.list().rowCount() == 2);
    CHECK(versions.list().item(0, 0)->text() == u"2"_s);
    CHECK(versions.list().item(0, 2)->text() == u"孙丽华"_s);
    versions.list().setFocus();
    press(versions.list(), Qt::Key_Down);
    QTest::mouseClick(&versions.take(), Qt::LeftButton);
    CHECK(taken.value(u"blocks"_s).toArray().at(0).toObject().value(u"text"_s) == u"version 1"_s);
}

TEST_CASE("somebody else's change arrives in an editor that is open", "[editor]")
{
    TemplateDesk desk;
    desk.open();
    REQUIRE(desk.editor->save());
    Record record = [&] {
        storage::Query query;
        query.entity = PrintTemplate::entity;
        return desk.company.records->findNow(query)->first();
    }();
    record.set(PrintTemplate::definition, u"{\"for\":[\"quote\"],\"blocks\":[{\"text\":\"theirs\"}]}"_s);
    desk.company.records->arrive(record);
    CHECK(desk.item(u"Text: theirs"_s));
    CHECK_FALSE(desk.editor->isChanged());
}

TEST_CASE("the list of templates says where each is from, opens the editor with Enter and restores the standard with Del", "[editor]")
{
    TemplateDesk desk;
    TemplatesView view(desk.context);
    view.resize(900, 600);
    activate(view);
    const auto find = [&](const QString &name) -> QTreeWidgetItem * {
        for (QTreeWidgetItemIterator each(&view.list()); *each; ++each)
            if ((*each)->text(0) == name)
                return *each;
        return nullptr;
    };
    REQUIRE(find(u"Quotation"_s));
    CHECK(find(u"Quotation"_s)->text(1) == u"Standard"_s);
    view.list().setCurrentItem(find(u"Quotation"_s));
    view.list().setFocus();
    press(view.list(), Qt::Key_Return);
    auto *editor = view.findChild<TemplateEditor *>();
    REQUIRE(editor);
    REQUIRE(editor->save());
    editor->reject();
    CHECK(find(u"Quotation"_s)->text(1) == u"Ours, in place of the standard"_s);
    view.list().setFocus();
    press(view.list(), Qt::Key_Delete);
    CHECK(find(u"Quotation"_s)->text(1) == u"Standard"_s);
    desk.context.undo(desk.context.action);
    CHECK(find(u"Quotation"_s)->text(1) == u"Ours, in place of the standard"_s);
    view.switchOnOrOff();
    CHECK(find(u"Quotation"_s)->text(1).contains(u"switched off"_s));

    press(view.list(), Qt::Key_N, Qt::ControlModifier);
    auto *ask = view.findChild<NewTemplate *>();
    REQUIRE(ask);
    CHECK(ask->entity().currentData() == u"quote"_s);
    press(*ask, Qt::Key_Return);
    REQUIRE(tests::waitFor([&] { return view.findChildren<TemplateEditor *>().size() >= 1 && view.findChildren<TemplateEditor *>().last()->isVisible(); }));
    auto *made = view.findChildren<TemplateEditor *>().last();
    REQUIRE(made->save());
    made->reject();
    REQUIRE(find(u"Quotation (new)"_s));
    CHECK(find(u"Quotation (new)"_s)->text(1) == u"Ours"_s);
}

TEST_CASE("who may only read templates edits none", "[editor]")
{
    TemplateDesk desk;
    RightsInput input;
    input.user = desk.company.records->me();
    for (const Entity &entity : desk.company.catalogue.entities())
        for (const Action action : {Action::View, Action::Print})
            input.access.append({entity.id, action, Reach::All, {}});
    desk.company.records->setRights(Rights(input, desk.company.catalogue));
    TemplatesView view(desk.context);
    activate(view);
    REQUIRE(view.list().topLevelItemCount() > 0);
    CHECK_FALSE(view.edit());
    for (const QPushButton *button : view.findChildren<QPushButton *>())
        CHECK_FALSE(button->isVisible());
}
