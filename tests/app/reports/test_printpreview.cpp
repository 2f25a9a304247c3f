// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/printpreview.h"
#include "app/views/generic/contextlinks.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordtable.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 30'000; // hundreds of documents, on a machine with other work

struct Desk {
    Desk()
    {
        for (int made = 0; made < 4; ++made)
            quotes.append(company.addQuote(u"QT-%1"_s.arg(made), made == 0 ? 80 : 2));
    }

    PrintPreview &open(const QList<RecordRef> &chosen)
    {
        const Entity &entity = company.catalogue.at(Quote::entity);
        preview = std::make_unique<PrintPreview>(std::make_unique<DocumentPrintout>(*company.records, &drafts, PrintedRecords{Quote::entity, chosen, {}}, templatesFor(*company.records, entity)));
        activate(*preview);
        REQUIRE(QTest::qWaitFor([&] { return !preview->isBusy(); }, PatienceMs));
        return *preview;
    }
    bool says(const QString &text) const
    {
        for (const QLabel *label : preview->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : preview->findChildren<QPushButton *>())
            if (each->text().remove(u'&').startsWith(text))
                return each;
        return nullptr;
    }

    PaperCompany company;
    FakeDrafts drafts;
    QList<Record> quotes;
    std::unique_ptr<PrintPreview> preview;
    NotingContext context{*company.records, drafts};
};

} // namespace

TEST_CASE("the preview shows the pages and is walked through with the keys", "[preview]")
{
    Desk desk;
    PrintPreview &preview = desk.open({desk.quotes[0].ref()});
    PageView &view = preview.view();
    REQUIRE(view.count() >= 3);
    CHECK(view.hasFocus());
    CHECK(desk.says(u"Page 1 of %1"_s.arg(view.count())));
    QTest::keyClick(&view, Qt::Key_PageDown);
    CHECK(view.current() == 1);
    CHECK(desk.says(u"Page 2 of"_s));
    QTest::keyClick(&view, Qt::Key_End);
    CHECK(view.current() == view.count() - 1);
    QTest::keyClick(&view, Qt::Key_Home);
    CHECK(view.current() == 0);
    const double before = view.scale();
    QTest::keyClick(&view, Qt::Key_Plus);
    CHECK(view.scale() > before);
    QTest::keyClick(&view, Qt::Key_0);
    CHECK(view.fit() == PageView::Fit::Width);
    QTest::keyClick(&view, Qt::Key_1);
    CHECK(view.scale() == before);
}

TEST_CASE("what the preview shows is what the file holds", "[preview]")
{
    Desk desk;
    PrintPreview &preview = desk.open({desk.quotes[0].ref(), desk.quotes[1].ref()});
    const int shown = preview.view().count();
    const QString path = desk.company.folder.filePath(u"quotes.pdf"_s);
    QString said;
    QObject::connect(&preview, &PrintPreview::done, &preview, [&](const QString &text) { said = text; });
    preview.saveTo(path);
    CHECK(preview.isBusy());
    REQUIRE(QTest::qWaitFor([&] { return !preview.isBusy(); }, 20'000));
    CHECK(ReadPdf(path).pages() == shown);
    CHECK(said.contains(path));
    CHECK(desk.says(path));
}

TEST_CASE("the language is chosen for the paper alone, and both choices are there again next time", "[preview]")
{
    Desk desk;
    PrintPreview *preview = &desk.open({desk.quotes[1].ref()});
    auto *language = preview->findChild<QComboBox *>(u"language"_s);
    REQUIRE(language);
    CHECK(language->currentText() == u"English"_s);
    language->setFocus();
    QTest::keyClick(language, Qt::Key_Up);
    REQUIRE(tests::waitFor([&] { return !preview->isBusy(); }));
    preview->saveTo(desk.company.folder.filePath(u"zh.pdf"_s));
    REQUIRE(QTest::qWaitFor([&] { return !preview->isBusy(); }, 20'000));
    CHECK(ReadPdf(desk.company.folder.filePath(u"zh.pdf"_s)).all().contains(u"报价单"_s));
    preview = &desk.open({desk.quotes[2].ref()});
    CHECK(preview->findChild<QComboBox *>(u"language"_s)->currentText() == u"中文"_s);
}

TEST_CASE("many documents are printed whole, though only the first are shown", "[preview]")
{
    Desk desk;
    QList<RecordRef> many;
    for (int made = 0; made < PrintPreview::MostShown + 15; ++made)
        many.append(desk.company.addQuote(u"QT-M%1"_s.arg(made), 1).ref());
    PrintPreview &preview = desk.open(many);
    CHECK(preview.view().count() == PrintPreview::MostShown);
    CHECK(desk.says(u"The first %1 of %2"_s.arg(PrintPreview::MostShown).arg(many.size())));
    const QString path = desk.company.folder.filePath(u"many.pdf"_s);
    preview.saveTo(path);
    REQUIRE(QTest::qWaitFor([&] { return !preview.isBusy(); }, 20'000));
    CHECK(ReadPdf(path).pages() == many.size());
}

TEST_CASE("a print under way is called off with Esc; the dialog stays and says so", "[preview]")
{
    Desk desk;
    QList<RecordRef> many;
    for (int made = 0; made < 150; ++made)
        many.append(desk.quotes[0].ref());
    PrintPreview &preview = desk.open(many);
    const QString path = desk.company.folder.filePath(u"many.pdf"_s);
    preview.saveTo(path);
    QTest::keyClick(&preview, Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&] { return !preview.isBusy(); }, 20'000));
    CHECK(preview.isVisible());
    CHECK(desk.says(u"Cancelled"_s));
    CHECK_FALSE(QFile::exists(path));
    QTest::keyClick(&preview, Qt::Key_Escape);
    CHECK_FALSE(preview.isVisible());
}

TEST_CASE("what cannot be done is said: no printer, no file, no record", "[preview]")
{
    Desk desk;
    PrintPreview &preview = desk.open({desk.quotes[1].ref()});
    QTest::keyClick(&preview, Qt::Key_P, Qt::ControlModifier);
    CHECK(tests::waitFor([&] { return desk.says(u"No printer is set up"_s); }));
    preview.saveTo(u"/proc/quotes.pdf"_s);
    REQUIRE(QTest::qWaitFor([&] { return !preview.isBusy(); }, 20'000));
    CHECK(desk.says(u"quotes.pdf could not be written"_s));
    desk.open({desk.company.records->create(Quote::entity).ref()});
    CHECK(desk.says(u"The pages could not be made"_s));
    CHECK_FALSE(desk.button(u"Save as PDF"_s)->isEnabled());
}

TEST_CASE("a mail is opened with the file attached, addressed to the contact", "[preview]")
{
    Desk desk;
    const DocumentPrintout out(*desk.company.records, nullptr, {Quote::entity, {desk.quotes[1].ref()}, {}}, templatesFor(*desk.company.records, desk.company.catalogue.at(Quote::entity)));
    const std::optional<MailDraft> draft = out.mail();
    REQUIRE(draft);
    CHECK(draft->to == u"wang@hongyuan.example"_s);
    CHECK(draft->subject == u"Quotation QT-1"_s);
    CHECK(draft->body.contains(u"Dear 王建国"_s));
    CHECK(draft->body.contains(u"孙丽华"_s));

    // A mail program that writes down what it was given.
    const QString program = desk.company.folder.filePath(u"mailer"_s), told = desk.company.folder.filePath(u"told"_s);
    QFile script(program);
    REQUIRE(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nfor a in \"$@\"; do printf '%s\\n' \"$a\"; done > " + told.toUtf8() + ".part; mv " + told.toUtf8() + ".part " + told.toUtf8() + "\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    MailDraft whole = *draft;
    whole.attachment = u"/tmp/a file.pdf"_s;
    REQUIRE(openMailDraft(whole, program));
    REQUIRE(tests::waitFor([&] { return QFile::exists(told); }));
    QFile file(told);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString arguments = QString::fromUtf8(file.readAll());
    CHECK(arguments.contains(u"--subject\nQuotation QT-1\n"_s));
    CHECK(arguments.contains(u"--attach\n/tmp/a file.pdf\n"_s));
    CHECK(arguments.endsWith(u"wang@hongyuan.example\n"_s));
    CHECK_FALSE(openMailDraft(whole, desk.company.folder.filePath(u"not there"_s)));
}

TEST_CASE("without a mail program the preview says what is missing", "[preview]")
{
    Desk desk;
    PrintPreview &preview = desk.open({desk.quotes[1].ref()});
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", desk.company.folder.path().toUtf8());
    QTest::keyClick(&preview, Qt::Key_M, Qt::ControlModifier);
    CHECK(tests::waitFor([&] { return desk.says(u"xdg-email"_s); }));
    qputenv("PATH", path);
}

TEST_CASE("lists print their records by Ctrl+Shift+P", "[preview]")
{
    Desk desk;
    RecordListView list(*desk.company.records, Quote::entity);
    linkToContext(list, desk.context);
    activate(list);
    list.reload();
    REQUIRE(tests::waitFor([&] { return list.model().rowCount() == 4; }));
    list.table().setFocus();
    list.table().selectRow(1);
    QTest::keyClick(&list.table(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const QPointer<PrintPreview> preview = list.findChild<PrintPreview *>();
    REQUIRE(preview);
    REQUIRE(tests::waitFor([&] { return !preview->isBusy(); }));
    CHECK(preview->view().count() >= 1);
    QTest::keyClick(preview, Qt::Key_Escape);
    REQUIRE(tests::waitFor([&] { return !preview; }));

    for (const EntityId entity : {SalesOrder::entity, Contract::entity, ids::Account}) {
        RecordListView other(*desk.company.records, entity);
        linkToContext(other, desk.context);
        CHECK(other.findChild<QAction *>(u"print"_s));
    }
}

TEST_CASE("who may not export has neither file nor mail; who may not print has no command", "[preview]")
{
    Desk desk;
    RightsInput input;
    input.user = desk.company.records->me();
    for (const Entity &entity : desk.company.catalogue.entities())
        for (const Action action : {Action::View, Action::Print})
            input.access.append({entity.id, action, Reach::All, {}});
    desk.company.records->setRights(Rights(input, desk.company.catalogue));
    desk.open({desk.quotes[1].ref()});
    CHECK_FALSE(desk.button(u"Save as PDF"_s)->isVisible());
    CHECK_FALSE(desk.button(u"E-mail"_s)->isVisible());
    CHECK(desk.button(u"Print"_s)->isEnabled());
    input.access.removeIf([](const AccessEntry &entry) { return entry.action == Action::Print; });
    desk.company.records->setRights(Rights(input, desk.company.catalogue));
    RecordListView list(*desk.company.records, Quote::entity);
    linkToContext(list, desk.context);
    CHECK_FALSE(list.findChild<QAction *>(u"print"_s));
}
