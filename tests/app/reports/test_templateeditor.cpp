// SPDX-License-Identifier: GPL-3.0-or-later
// Templates changed by hand: with keys and mouse, through the real widgets.
#include "app/reports/paper/pageview.h"
#include "app/views/templates/conditionline.h"
#include "app/views/templates/conditionsedit.h"
#include "app/views/templates/newtemplate.h"
#include "app/views/templates/templateeditor.h"
#include "app/views/templates/templateform.h"
#include "app/views/templates/templatepreview.h"
#include "app/views/templates/templatesview.h"
#include "app/views/templates/templatetree.h"
#include "app/views/templates/templateversions.h"
#include "app/views/templates/textsedit.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/lookupeditors.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/printing.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

const TemplatePlace Blocks{u"blocks"_s};

struct Desk {
    Desk() { quote = company.addQuote(u"QT-1"_s, 3); }

    TemplateEditor &open(const QString &code = u"quote"_s)
    {
        for (const CompanyTemplate &each : companyTemplates(*company.records))
            if (each.form.id() == code)
                show(each);
        REQUIRE(editor);
        return *editor;
    }
    void show(const CompanyTemplate &edited)
    {
        editor = std::make_unique<TemplateEditor>(context, edited);
        activate(*editor);
        settle();
    }
    void settle() { REQUIRE(tests::waitFor([&] { return !editor->preview().isBusy(); })); }
    /// A small one for quotes.
    TemplateEditor &openSmall(const QString &blocks)
    {
        const QJsonArray parts = QJsonDocument::fromJson(blocks.toUtf8()).array();
        show({PaperTemplate(QJsonObject{{u"name"_s, QJsonObject{{u"zh"_s, u"单"_s}, {u"en"_s, u"Paper"_s}}}, {u"for"_s, QJsonArray{u"quote"_s}}, {u"blocks"_s, parts}}), {}, false, true});
        return *editor;
    }
    QString kept() const
    {
        storage::Query query;
        query.entity = PrintTemplate::entity;
        const Result<QList<Record>> found = company.records->findNow(query);
        return found && !found->isEmpty() ? found->first()[PrintTemplate::definition] : QString();
    }
    QJsonValue at(const TemplatePlace &place) const { return editor->draft().value(place); }
    QTreeWidgetItem *item(const QString &text) const
    {
        for (QTreeWidgetItemIterator each(&editor->tree()); *each; ++each)
            if ((*each)->text(0).contains(text))
                return *each;
        return nullptr;
    }
    TextsEdit &texts(const QString &key) const { return *qobject_cast<TextsEdit *>(editor->form().editor(key)); }

    PaperCompany company;
    FakeDrafts drafts;
    NotingContext context{*company.records, drafts};
    Record quote;
    std::unique_ptr<TemplateEditor> editor;
};

void press(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&widget, key, modifiers); }

} // namespace

TEST_CASE("a standard template is changed and saved as the company's own", "[editor]")
{
    Desk desk;
    TemplateEditor &editor = desk.open();
    CHECK(editor.preview().pages().count() >= 1);
    REQUIRE(desk.item(u"Text: Quotation"_s));
    editor.tree().setCurrentItem(desk.item(u"Text: Quotation"_s));
    TextsEdit &text = desk.texts(u"text"_s);
    CHECK(text.box(u"zh"_s).toPlainText() == u"报价单"_s);
    text.box(u"zh"_s).selectAll();
    typeInto(&text.box(u"zh"_s), u"本公司报价"_s);
    text.box(u"en"_s).selectAll();
    QTest::keyClicks(&text.box(u"en"_s), u"Our offer"_s);
    CHECK(desk.item(u"Text: Our offer"_s));
    CHECK(editor.isChanged());
    press(editor, Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(editor.isChanged());
    REQUIRE(desk.context.notices.size() == 1);

    const QList<PaperTemplate> forms = templatesFor(*desk.company.records, desk.company.catalogue.at(Quote::entity));
    CHECK(forms.first().id() == u"quote"_s);
    CHECK(ReadPdf(desk.company.pdf(desk.company.pages(desk.quote, forms.first(), u"zh"_s))).all().contains(u"本公司报价"_s));
    CHECK(ReadPdf(desk.company.pdf(desk.company.pages(desk.quote, forms.first(), u"en"_s))).all().contains(u"Ouroffer"_s));
}

TEST_CASE("parts are added, moved, doubled and removed with the keys, and every step can be taken back", "[editor]")
{
    Desk desk;
    TemplateEditor &editor = desk.openSmall(uR"([{"text": "a"}, {"text": "b"}])"_s);
    TemplateTree &tree = editor.tree();
    const QJsonObject before = editor.draft().document();
    tree.setCurrentItem(desk.item(u"Text: a"_s));
    press(tree, Qt::Key_Down, Qt::AltModifier);
    CHECK(desk.at(Blocks + TemplatePlace{u"1"_s, u"text"_s}) == u"a"_s);
    CHECK(tree.place() == Blocks + TemplatePlace{u"1"_s});
    press(tree, Qt::Key_Down, Qt::AltModifier); // it is the last already
    CHECK(tree.place() == Blocks + TemplatePlace{u"1"_s});
    press(tree, Qt::Key_D, Qt::ControlModifier);
    CHECK(desk.at(Blocks).toArray().size() == 3);
    press(tree, Qt::Key_Delete);
    CHECK(desk.at(Blocks).toArray().size() == 2);
    press(tree, Qt::Key_Insert);
    QPointer<QMenu> menu;
    for (QMenu *each : tree.findChildren<QMenu *>())
        if (each->isVisible())
            menu = each;
    REQUIRE(menu);
    for (QAction *action : menu->actions())
        if (action->text() == u"Space"_s)
            menu->setActiveAction(action);
    press(*menu, Qt::Key_Return);
    CHECK(desk.at(Blocks + TemplatePlace{u"2"_s, u"space"_s}) == 8);
    for (int step = 0; step < 4; ++step)
        press(editor, Qt::Key_Z, Qt::ControlModifier);
    CHECK(editor.draft().document() == before);
    press(editor, Qt::Key_Y, Qt::ControlModifier);
    press(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(editor.draft().document() != before);
}

TEST_CASE("what is typed into one box is one step, and Ctrl+Z takes it back also from that box", "[editor]")
{
    Desk desk;
    TemplateEditor &editor = desk.openSmall(uR"([{"text": "a"}])"_s);
    editor.tree().setCurrentItem(desk.item(u"Text: a"_s));
    QPlainTextEdit &box = desk.texts(u"text"_s).box(u"en"_s);
    box.setFocus();
    box.moveCursor(QTextCursor::End);
    QTest::keyClicks(&box, u" few words"_s);
    CHECK(desk.at(Blocks + TemplatePlace{u"0"_s, u"text"_s, u"en"_s}) == u"a few words"_s);
    press(box, Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.at(Blocks + TemplatePlace{u"0"_s, u"text"_s}) == u"a"_s);
    CHECK(desk.texts(u"text"_s).box(u"en"_s).toPlainText() == u"a"_s);
}

TEST_CASE("a field is inserted from the menu, through a reference, and is said in words", "[editor]")
{
    Desk desk;
    TemplateEditor &editor = desk.openSmall(uR"([{"text": ""}])"_s);
    editor.tree().setCurrentItem(editor.tree().topLevelItem(1));
    TextsEdit &texts = desk.texts(u"text"_s);
    texts.box(u"en"_s).setFocus();
    QTest::keyClicks(&texts.box(u"en"_s), u"To "_s);
    auto *insert = texts.findChild<QToolButton *>();
    const Entity &quote = desk.company.catalogue.at(Quote::entity);
    Q_EMIT insert->menu()->aboutToShow();
    const auto entry = [](QMenu *menu, const QString &text) -> QAction * {
        for (QAction *action : menu->actions())
            if (action->text() == text)
                return action;
        return nullptr;
    };
    QAction *account = entry(insert->menu(), fieldLabel(quote, *quote.field(Quote::account.id)));
    REQUIRE(account);
    REQUIRE(account->menu());
    Q_EMIT account->menu()->aboutToShow();
    const Entity &customer = desk.company.catalogue.at(Account::entity);
    QAction *phone = entry(account->menu(), fieldLabel(customer, *customer.field(Account::phone.id)));
    REQUIRE(phone);
    phone->trigger();
    CHECK(texts.box(u"en"_s).toPlainText() == u"To {account.phone}"_s);
    CHECK(editor.faults().count() == 1); // there is no Chinese yet
    desk.settle();
    bool isTold = false;
    for (const QLabel *label : texts.findChildren<QLabel *>())
        isTold |= label->text().contains(u" › "_s);
    CHECK(isTold);
    // Amounts in capital figures.
    QAction *capital = entry(insert->menu(), u"Amounts in capital figures"_s);
    REQUIRE(capital);
    Q_EMIT capital->menu()->aboutToShow();
    REQUIRE_FALSE(capital->menu()->actions().isEmpty());
    texts.box(u"zh"_s).setFocus();
    entry(capital->menu(), fieldLabel(quote, *quote.field(Quote::total.id)))->trigger();
    CHECK(texts.box(u"zh"_s).toPlainText() == u"{total|words}"_s);
}

TEST_CASE("a condition is put together by choosing field, comparison and value", "[editor]")
{
    Desk desk;
    TemplateEditor &editor = desk.openSmall(uR"([{"text": "a"}])"_s);
    editor.tree().setCurrentItem(desk.item(u"Text: a"_s));
    auto *conditions = qobject_cast<ConditionsEdit *>(editor.form().editor(u"if"_s));
    REQUIRE(conditions);
    auto *add = conditions->findChild<QPushButton *>();
    QTest::mouseClick(add, Qt::LeftButton);
    auto *line = conditions->findChild<ConditionLine *>();
    REQUIRE(line);
    line->setField(u"status"_s);
    const QList<QComboBox *> boxes = line->findChildren<QComboBox *>();
    REQUIRE(boxes.size() == 2);
    QComboBox *comparison = boxes[0]->findText(u"is filled"_s) >= 0 ? boxes[0] : boxes[1];
    QComboBox *value = comparison == boxes[0] ? boxes[1] : boxes[0];
    comparison->setFocus();
    press(*comparison, Qt::Key_Down);
    press(*comparison, Qt::Key_Down);
    CHECK(comparison->currentText() == u"is"_s);
    value->setCurrentText(u"Approved"_s);
    CHECK(desk.at(Blocks + TemplatePlace{u"0"_s, u"if"_s}) == u"status=approved"_s);
    QTest::mouseClick(add, Qt::LeftButton);
    conditions->findChildren<ConditionLine *>().last()->setCondition(u"!terms"_s);
    Q_EMIT conditions->findChildren<ConditionLine *>().last()->edited();
    CHECK(desk.at(Blocks + TemplatePlace{u"0"_s, u"if"_s}) == QJsonArray{u"status=approved"_s, u"!terms"_s});
    CHECK(editor.faults().count() == 0);
}

TEST_CASE("a table gets its lines, columns with merged heads, a sum and a sub-total for each page", "[editor]")
{
    Desk desk;
    TemplateEditor &editor = desk.openSmall(uR"([{"text": "a"}])"_s);
    TemplateTree &tree = editor.tree();
    tree.setCurrentItem(desk.item(u"Text: a"_s));
    tree.add(PartKind::Table);
    const TemplatePlace table = Blocks + TemplatePlace{u"1"_s, u"table"_s};
    CHECK(editor.faults().count() == 1); // nobody said whose lines
    auto *of = qobject_cast<QComboBox *>(editor.form().editor(u"table"_s));
    REQUIRE(of);
    of->setCurrentIndex(of->findData(u"quote_line"_s));
    CHECK(desk.at(table + TemplatePlace{u"of"_s}) == u"quote_line"_s);
    CHECK(editor.faults().count() == 0);
    for (const auto &[label, value] : {std::pair(u"Pieces"_s, u"{quantity}"_s), std::pair(u"Sum"_s, u"{amount}"_s)}) {
        tree.choose(Blocks + TemplatePlace{u"1"_s});
        tree.add(PartKind::Column);
        for (const auto &[key, text] : {std::pair(u"label"_s, label), std::pair(u"value"_s, value), std::pair(u"group"_s, u"Offer"_s), std::pair(u"over"_s, u"All"_s)}) {
            QTest::keyClicks(&desk.texts(key).box(u"zh"_s), text);
            QTest::keyClicks(&desk.texts(key).box(u"en"_s), text);
        }
        qobject_cast<QDoubleSpinBox *>(editor.form().editor(u"width"_s))->setValue(30);
    }
    tree.add(PartKind::Foot);
    QTest::keyClicks(&desk.texts(u"label"_s).box(u"zh"_s), u"Whole"_s);
    QTest::keyClicks(&desk.texts(u"label"_s).box(u"en"_s), u"Whole"_s);
    auto *sum = qobject_cast<QComboBox *>(editor.form().editor(u"sum"_s));
    sum->setCurrentIndex(sum->findData(u"amount"_s));
    auto *under = qobject_cast<QComboBox *>(editor.form().editor(u"under"_s));
    under->setCurrentIndex(under->findText(u"Column: Sum"_s));
    CHECK(desk.at(table + TemplatePlace{u"feet"_s, u"0"_s, u"under"_s}) == desk.at(table + TemplatePlace{u"columns"_s, u"1"_s, u"id"_s}));
    tree.choose(Blocks + TemplatePlace{u"1"_s});
    auto *carry = qobject_cast<QComboBox *>(editor.form().editor(u"table/carry"_s));
    carry->setCurrentIndex(carry->findText(u"Column: Sum"_s));
    CHECK(desk.at(table + TemplatePlace{u"carry"_s, u"sum"_s}) == u"amount"_s);
    CHECK(editor.faults().count() == 0);
    desk.settle();
    REQUIRE(editor.save());
    const QList<PaperTemplate> forms = templatesFor(*desk.company.records, desk.company.catalogue.at(Quote::entity));
    const QString paper = ReadPdf(desk.company.pdf(desk.company.pages(desk.quote, forms.last(), u"en"_s))).all();
    for (const QString &word : {u"All"_s, u"Offer"_s, u"Pieces"_s, u"Sum"_s, u"Whole"_s})
        CHECK(paper.contains(word));
}

TEST_CASE("what is wrong stands beneath in a sentence that leads to the box; it is not saved so", "[editor]")
{
    Desk desk;
    TemplateEditor &editor = desk.openSmall(uR"([{"text": "a"}, {"fields": [{"label": "L", "value": "{nowhere}"}]}])"_s);
    REQUIRE(editor.faults().count() == 1);
    CHECK(editor.faults().item(0)->text().contains(u"nowhere"_s));
    CHECK_FALSE(editor.save());
    CHECK(desk.kept().isEmpty());
    editor.tree().setCurrentItem(desk.item(u"Text: a"_s));
    const QRect row = editor.faults().visualItemRect(editor.faults().item(0));
    QTest::mouseClick(editor.faults().viewport(), Qt::LeftButton, {}, row.center());
    CHECK(editor.tree().place() == TemplatePlace{u"blocks"_s, u"1"_s, u"fields"_s, u"0"_s});
    QPlainTextEdit &box = desk.texts(u"value"_s).box(u"zh"_s);
    CHECK(box.hasFocus());
    for (const QString &language : {u"zh"_s, u"en"_s}) {
        desk.texts(u"value"_s).box(language).selectAll();
        QTest::keyClicks(&desk.texts(u"value"_s).box(language), u"{number}"_s);
    }
    CHECK(editor.faults().count() == 0);
    CHECK(editor.save());
    CHECK(desk.kept().contains(u"{number}"_s));
}

TEST_CASE("a text without its translation is told and may be saved", "[editor]")
{
    Desk desk;
    TemplateEditor &editor = desk.openSmall(uR"([{"text": {"zh": "只有中文"}}])"_s);
    REQUIRE(editor.faults().count() == 1);
    CHECK(editor.faults().item(0)->text().contains(u"English"_s));
    CHECK(editor.save());
}

TEST_CASE("what is typed and not saved is there again; closing asks only when something changed", "[editor]")
{
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
