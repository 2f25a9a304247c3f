// SPDX-License-Identifier: GPL-3.0-or-later
// Print templates as records between two desks: offline, after sync, with rights.
#include "app/reports/companytemplates.h"
#include "app/shell/resources.h"
#include "common/model/catalogue/printing.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/sync/deskcompany.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

QString saying(const QString &text) { return u"{\"for\":[\"quote\"],\"blocks\":[{\"text\":\"%1\"}]}"_s.arg(text); }

/// Ann makes templates; Bea prints by them.
struct Printing : DeskCompany {
    explicit Printing(storage::Backend backend) : DeskCompany(backend, declareAll)
    {
        loadResources();
        for (const Uuid &role : {own, all})
            for (const EntityId entity : {PrintTemplate::entity, PrintTemplateVersion::entity})
                server.allow(role, entity, Action::View, Reach::All);
        for (const Action action : {Action::Create, Action::Edit, Action::Delete})
            server.allow(own, PrintTemplate::entity, action, Reach::All);
        meet();
    }
    Record keep(const QString &words)
    {
        Record made = ann.records().create(PrintTemplate::entity);
        made.set(PrintTemplate::name, u"{\"zh\":\"我们的\",\"en\":\"Ours\"}"_s);
        made.set(PrintTemplate::object, u"quote"_s);
        made.set(PrintTemplate::code, u"quote"_s);
        made.set(PrintTemplate::definition, saying(words));
        must(ann.records().save(made));
        return made;
    }
    static QString printedAt(MemoryDesk &desk)
    {
        const PaperTemplate form = templatesFor(desk.records(), desk.records().catalogue().at(Quote::entity)).first();
        return form.blocks().at(0).toObject().value(u"text"_s).toString();
    }
    static qint64 versionsAt(MemoryDesk &desk)
    {
        storage::Query query;
        query.entity = PrintTemplateVersion::entity;
        return must(desk.records().count(query));
    }
};

} // namespace

TEST_CASE("a template that was made offline is printed by at once, and at other desks once both have met the server", "[templates][sync]")
{
    Printing printing(GUANXI_ON_BOTH);
    printing.ann.cut();
    const Record made = printing.keep(u"ours"_s);
    CHECK(Printing::printedAt(printing.ann) == u"ours"_s);
    CHECK(Printing::printedAt(printing.bea) != u"ours"_s);
    CHECK(Printing::versionsAt(printing.ann) == 0);
    printing.ann.connectToServer();
    printing.settle();
    CHECK(Printing::printedAt(printing.bea) == u"ours"_s);
    CHECK(Printing::versionsAt(printing.ann) == 1);
    CHECK(Printing::versionsAt(printing.bea) == 1);

    // Without the network Bea still has it.
    printing.bea.cut();
    CHECK(Printing::printedAt(printing.bea) == u"ours"_s);
    printing.change(printing.ann, made.ref(), PrintTemplate::definition.id, Value(saying(u"newer"_s)));
    printing.settle();
    CHECK(Printing::printedAt(printing.bea) == u"ours"_s);
    printing.bea.connectToServer();
    printing.settle();
    CHECK(Printing::printedAt(printing.bea) == u"newer"_s);
    CHECK(Printing::versionsAt(printing.bea) == 2);
    // Taken away, the standard is printed again; taken back, ours.
    const Saved removed = must(printing.ann.records().remove({made.ref()}));
    printing.settle();
    CHECK(Printing::printedAt(printing.bea) != u"newer"_s);
    must(printing.ann.records().undo(removed.action));
    printing.settle();
    CHECK(Printing::printedAt(printing.bea) == u"newer"_s);
}

TEST_CASE("a desk refuses a broken definition before it is sent, and one without the right refuses any", "[templates][sync]")
{
    Printing printing(storage::Backend::Sqlite);
    const Record made = printing.keep(u"ours"_s);
    printing.settle();
    Record broken = must(printing.ann.records().load(made.ref()));
    broken.set(PrintTemplate::definition, u"{\"for\":[\"quote\"],\"blocks\":[{\"script\":\"x\"}]}"_s);
    const auto problems = printing.ann.records().check(broken);
    REQUIRE(problems.size() == 1);
    CHECK(problems.first().first == PrintTemplate::definition.id);
    CHECK(problems.first().second.code == ErrorCode::BadFormat);
    CHECK_FALSE(printing.bea.records().may(Action::Edit, PrintTemplate::entity));
    Record theirs = must(printing.bea.records().load(made.ref()));
    theirs.set(PrintTemplate::definition, saying(u"theirs"_s));
    CHECK_FALSE(printing.bea.records().save(theirs));
    CHECK(Printing::printedAt(printing.bea) == u"ours"_s);
}
