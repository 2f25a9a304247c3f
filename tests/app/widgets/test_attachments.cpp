// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/documents.h"
#include "app/widgets/attachmentsmodel.h"
#include "app/widgets/attachmentsview.h"
#include "app/widgets/filecontent.h"
#include "app/widgets/filepreview.h"
#include "app/widgets/recordpane.h"
#include "common/base/textdecode.h"
#include "common/model/catalogue/work.h"
#include "tests/app/support/fakeattachments.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Document;
using model::Record;

namespace {

QImage picture(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height(), Qt::yellow);
    return image;
}

/// A record pane with files of its own on a disk to drop from.
struct Desk {
    Desk() { company.records->setAttachments(&attachments); }
    ~Desk() { company.records->setAttachments(nullptr); }
    QString file(const QString &name, const QByteArray &content)
    {
        QFile made(folder.filePath(name));
        REQUIRE(made.open(QIODevice::WriteOnly));
        made.write(content);
        return made.fileName();
    }
    QString pictureFile(const QString &name, const QSize &size = {800, 600})
    {
        REQUIRE(picture(size).save(folder.filePath(name)));
        return folder.filePath(name);
    }
    QString pdfFile(const QString &name, int pages)
    {
        QPdfWriter writer(folder.filePath(name));
        QPainter painter(&writer);
        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                writer.newPage();
            painter.drawText(1000, 1000, u"Page %1"_s.arg(page + 1));
        }
        return folder.filePath(name);
    }
    /// As if dragged over the widget and let go.
    bool drop(QWidget &widget, const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QCoreApplication::sendEvent(&widget, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(QPointF(10, 10), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &event);
        CHECK(event.dropAction() == Qt::CopyAction);
        return true;
    }
    model::RecordRef account() const { return company.accounts[0].ref(); }

    SampleCompany company{2};
    FakeAttachments attachments;
    QTemporaryDir folder;
};

} // namespace

TEST_CASE("files dropped anywhere on a record become its attachments, and the notice can be undone", "[attachments]")
{
    Desk desk;
    RecordPane pane(*desk.company.records, desk.company.drafts, desk.account(), {});
    activate(pane);
    QSignalSpy notice(&pane, &RecordPane::notice);
    REQUIRE(desk.drop(pane, {desk.pictureFile(u"门头.png"_s), desk.file(u"说明.txt"_s, "文字")}));
    AttachmentsView *view = pane.openAttachments();
    REQUIRE(view);
    REQUIRE(waitFor([&] { return view->model().rowCount() == 2; }));
    CHECK(pane.tabs()->currentWidget() == view);
    QStringList names;
    for (int row = 0; row < 2; ++row)
        names.append(view->model().document(row)[Document::name]);
    CHECK(names.contains(u"门头.png"_s));
    CHECK(names.contains(u"说明.txt"_s));
    REQUIRE(waitFor([&] { return notice.size() == 2; }));
    REQUIRE(waitFor([&] { return pane.tabs()->tabText(pane.tabs()->currentIndex()) == u"Attachments (2)"_s; }));
    REQUIRE(desk.company.records->undo(notice.last().at(1).value<Uuid>()).ok());
    CHECK(waitFor([&] { return view->model().rowCount() == 1; }));
}

TEST_CASE("who may not make documents cannot drop any, and is told why nothing is there", "[attachments]")
{
    Desk desk;
    desk.company.records->setRights(model::Rights());
    AttachmentsView view(*desk.company.records, desk.account());
    activate(view);
    CHECK_FALSE(desk.drop(view, {desk.file(u"a.txt"_s, "a")}));
    CHECK(view.model().rowCount() == 0);
}

TEST_CASE("a picture is shown at once where it is here, its thumbnail where it is not", "[attachments]")
{
    Desk desk;
    AttachmentsView view(*desk.company.records, desk.account());
    view.resize(900, 500);
    activate(view);
    view.addFiles({desk.pictureFile(u"a.jpg"_s, {1600, 1200})});
    REQUIRE(waitFor([&] { return view.preview().picture().width() > 500; }));
    const QByteArray blob = view.current()[Document::blob];
    const QByteArray thumbnail = view.current()[Document::thumbnail];
    CHECK_FALSE(thumbnail.isEmpty());
    CHECK(thumbnail.size() <= model::PictureLimit);
    desk.attachments.setState(blob, {FileState::Place::Server});
    CHECK(waitFor([&] { return view.preview().picture().width() == QImage::fromData(thumbnail).width(); }));
    CHECK(AttachmentsModel::stateText(view.model().state(0)) == u"On the server"_s);
}

TEST_CASE("Chinese text is read whether it was written as UTF-8, UTF-16 or GB18030", "[attachments]")
{
    const QString text = u"报价单：阀门 𠮷 100 个"_s;
    CHECK(decodeText(text.toUtf8()) == text);
    CHECK(decodeText(text.toUtf8().chopped(1), true).startsWith(u"报价单"_s));
    const QByteArray gb("\xb1\xa8\xbc\xdb\xb5\xa5\xa3\xba\xb7\xa7\xc3\xc5");
    CHECK(decodeText(gb) == u"报价单：阀门"_s);
    CHECK(decodeText(QByteArray("\xff\xfe") + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)) == text);
    Desk desk;
    AttachmentsView view(*desk.company.records, desk.account());
    activate(view);
    view.addFiles({desk.file(u"旧.txt"_s, gb)});
    CHECK(waitFor([&] { return view.preview().text() == u"报价单：阀门"_s; }));
}

TEST_CASE("the pages of a PDF are turned with the keyboard", "[attachments]")
{
    Desk desk;
    AttachmentsView view(*desk.company.records, desk.account());
    view.resize(900, 500);
    activate(view);
    view.addFiles({desk.pdfFile(u"图纸.pdf"_s, 3)});
    REQUIRE(waitFor([&] { return view.current().isValid() && !view.preview().picture().isNull(); }));
    CHECK_FALSE(view.current()[Document::thumbnail].isEmpty());
    QTest::keyClick(&view.preview(), Qt::Key_PageDown);
    CHECK(view.preview().page() == 1);
    QTest::keyClick(&view.preview(), Qt::Key_PageDown);
    QTest::keyClick(&view.preview(), Qt::Key_PageDown);
    CHECK(view.preview().page() == 2);
    QTest::keyClick(&view.preview(), Qt::Key_PageUp);
    CHECK(view.preview().page() == 1);
}

TEST_CASE("a damaged picture and a damaged PDF are said to be that, not shown", "[attachments]")
{
    Desk desk;
    AttachmentsView view(*desk.company.records, desk.account());
    activate(view);
    view.addFiles({desk.file(u"x.png"_s, "\x89PNG\r\n\x1a\nrubbish"), desk.file(u"y.pdf"_s, "%PDF-1.4 rubbish")});
    REQUIRE(waitFor([&] { return view.model().rowCount() == 2; }));
    CHECK(view.preview().picture().isNull());
    CHECK(view.current()[Document::thumbnail].isEmpty());
}

namespace {

class Opened : public QObject
{
    Q_OBJECT

public:
    Opened() { QDesktopServices::setUrlHandler(u"file"_s, this, "take"); }
    ~Opened() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    Q_INVOKABLE void take(const QUrl &url) { urls.append(url); }
    QList<QUrl> urls;
};

} // namespace

TEST_CASE("Return opens a file with the system's program, fetching it first; programs are never started", "[attachments]")
{
    Desk desk;
    Opened opened;
    AttachmentsView view(*desk.company.records, desk.account());
    activate(view);
    view.addFiles({desk.file(u"合同.docx"_s, "content")});
    REQUIRE(waitFor([&] { return view.current().isValid(); }));
    desk.attachments.setState(view.current()[Document::blob], {FileState::Place::Server});
    view.list().setFocus();
    QTest::keyClick(&view.list(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return opened.urls.size() == 1; }));
    CHECK(opened.urls.first().fileName() == u"合同.docx"_s);
    CHECK(desk.attachments.state(view.current()[Document::blob]).isHere());

    QSignalSpy notice(&view, &AttachmentsView::notice);
    view.addFiles({desk.file(u"setup.EXE"_s, "MZ")});
    REQUIRE(waitFor([&] { return view.current().isValid() && view.current()[Document::name] == u"setup.EXE"_s; }));
    notice.clear();
    view.open();
    CHECK(notice.size() == 1);
    CHECK(opened.urls.size() == 1);
}

TEST_CASE("a pasted picture becomes an attachment; saving as, keeping and deleting work from the keyboard", "[attachments]")
{
    Desk desk;
    AttachmentsView view(*desk.company.records, desk.account());
    activate(view);
    QMimeData data;
    data.setImageData(picture({300, 200}));
    REQUIRE(view.canTake(data));
    view.takeData(data);
    REQUIRE(waitFor([&] { return view.model().rowCount() == 1; }));
    CHECK(view.current()[Document::mime] == u"image/png"_s);
    view.saveTo(desk.folder.filePath(u"copy.png"_s));
    CHECK(waitFor([&] { return QImage(desk.folder.filePath(u"copy.png"_s)).size() == QSize(300, 200); }));
    view.list().setFocus();
    QTest::keyClick(&view.list(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(view.model().state(0).pinned);
    QTest::keyClick(&view.list(), Qt::Key_Delete);
    CHECK(view.model().rowCount() == 0);
}

TEST_CASE("what goes wrong is said, and nothing is attached", "[attachments]")
{
    Desk desk;
    AttachmentsView view(*desk.company.records, desk.account());
    activate(view);
    QSignalSpy failed(&view, &AttachmentsView::failed);
    desk.attachments.breakWith({ErrorCode::DiskFull, {u"/"_s}});
    view.addFiles({desk.file(u"a.txt"_s, "a")});
    REQUIRE(waitFor([&] { return failed.size() == 1; }));
    CHECK(view.model().rowCount() == 0);
}

TEST_CASE("a small picture of any picture fits its row", "[attachments]")
{
    SeededRandom random(1);
    QImage noise(640, 480, QImage::Format_ARGB32);
    for (int y = 0; y < noise.height(); ++y) {
        const QByteArray line = random.bytes(noise.bytesPerLine());
        std::copy(line.begin(), line.end(), noise.scanLine(y));
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::ReadWrite);
    REQUIRE(noise.save(&buffer, "PNG"));
    buffer.seek(0);
    const QByteArray small = thumbnailOf(buffer, u"image/png"_s);
    CHECK(small.size() <= model::PictureLimit);
    CHECK_FALSE(QImage::fromData(small).isNull());
}

#include "test_attachments.moc"
