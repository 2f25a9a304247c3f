// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/customersview.h"
#include "app/views/customers/segmentdialog.h"
#include "app/views/customers/segments.h"
#include "app/views/generic/contextlinks.h"
#include "app/widgets/bulkeditdialog.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/recordtable.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/export/exportedfile.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Segment;
using model::SegmentMember;
using model::Value;

namespace {

/// The customers' list in a frame.
struct Desk {
    Desk() : company(12), context(*company.records, company.drafts), list(*company.records, Account::entity)
    {
        linkToContext(list, context);
        list.resize(1100, 600);
        activate(list);
        REQUIRE(waitFor([&] { return list.model().rowCount() == 12; }));
        list.table().setFocus();
    }
    /// Chooses the command of that name in the list's menu, and works with the dialog it opens.
    void run(const QString &command, std::function<void(SegmentDialog &)> work)
    {
        whenOpen<SegmentDialog>(std::move(work));
        for (QAction *action : list.actions())
            if (action->text() == command)
                return action->trigger();
        FAIL(command.toStdString());
    }
    void select(int first, int last)
    {
        list.table().selectRow(first);
        for (int row = first; row < last; ++row)
            QTest::keyClick(&list.table(), Qt::Key_Down, Qt::ShiftModifier);
    }
    QList<model::Record> all(model::EntityId entity)
    {
        storage::Query query;
        query.entity = entity;
        return *company.records->findNow(query);
    }

    SampleCompany company;
    NotingContext context;
    RecordListView list;
};

/// Saves it and answers how many rows it was about.
int saved(Records &records, const BulkChange &work, const std::shared_ptr<int> &count)
{
    std::optional<Result<Saved>> result;
    QObject context;
    records.saveMany(work, &context, [](qsizetype) { return true; }, [&](const Result<Saved> &now) { result = now; });
    REQUIRE(waitFor([&] { return result.has_value(); }));
    REQUIRE(result->ok());
    return *count;
}

void typeName(SegmentDialog &dialog, const QString &name)
{
    typeInto(dialog.findChild<QLineEdit *>(), name);
    QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
}

} // namespace

TEST_CASE("selected rows go into a new segment with the keyboard, each once, as one action", "[segments]")
{
    Desk desk;
    desk.select(0, 2);
    whenOpen<SegmentDialog>([](SegmentDialog &dialog) { typeName(dialog, u"Fair 2026"_s); });
    QTest::keyClick(&desk.list.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(waitFor([&] { return desk.context.notices.size() == 1; }));
    REQUIRE(desk.all(Segment::entity).size() == 1);
    const model::Record segment = desk.all(Segment::entity).first();
    CHECK(segment[Segment::name] == u"Fair 2026"_s);
    CHECK(desk.all(SegmentMember::entity).size() == 3);
    CHECK(desk.company.records->actions.size() == 1);
    CHECK(desk.context.notices == QStringList{u"3 added to “Fair 2026”"_s});

    desk.select(1, 4);
    desk.run(u"Add to a segment…"_s, [](SegmentDialog &dialog) { QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return); });
    REQUIRE(waitFor([&] { return desk.context.notices.size() == 2; }));
    CHECK(desk.all(SegmentMember::entity).size() == 5);
    CHECK(desk.context.notices.last() == u"2 added to “Fair 2026”"_s);
    REQUIRE(desk.company.records->undo(desk.context.action).ok());
    CHECK(desk.all(SegmentMember::entity).size() == 3);

    desk.select(2, 5);
    desk.run(u"Remove from a segment…"_s, [](SegmentDialog &dialog) { QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return); });
    REQUIRE(waitFor([&] { return desk.context.notices.size() == 3; }));
    CHECK(desk.all(SegmentMember::entity).size() == 2);
    CHECK(desk.context.notices.last() == u"1 removed from “Fair 2026”"_s);
    CHECK(desk.list.model().rowCount() == 12);
}

TEST_CASE("a segment's own form puts its filter together like that of a list, and says how many fit", "[segments]")
{
    Desk desk;
    REQUIRE(Segments(*desk.company.records).saveFilter(Account::entity, u"Active ones"_s, storage::Filter::is(Account::status.id, Value(2))).ok());
    const model::Record segment = desk.all(Segment::entity).first();
    const QString words = FieldText(*desk.company.records).text(segment, *segment.entity().field(Segment::filter.id));
    CHECK(words == u"Status is Active"_s);
    RecordForm form(*desk.company.records, desk.company.drafts, segment);
    activate(form);
    FieldEditor &editor = *form.editor(Segment::filter.id);
    const auto says = [&](const QString &text) {
        return waitFor([&] {
            const QList<QLabel *> labels = editor.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
        });
    };
    const auto choose = [&](model::FieldId field, int down) {
        auto *box = form.editor(field)->findChild<QComboBox *>();
        box->setFocus();
        for (int i = 0; i < std::abs(down); ++i)
            QTest::keyClick(box, down > 0 ? Qt::Key_Down : Qt::Key_Up);
    };
    CHECK(says(u"3 record(s) of the kind “Customer” fit"_s));
    CHECK(editor.value() == segment.value(Segment::filter.id));
    CHECK_FALSE(form.isDirty());

    auto *row = editor.findChild<FilterRow *>();
    REQUIRE(row);
    QTest::mouseClick(row->findChild<QToolButton *>(), Qt::LeftButton);
    CHECK(says(u"12 record(s) of the kind “Customer” fit"_s));
    CHECK(editor.value().isNull());
    choose(Segment::target.id, 1);
    const auto contacts = QLocale().toString(desk.all(model::Contact::entity).size());
    CHECK(says(u"%1 record(s) of the kind “Contact” fit"_s.arg(contacts)));
    choose(Segment::kind.id, -1);
    CHECK(says(u"Only a segment by filter has one; the members of others are chosen one by one."_s));
    CHECK_FALSE(editor.findChild<FilterBuilder *>());
}

TEST_CASE("a segment that is exported and comes back is the same, with its filter in words", "[segments]")
{
    Desk desk;
    REQUIRE(Segments(*desk.company.records).saveFilter(Account::entity, u"Active ones"_s, storage::Filter::is(Account::status.id, Value(2))).ok());
    ExportPlan plan;
    plan.entity = Segment::entity;
    plan.fields = ExportFields::Reimport;
    plan.format = TableFormat::Xml;
    const test::ExportedFile file(*desk.company.records, plan);
    const QList<ImportLine> lines = file.imported(*desk.company.records, desk.company.catalogue.at(Segment::entity));
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().verdict == ImportLine::Verdict::Unchanged);
}

TEST_CASE("a list's filter is saved as a segment, shown again and changed under its name", "[segments]")
{
    Desk desk;
    desk.list.setFilter(storage::Filter::is(Account::status.id, Value(2)));
    REQUIRE(waitFor([&] { return !desk.list.model().isSearching() && desk.list.model().rowCount() == 3; }));
    desk.run(u"Save as a segment…"_s, [](SegmentDialog &dialog) { typeName(dialog, u"Active ones"_s); });
    REQUIRE(desk.all(Segment::entity).size() == 1);
    CHECK(desk.all(Segment::entity).first()[Segment::kind] == segmentkind::Filter);
    desk.list.clearFilters();
    REQUIRE(waitFor([&] { return desk.list.model().rowCount() == 12; }));
    desk.run(u"Show a segment…"_s, [](SegmentDialog &dialog) { QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return); });
    CHECK(waitFor([&] { return !desk.list.model().isSearching() && desk.list.model().rowCount() == 3; }));
    CHECK(desk.list.filter() == storage::Filter::is(Account::status.id, Value(2)));

    desk.list.setFilter(storage::Filter::is(Account::status.id, Value(3)));
    REQUIRE(waitFor([&] { return !desk.list.model().isSearching(); }));
    desk.run(u"Save as a segment…"_s, [](SegmentDialog &dialog) { typeName(dialog, u"Active ones"_s); });
    REQUIRE(desk.all(Segment::entity).size() == 1);
    CHECK(Segments(*desk.company.records).filterOf(desk.all(Segment::entity).first()) == storage::Filter::is(Account::status.id, Value(3)));
}

TEST_CASE("a list shows the members of a static segment, as they are now", "[segments]")
{
    Desk desk;
    Segments segments(*desk.company.records);
    const auto count = std::make_shared<int>(0);
    const model::Record segment = segments.make(Account::entity, u"Fair"_s, segmentkind::Static);
    REQUIRE(saved(*desk.company.records, segments.adding(segment, {desk.company.accounts[1].ref(), desk.company.accounts[4].ref()}, count), count) == 2);
    desk.run(u"Show a segment…"_s, [](SegmentDialog &dialog) { QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return); });
    REQUIRE(waitFor([&] { return !desk.list.model().isSearching() && desk.list.model().rowCount() == 2; }));
    REQUIRE(saved(*desk.company.records, segments.removing(segment, {desk.company.accounts[1].ref()}, count), count) == 1);
    CHECK(waitFor([&] { return desk.list.model().rowCount() == 1; }));
}

TEST_CASE("an open filter segment shows its members as they are now, with their number", "[segments]")
{
    Desk desk;
    Segments segments(*desk.company.records);
    REQUIRE(segments.saveFilter(Account::entity, u"Active ones"_s, storage::Filter::is(Account::status.id, Value(2))).ok());
    RecordPane pane(*desk.company.records, desk.company.drafts, desk.all(Segment::entity).first().ref(), {});
    linkToContext(pane, desk.context);
    activate(pane);
    int tab = -1;
    for (int at = 0; at < pane.tabs()->count(); ++at)
        if (pane.tabs()->tabText(at) == u"Members (3)"_s)
            tab = at;
    REQUIRE(tab >= 0);
    pane.tabs()->setCurrentIndex(tab);
    auto *members = qobject_cast<RecordListView *>(pane.tabs()->widget(tab));
    REQUIRE(members);
    REQUIRE(waitFor([&] { return members->model().rowCount() == 3; }));
    model::Record joins = desk.company.accounts[0];
    joins.set(Account::status, qint64(2));
    desk.company.records->arrive(joins);
    CHECK(waitFor([&] { return members->model().rowCount() == 4; }));
    CHECK(waitFor([&] { return pane.tabs()->tabText(tab) == u"Members (4)"_s; }));
    members->table().selectRow(0);
    members->table().setFocus();
    QTest::keyClick(&members->table(), Qt::Key_Return);
    CHECK(desk.context.opened.size() == 1);
}

TEST_CASE("nothing to filter by is no segment, and a list of something else has no such commands", "[segments]")
{
    Desk desk;
    for (QAction *action : desk.list.actions())
        if (action->text() == u"Save as a segment…"_s)
            action->trigger();
    CHECK(desk.all(Segment::entity).isEmpty());
    CHECK(desk.context.notices.last().contains(u"Filter the list first"_s));
    RecordListView talks(*desk.company.records, model::Interaction::entity);
    linkToContext(talks, desk.context);
    for (const QAction *action : talks.actions())
        CHECK_FALSE(action->text().contains(u"segment"_s));
}

TEST_CASE("contacts are put into a segment from the tab of their customer, too", "[segments]")
{
    Desk desk;
    RecordPane pane(*desk.company.records, desk.company.drafts, desk.company.accounts[2].ref(), {});
    linkToContext(pane, desk.context);
    activate(pane);
    RecordListView *contacts = pane.openRelation(model::Contact::entity);
    REQUIRE(contacts);
    REQUIRE(waitFor([&] { return contacts->model().rowCount() == 3; }));
    contacts->table().setFocus();
    contacts->table().selectRow(0);
    whenOpen<SegmentDialog>([](SegmentDialog &dialog) { typeName(dialog, u"Buyers"_s); });
    QTest::keyClick(&contacts->table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(waitFor([&] { return desk.all(Segment::entity).size() == 1; }));
    CHECK(Segments::memberEntity(desk.all(Segment::entity).first()) == model::Contact::entity);
    CHECK(desk.all(SegmentMember::entity).size() == 1);
}

TEST_CASE("a tag is added to all selected records beside those they have, and taken out again", "[segments]")
{
    Desk desk;
    const auto change = [&](const QString &how) {
        whenOpen<BulkEditDialog>([&](BulkEditDialog &dialog) {
            const QList<QComboBox *> boxes = dialog.findChildren<QComboBox *>();
            boxes[0]->setCurrentIndex(boxes[0]->findText(u"Tags"_s));
            boxes[1]->setCurrentIndex(boxes[1]->findText(how));
            dialog.findChild<FieldEditor *>()->setValue(Value(QStringList{u"展会"_s}));
            dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        });
        desk.select(0, 1);
        const qsizetype before = desk.company.records->actions.size();
        desk.list.editSelected();
        REQUIRE(waitFor([&] { return desk.company.records->actions.size() > before; }));
    };
    const auto tags = [&] { return (*desk.company.records->load(desk.list.model().ref(0)))[Account::tags]; };
    change(u"add"_s);
    CHECK(tags() == QStringList{u"重点"_s, u"机械"_s, u"展会"_s});
    change(u"add"_s);
    CHECK(tags().count(u"展会"_s) == 1);
    change(u"take out"_s);
    CHECK(tags() == QStringList{u"重点"_s, u"机械"_s});
    change(u"put in place"_s);
    CHECK(tags() == QStringList{u"展会"_s});
}
