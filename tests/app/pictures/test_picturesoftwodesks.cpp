// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/picturecontent.h"
#include "app/widgets/pictureeditor.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/organisation.h"
#include "pictures.h"
#include "tests/app/support/samplecompany.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);

/// The open record of the administrator on one of two computers.
struct Open {
    explicit Open(TestDesk &of) : desk(of), pane(of->records(), drafts, {User::entity, of->records().me()}, {})
    {
        pane.resize(900, 700);
        pane.setVisible(true);
        pane.activateWindow();
        REQUIRE(waitFor([this] { return editor() != nullptr; }));
    }
    PictureEditor *editor() { return pane.findChild<PictureEditor *>(); }
    QByteArray blob() { return desk->records().load({User::entity, desk->records().me()})->value(User::avatar.id).as<QByteArray>(); }
    void paste(const QImage &image)
    {
        QGuiApplication::clipboard()->setImage(image);
        editor()->setFocus();
        REQUIRE(waitFor([] { return QApplication::focusWidget() != nullptr; }));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        const QByteArray before = blob();
        REQUIRE(waitFor([&] { return blob() != before; }));
    }
    /// The middle of the left half.
    bool shows(const QColor &color)
    {
        const QImage seen = editor()->grab().toImage();
        return seen.pixelColor(20, seen.height() / 2) == color;
    }

    TestDesk &desk;
    tests::FakeDrafts drafts;
    RecordPane pane;
};

} // namespace

TEST_CASE("a picture pasted offline is seen by another desk that opens the record, and taken back for both", "[picture]")
{
    ServerProcess server;
    server.start();
    TestDesk one, two;
    REQUIRE(one.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    REQUIRE(two.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    Open here(one);
    one->setOffline(true);
    here.paste(tests::halves({700, 700}));
    CHECK(one->attachments().waiting() == 1);
    CHECK(waitFor([&] { return here.shows(Qt::yellow); }));

    one->setOffline(false);
    REQUIRE(waitFor([&] { return one->attachments().isQuiet() && one->isQuiet(); }, 60'000));
    REQUIRE_FALSE(here.blob().isEmpty());
    Open there(two);
    REQUIRE(waitFor([&] { return there.blob() == here.blob(); }));
    CHECK(waitFor([&] { return there.shows(Qt::yellow); }, 30'000));
    CHECK(two->attachments().state(there.blob()).isHere());

    // What was fetched once is there without the network; what comes later and is not here leaves the initials.
    two->setOffline(true);
    REQUIRE(one->records().undo(one->records().lastUndoable()).ok());
    CHECK(here.blob().isEmpty());
    CHECK(waitFor([&] { return !here.shows(Qt::yellow); }));
    CHECK(there.shows(Qt::yellow));
    two->setOffline(false);
    REQUIRE(waitFor([&] { return there.blob().isEmpty(); }, 60'000));
    CHECK(waitFor([&] { return !there.shows(Qt::yellow); }));
}

TEST_CASE("a picture that was replaced before it travelled is owed no more, and travels when it is taken up again", "[picture]")
{
    ServerProcess server;
    server.start();
    TestDesk one;
    REQUIRE(one.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    Open here(one);
    one->setOffline(true);
    here.paste(tests::halves({700, 700}));
    const QByteArray first = here.blob();
    here.paste(tests::halves({400, 400}));
    CHECK(one->attachments().waiting() == 2);

    one->setOffline(false);
    REQUIRE(waitFor([&] { return one->attachments().isQuiet() && one->isQuiet(); }, 60'000));
    const auto taken = [&] { return server.command({QStringLiteral("status")})[QLatin1String("pieces_taken")].toInteger(); };
    CHECK(taken() == 1);

    REQUIRE(one->records().undo(one->records().lastUndoable()).ok());
    REQUIRE(here.blob() == first);
    REQUIRE(waitFor([&] { return taken() == 2; }, 60'000));
    REQUIRE(waitFor([&] { return one->attachments().isQuiet() && one->isQuiet(); }, 60'000));
    TestDesk two;
    REQUIRE(two.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    Open there(two);
    CHECK(waitFor([&] { return there.blob() == first && two->attachments().state(first).isHere(); }, 60'000));
}

TEST_CASE("a picture that was chosen and not saved does not travel", "[picture]")
{
    ServerProcess server;
    server.start();
    TestDesk one;
    REQUIRE(one.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    const Record me = one->records().load({User::entity, one->records().me()}).value();
    PictureEditor editor(one->records(), me.entity(), *me.entity().field(User::avatar.id), nullptr);
    editor.setRecord(me);
    editor.takeImage(tests::halves({300, 300}));
    REQUIRE(waitFor([&] { return !editor.value().isNull(); }));
    const QByteArray blob = editor.value().as<QByteArray>();
    CHECK(one->attachments().waiting() == 1);
    editor.setValue(me.value(User::avatar.id));
    CHECK(one->attachments().waiting() == 0);
    CHECK(one->attachments().state(blob).place == FileState::Place::Here);
    REQUIRE(waitFor([&] { return one->attachments().isQuiet(); }));
    CHECK(server.command({QStringLiteral("status")})[QLatin1String("pieces_taken")].toInteger() == 0);
}
