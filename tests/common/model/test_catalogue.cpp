// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/customfields.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"
#include "common/model/catalogue/schemaprint.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QJsonArray>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

/// Every number that is stored, sent or logged, one line each: "8 account", "8.17 name text", "8:1 potential" …
QStringList permanentNumbers()
{
    QStringList lines;
    for (const Entity &entity : wholeCatalogue().entities()) {
        lines.append(u"%1 %2"_s.arg(entity.id).arg(entity.name));
        for (const Field &field : entity.fields()) {
            lines.append(u"%1.%2 %3 %4"_s.arg(entity.id).arg(field.id).arg(field.name).arg(int(field.type)));
            for (qsizetype i = 0; i < field.choices.size(); ++i)
                lines.append(u"%1.%2=%3 %4"_s.arg(entity.id).arg(field.id).arg(i + 1).arg(field.choices[i]));
        }
        for (const State &state : entity.machine.states)
            lines.append(u"%1:%2 %3"_s.arg(entity.id).arg(state.id).arg(state.code));
        for (const Transition &transition : entity.machine.transitions)
            lines.append(u"%1>%2 %3"_s.arg(entity.id).arg(transition.id).arg(transition.code));
    }
    return lines;
}

QString goldenPath() { return QStringLiteral(GUANXI_SOURCE_DIR "/tests/golden/catalogue/ids.txt"); }

QStringList goldenLines()
{
    QFile file(goldenPath());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

Record customField(CustomField::Type type)
{
    Record row(wholeCatalogue().at(ids::CustomField), Uuid::named("custom"));
    row.set(CustomField::object, u"account"_s);
    row.set(CustomField::field, qint64(system::FirstCustom));
    row.set(CustomField::name, u"shoe_size"_s);
    row.set(CustomField::label, u"{\"en\":\"Shoe size\",\"zh\":\"鞋码\"}"_s);
    row.set(CustomField::type, qint64(type));
    return row;
}

Record nothing(const RecordRef &) { return {}; }

} // namespace

TEST_CASE("No number of an entity, field, choice, state or transition ever changes its meaning", "[catalogue]")
{
    const QStringList now = permanentNumbers();
    if (qEnvironmentVariableIsSet("GUANXI_GOLDEN_GROW")) {
        const QStringList before = QFile::exists(goldenPath()) ? goldenLines() : QStringList();
        QFile file(goldenPath());
        REQUIRE(file.open(QIODevice::Append));
        for (const QString &line : now)
            if (!before.contains(line))
                file.write(line.toUtf8() + '\n');
    }
    const QStringList golden = goldenLines();
    const QSet<QString> known(golden.begin(), golden.end());
    const QSet<QString> present(now.begin(), now.end());
    CHECK(golden.size() == known.size());
    for (const QString &line : known - present)
        FAIL_CHECK("gone or changed: " + line.toStdString());
    for (const QString &line : present - known)
        FAIL_CHECK("new, run once with GUANXI_GOLDEN_GROW=1: " + line.toStdString());
}

TEST_CASE("All 54 entities, their 34 child tables and the seven further ones are declared", "[catalogue]")
{
    for (EntityId id = 1; id <= 54; ++id)
        CHECK(wholeCatalogue().entity(id));
    for (EntityId id = 101; id <= 134; ++id)
        CHECK(wholeCatalogue().entity(id));
    for (EntityId id = 160; id <= 166; ++id)
        CHECK(wholeCatalogue().entity(id));
}

TEST_CASE("Within an entity every field name and every label is used once, and names are column names", "[catalogue]")
{
    static const QRegularExpression snake(u"^[a-z][a-z0-9_]*$"_s);
    for (const Entity &entity : wholeCatalogue().entities()) {
        INFO(entity.name.toStdString());
        CHECK(snake.match(entity.name).hasMatch());
        CHECK(!entity.label.isEmpty());
        CHECK(!entity.plural.isEmpty());
        QSet<QString> names, labels;
        for (const Field &field : entity.fields()) {
            INFO(field.name.toStdString());
            CHECK(snake.match(field.name).hasMatch());
            CHECK(!names.contains(field.name));
            CHECK(!labels.contains(field.label));
            names.insert(field.name);
            labels.insert(field.label);
        }
    }
}

TEST_CASE("What a field refers to exists", "[catalogue]")
{
    QSet<QString> dictionaries;
    for (const DictionaryInfo &dictionary : wholeCatalogue().dictionaries())
        dictionaries.insert(dictionary.code);
    for (const Entity &entity : wholeCatalogue().entities())
        for (const Field &field : entity.fields()) {
            INFO(entity.name.toStdString() + '.' + field.name.toStdString());
            for (EntityId target : field.targets)
                CHECK(wholeCatalogue().entity(target));
            CHECK((field.type == FieldType::Dictionary) == !field.dictionary.isEmpty());
            CHECK((field.dictionary.isEmpty() || dictionaries.contains(field.dictionary)));
            CHECK((field.type == FieldType::Choice) == !field.choices.isEmpty());
            CHECK((field.type != FieldType::Text || field.limit > 0));
        }
}

TEST_CASE("An entity's title, parent, scope and menu name what exists", "[catalogue]")
{
    for (const Entity &entity : wholeCatalogue().entities()) {
        INFO(entity.name.toStdString());
        CHECK(!entity.titleFields.isEmpty());
        for (FieldId title : entity.titleFields)
            CHECK(entity.field(title));
        for (FieldId field : entity.scope.fields)
            CHECK(entity.field(field));
        for (EntityId related : entity.relationMenu)
            CHECK(wholeCatalogue().entity(related));
        if (entity.parent != 0) {
            const Field *parent = entity.field(entity.parentField);
            REQUIRE(parent);
            CHECK(parent->targets.contains(entity.parent));
        }
        CHECK((entity.numberPattern.isEmpty() || entity.field(u"number")));
    }
}

TEST_CASE("Every list of a workspace has an icon and begins with a few columns", "[catalogue]")
{
    for (const Entity &entity : wholeCatalogue().entities()) {
        if (entity.workspace == Workspace::None)
            continue;
        INFO(entity.name.toStdString());
        const auto columns = std::count_if(entity.fields().begin(), entity.fields().end(),
                                           [](const Field &field) { return field.listed; });
        CHECK(columns >= 2);
        CHECK(columns <= 12);
        CHECK(!entity.icon.isEmpty());
    }
}

TEST_CASE("A default is a value its field can hold", "[catalogue]")
{
    for (const Entity &entity : wholeCatalogue().entities())
        for (const Field &field : entity.fields()) {
            if (field.defaultKind != Default::Constant)
                continue;
            INFO(entity.name.toStdString() + '.' + field.name.toStdString());
            if (field.isNumber())
                CHECK(field.defaultValue.is<qint64>());
            if (field.type == FieldType::Choice)
                CHECK((field.defaultValue.number() >= 1 && field.defaultValue.number() <= field.choices.size()));
            if (field.type == FieldType::Dictionary) {
                bool found = false;
                for (const DictionaryInfo &dictionary : wholeCatalogue().dictionaries())
                    for (const DictionaryValue &value : dictionary.values)
                        found |= dictionaryItemId(dictionary.code, value.code) == field.defaultValue.id();
                CHECK(found);
            }
        }
}

TEST_CASE("Merge policies suit the kind of field", "[catalogue]")
{
    for (const Entity &entity : wholeCatalogue().entities())
        for (const Field &field : entity.fields()) {
            INFO(entity.name.toStdString() + '.' + field.name.toStdString());
            switch (field.merge) {
            case MergePolicy::Add: CHECK((field.isNumber() && field.type != FieldType::Choice)); break;
            case MergePolicy::Set:
                CHECK((field.type == FieldType::Tags || field.type == FieldType::References));
                break;
            case MergePolicy::Append: case MergePolicy::Text3: CHECK(field.type == FieldType::LongText); break;
            default: break;
            }
            CHECK((field.computed != Computed::Server || field.merge == MergePolicy::Server));
        }
}

TEST_CASE("Passwords, hashes and secrets are no fields", "[catalogue]")
{
    for (const Entity &entity : wholeCatalogue().entities())
        for (const Field &field : entity.fields())
            for (const QString &word : {u"password"_s, u"hash"_s, u"secret"_s, u"verifier"_s})
                CHECK(!field.name.contains(word));
    CHECK(wholeCatalogue().at(ids::Account).field(Account::bankAccount.id)->masked);
    CHECK(wholeCatalogue().at(ids::Account).field(Account::identityDocument.id)->masked);
}

TEST_CASE("Exchange rates have the same decimals on documents as in their table", "[catalogue]")
{
    for (const Entity &entity : wholeCatalogue().entities())
        if (const Field *rate = entity.field(u"exchange_rate"); rate)
            CHECK(rate->scale == ExchangeRate::RateScale);
}

TEST_CASE("Dictionary codes are used once, parents exist, and state dictionaries name exactly the states", "[catalogue]")
{
    for (const DictionaryInfo &dictionary : wholeCatalogue().dictionaries()) {
        INFO(dictionary.code.toStdString());
        QSet<QString> codes;
        for (const DictionaryValue &value : dictionary.values) {
            CHECK(!codes.contains(value.code));
            CHECK((value.parent.isEmpty() || codes.contains(value.parent)));
            codes.insert(value.code);
        }
        for (const Entity &entity : wholeCatalogue().entities())
            if (stateDictionary(entity) == dictionary.code)
                for (const State &state : entity.machine.states) {
                    INFO(state.code.toStdString());
                    CHECK(codes.contains(state.code));
                }
    }
}

TEST_CASE("A user-defined field becomes a field of its entity and grows it at the end", "[catalogue]")
{
    const auto field = fieldOf(customField(CustomField::Integer), wholeCatalogue(), nothing, u"zh"_s);
    REQUIRE(field);
    CHECK(field->label == u"鞋码"_s);
    CHECK(field->type == FieldType::Int);
    Catalogue own;
    declareAll(own);
    const quint32 version = own.version();
    own.addCustomField(ids::Account, *field);
    own.addCustomField(ids::Account, *field);
    CHECK(own.at(ids::Account).fields().back().name == u"shoe_size"_s);
    CHECK(own.at(ids::Account).fields().back().custom);
    CHECK(own.version() == version);
}

TEST_CASE("A user-defined field without number, dictionary or target is not made", "[catalogue]")
{
    Record unnumbered = customField(CustomField::Text);
    unnumbered.set(CustomField::field, qint64(0));
    CHECK(!fieldOf(unnumbered, wholeCatalogue(), nothing, {}));
    CHECK(!fieldOf(customField(CustomField::DictionaryValue), wholeCatalogue(), nothing, {}));
    CHECK(!fieldOf(customField(CustomField::RecordLink), wholeCatalogue(), nothing, {}));
    CHECK(!fieldOf(customField(CustomField::Type(99)), wholeCatalogue(), nothing, {}));
    Record link = customField(CustomField::RecordLink);
    link.set(CustomField::target, u"product"_s);
    const auto made = fieldOf(link, wholeCatalogue(), nothing, {});
    REQUIRE(made);
    CHECK(made->targets == QList<EntityId>{ids::Product});
}

TEST_CASE("A record's title joins its title fields, chooses the language and looks references up", "[catalogue]")
{
    CHECK(labelIn(u"{\"en\":\"Price\",\"zh\":\"价格\"}"_s, u"zh"_s) == u"价格"_s);
    CHECK(labelIn(u"{\"en\":\"Price\"}"_s, u"zh"_s) == u"Price"_s);
    CHECK(labelIn(u"{\"fr\":\"Prix\"}"_s, u"zh"_s) == u"Prix"_s);
    CHECK(labelIn(u"broken"_s, u"zh"_s).isEmpty());
    Record role(wholeCatalogue().at(ids::Role), Uuid::named("role"));
    role.set(Role::name, u"Sales"_s);
    Record grant(wholeCatalogue().at(ids::RoleGrant));
    grant.set(RoleGrant::role, role.id());
    CHECK(titleOf(grant).isEmpty());
    CHECK(titleOf(grant, {}, [&](const RecordRef &ref) { return ref == role.ref() ? role : Record(); }) == u"Sales"_s);
    CHECK(titleOf(Record()).isEmpty());
}

TEST_CASE("The catalogue can be printed for tools and for people", "[catalogue]")
{
    const QJsonObject json = catalogueJson(wholeCatalogue());
    CHECK(json[u"entities"_s].toArray().size() == qsizetype(wholeCatalogue().entities().size()));
    CHECK(json[u"version"_s].toInteger() == wholeCatalogue().version());
    for (const QJsonValue &value : json[u"entities"_s].toArray())
        for (const QJsonValue &field : value[u"fields"_s].toArray())
            CHECK(!field[u"type"_s].toString().isEmpty());
    const QString text = catalogueMarkdown(wholeCatalogue());
    CHECK(text.contains(u"| 17 | `name` | text | 200; required |"_s));
    CHECK(text.contains(u"| new | create_active | active |"_s));
}
