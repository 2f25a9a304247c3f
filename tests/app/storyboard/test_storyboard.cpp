// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"

#include "app/tour.h"
#include "app/widgets/attachmentsmodel.h"
#include "app/widgets/attachmentsview.h"
#include "app/widgets/filepreview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/work.h"
#include "tests/app/support/fakeattachments.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QDirIterator>
#include <QEventLoop>
#include <QListView>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;

namespace {

QString folder() { return QStringLiteral(GUANXI_STORYBOARD_DIR); }

/// A picture of one colour means a view that painted nothing.
bool isBlank(const QImage &image)
{
    std::set<QRgb> colors;
    for (int y = 0; y < image.height(); y += 7)
        for (int x = 0; x < image.width(); x += 7)
            colors.insert(image.pixel(x, y));
    return colors.size() < 8;
}

void fill(ShellData &data)
{
    data.addConflict(data.company.accounts[0], QStringLiteral("010-61111111"), QStringLiteral("010-62222222"));
    data.addConflict(data.company.accounts[3], QStringLiteral("021-53331234"), QStringLiteral("021-53331235"));
    model::ChangeSet set;
    set.name = QStringLiteral("save");
    set.at = data.clock.wallMs();
    set.changes = {{model::ChangeKind::Update, data.company.accounts[1].ref(), 0,
                    {{18, model::Value(QStringLiteral("前")), model::Value(QStringLiteral("后")), 0}}}};
    REQUIRE(data.outbox->append(set));
    data.status.setLink(SyncStatus::Link::Online);
    data.status.setLastSync(data.clock.wallMs());
    data.status.setConflicts(2);
    data.status.setUnsent(1);
}

int picturesIn(const QString &path)
{
    int count = 0;
    for (QDirIterator files(path, {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString file = files.next();
        INFO(file.toStdString());
        CHECK_FALSE(isBlank(QImage(file)));
        ++count;
    }
    return count;
}

/// Answers how many views there were.
size_t walk(const QList<Tour::Look> &looks)
{
    QDir(folder()).removeRecursively();
    ShellData data;
    fill(data);
    Shell shell(data);
    Tour tour({shell.window, shell.controller, shell.theme, shell.language}, folder(), [] { return true; });
    if (!looks.isEmpty())
        tour.setLooks(looks);
    QEventLoop loop;
    bool complete = false;
    QObject::connect(&tour, &Tour::finished, &loop, [&](bool finished) {
        complete = finished;
        loop.quit();
    });
    tour.start();
    loop.exec();
    CHECK(complete);
    return shell.controller.views().size();
}

/// Beside the views: a record, its history and past, the lines of a quote, a form, the palette, a list in groups, as a board and of what was deleted.
constexpr int Extras = 9;

} // namespace

TEST_CASE("Every view paints itself")
{
    const size_t views = walk({{false, true, {1440, 900}}});
    CHECK(picturesIn(folder()) == int(views) + Extras);
}

TEST_CASE("Every view paints itself in every look", "[.all]")
{
    const size_t views = walk({});
    CHECK(picturesIn(folder()) == 8 * (int(views) + Extras));
}

namespace {

/// What people attach to a customer: a photograph, a drawing, a text, an archive.
QStringList sampleFiles(const QTemporaryDir &files)
{
    QImage photograph(1600, 1000, QImage::Format_RGB32);
    QLinearGradient sky(0, 0, 0, 1000);
    sky.setColorAt(0, QColor(0x6fa8dc));
    sky.setColorAt(1, QColor(0xf6e6c8));
    QPainter painter(&photograph);
    painter.fillRect(photograph.rect(), sky);
    painter.fillRect(250, 450, 800, 550, QColor(0x8c5a3c));
    painter.fillRect(1100, 300, 300, 700, QColor(0x5b6770));
    painter.end();
    photograph.save(files.filePath(QStringLiteral("厂区门头 2026-03.jpg")));
    QPdfWriter writer(files.filePath(QStringLiteral("阀门图纸 DN200 第三版（客户已确认）.pdf")));
    QPainter page(&writer);
    page.setFont(QFont(QStringLiteral("Noto Sans CJK SC"), 24));
    page.drawText(600, 900, QStringLiteral("DN200 闸阀"));
    page.drawRect(600, 1500, 5000, 6000);
    writer.newPage();
    page.drawText(600, 900, QStringLiteral("第二页"));
    page.end();
    const auto write = [&](const QString &name, const QByteArray &content) {
        QFile file(files.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
    };
    write(QStringLiteral("会议纪要.txt"), QStringLiteral("会议纪要\n\n一、交货期：六月底前。\n二、付款：预付三成，余款验收后三十天。\n").repeated(6).toUtf8());
    write(QStringLiteral("报价.zip"), QByteArray("PK\x03\x04") + QByteArray(90'000, 'z'));
    QStringList paths;
    for (const QFileInfo &info : QDir(files.path()).entryInfoList(QDir::Files))
        paths.append(info.filePath());
    return paths;
}

} // namespace

TEST_CASE("Attachments have their pictures too", "[.all]")
{
    ShellData data;
    FakeAttachments attachments;
    data.company.records->setAttachments(&attachments);
    const QTemporaryDir files;
    const QStringList paths = sampleFiles(files);
    Shell shell(data);
    QDir().mkpath(folder() + QStringLiteral("/attachments"));
    bool filled = false;
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const QString look = QStringLiteral("%1-%2").arg(dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                                             chinese ? QStringLiteral("zh") : QStringLiteral("en"));
            RecordPane pane(*data.company.records, data.company.drafts, data.company.accounts[0].ref(), {});
            pane.resize(1100, 620);
            pane.setVisible(true);
            AttachmentsView *view = pane.openAttachments();
            REQUIRE(view);
            const auto shoot = [&](const QString &name) {
                QTest::qWait(200);
                CHECK(pane.grab().save(QStringLiteral("%1/attachments/%2-%3.png").arg(folder(), name, look)));
            };
            if (!filled) {
                shoot(QStringLiteral("empty"));
                view->addFiles(paths);
                REQUIRE(QTest::qWaitFor([&] { return view->model().rowCount() == paths.size(); }, 5'000));
                filled = true;
            }
            const FileState states[] = {{FileState::Place::Here, 0, true, {}}, {FileState::Place::Uploading, 40, false, {}},
                                        {FileState::Place::Waiting, 0, false, Error{ErrorCode::DiskFull, {}}}, {FileState::Place::Server}};
            for (int row = 0; row < view->model().rowCount(); ++row)
                attachments.setState(view->model().document(row)[model::Document::blob], states[row % 4]);
            for (int row = 0; row < view->model().rowCount(); ++row) {
                view->list().setCurrentIndex(view->model().index(row));
                shoot(QStringLiteral("file%1").arg(row));
            }
        }
    data.company.records->setAttachments(nullptr);
}
