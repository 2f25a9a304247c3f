// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/relationchart.h"
#include "app/widgets/viewpaper.h"

#include "app/views/generic/contextlinks.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QClipboard>
#include <QLabel>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QWheelEvent>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Contact;
using model::Relationship;
using model::Value;

namespace {

constexpr qint64 Today = 20'000;

/// A holding with a subsidiary, a supplier of that one, and people.
struct Around {
    Around() : company(0), context(*company.records, company.drafts)
    {
        holding = account(u"Holding"_s);
        works = account(u"Works"_s);
        works.set(Account::parent, holding.id());
        company.records->arrive(works);
        steel = account(u"Steel"_s);
        far = account(u"Far"_s);
        chief = company.records->add(Contact::entity, {{Contact::name.id, Value(u"Chief"_s)}, {Contact::account.id, Value(holding.id())}});
        friendOf = company.records->add(Contact::entity, {{Contact::name.id, Value(u"Friend"_s)}});
        relate(steel, works, u"supplier_of"_s, 5);
        relate(far, steel, u"supplier_of"_s, 1);
        relate(chief, friendOf, u"family"_s, 0, Today - 1);
    }
    model::Record account(const QString &name) { return company.records->add(Account::entity, {{Account::name.id, Value(name)}}); }
    void relate(const model::Record &from, const model::Record &to, const QString &kind, int strength, qint64 until = 0)
    {
        QList<std::pair<model::FieldId, Value>> values{{Relationship::from.id, Value(from.ref())},
                                                       {Relationship::to.id, Value(to.ref())},
                                                       {Relationship::kind.id, Value(company.records->item(u"relation_kind"_s, kind))}};
        if (strength > 0)
            values.append({Relationship::strength.id, Value(strength)});
        if (until > 0)
            values.append({Relationship::validTo.id, Value(until)});
        company.records->add(Relationship::entity, values);
    }
    RelationGraph graph(const model::Record &middle, int depth) { return relationsAround(*company.records, middle.ref(), depth, Today); }

    SampleCompany company;
    NotingContext context;
    model::Record holding, works, steel, far, chief, friendOf;
};

QStringList names(const RelationGraph &graph)
{
    QStringList names;
    for (const RelationGraph::Node &node : graph.nodes)
        names.append(node.name);
    names.sort();
    return names;
}

bool overlaps(const RelationGraph &graph, const QSizeF &box)
{
    for (qsizetype a = 0; a < graph.nodes.size(); ++a)
        for (qsizetype b = a + 1; b < graph.nodes.size(); ++b) {
            const QPointF apart = graph.nodes[a].middle - graph.nodes[b].middle;
            if (qAbs(apart.x()) < box.width() && qAbs(apart.y()) < box.height())
                return true;
        }
    return false;
}

} // namespace

TEST_CASE("a chart reaches as many steps as asked for, in both directions of a relationship", "[chart]")
{
    Around around;
    CHECK(names(around.graph(around.holding, 1)) == QStringList{u"Chief"_s, u"Holding"_s, u"Works"_s});
    CHECK(names(around.graph(around.holding, 2)) == QStringList{u"Chief"_s, u"Friend"_s, u"Holding"_s, u"Steel"_s, u"Works"_s});
    CHECK(names(around.graph(around.holding, 3)).contains(u"Far"_s));
    const RelationGraph graph = around.graph(around.holding, 2);
    CHECK(graph.lines.size() == 4);
    const auto ended = std::find_if(graph.lines.begin(), graph.lines.end(), [](const RelationGraph::Line &line) { return line.ended; });
    REQUIRE(ended != graph.lines.end());
    CHECK(graph.nodes[ended->to].name == u"Friend"_s);
    const auto supplies = std::find_if(graph.lines.begin(), graph.lines.end(), [](const RelationGraph::Line &line) { return line.strength == 5; });
    REQUIRE(supplies != graph.lines.end());
    CHECK(graph.nodes[supplies->from].name == u"Steel"_s);
}

TEST_CASE("boxes never cover each other and always stand the same, and what is left out is counted", "[chart]")
{
    Around around;
    for (int at = 0; at < 260; ++at)
        around.relate(around.holding, around.account(u"A%1"_s.arg(at)), at % 2 ? u"influences"_s : u"referrer"_s, at % 6);
    RelationGraph graph = around.graph(around.holding, 3);
    CHECK(graph.nodes.size() == RelationGraph::MostNodes);
    CHECK(graph.leftOut > 60);
    const QSizeF box(200, 34);
    arrange(graph, box);
    CHECK_FALSE(overlaps(graph, box));
    RelationGraph again = around.graph(around.holding, 3);
    arrange(again, box);
    for (qsizetype at = 0; at < graph.nodes.size(); ++at)
        CHECK((graph.nodes[at].ref == again.nodes[at].ref && graph.nodes[at].middle == again.nodes[at].middle));
}

TEST_CASE("circles of relationships end", "[chart]")
{
    Around around;
    around.relate(around.far, around.holding, u"referrer"_s, 2);
    RelationGraph graph = around.graph(around.holding, 3);
    CHECK(graph.nodes.size() == 6);
    CHECK(graph.lines.size() == 6);
    arrange(graph, {200, 34});
    CHECK_FALSE(overlaps(graph, {200, 34}));
}

TEST_CASE("an open customer has the chart as a tab, walked and opened with the keyboard alone", "[chart]")
{
    Around around;
    RecordPane pane(*around.company.records, around.company.drafts, around.holding.ref(), {});
    linkToContext(pane, around.context);
    pane.resize(1000, 600);
    activate(pane);
    auto *chart = pane.tabs()->findChild<RelationChart *>();
    REQUIRE(chart);
    pane.tabs()->setCurrentWidget(chart);
    RelationCanvas &canvas = chart->canvas();
    REQUIRE(waitFor([&] { return canvas.graph().nodes.size() == 5; }));
    canvas.setFocus();
    CHECK(canvas.current() == 0);
    CHECK(canvas.accessibleName() == u"Relationships of Holding"_s);
    const int works = canvas.graph().nodeOf(around.works.ref());
    const bool right = canvas.graph().nodes[works].middle.x() > 0;
    QTest::keyClick(&canvas, right ? Qt::Key_Right : Qt::Key_Left);
    CHECK(canvas.current() == works);
    CHECK(canvas.accessibleDescription().contains(u"Supplies: Steel"_s));
    QTest::keyClick(&canvas, right ? Qt::Key_Right : Qt::Key_Left);
    CHECK(canvas.graph().nodes[canvas.current()].name == u"Steel"_s);
    QTest::keyClick(&canvas, Qt::Key_Return);
    CHECK(around.context.opened == QList<model::RecordRef>{around.steel.ref()});
    QTest::keyClick(&canvas, Qt::Key_N, Qt::ControlModifier);
    REQUIRE(around.context.created.size() == 1);
    CHECK(around.context.created.first().second == Preset{{Relationship::from.id, Value(around.steel.ref())}});
    const double before = canvas.transform().m11();
    QTest::keyClick(&canvas, Qt::Key_Plus);
    CHECK(canvas.transform().m11() > before);
    QTest::keyClick(&canvas, Qt::Key_Minus);
    CHECK(qAbs(canvas.transform().m11() - before) < 0.001);
    QTest::keyClick(&canvas, Qt::Key_Home);
    CHECK(canvas.current() == 0);
}

TEST_CASE("the mouse marks, opens, moves and enlarges", "[chart]")
{
    Around around;
    RelationChart chart(around.context, around.holding.ref());
    chart.resize(1000, 600);
    activate(chart);
    RelationCanvas &canvas = chart.canvas();
    REQUIRE(waitFor([&] { return !canvas.graph().nodes.isEmpty(); }));
    const int chief = canvas.graph().nodeOf(around.chief.ref());
    const QPoint there = canvas.mapFromScene(canvas.graph().nodes[chief].middle);
    QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {}, there);
    CHECK(canvas.current() == chief);
    QTest::mouseDClick(canvas.viewport(), Qt::LeftButton, {}, there);
    CHECK(around.context.opened == QList<model::RecordRef>{around.chief.ref()});
    const double before = canvas.transform().m11();
    QWheelEvent wheel(there, canvas.mapToGlobal(there), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas.viewport(), &wheel);
    CHECK(canvas.transform().m11() > before);
}

TEST_CASE("the chart follows what changes, is copied as a picture and printed", "[chart]")
{
    Around around;
    RelationChart chart(around.context, around.holding.ref());
    chart.resize(900, 500);
    activate(chart);
    REQUIRE(waitFor([&] { return chart.canvas().graph().nodes.size() == 5; }));
    const model::Record fresh = around.account(u"Fresh"_s);
    around.relate(around.holding, fresh, u"influences"_s, 3);
    Q_EMIT around.company.records->changed({fresh.ref()});
    CHECK(waitFor([&] { return chart.canvas().graph().nodes.size() == 6; }));
    chart.setDepth(1);
    CHECK(chart.canvas().graph().nodes.size() == 4);
    QTest::keyClick(&chart.canvas(), Qt::Key_C, Qt::ControlModifier);
    const QImage copied = QApplication::clipboard()->image();
    CHECK(copied.width() > 400);
    QSet<QRgb> colors;
    for (int x = 0; x < copied.width(); x += 3)
        for (int y = 0; y < copied.height(); y += 3)
            colors.insert(copied.pixel(x, y));
    CHECK(colors.size() > 8);
    const ViewPaper paper = chart.paper();
    CHECK(paper.drawing.svg.contains("Fresh"));
    CHECK_FALSE(paper.heading.isEmpty());
    CHECK(paper.about.contains(u"One step"_s));
}

TEST_CASE("who stands alone is told how to begin", "[chart]")
{
    Around around;
    const model::Record alone = around.account(u"Alone"_s);
    RelationChart chart(around.context, alone.ref());
    activate(chart);
    const QList<QLabel *> labels = chart.findChildren<QLabel *>();
    CHECK(waitFor([&] { return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"Ctrl+N"_s); }); }));
}

TEST_CASE("walking on to the next record stays on the chart", "[chart]")
{
    Around around;
    const QList<model::RecordRef> list{around.holding.ref(), around.steel.ref()};
    RecordPane pane(*around.company.records, around.company.drafts, list[0], list);
    linkToContext(pane, around.context);
    activate(pane);
    pane.tabs()->setCurrentWidget(pane.tabs()->findChild<RelationChart *>());
    QTest::keyClick(&pane, Qt::Key_Down, Qt::AltModifier);
    CHECK(pane.ref() == list[1]);
    auto *chart = qobject_cast<RelationChart *>(pane.tabs()->currentWidget());
    REQUIRE(chart);
    REQUIRE(waitFor([&] { return !chart->canvas().graph().nodes.isEmpty(); }));
    CHECK(chart->canvas().graph().nodes.first().name == u"Steel"_s);
}
