// SPDX-License-Identifier: GPL-3.0-or-later
// Print templates as the server keeps them, whatever a desktop sends.
#include "smallcompany.h"

#include "common/model/catalogue/printing.h"

#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;
using namespace Qt::StringLiterals;

namespace {

QString saying(const QString &text) { return u"{\"for\":[\"account\"],\"blocks\":[{\"text\":\"%1\"}]}"_s.arg(text); }

/// Ann makes templates, Bob reads them.
struct Printing : SmallCompany {
    explicit Printing(storage::Backend backend) : SmallCompany(backend, declareAll)
    {
        for (const EntityId entity : {PrintTemplate::entity, PrintTemplateVersion::entity})
            server.allow(all, entity, Reach::All, true);
        for (const EntityId entity : {PrintTemplate::entity, PrintTemplateVersion::entity})
            server.allow(own, entity, Action::View, Reach::All);
        mine.connect();
        theirs.connect();
    }
    Record make(const QString &definition, const QString &code = u"quote"_s)
    {
        Record made(server.catalogue().at(PrintTemplate::entity), ids.next());
        made.set(PrintTemplate::name, u"{\"zh\":\"报价单\",\"en\":\"Quotation\"}"_s);
        made.set(PrintTemplate::object, u"account"_s);
        made.set(PrintTemplate::code, code);
        made.setValue(PrintTemplate::active.id, true);
        made.set(PrintTemplate::definition, definition);
        return made;
    }
    QList<Record> versions()
    {
        QList<Record> rows = server.all(PrintTemplateVersion::entity);
        std::sort(rows.begin(), rows.end(), [](const Record &a, const Record &b) { return a[PrintTemplateVersion::version] < b[PrintTemplateVersion::version]; });
        return rows;
    }

    Uuid ann = user(u"ann"_s, east, all);
    Uuid bob = user(u"bob"_s, east, own);
    WireClient mine{server, u"ann"_s, ann, clock};
    WireClient theirs{server, u"bob"_s, bob, clock};
};

} // namespace

TEST_CASE("Each definition of a print template is kept as a version with who saved it and when, on both databases")
{
    Printing printing(GUANXI_ON_BOTH);
    const Record made = printing.make(saying(u"one"_s));
    REQUIRE(printing.mine.push({insertionOf(made)}).status == PushStatus::Applied);
    CHECK(printing.now(made)[PrintTemplate::version] == 1);
    REQUIRE(printing.versions().size() == 1);
    const Record first = printing.versions().first();
    CHECK(first[PrintTemplateVersion::printTemplate] == made.id());
    CHECK(first[PrintTemplateVersion::definition] == saying(u"one"_s));
    CHECK(first[PrintTemplateVersion::savedBy] == printing.ann);
    CHECK(first[PrintTemplateVersion::savedAt] == printing.clock.wallMs());

    printing.clock.advance(60'000);
    REQUIRE(printing.mine.push({edit(printing.now(made), PrintTemplate::definition.id, Value(saying(u"two"_s)))}).status == PushStatus::Applied);
    CHECK(printing.now(made)[PrintTemplate::version] == 2);
    REQUIRE(printing.versions().size() == 2);
    CHECK(printing.versions().last()[PrintTemplateVersion::definition] == saying(u"two"_s));
    CHECK(printing.now(first)[PrintTemplateVersion::definition] == saying(u"one"_s));
    // Another name is no other version.
    REQUIRE(printing.mine.push({edit(printing.now(made), PrintTemplate::name.id, Value(u"{\"zh\":\"单\"}"_s))}).status == PushStatus::Applied);
    CHECK(printing.versions().size() == 2);
    // Nobody rewrites what was.
    CHECK(printing.mine.push({edit(first, PrintTemplateVersion::definition.id, Value(saying(u"never"_s)))}).status == PushStatus::Parked);
    CHECK(printing.now(first)[PrintTemplateVersion::definition] == saying(u"one"_s));
}

TEST_CASE("A broken definition is refused however it is sent, and the template stays as it was, on both databases")
{
    Printing printing(GUANXI_ON_BOTH);
    const Record made = printing.make(saying(u"one"_s));
    REQUIRE(printing.mine.push({insertionOf(made)}).status == PushStatus::Applied);
    const QStringList broken{u"{\"for\":[\"account\"],\"blocks\":["_s,
                             u"[]"_s,
                             u"{\"for\":[],\"blocks\":[]}"_s,
                             u"{\"for\":[\"account\"],\"blocks\":[{\"script\":\"rm\"}]}"_s,
                             u"{\"for\":[\"account\"],\"blocks\":[{\"text\":7}]}"_s,
                             u"{\"for\":[\"account\"],\"blocks\":[{\"text\":\""_s + QString(200'000, u'x') + u"\"}]}"_s};
    for (const QString &definition : broken) {
        INFO(definition.left(80).toStdString());
        CHECK(printing.mine.push({edit(printing.now(made), PrintTemplate::definition.id, Value(definition))}).status == PushStatus::Parked);
        CHECK(printing.mine.push({insertionOf(printing.make(definition, u"other"_s))}).status == PushStatus::Parked);
    }
    CHECK(printing.now(made)[PrintTemplate::definition] == saying(u"one"_s));
    CHECK(printing.versions().size() == 1);
    CHECK(printing.server.all(PrintTemplate::entity).size() == 1);
}

TEST_CASE("Who may only read print templates changes none and gets them all, on both databases")
{
    Printing printing(GUANXI_ON_BOTH);
    const Record made = printing.make(saying(u"one"_s));
    REQUIRE(printing.mine.push({insertionOf(made)}).status == PushStatus::Applied);
    CHECK(printing.theirs.push({edit(printing.now(made), PrintTemplate::definition.id, Value(saying(u"mine"_s)))}).status == PushStatus::Parked);
    CHECK(printing.theirs.push({insertionOf(printing.make(saying(u"mine"_s), u"own"_s))}).status == PushStatus::Parked);
    CHECK(printing.now(made)[PrintTemplate::definition] == saying(u"one"_s));
    const auto seen = printing.theirs.pullAll();
    CHECK(seen.value(made.ref())[PrintTemplate::definition] == saying(u"one"_s));
    CHECK(seen.contains(printing.versions().first().ref()));
}
