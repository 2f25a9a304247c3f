// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/errortext.h"
#include "app/widgets/picturecontent.h"
#include "app/widgets/recordpictures.h"
#include "pictures.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> kept(const QByteArray &content)
{
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    return pictureToKeep(buffer, u"file"_s);
}

QString ruleOf(const Result<QByteArray> &result) { return result.ok() ? u"taken"_s : result.error().args.value(2); }

} // namespace

TEST_CASE("a photograph is turned upright and made small, and where it was made stays behind", "[picture]")
{
    const QByteArray taken = photograph({1600, 1200}, "N39.9 E116.4");
    REQUIRE(taken.contains("N39.9 E116.4"));
    const Result<QByteArray> small = kept(taken);
    REQUIRE(small.ok());
    CHECK_FALSE(small->contains("N39.9"));
    CHECK_FALSE(small->contains("Exif"));
    CHECK(small->size() < 64 * 1024);
    const QImage shown = keptPicture(*small);
    CHECK(shown.size() == QSize(384, 512));
    // What was left in the camera is on top.
    CHECK(shown.pixelColor(192, 20).red() > 200);
    CHECK(shown.pixelColor(192, 490).red() < 60);
}

TEST_CASE("texts that a program wrote into a picture stay behind, what is transparent stays so", "[picture]")
{
    QImage image(300, 200, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setPixelColor(5, 5, Qt::red);
    image.setText(u"Author"_s, u"Wang secretly"_s);
    REQUIRE(encoded(image, "PNG").contains("secretly"));
    for (const Result<QByteArray> &small : {kept(encoded(image, "PNG")), pictureToKeep(image, u"pasted"_s)}) {
        REQUIRE(small.ok());
        CHECK_FALSE(small->contains("secretly"));
        const QImage shown = keptPicture(*small);
        CHECK(shown.size() == QSize(300, 200));
        CHECK(shown.pixelColor(100, 100).alpha() == 0);
        CHECK(shown.pixelColor(5, 5).red() == 255);
    }
}

TEST_CASE("what is no picture, or one that is too large to be opened, is refused with a sentence", "[picture]")
{
    CHECK(ruleOf(kept("just some words")) == u"picture"_s);
    CHECK(ruleOf(kept({})) == u"picture"_s);
    CHECK(ruleOf(kept("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='/etc/passwd'/></svg>")) == u"picture"_s);
    CHECK(ruleOf(kept(hollowPng(60'000, 60'000))) == u"picture_size"_s);
    CHECK(ruleOf(kept(hollowPng(8'000, 5'000))) == u"picture_size"_s);
    CHECK(ruleOf(kept(encoded(halves({400, 300}), "PNG").left(200))) == u"picture"_s);
    CHECK(ruleOf(pictureToKeep(QImage(), u"nothing"_s)) == u"picture"_s);
    CHECK(errorText(kept("words").error()).contains(u"PNG, JPEG, WebP"_s));
    CHECK(errorText(kept(hollowPng(60'000, 60'000)).error()).contains(u"too large to be opened"_s));
}

TEST_CASE("a content that did not come from a desktop of ours is not unpacked when it is large", "[picture]")
{
    CHECK(keptPicture(encoded(halves({2000, 2000}), "PNG")).isNull());
    CHECK(keptPicture("words").isNull());
    CHECK_FALSE(keptPicture(encoded(halves({512, 100}), "PNG")).isNull());
}

TEST_CASE("initials are what people would write", "[picture]")
{
    CHECK(initialsOf(u"王小明"_s, true, false) == u"小明"_s);
    CHECK(initialsOf(u"王小明"_s, true, true) == u"王"_s);
    CHECK(initialsOf(u"北京长城"_s, false, false) == u"北京"_s);
    CHECK(initialsOf(u"anna  Lee Smith"_s, true, false) == u"AL"_s);
    CHECK(initialsOf(u"DN50 valve"_s, false, true) == u"D"_s);
    CHECK(initialsOf(u"  "_s, true, false).isEmpty());
}
