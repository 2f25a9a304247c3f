// SPDX-License-Identifier: GPL-3.0-or-later
// Templates changed by hand: with keys and mouse, through the real widgets.
#include "app/reports/paper/pageview.h"
#include "app/views/templates/conditionline.h"
#include "app/views/templates/conditionsedit.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/templatedesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

TEST_CASE("a standard template is changed and saved as the company's own", "[editor]")
{
    TemplateDesk desk;
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
    TemplateDesk desk;
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
    TemplateDesk desk;
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
    TemplateDesk desk;
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
    TemplateDesk desk;
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
    TemplateDesk desk;
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
    TemplateDesk desk;
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
    TemplateDesk desk;
    TemplateEditor &editor = desk.openSmall(uR"([{"text": {"zh": "只有中文"}}])"_s);
    REQUIRE(editor.faults().count() == 1);
    CHECK(editor.faults().item(0)->text().contains(u"English"_s));
    CHECK(editor.save());
}
