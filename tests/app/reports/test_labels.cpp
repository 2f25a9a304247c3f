// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/labelprintout.h"
#include "app/reports/paper/printpreview.h"
#include "app/widgets/pdfpages.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/stock.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDir>

#include <numeric>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<Pages> pagesOf(LabelPrintout &out)
{
    const auto source = out.source();
    std::shared_ptr<Pages> pages;
    REQUIRE(tests::waitFor([&] {
        const auto state = source->step();
        REQUIRE(state);
        if (*state == PageSource::State::Ready)
            pages = source->take();
        return pages != nullptr;
    }));
    return pages;
}

QList<RecordRef> refs(const QList<Record> &records)
{
    QList<RecordRef> all;
    for (const Record &record : records)
        all.append(record.ref());
    return all;
}

/// The widths of black and white along the middle of a picture, in modules.
QList<int> runsOf(const QImage &image, int row)
{
    QList<int> runs{0};
    bool black = false;
    for (int x = 0; x < image.width(); ++x) {
        const bool now = qGray(image.pixel(x, row)) < 128;
        if (now != black)
            runs.append(0);
        black = now;
        ++runs.last();
    }
    return runs;
}

} // namespace

TEST_CASE("labels fill sheet after sheet, from the place that is still there", "[labels]")
{
    PaperCompany company;
    QList<Record> people;
    for (int made = 0; made < 30; ++made)
        people.append(company.records->add(Contact::entity, {{Contact::name.id, Value(u"联系人%1号"_s.arg(made))}, {Contact::account.id, Value(company.customer.id())}, {Contact::mobile.id, Value(u"1380000%1"_s.arg(1000 + made))}}));
    LabelPrintout out(*company.records, nullptr, {Contact::entity, refs(people), {}});
    const ReadPdf whole(company.pdf(pagesOf(out)));
    REQUIRE(whole.pages() == 2); // 21 on a sheet
    CHECK(whole.texts[0].count(u"上海宏远机械设备有限公司"_s) == 21);
    CHECK(whole.texts[0].contains(u"联系人20号"_s));
    CHECK(whole.texts[1].contains(u"联系人21号"_s));
    CHECK(whole.texts[1].contains(u"世纪大道1088号"_s));
    out.choose(u"first"_s, 15);
    const ReadPdf later(company.pdf(pagesOf(out)));
    REQUIRE(later.pages() == 3);
    CHECK(later.texts[0].count(u"上海宏远机械设备有限公司"_s) == 6);
    CHECK(later.texts[0].contains(u"联系人5号"_s));
    CHECK_FALSE(later.texts[0].contains(u"联系人6号"_s));
}

TEST_CASE("the choice of the first label follows the sheet", "[labels]")
{
    PaperCompany company;
    FakeDrafts drafts;
    PrintPreview preview(std::make_unique<LabelPrintout>(*company.records, &drafts, PrintedRecords{Account::entity, {company.customer.ref()}, {}}));
    activate(preview);
    REQUIRE(tests::waitFor([&] { return !preview.isBusy(); }));
    auto *first = preview.findChild<QComboBox *>(u"first"_s), *format = preview.findChild<QComboBox *>(u"format"_s);
    CHECK(first->count() == 21);
    format->setFocus();
    QTest::keyClick(format, Qt::Key_Down);
    REQUIRE(tests::waitFor([&] { return !preview.isBusy(); }));
    CHECK(first->count() == 14);
    CHECK(preview.view().count() == 1);
}

TEST_CASE("product labels carry a code that scanners read", "[labels]")
{
    PaperCompany company;
    Record pump = company.pump;
    pump.set(Product::barcode, u"6901234567892"_s);
    company.records->arrive(pump);
    LabelPrintout out(*company.records, nullptr, {Product::entity, {pump.ref()}, {}});
    out.choose(u"format"_s, 5); // 60 × 40
    const auto pages = pagesOf(out);
    CHECK(qRound(pages->layout().fullRect(QPageLayout::Millimeter).width()) == 60);
    const QString path = company.pdf(pages);
    CHECK(ReadPdf(path).all().contains(u"6901234567892"_s));
    CHECK(ReadPdf(path).all().contains(u"DL-1001"_s));

    // Code 128: eleven modules for each character, thirteen for the end, six bars and spaces each.
    QImage image(2000, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const Barcode code(u"6901234567892"_s, Barcode::Kind::Code128);
    REQUIRE(code.isValid());
    code.paint(painter, image.rect());
    painter.end();
    const QList<int> runs = runsOf(image, 20), bars = runs.mid(1, runs.size() - 2);
    REQUIRE((bars.size() - 7) % 6 == 0);
    const auto characters = (bars.size() - 7) / 6;
    CHECK(characters >= 9); // thirteen digits in pairs, with start and check
    const double module = std::accumulate(bars.begin(), bars.end(), 0) / double(11 * characters + 13);
    for (qsizetype at = 0; at < characters; ++at)
        CHECK(qRound(std::accumulate(bars.begin() + 6 * at, bars.begin() + 6 * at + 6, 0) / module) == 11);
    // Room on both sides, so that scanners find beginning and end.
    CHECK(runs.first() >= 9 * module);
    CHECK(runs.last() >= 9 * module);
    CHECK_FALSE(Barcode(u"阀门"_s, Barcode::Kind::Code128).isValid());
    CHECK(Barcode(u"阀门"_s, Barcode::Kind::Qr).isValid());
}

TEST_CASE("what is hidden is on no label", "[labels]")
{
    PaperCompany company;
    RightsInput input;
    input.user = company.records->me();
    const Uuid role = company.records->create(ids::Role).id();
    input.activeRoles = {role};
    for (const Entity &entity : company.catalogue.entities()) {
        input.viewRoles[entity.id] = {role};
        for (const Action action : {Action::View, Action::Print})
            input.access.append({entity.id, action, Reach::All, {}});
    }
    input.fields = {{role, Account::entity, Account::phone.id, FieldRight::Hidden}};
    company.records->setRights(Rights(input, company.catalogue));
    LabelPrintout out(*company.records, nullptr, {Account::entity, {company.customer.ref()}, {}});
    const QString text = ReadPdf(company.pdf(pagesOf(out))).all();
    CHECK(text.contains(u"世纪大道"_s));
    CHECK_FALSE(text.contains(u"58881234"_s));
}

TEST_CASE("The labels have their pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/paper"_s;
    QDir().mkpath(folder);
    PaperCompany company;
    const auto shoot = [&](std::shared_ptr<Pages> pages, const QString &name) {
        QFile file(company.pdf(std::move(pages)));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(PdfPages::open(file.readAll())->page(0, {1000, 1400}).save(u"%1/%2.png"_s.arg(folder, name)));
    };
    LabelPrintout products(*company.records, nullptr, {Product::entity, refs(company.products), {}});
    shoot(pagesOf(products), u"labels-products"_s);
    products.choose(u"code"_s, 1);
    products.choose(u"format"_s, 5);
    shoot(pagesOf(products), u"labels-qr"_s);
    LabelPrintout addresses(*company.records, nullptr, {Contact::entity, {company.person.ref(), company.person.ref()}, {}});
    addresses.choose(u"first"_s, 4);
    shoot(pagesOf(addresses), u"labels-addresses"_s);
    for (const QString &language : {u"zh"_s, u"en"_s})
        shoot(company.pages(company.person, u"envelope_contact"_s, language), u"envelope-"_s + language);
}
