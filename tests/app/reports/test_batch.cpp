// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

struct Batch {
    explicit Batch(int quotes)
    {
        for (int made = 0; made < quotes; ++made)
            printed.chosen.append(company.addQuote(u"QT-%1;"_s.arg(made), made % 3 + 1).ref());
        printed.entity = Quote::entity;
    }
    /// Prints all of them; answers how it ended.
    std::optional<Result<bool>> print(const std::function<void(PrintRun &)> &meanwhile = {})
    {
        out = std::make_unique<DocumentPrintout>(*company.records, nullptr, printed, templatesFor(*company.records, company.catalogue.at(Quote::entity)));
        run = std::make_unique<PrintRun>(out->source(), PaperDevice::pdf(path, u"batch"_s), PrintRun::Range());
        std::optional<Result<bool>> ended;
        QObject::connect(run.get(), &PrintRun::finished, run.get(), [&](const Result<bool> &whole) { ended = whole; });
        QObject::connect(run.get(), &PrintRun::progressed, run.get(), [&] { meanwhile ? meanwhile(*run) : void(); });
        run->start();
        REQUIRE(QTest::qWaitFor([&] { return ended.has_value(); }, 60'000));
        return ended;
    }

    PaperCompany company;
    PrintedRecords printed;
    QString path = company.folder.filePath(u"batch.pdf"_s);
    std::unique_ptr<DocumentPrintout> out;
    std::unique_ptr<PrintRun> run;
};

} // namespace

TEST_CASE("many documents become one file, each with pages of its own numbers", "[paper]")
{
    Batch batch(40);
    qint64 told = 0;
    const auto ended = batch.print([&](PrintRun &run) { told = qMax(told, run.pieces()); });
    REQUIRE(*ended);
    CHECK(**ended);
    CHECK(told > 10);
    const ReadPdf read(batch.path);
    REQUIRE(read.pages() == 40);
    for (int page = 0; page < 40; ++page) {
        CHECK(read.texts[page].contains(u"QT-%1;"_s.arg(page)));
        CHECK(read.texts[page].contains(u"1of1"_s));
    }
}

TEST_CASE("a batch that is called off leaves no file, and the one before stays", "[paper]")
{
    Batch batch(60);
    QFile before(batch.path);
    REQUIRE(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    const auto ended = batch.print([](PrintRun &run) { run.cancel(); });
    REQUIRE(*ended);
    CHECK_FALSE(**ended);
    REQUIRE(before.open(QIODevice::ReadOnly));
    CHECK(before.readAll() == "before");
}

TEST_CASE("what may not be printed is left out of a batch and counted", "[paper]")
{
    Batch batch(6);
    RightsInput input;
    input.user = batch.company.records->me();
    for (const Entity &entity : batch.company.catalogue.entities())
        input.access.append({entity.id, Action::View, Reach::All, {}});
    batch.company.records->setRights(Rights(input, batch.company.catalogue));
    const auto ended = batch.print();
    REQUIRE(*ended);
    CHECK(batch.run->pages() == 0);
    CHECK(batch.run->leftOut() == 6);
    CHECK_FALSE(QFile::exists(batch.path));
}

TEST_CASE("a file that cannot be written is told with its name", "[paper]")
{
    Batch batch(2);
    batch.path = u"/proc/guanxi/quotes.pdf"_s;
    const auto ended = batch.print();
    REQUIRE_FALSE(*ended);
    CHECK(ended->error().code == ErrorCode::FileFailed);
    CHECK(ended->error().args.first() == batch.path);
}

TEST_CASE("only the pages that were asked for are printed", "[paper]")
{
    Batch batch(12);
    batch.out = std::make_unique<DocumentPrintout>(*batch.company.records, nullptr, batch.printed, templatesFor(*batch.company.records, batch.company.catalogue.at(Quote::entity)));
    PrintRun run(batch.out->source(), PaperDevice::pdf(batch.path, u"batch"_s), {3, 5});
    bool ended = false;
    QObject::connect(&run, &PrintRun::finished, &run, [&] { ended = true; });
    run.start();
    REQUIRE(QTest::qWaitFor([&] { return ended; }, 20'000));
    const ReadPdf read(batch.path);
    REQUIRE(read.pages() == 2);
    CHECK(read.texts[0].contains(u"QT-3;"_s));
    CHECK(read.texts[1].contains(u"QT-4;"_s));
}
