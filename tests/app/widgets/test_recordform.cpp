// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordform.h"

#include "app/data/drafts.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/recordformdialog.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTimer>
#include <QTranslator>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Value;

namespace {

void type(RecordForm &form, model::FieldId field, const QString &text)
{
    FieldEditor *editor = form.editor(field);
    REQUIRE(editor);
    editor->setFocus();
    auto *line = editor->findChild<QLineEdit *>();
    line->selectAll();
    if (text.isEmpty())
        QTest::keyClick(line, Qt::Key_Delete);
    else
        typeInto(line, text);
}

/// Answers the next question box with `button`.
void answer(QMessageBox::StandardButton button, bool &asked)
{
    whenOpen<QMessageBox>([button, &asked](QMessageBox &box) {
        asked = true;
        box.button(button)->click();
    });
}

} // namespace

TEST_CASE("a required field left empty says so under it as soon as it is left", "[form]")
{
    SampleCompany company(1);
    RecordFormDialog dialog(*company.records, company.drafts, company.accounts[0]);
    activate(dialog);
    RecordForm &form = *dialog.form();
    type(form, Account::name.id, {});
    CHECK(form.faultText(Account::name.id).isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(form.faultText(Account::name.id) == u"Name must be filled in."_s);
    type(form, Account::name.id, u"甲"_s);
    CHECK(form.faultText(Account::name.id).isEmpty());
}

TEST_CASE("saving jumps to the first error and saves nothing", "[form]")
{
    SampleCompany company(1);
    RecordFormDialog dialog(*company.records, company.drafts, Account::entity, {});
    activate(dialog);
    RecordForm &form = *dialog.form();
    type(form, Account::email.id, u"nowhere"_s);
    CHECK_FALSE(form.save());
    CHECK(company.records->actions.isEmpty());
    CHECK(form.editor(Account::name.id)->isAncestorOf(QApplication::focusWidget()));
    CHECK(form.faultText(Account::email.id).contains(u"name@example.com"_s));
}

TEST_CASE("Ctrl+Enter saves and closes, and only what was touched", "[form]")
{
    SampleCompany company(1);
    RecordFormDialog dialog(*company.records, company.drafts, company.accounts[0]);
    activate(dialog);
    RecordForm &form = *dialog.form();
    QSignalSpy saved(&form, &RecordForm::saved);
    type(form, Account::shortName.id, u"甲"_s);
    model::Record theirs = company.accounts[0];
    theirs.set(Account::website, u"elsewhere.cn"_s);
    company.records->arrive(theirs);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(saved.size() == 1);
    CHECK_FALSE(dialog.isVisible());
    const model::Record stored = *company.records->load(company.accounts[0].ref());
    CHECK(stored[Account::shortName] == u"甲"_s);
    CHECK(stored[Account::website] == u"elsewhere.cn"_s);
}

TEST_CASE("Esc closes at once when nothing was changed and asks otherwise", "[form]")
{
    SampleCompany company(1);
    RecordFormDialog untouched(*company.records, company.drafts, company.accounts[0]);
    activate(untouched);
    QTest::keyClick(&untouched, Qt::Key_Escape);
    CHECK_FALSE(untouched.isVisible());

    RecordFormDialog touched(*company.records, company.drafts, company.accounts[0]);
    activate(touched);
    type(*touched.form(), Account::name.id, u"乙"_s);
    bool asked = false;
    answer(QMessageBox::Cancel, asked);
    QTest::keyClick(&touched, Qt::Key_Escape);
    CHECK(asked);
    CHECK(touched.isVisible());
    answer(QMessageBox::Discard, asked);
    QTest::keyClick(&touched, Qt::Key_Escape);
    CHECK_FALSE(touched.isVisible());
    CHECK(company.records->actions.isEmpty());
    CHECK(company.drafts.keys().isEmpty());
}

TEST_CASE("what was typed is back after a crash, also in a record never saved", "[form]")
{
    SampleCompany company(1);
    {
        RecordForm form(*company.records, company.drafts, company.accounts[0]);
        activate(form);
        type(form, Account::name.id, u"丙公司"_s);
        REQUIRE(waitFor([&] { return !company.drafts.keys().isEmpty(); }));
        RecordForm fresh(*company.records, company.drafts, Account::entity, {{Account::phone.id, Value(u"010-1"_s)}});
        activate(fresh);
        type(fresh, Account::name.id, u"丁公司"_s);
        REQUIRE(waitFor([&] { return company.drafts.keys().size() == 2; }));
    }
    RecordForm again(*company.records, company.drafts, company.accounts[0]);
    CHECK(again.editor(Account::name.id)->value() == Value(u"丙公司"_s));
    CHECK(again.isDirty());
    again.discard();
    CHECK(again.editor(Account::name.id)->value() == Value(company.accounts[0][Account::name]));
    const QList<Draft> left = allDrafts(company.drafts);
    REQUIRE(left.size() == 1);
    CHECK(left.first().isNew);
    RecordForm resumed(*company.records, company.drafts, left.first().record.entity, {}, left.first().record.id);
    CHECK(resumed.editor(Account::name.id)->value() == Value(u"丁公司"_s));
    CHECK(resumed.editor(Account::phone.id)->value() == Value(u"010-1"_s));
}

TEST_CASE("possible duplicates show while the record is typed, with the reason", "[form]")
{
    SampleCompany company(3);
    RecordFormDialog dialog(*company.records, company.drafts, Account::entity, {});
    QList<model::RecordRef> opened, used;
    QObject::connect(dialog.form(), &RecordForm::openRequested, &dialog, [&](const model::RecordRef &ref) { opened.append(ref); });
    QObject::connect(dialog.form(), &RecordForm::useRequested, &dialog, [&](const model::RecordRef &ref) { used.append(ref); });
    activate(dialog);
    QLabel *hint = nullptr;
    const auto hinted = [&](const QString &reason) {
        for (QLabel *label : dialog.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(company.accounts[0][Account::name]) && label->text().contains(reason))
                hint = label;
        return hint != nullptr;
    };
    SECTION("by its name, written in another way")
    {
        type(*dialog.form(), Account::name.id, u"长城机械"_s);
        CHECK(waitFor([&] { return hinted(u"same name but for the region"_s); }));
    }
    SECTION("by another field")
    {
        company.accounts[0].set(Account::email, u"office@changcheng.example"_s);
        company.records->arrive(company.accounts[0]);
        type(*dialog.form(), Account::email.id, u"office@changcheng.example"_s);
        REQUIRE(waitFor([&] { return hinted(u"E-mail is the same"_s); }));
        Q_EMIT hint->linkActivated(u"open:"_s + company.accounts[0].id().text());
        CHECK(opened == QList{company.accounts[0].ref()});
        CHECK(dialog.isVisible());
        Q_EMIT hint->linkActivated(u"use:"_s + company.accounts[0].id().text());
        CHECK(used == QList{company.accounts[0].ref()});
        CHECK_FALSE(dialog.isVisible());
        CHECK(company.drafts.keys().isEmpty());
        CHECK(company.records->actions.isEmpty());
    }
}

TEST_CASE("of a record that is there already, the form offers to merge it with one like it", "[form]")
{
    SampleCompany company(3);
    RecordFormDialog dialog(*company.records, company.drafts, company.accounts[1]);
    QList<model::RecordRef> merged;
    QObject::connect(dialog.form(), &RecordForm::mergeRequested, &dialog, [&](const model::RecordRef &ref) { merged.append(ref); });
    activate(dialog);
    type(*dialog.form(), Account::name.id, u"长城机械"_s);
    QLabel *hint = nullptr;
    REQUIRE(waitFor([&] {
        for (QLabel *label : dialog.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(u"merge:"_s))
                hint = label;
        return hint != nullptr;
    }));
    Q_EMIT hint->linkActivated(u"merge:"_s + company.accounts[0].id().text());
    CHECK(merged == QList{company.accounts[0].ref()});
    CHECK((*company.records->load(company.accounts[1].ref()))[Account::name] == u"长城机械"_s);
}

TEST_CASE("hidden fields are absent and read-only ones plain text", "[form]")
{
    SampleCompany company(1);
    const Uuid role = Uuid::named("role");
    model::RightsInput input;
    input.user = company.records->me();
    input.activeRoles = {role};
    for (const model::Action action : {model::Action::View, model::Action::Edit})
        input.access.append({Account::entity, action, model::Reach::All, {}});
    input.viewRoles = {{Account::entity, {role}}};
    input.fields = {{role, Account::entity, Account::phone.id, model::FieldRight::Hidden},
                    {role, Account::entity, Account::email.id, model::FieldRight::Read}};
    company.records->setRights(model::Rights(input, company.catalogue));
    RecordForm form(*company.records, company.drafts, company.accounts[0]);
    CHECK_FALSE(form.editor(Account::phone.id));
    CHECK_FALSE(form.editor(Account::email.id));
    CHECK(form.editor(Account::name.id));
    QStringList texts;
    for (const QLabel *label : form.findChildren<QLabel *>())
        texts.append(label->text());
    CHECK(texts.contains(company.accounts[0][Account::email]));
    CHECK_FALSE(texts.contains(company.accounts[0][Account::phone]));
}

TEST_CASE("a form that is open follows the language and keeps what is typed", "[form]")
{
    SampleCompany company(1);
    RecordFormDialog dialog(*company.records, company.drafts, company.accounts[0]);
    activate(dialog);
    RecordForm &form = *dialog.form();
    type(form, Account::registeredCapital.id, u"much"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    type(form, Account::phone.id, u"010-8888"_s);
    class Words : public QTranslator
    {
    public:
        QString translate(const char *, const char *source, const char *, int) const override
        {
            return QByteArrayView(source) == "Phone" ? u"电话"_s : QByteArrayView(source) == "Save" ? u"保存"_s : QString();
        }
        bool isEmpty() const override { return false; }
    } words;
    QCoreApplication::installTranslator(&words);
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().startsWith(text); });
    };
    CHECK(waitFor([&] { return says(u"电话"_s); }));
    CHECK(form.editor(Account::phone.id)->findChild<QLineEdit *>()->text() == u"010-8888"_s);
    CHECK(form.editor(Account::phone.id)->isAncestorOf(QApplication::focusWidget()));
    CHECK(form.editor(Account::registeredCapital.id)->findChild<QLineEdit *>()->text() == u"much"_s);
    CHECK_FALSE(form.faultText(Account::registeredCapital.id).isEmpty());
    CHECK(form.isDirty());
    const QList<QAbstractButton *> buttons = dialog.findChildren<QAbstractButton *>();
    CHECK(std::any_of(buttons.begin(), buttons.end(), [](const QAbstractButton *button) { return button->text() == u"保存"_s; }));
    QCoreApplication::removeTranslator(&words);
}
