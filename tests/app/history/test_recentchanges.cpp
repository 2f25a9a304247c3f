// SPDX-License-Identifier: GPL-3.0-or-later
// What changed lately in everything somebody may see, as two people at their desks see it.
#include "app/data/historystore.h"
#include "app/views/changes/changesmodel.h"
#include "app/views/changes/changesview.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include "common/model/codec.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using storage::test::must;

namespace {

/// A customer of Ann's, and one of Bea's that Ann does not see; Bea looks at what happened.
class Lately : public test::DeskCompany
{
public:
    Lately() : account(make(ann, u"Baosteel"_s)), other(make(bea, u"Sinopec"_s))
    {
        later();
        change(ann, account.ref(), Account::shortName.id, u"Bao"_s);
        later();
        change(bea, account.ref(), Account::phone.id, u"021-26647000"_s);
        later();
    }

    void look(test::MemoryDesk &desk)
    {
        context = std::make_unique<NotingContext>(desk.records(), drafts);
        view = std::make_unique<ChangesView>(*context);
        view->resize(1100, 500);
        activate(*view);
        REQUIRE(waitFor([&] { return !view->changes().isReading(); }));
    }
    void later()
    {
        settle();
        clock.advance(3'600'000);
    }
    QString cell(int row, ChangesModel::Column column) const { return view->changes().index(row, column).data().toString(); }
    /// The line with this value after the change, which becomes the current one; -1: there is none.
    int line(const QString &after, ChangesModel::Column column = ChangesModel::After) const
    {
        for (int row = 0; row < view->changes().rowCount(); ++row)
            if (cell(row, column) == after) {
                view->table().selectRow(row);
                return row;
            }
        return -1;
    }
    QPushButton *button(const QString &label) const
    {
        for (QPushButton *button : view->findChildren<QPushButton *>())
            if (button->text().startsWith(label))
                return button;
        return nullptr;
    }
    /// As a person does: with the keyboard.
    void choose(const QString &box, const QString &text)
    {
        for (QComboBox *each : view->findChildren<QComboBox *>())
            if (each->accessibleName().startsWith(box)) {
                REQUIRE(each->findText(text) >= 0);
                each->setFocus();
                while (each->currentText() != text)
                    QTest::keyClick(each, each->findText(text) > each->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
                Q_EMIT each->activated(each->currentIndex());
            }
        REQUIRE(waitFor([&] { return !view->changes().isReading(); }));
    }

    model::Record account;
    model::Record other;
    FakeDrafts drafts;
    std::unique_ptr<NotingContext> context;
    std::unique_ptr<ChangesView> view;
};

} // namespace

TEST_CASE("what happened lately is told newest first: who did what to which record, before and after")
{
    Lately company;
    company.look(company.bea);
    const int phone = company.line(u"021-26647000"_s), name = company.line(u"Bao"_s);
    REQUIRE(phone >= 0);
    REQUIRE(name > phone);
    CHECK(company.cell(phone, ChangesModel::Who) == u"bea"_s);
    CHECK(company.cell(phone, ChangesModel::Field) == u"Phone"_s);
    CHECK(company.cell(phone, ChangesModel::Subject) == u"Baosteel (Customer)"_s);
    CHECK(company.cell(name, ChangesModel::Who) == u"ann"_s);
    CHECK(company.cell(name, ChangesModel::Before).isEmpty());
    CHECK(company.line(u"Sinopec (Customer)"_s, ChangesModel::Subject) > name);
}

TEST_CASE("nobody is told of what he may not see, and a field that is hidden from him is not told either")
{
    Lately company;
    company.look(company.ann);
    CHECK(company.line(u"021-26647000"_s) >= 0);
    CHECK(company.line(u"Sinopec (Customer)"_s, ChangesModel::Subject) < 0);
    company.server.hideField(company.own, Account::entity, Account::phone.id, model::FieldRight::Hidden);
    company.settle();
    CHECK(waitFor([&] { return company.line(u"021-26647000"_s) < 0 && company.line(u"Bao"_s) >= 0; }));
}

TEST_CASE("what changes while one looks is added on top, what is not sent yet says so, and without network nothing is missing")
{
    Lately company;
    company.look(company.bea);
    company.change(company.ann, company.account.ref(), Account::shortName.id, u"Steel"_s);
    company.settle();
    REQUIRE(waitFor([&] { return company.line(u"Steel"_s) == 0; }));
    CHECK(company.cell(0, ChangesModel::Before) == u"Bao"_s);

    company.bea.cut();
    company.change(company.bea, company.account.ref(), Account::shortName.id, u"B."_s);
    REQUIRE(waitFor([&] { return company.line(u"B."_s) == 0; }));
    CHECK(company.cell(0, ChangesModel::When).contains(u"not sent yet"_s));
    const int lines = company.view->changes().rowCount();
    company.meet();
    REQUIRE(waitFor([&] { return !company.cell(0, ChangesModel::When).contains(u"not sent yet"_s); }));
    CHECK(company.line(u"B."_s) == 0);
    CHECK(company.view->changes().rowCount() == lines);
}

TEST_CASE("recent changes are narrowed to a person, a subject and a time, and the way back is offered where none is left")
{
    Lately company;
    company.make(company.ann, u"Newcomer"_s);
    model::Record contact = company.newContact(u"Li Na"_s, company.account);
    must(company.ann.records().save(contact));
    company.settle();
    company.look(company.bea);
    company.choose(u"Whose"_s, u"ann"_s);
    CHECK(company.line(u"Bao"_s) >= 0);
    CHECK(company.line(u"021-26647000"_s) < 0);
    company.choose(u"Of which subject"_s, u"Contacts"_s);
    CHECK(company.line(u"Li Na (Contact)"_s, ChangesModel::Subject) >= 0);
    CHECK(company.line(u"Bao"_s) < 0);
    company.choose(u"Since when"_s, u"Today"_s); // the company's clock stands in another year
    CHECK(company.view->changes().rowCount() == 0);
    QTest::mouseClick(company.button(u"Show all changes"_s), Qt::LeftButton);
    CHECK(waitFor([&] { return company.line(u"021-26647000"_s) >= 0; }));
}

TEST_CASE("a record is opened from its change, and an action taken back, where one may")
{
    Lately company;
    company.look(company.ann);
    REQUIRE(company.line(u"021-26647000"_s) >= 0);
    company.view->table().setFocus();
    QTest::keyClick(&company.view->table(), Qt::Key_Return);
    CHECK(company.context->opened == QList{company.account.ref()});
    QTest::mouseClick(company.button(u"Take back"_s), Qt::LeftButton);
    company.settle();
    CHECK(company.now(company.account)[Account::phone].isEmpty());
    CHECK(waitFor([&] { return company.cell(0, ChangesModel::Action) == u"Taken back"_s; }));
}

TEST_CASE("what is too old to be kept here is asked of the server as one reads on, and is not taken back from here")
{
    Lately company;
    company.look(company.bea);
    const auto says = [&] {
        for (const QLabel *label : company.view->findChildren<QLabel *>())
            if (label->isVisible() && (label->text().contains(u"server"_s) || label->text().contains(u"before that"_s)))
                return label->text();
        return QString();
    };
    const int here = company.view->changes().rowCount();
    CHECK(says().startsWith(u"Older ones: asked of the server"_s));
    company.settle();
    REQUIRE(waitFor([&] { return company.view->changes().older() == ChangesModel::Older::None; }));
    CHECK(says() == u"Nothing that fits happened before that."_s);
    // What the company began with was loaded when Bea's desk was set up: only the server knows how it came about.
    REQUIRE(company.view->changes().rowCount() > here);
    CHECK(company.view->changes().isOlder(company.view->changes().rowCount() - 1));
    company.view->table().selectRow(company.view->changes().rowCount() - 1);
    CHECK_FALSE(company.button(u"Take back"_s)->isEnabled());

    company.bea.cut();
    Q_EMIT company.bea.records().rightsChanged(); // asks anew
    CHECK(waitFor([&] { return says().contains(u"this computer is offline"_s); }));
    CHECK(company.view->changes().rowCount() == here);
}

TEST_CASE("what may not be taken out of the program is left out of paper and files")
{
    Lately company;
    company.look(company.bea);
    QList<int> rows;
    bool collected = false;
    const auto collect = [&](model::Action action) {
        collected = false;
        company.view->collect(action, [&](const QList<int> &found) {
            rows = found;
            collected = true;
        });
        return waitFor([&] { return collected; });
    };
    REQUIRE(collect(model::Action::Export));
    CHECK(rows.isEmpty());
    company.server.allow(company.all, Account::entity, model::Action::Export, model::Reach::All);
    company.settle();
    REQUIRE(waitFor([&] { return company.bea.records().may(model::Action::Export, Account::entity) && !company.view->changes().isReading(); }));
    REQUIRE(collect(model::Action::Export));
    const TableExtract table = company.view->table(rows);
    QBuffer file;
    file.open(QIODevice::ReadWrite);
    REQUIRE(must(writeCsv(file, table)));
    const QString text = QString::fromUtf8(file.data());
    CHECK(text.contains(u"bea"_s));
    CHECK(text.contains(u"Baosteel (Customer),Phone,,021-26647000"_s));
}

TEST_CASE("much that happened is read a piece at a time, whole and once, however it is asked for")
{
    storage::test::TestDatabase database;
    model::Catalogue catalogue;
    model::declareAll(catalogue);
    HistoryStore store(*database);
    must(store.createTables());
    test::FakeClock clock;
    SeededRandom random(5);
    UuidMaker ids(clock, random);
    const Uuid users[] = {ids.next(), ids.next()};
    constexpr qint64 Commits = 400;
    for (qint64 rev = 1; rev <= Commits; ++rev) {
        model::ChangeSet set;
        for (qint64 record = 0; record <= rev % 3; ++record)
            set.changes.append({model::ChangeKind::Update, {rev % 5 == 0 ? model::ids::Contact : model::ids::Account, ids.next()}, 0, {{Account::name.id, u"a"_s, u"b"_s, 0}}});
        protocol::HistoryEntry told{rev, rev * 1000, users[rev % 2], u"save"_s, 0, model::encodeChangeSet(set), {}};
        must(store.take({told}, {}, catalogue));
    }
    const auto count = [&](RecentQuestion question) {
        question.limit = 50;
        QSet<QByteArray> seen;
        qint64 last = Commits + 1;
        for (;;) {
            const RecentChanges piece = must(store.recent(question));
            for (const HistoryEntry &entry : piece.entries) {
                CHECK(entry.rev <= last);
                last = entry.rev;
                seen.insert(entry.change.record.id.bytes());
            }
            if (!piece.more)
                return seen.size();
            question.before = RecentQuestion::Place{piece.entries.last().rev, piece.entries.last().change.record.id};
        }
    };
    const auto expected = [&](auto fits) {
        qsizetype records = 0;
        for (qint64 rev = 1; rev <= Commits; ++rev)
            records += fits(rev) ? 1 + rev % 3 : 0;
        return records;
    };
    const QList<model::EntityId> both{model::ids::Account, model::ids::Contact};
    const auto about = [](const Uuid &user, const QList<model::EntityId> &entities, qint64 since = 0, qint64 after = 0) {
        RecentQuestion question;
        question.user = user;
        question.entities = entities;
        question.since = since;
        question.after = after;
        return question;
    };
    CHECK(count(about({}, both)) == expected([](qint64) { return true; }));
    CHECK(count(about({}, {model::ids::Contact})) == expected([](qint64 rev) { return rev % 5 == 0; }));
    CHECK(count(about(users[1], both)) == expected([](qint64 rev) { return rev % 2 == 1; }));
    CHECK(count(about(users[0], {model::ids::Account}, 300'000)) == expected([](qint64 rev) { return rev % 2 == 0 && rev % 5 != 0 && rev >= 300; }));
    CHECK(count(about({}, both, 0, 390)) == expected([](qint64 rev) { return rev > 390; }));
    CHECK(count(about({}, both, 500'000)) == 0);
}
