// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldcell.h"
#include "app/widgets/picturecontent.h"
#include "app/widgets/pictureeditor.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/stock.h"
#include "pictures.h"
#include "tests/app/support/fakeattachments.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Product;
using model::Record;
using model::User;
using model::Value;

namespace {

struct Desk {
    Desk()
    {
        company.records->setAttachments(&attachments);
        user = company.records->create(User::entity);
        user.set(User::realName, u"王小明"_s);
        user.set(User::login, u"wxm"_s);
        user.set(User::department, Uuid::named("east"));
        company.records->arrive(user);
    }
    ~Desk() { company.records->setAttachments(nullptr); }
    QString file(const QString &name, const QByteArray &content)
    {
        QFile made(folder.filePath(name));
        REQUIRE(made.open(QIODevice::WriteOnly));
        made.write(content);
        return made.fileName();
    }
    QByteArray stored() const { return company.records->load(user.ref())->value(User::avatar.id).as<QByteArray>(); }
    QImage shown() const { return keptPicture(attachments.content(stored())); }

    SampleCompany company;
    FakeAttachments attachments;
    Record user;
    QTemporaryDir folder;
};

void drop(QWidget &widget, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.setAccepted(false);
    QCoreApplication::sendEvent(&widget, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

QToolButton *button(QWidget &in, const QString &text)
{
    for (QToolButton *each : in.findChildren<QToolButton *>())
        if (each->text() == text)
            return each;
    FAIL("no button " << text.toStdString());
    return nullptr;
}

PictureEditor *pictureIn(QWidget &in)
{
    PictureEditor *found = in.findChild<PictureEditor *>();
    REQUIRE(found);
    return found;
}

} // namespace

TEST_CASE("a picture dropped into a form is saved with the record, one chosen before and not saved is let go", "[picture]")
{
    Desk desk;
    RecordForm form(*desk.company.records, desk.company.drafts, desk.user);
    activate(form);
    PictureEditor &editor = *pictureIn(form);
    drop(editor, desk.file(u"first.png"_s, encoded(halves({900, 900}), "PNG")));
    REQUIRE(waitFor([&] { return form.isDirty(); }));
    const QByteArray first = editor.value().as<QByteArray>();
    CHECK(desk.stored().isEmpty());
    drop(editor, desk.file(u"second.jpg"_s, photograph({800, 600}, "home")));
    REQUIRE(waitFor([&] { return editor.value() != Value(first); }));
    CHECK(desk.attachments.dropped == QList<QByteArray>{first});
    const bool saved = form.save();
    for (const model::Field &field : desk.user.entity().fields())
        UNSCOPED_INFO(field.name.toStdString() << ": " << form.faultText(field.id).toStdString());
    REQUIRE(saved);
    CHECK(desk.shown().size() == QSize(384, 512));

    // What is saved is not let go when another follows.
    const QByteArray second = desk.stored();
    QGuiApplication::clipboard()->setImage(halves({64, 64}));
    editor.setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
    REQUIRE(waitFor([&] { return form.isDirty(); }));
    CHECK_FALSE(desk.attachments.dropped.contains(second));
    form.discard();
    CHECK(editor.value() == Value(second));
    CHECK(desk.attachments.dropped.size() == 2);
}

TEST_CASE("a form keeps the picture it had when a file is none, and says why", "[picture]")
{
    Desk desk;
    RecordForm form(*desk.company.records, desk.company.drafts, desk.user);
    activate(form);
    PictureEditor &editor = *pictureIn(form);
    drop(editor, desk.file(u"notes.png"_s, "no picture at all"));
    REQUIRE(waitFor([&] { return editor.refusal().has_value(); }));
    const auto labels = editor.findChildren<QLabel *>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text().contains(u"notes.png"_s) && label->text().contains(u"JPEG"_s); }));
    CHECK_FALSE(form.isDirty());
    CHECK(form.save());
    drop(editor, desk.file(u"gone.png"_s, encoded(halves({50, 50}), "PNG")));
    REQUIRE(waitFor([&] { return form.isDirty(); }));
    CHECK_FALSE(editor.refusal().has_value());
}

TEST_CASE("in an open record a picture is saved at once, removed and brought back", "[picture]")
{
    Desk desk;
    RecordPane pane(*desk.company.records, desk.company.drafts, desk.user.ref(), {});
    pane.setVisible(true);
    pane.activateWindow();
    PictureEditor &editor = *pictureIn(pane);
    const QImage initials = pane.grab().toImage();
    drop(editor, desk.file(u"face.png"_s, encoded(halves({300, 300}), "PNG")));
    REQUIRE(waitFor([&] { return !desk.stored().isEmpty(); }));
    const QByteArray face = desk.stored();
    // Shown in the field and, small, beside the name.
    REQUIRE(waitFor([&] {
        const QImage now = pane.grab().toImage();
        int yellow = 0;
        for (int x = 0; x < 60; ++x)
            for (int y = 0; y < 60; ++y)
                yellow += now.pixelColor(x, y) == QColor(Qt::yellow) ? 1 : 0;
        return yellow > 200;
    }));
    editor.setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    REQUIRE(waitFor([&] { return desk.stored().isEmpty(); }));
    Record back = desk.company.records->load(desk.user.ref()).value();
    back.setValue(User::avatar.id, Value(face));
    desk.company.records->arrive(back);
    REQUIRE(waitFor([&] { return editor.value() == Value(face); }));
    CHECK_FALSE(desk.attachments.dropped.contains(face));
}

TEST_CASE("who may only look at a record sees its picture and no buttons, and nothing can be dropped", "[picture]")
{
    Desk desk;
    const Uuid role = Uuid::named("reader");
    model::RightsInput input;
    input.user = desk.company.records->me();
    input.activeRoles = {role};
    input.access.append({User::entity, model::Action::View, model::Reach::All, {}});
    input.viewRoles.insert(User::entity, {role});
    desk.company.records->setRights(model::Rights(input, desk.company.catalogue));
    RecordPane pane(*desk.company.records, desk.company.drafts, desk.user.ref(), {});
    pane.setVisible(true);
    pane.activateWindow();
    PictureEditor &editor = *pictureIn(pane);
    CHECK_FALSE(button(editor, u"Choose…"_s)->isVisible());
    CHECK_FALSE(editor.acceptDrops());

    // Where the field is hidden there is no trace of it.
    input.fields.append({role, User::entity, User::avatar.id, model::FieldRight::Hidden});
    desk.company.records->setRights(model::Rights(input, desk.company.catalogue));
    RecordPane bare(*desk.company.records, desk.company.drafts, desk.user.ref(), {});
    CHECK(bare.findChild<PictureEditor *>() == nullptr);
}

TEST_CASE("a list shows the pictures of its records as a column that nobody edits or sorts by", "[picture]")
{
    Desk desk;
    const QByteArray blob = desk.attachments.putOnServer(encoded(halves({128, 128}), "PNG"));
    Record user = desk.user;
    user.setValue(User::avatar.id, Value(blob));
    desk.company.records->arrive(user);
    RecordListView view(*desk.company.records, User::entity);
    view.resize(1200, 400);
    activate(view);
    const int column = view.model().columnOf(User::avatar.id);
    REQUIRE(column >= 0);
    auto *table = view.findChild<QTableView *>();
    REQUIRE(waitFor([&] {
        const QImage seen = table->viewport()->grab().toImage();
        for (int row = 0; row < view.model().rowCount(); ++row) {
            const QRect cell = table->visualRect(view.model().index(row, column));
            if (seen.pixelColor(cell.center() - QPoint(5, 0)) == QColor(Qt::yellow) && seen.pixelColor(cell.center() + QPoint(5, 0)).green() < 140)
                return true;
        }
        return false;
    }));
    CHECK_FALSE(view.model().flags(view.model().index(0, column)).testFlag(Qt::ItemIsEditable));
    view.model().sort(column, Qt::AscendingOrder);
    CHECK(desk.company.records->lastQuery.sort.isEmpty());
}
