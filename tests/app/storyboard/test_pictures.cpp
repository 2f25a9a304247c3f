// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of people and products: in a list, in open records, in a form.
#include "app/shell/theme.h"
#include "app/widgets/pictureeditor.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/stock.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/support/fakeattachments.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Product;
using model::Record;
using model::User;
using model::Value;

namespace {

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Head and shoulders before a coloured wall.
QByteArray face(const QColor &wall, const QColor &shirt)
{
    QImage image(240, 300, QImage::Format_RGB32);
    image.fill(wall);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shirt);
    painter.drawEllipse(QPoint(120, 310), 100, 110);
    painter.setBrush(QColor(u"#e8b998"_s));
    painter.drawEllipse(QPoint(120, 130), 58, 72);
    painter.setBrush(QColor(u"#2b211c"_s));
    painter.drawChord(QRect(58, 48, 124, 120), 20 * 16, 140 * 16);
    return pngOf(image);
}

/// A valve as a catalogue shows it.
QByteArray valve(const QColor &metal)
{
    QImage image(420, 300, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(metal);
    painter.drawRect(60, 190, 300, 50);
    painter.drawRect(40, 165, 30, 100);
    painter.drawRect(350, 165, 30, 100);
    painter.drawEllipse(QPoint(210, 215), 70, 70);
    painter.drawRect(198, 80, 24, 100);
    painter.setBrush(QColor(u"#c0392b"_s));
    painter.drawRoundedRect(110, 50, 200, 34, 17, 17);
    return pngOf(image);
}

/// People and products, most of them with a picture.
struct Scene {
    Scene()
    {
        FakeRecords &records = data.records();
        records.setAttachments(&attachments);
        const QStringList names{u"王小明"_s, u"李娜"_s, u"赵敏"_s, u"陈建国"_s, u"Anna Lee"_s, u"周海燕"_s};
        const QStringList walls{u"#7fb3d5"_s, QString(), u"#a9dfbf"_s, QString(), u"#f5cba7"_s, QString()};
        for (int i = 0; i < names.size(); ++i) {
            Record user = records.create(User::entity);
            user.set(User::login, u"user%1"_s.arg(i));
            user.set(User::realName, names.at(i));
            user.set(User::mobile, u"1380000123%1"_s.arg(i));
            user.set(User::email, u"user%1@donglan.example"_s.arg(i));
            if (!walls.at(i).isEmpty())
                user.set(User::avatar, attachments.putOnServer(face(QColor(walls.at(i)), QColor(u"#34495e"_s).lighter(100 + 30 * i))));
            records.arrive(user);
            users.append(user);
        }
        const QStringList products{u"不锈钢球阀"_s, u"蝶阀"_s, u"离心泵"_s, u"电动执行器"_s};
        for (int i = 0; i < products.size(); ++i) {
            Record product = records.create(Product::entity);
            product.set(Product::number, u"P-00000%1"_s.arg(i + 1));
            product.set(Product::name, products.at(i));
            product.set(Product::model, u"Q41F-16P-%1"_s.arg(50 + 15 * i));
            product.set(Product::spec, u"DN%1 / PN16"_s.arg(50 + 15 * i));
            product.set(Product::price, qint64(6'800'000 + i * 1'250'000));
            if (i != 2)
                product.set(Product::image, attachments.putOnServer(valve(QColor(u"#7f8c8d"_s).lighter(90 + 15 * i))));
            records.arrive(product);
            goods.append(product);
        }
    }
    ~Scene() { data.records().setAttachments(nullptr); }

    ShellData data;
    FakeAttachments attachments;
    QList<Record> users, goods;
};

void shoot(QWidget &widget, const QString &path)
{
    widget.setVisible(true);
    QTest::qWait(300); // for the pictures to come
    CHECK(widget.grab().save(path));
}

} // namespace

TEST_CASE("Records with pictures have theirs taken, too", "[.all]")
{
    Scene scene;
    FakeRecords &records = scene.data.records();
    Shell shell(scene.data);
    const QString place = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/pictures"_s;
    QDir().mkpath(place);
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const QString look = u"-%1-%2.png"_s.arg(dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s);
            for (const auto &[entity, name] : {std::pair(User::entity, u"users"_s), {Product::entity, u"products"_s}}) {
                RecordListView list(records, entity);
                list.resize(1200, 320);
                shoot(list, place + u"/list-"_s + name + look);
            }
            for (const Record &record : {scene.users[0], scene.users[1], scene.goods[0]}) {
                RecordPane pane(records, scene.data.company.drafts, record.ref(), {});
                pane.resize(1000, 640);
                shoot(pane, place + u"/open-"_s + QString::number(record.entity().id) + (record.ref() == scene.users[1].ref() ? u"-none"_s : QString()) + look);
            }
            RecordFormDialog form(records, scene.data.company.drafts, scene.users[0]);
            form.resize(900, 640);
            form.setVisible(true);
            form.findChild<PictureEditor *>()->takeFile(QStringLiteral(GUANXI_SOURCE_DIR "/README.md"));
            shoot(form, place + u"/form-refused"_s + look);
        }
}
