// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on paper or into a file is noted before it does.
#include "app/reports/paper/printpreview.h"
#include "app/widgets/viewpaper.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QLabel>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

bool says(const QWidget &dialog, const QString &text)
{
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

} // namespace

TEST_CASE("documents are noted as what they were saved as, and nothing is saved that cannot be noted", "[preview]")
{
    PaperCompany company;
    const QList<RecordRef> quotes{company.addQuote(u"QT-1"_s, 2).ref(), company.addQuote(u"QT-2"_s, 2).ref()};
    PrintPreview preview(std::make_unique<DocumentPrintout>(*company.records, nullptr, PrintedRecords{Quote::entity, quotes, {}},
                                                            templatesFor(*company.records, company.catalogue.at(Quote::entity))));
    activate(preview);
    REQUIRE(tests::waitFor([&] { return !preview.isBusy(); }));
    const QString path = company.folder.filePath(u"quotes.PDF"_s);
    company.records->noteFault = Error{ErrorCode::DiskFull, {}};
    preview.saveTo(path);
    CHECK_FALSE(preview.isBusy());
    CHECK_FALSE(QFile::exists(path));
    CHECK(says(preview, u"Nothing was printed or saved"_s));

    company.records->noteFault.reset();
    preview.saveTo(path);
    REQUIRE(tests::waitFor([&] { return !preview.isBusy(); }));
    CHECK(QFile::exists(path));
    REQUIRE(company.records->departures.size() == 1);
    const Departure &noted = company.records->departures.first();
    CHECK(noted.way == Departure::Way::File);
    CHECK(noted.format == u"pdf");
    CHECK(noted.entity == Quote::entity);
    CHECK(noted.records == 2);
    CHECK(noted.by(u"printer"_s).way == Departure::Way::Paper);
}

TEST_CASE("a view on paper is noted with its heading and what it shows", "[preview]")
{
    PaperCompany company;
    QWidget parent;
    activate(parent);
    const auto make = [] {
        ViewPaper paper{u"Sales funnel"_s, u"This year"_s, {}, {}, {}, Quote::entity};
        paper.drawing = draw(u"Sales funnel"_s, QSizeF(100, 100), [](QPainter &) {});
        return paper;
    };
    previewPaper(&parent, *company.records, QPageLayout::Portrait, make, true);
    auto *preview = parent.findChild<PrintPreview *>();
    REQUIRE(preview);
    REQUIRE(tests::waitFor([&] { return !preview->isBusy(); }));
    preview->saveTo(company.folder.filePath(u"funnel.svg"_s));
    REQUIRE(company.records->departures.size() == 1);
    const Departure &noted = company.records->departures.first();
    CHECK(noted.view == u"Sales funnel");
    CHECK(noted.filter == u"This year");
    CHECK(noted.format == u"svg");
    CHECK(noted.entity == Quote::entity);
}
