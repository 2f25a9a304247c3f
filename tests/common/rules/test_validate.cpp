// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue.h"
#include "common/model/builder.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/rules/defaults.h"
#include "common/rules/normalise.h"
#include "common/rules/validate.h"

#include <catch2/catch_test_macros.hpp>

#include <QDate>

#include <algorithm>
#include <limits>
#include <ostream>

using namespace guanxi;
using namespace guanxi::model;
using rules::checkField;
using rules::checkRecord;
using rules::FieldError;
using rules::normalise;

namespace
{

const Catalogue &catalogue()
{
    static const std::unique_ptr<Catalogue> all = [] {
        auto made = std::make_unique<Catalogue>();
        declareAll(*made);
        return made;
    }();
    return *all;
}

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

Field fieldOf(FieldType type, Format format = Format::None)
{
    Field field;
    field.name = QStringLiteral("f");
    field.type = type;
    field.format = format;
    return field;
}

/// The code of what is wrong; nothing when the value passes.
std::optional<ErrorCode> fault(const Field &field, const Value &value, const rules::CheckContext &context = {})
{
    const Result<void> checked = checkField(field, value, context);
    return checked ? std::nullopt : std::optional(checked.error().code);
}

std::optional<ErrorCode> fault(const QList<FieldError> &errors, FieldId field)
{
    const auto found =
        std::find_if(errors.begin(), errors.end(), [&](const FieldError &e) { return e.field == field; });
    return found == errors.end() ? std::nullopt : std::optional(found->error.code);
}

/// A new record with its defaults and every required field of a plain kind filled.
Record filled(EntityId id)
{
    Record record(catalogue().at(id), Uuid::named("record"));
    rules::applyDefaults(record, {Uuid::named("me"), Uuid::named("department"), 1'000'000, 20'000});
    for (const Field &field : record.entity().fields()) {
        if (!field.required || !record.value(field.id).isNull())
            continue;
        if (field.isReference() || field.type == FieldType::Dictionary)
            record.setValue(field.id, Uuid::named("other"));
        else if (field.isText())
            record.setValue(field.id, QStringLiteral("text"));
        else
            record.setValue(field.id, 1);
    }
    return record;
}

} // namespace

TEST_CASE("Values come into their normal form")
{
    const auto normal = [](FieldType type, const char *typed, Format format = Format::None) {
        return normalise(fieldOf(type, format), Value(text(typed))).value();
    };
    CHECK(normal(FieldType::Text, "  张三\t李四\n ") == Value(text("张三 李四")));
    CHECK(normal(FieldType::Text, "   ").isNull());
    CHECK(normal(FieldType::Text, "（全角）保留") == Value(text("（全角）保留")));
    CHECK(normal(FieldType::LongText, "a\r\nb\rc") == Value(text("a\nb\nc")));
    CHECK(normal(FieldType::Phone, "０１０－６２７５１２３４") == Value(text("010-62751234")));
    CHECK(normal(FieldType::Email, "Li.Lei＠Example．COM") == Value(text("Li.Lei@example.com")));
    CHECK(normal(FieldType::Url, "www.example.com") == Value(text("https://www.example.com")));
    CHECK(normal(FieldType::Url, "example.com:8080/x") == Value(text("https://example.com:8080/x")));
    CHECK(normal(FieldType::Text, "１１０１０５１９４９１２３１００２ｘ", Format::IdentityCard) ==
          Value(text("11010519491231002X")));
    CHECK(normal(FieldType::Text, "usd", Format::CurrencyCode) == Value(text("USD")));
    CHECK(
        normalise(fieldOf(FieldType::Tags), Value(QStringList{text(" b "), text("a"), text("b"), text("")})).value() ==
        Value(QStringList{text("a"), text("b")}));
    CHECK(normalise(fieldOf(FieldType::Reference), Value(Uuid())).value().isNull());
}

TEST_CASE("Normal forms stay as they are")
{
    for (const char *phone :
         {"13800138000", "010-62751234", "0755-26001234-801", "400-8208820", "+14155552671", "95588"})
        CHECK(normalise(fieldOf(FieldType::Phone), Value(text(phone))).value() == Value(text(phone)));
}

TEST_CASE("A value of another kind than the field's is refused")
{
    CHECK(fault(fieldOf(FieldType::Int), text("1")) == ErrorCode::BadValue);
    CHECK(fault(fieldOf(FieldType::Text), 1) == ErrorCode::BadValue);
    CHECK(fault(fieldOf(FieldType::Reference), text("x")) == ErrorCode::BadValue);
    CHECK(fault(fieldOf(FieldType::Tags), text("x")) == ErrorCode::BadValue);
    CHECK(fault(fieldOf(FieldType::References), QByteArray("short")) == ErrorCode::BadValue);
    CHECK(fault(fieldOf(FieldType::BlobRef), QByteArray(31, 'x')) == ErrorCode::BadValue);
    CHECK_FALSE(fault(fieldOf(FieldType::BlobRef), QByteArray(32, 'x')));
}

TEST_CASE("Text holds neither U+0000 nor half a character")
{
    CHECK(fault(fieldOf(FieldType::LongText), QString(QChar(QChar::Null))) == ErrorCode::BadText);
    CHECK(fault(fieldOf(FieldType::Text), QString(QChar(0xd83d))) == ErrorCode::BadText);
    CHECK_FALSE(fault(fieldOf(FieldType::Text), text("😀𠮷")));
    CHECK(fault(fieldOf(FieldType::Tags), QStringList{QString(QChar(QChar::Null))}) == ErrorCode::BadText);
}

TEST_CASE("Texts keep to their length in characters, long ones in bytes")
{
    Field name = fieldOf(FieldType::Text);
    name.limit = 3;
    CHECK_FALSE(fault(name, text("😀😀😀")));
    CHECK(fault(name, text("一二三四")) == ErrorCode::TooLong);
    CHECK_FALSE(fault(fieldOf(FieldType::LongText), QString(LongTextLimit, u'a')));
    CHECK(fault(fieldOf(FieldType::LongText), QString(LongTextLimit / 3 + 1, QChar(u'中'))) == ErrorCode::TooLong);
    CHECK(fault(fieldOf(FieldType::Tags), QStringList{QString(65, u'a')}) == ErrorCode::TooLong);
}

TEST_CASE("Numbers keep to the field's and the type's range")
{
    Field limited = fieldOf(FieldType::Int);
    limited.minimum = 1;
    limited.maximum = 5;
    CHECK(fault(limited, 0) == ErrorCode::OutOfRange);
    CHECK_FALSE(fault(limited, 5));
    CHECK(fault(fieldOf(FieldType::Percent), 10001) == ErrorCode::OutOfRange);
    CHECK(fault(fieldOf(FieldType::Percent), -1) == ErrorCode::OutOfRange);
    CHECK(fault(fieldOf(FieldType::Bool), 2) == ErrorCode::OutOfRange);
    CHECK_FALSE(fault(fieldOf(FieldType::Money), std::numeric_limits<qint64>::min()));
    Field choice = fieldOf(FieldType::Choice);
    choice.choices = {text("a"), text("b")};
    CHECK(fault(choice, 3) == ErrorCode::OutOfRange);
    CHECK(fault(choice, 0) == ErrorCode::OutOfRange);
    CHECK_FALSE(fault(choice, 2));
}

TEST_CASE("Dates and times lie in the years 0001 to 9999")
{
    CHECK(QDate(1970, 1, 1).daysTo(QDate(1, 1, 1)) == rules::FirstDay);
    CHECK(QDate(1970, 1, 1).daysTo(QDate(9999, 12, 31)) == rules::LastDay);
    for (const qint64 good : {rules::FirstDay, rules::LastDay})
        CHECK_FALSE(fault(fieldOf(FieldType::Date), good));
    for (const qint64 bad : {rules::FirstDay - 1, rules::LastDay + 1})
        CHECK(fault(fieldOf(FieldType::Date), bad) == ErrorCode::OutOfRange);
    CHECK(fault(fieldOf(FieldType::DateTime), (rules::LastDay + 1) * rules::MsPerDay) == ErrorCode::OutOfRange);
    CHECK_FALSE(fault(fieldOf(FieldType::DateTime), rules::FirstDay * rules::MsPerDay));
}

TEST_CASE("Nobody is born tomorrow or older than 120")
{
    const Field born = fieldOf(FieldType::Date, Format::Age);
    const auto day = [](int year, int month, int dayOfMonth) {
        return QDate(1970, 1, 1).daysTo(QDate(year, month, dayOfMonth));
    };
    rules::CheckContext context;
    context.today = day(2026, 6, 15);
    CHECK_FALSE(fault(born, day(2026, 6, 15), context));
    CHECK(fault(born, day(2026, 6, 16), context) == ErrorCode::OutOfRange);
    CHECK_FALSE(fault(born, day(1905, 6, 16), context)); // 120, not yet 121
    CHECK(fault(born, day(1905, 6, 15), context) == ErrorCode::OutOfRange);
}

TEST_CASE("Formats refuse with the name of the rule")
{
    const Result<void> checked = checkField(fieldOf(FieldType::Phone, Format::Mobile), Value(text("12800138000")));
    REQUIRE_FALSE(checked.ok());
    CHECK(checked.error() == Error{ErrorCode::BadFormat, {text("f"), text("12800138000"), text("mobile")}});
    CHECK(fault(fieldOf(FieldType::Phone, Format::Mobile), text("010-62751234")) == ErrorCode::BadFormat);
    CHECK(fault(fieldOf(FieldType::Text, Format::CreditCode), text("91350100M000100Y44")) == ErrorCode::BadFormat);
    CHECK_FALSE(fault(fieldOf(FieldType::Text, Format::CreditCode), text("110000000123456")));
    CHECK(fault(fieldOf(FieldType::Text, Format::IdentityCard), text("110105194912310021")) == ErrorCode::BadFormat);
    CHECK_FALSE(fault(fieldOf(FieldType::Text, Format::IdentityCard), text("E12345678")));
    CHECK(fault(fieldOf(FieldType::Json), text("{")) == ErrorCode::BadFormat);
    CHECK_FALSE(fault(fieldOf(FieldType::Json), text("{\"a\":[1]}")));
    CHECK(fault(fieldOf(FieldType::Email), text("a@b")) == ErrorCode::BadFormat);
    CHECK(fault(fieldOf(FieldType::Url), text("javascript:alert(1)")) == ErrorCode::BadFormat);
}

TEST_CASE("Dictionary values and references must exist, live and fit")
{
    Field region = fieldOf(FieldType::Dictionary);
    region.dictionary = text("region");
    Field parent = fieldOf(FieldType::AnyReference);
    parent.targets = {Account::entity};
    const Uuid south = dictionaryItemId(text("region"), text("CN-S"));
    rules::CheckContext context;
    context.lookup = [&](const RecordRef &ref) {
        if (ref.entity == DictionaryItem::entity && ref.id == south) {
            Record item(catalogue().at(DictionaryItem::entity), south);
            item.set(DictionaryItem::dictionary, dictionaryId(text("region")));
            return item;
        }
        if (ref.entity == Account::entity) {
            Record account(catalogue().at(Account::entity), ref.id);
            account.setDeleted(ref.id == Uuid::named("deleted"));
            return account;
        }
        return Record();
    };
    CHECK_FALSE(fault(region, south, context));
    CHECK(fault(region, Uuid::named("elsewhere"), context) == ErrorCode::NotFound);
    region.dictionary = text("industry");
    CHECK(fault(region, south, context) == ErrorCode::NotFound);
    CHECK_FALSE(fault(parent, RecordRef{Account::entity, Uuid::named("a")}, context));
    CHECK(fault(parent, RecordRef{Account::entity, Uuid::named("deleted")}, context) == ErrorCode::ParentMissing);
    CHECK(fault(parent, RecordRef{Contact::entity, Uuid::named("a")}, context) == ErrorCode::BadValue);
}

TEST_CASE("A new record needs its required fields, a changed one only those it touches")
{
    Record account(catalogue().at(Account::entity), Uuid::named("a"));
    rules::applyDefaults(account, {Uuid::named("me"), Uuid::named("d"), 0, 0});
    account.set(Account::name, text("  "));
    const QList<FieldError> errors = checkRecord(account.entity(), account, nullptr);
    CHECK(fault(errors, Account::name.id) == ErrorCode::Required);
    CHECK(fault(errors, Account::region.id) == ErrorCode::Required);
    CHECK_FALSE(fault(errors, Account::type.id));

    Record changed = account;
    changed.set(Account::shortName, text("x"));
    CHECK(checkRecord(changed.entity(), changed, &account).isEmpty());
    Record emptied = filled(Account::entity);
    const Record before = emptied;
    emptied.setValue(Account::name.id, {});
    CHECK(fault(checkRecord(emptied.entity(), emptied, &before), Account::name.id) == ErrorCode::Required);
}

TEST_CASE("A state that the entity has not, or a record that belongs to itself, is refused")
{
    Record account = filled(Account::entity);
    account.set(Account::parent, account.id());
    account.setValue(Account::status.id, 99);
    const QList<FieldError> errors = checkRecord(account.entity(), account, nullptr);
    CHECK(fault(errors, Account::parent.id) == ErrorCode::Cycle);
    CHECK(fault(errors, Account::status.id) == ErrorCode::BadValue);
}

TEST_CASE("Who changes his own user is not a record that belongs to itself")
{
    Record user = filled(User::entity);
    user.setValue(model::system::CreatedBy, user.id());
    user.setValue(model::system::UpdatedBy, user.id());
    const QList<FieldError> errors = checkRecord(user.entity(), user, nullptr);
    CHECK(std::none_of(errors.begin(), errors.end(), [](const FieldError &error) { return error.error.code == ErrorCode::Cycle; }));
}

TEST_CASE("A contact belongs to the side it is on")
{
    Record contact = filled(Contact::entity);
    CHECK(fault(checkRecord(contact.entity(), contact, nullptr), Contact::account.id) == ErrorCode::Required);
    contact.set(Contact::account, Uuid::named("a"));
    CHECK(checkRecord(contact.entity(), contact, nullptr).isEmpty());
    contact.set(Contact::side, dictionaryItemId(text("contact_side"), text("supplier")));
    CHECK(fault(checkRecord(contact.entity(), contact, nullptr), Contact::supplier.id) == ErrorCode::Required);
}

TEST_CASE("A lead can be reached, and an interaction is about somebody")
{
    Record lead = filled(Lead::entity);
    CHECK(fault(checkRecord(lead.entity(), lead, nullptr), Lead::phone.id) == ErrorCode::Required);
    lead.set(Lead::email, text("a@b.cn"));
    CHECK(checkRecord(lead.entity(), lead, nullptr).isEmpty());
    Record interaction = filled(Interaction::entity);
    CHECK(fault(checkRecord(interaction.entity(), interaction, nullptr), Interaction::account.id) ==
          ErrorCode::Required);
    interaction.set(Interaction::lead, Uuid::named("lead"));
    CHECK(checkRecord(interaction.entity(), interaction, nullptr).isEmpty());
}

TEST_CASE("Nothing ends before it starts")
{
    Record project = filled(Project::entity);
    project.set(Project::plannedStart, qint64(100));
    project.set(Project::plannedEnd, qint64(99));
    CHECK(fault(checkRecord(project.entity(), project, nullptr), Project::plannedEnd.id) == ErrorCode::RuleRefused);
    project.set(Project::plannedEnd, qint64(100));
    CHECK(checkRecord(project.entity(), project, nullptr).isEmpty());
}

TEST_CASE("A relationship joins two, a transfer goes elsewhere, a decided risk has a reason")
{
    Record relationship = filled(Relationship::entity);
    relationship.set(Relationship::from, RecordRef{Account::entity, Uuid::named("a")});
    relationship.set(Relationship::to, RecordRef{Account::entity, Uuid::named("a")});
    CHECK(fault(checkRecord(relationship.entity(), relationship, nullptr), Relationship::to.id) ==
          ErrorCode::RuleRefused);

    Record transfer = filled(StockDocument::entity);
    transfer.set(StockDocument::type, dictionaryItemId(text("stock_doc_type"), text("transfer")));
    transfer.set(StockDocument::warehouse, Uuid::named("w"));
    transfer.set(StockDocument::toWarehouse, Uuid::named("w"));
    CHECK(fault(checkRecord(transfer.entity(), transfer, nullptr), StockDocument::toWarehouse.id) ==
          ErrorCode::RuleRefused);

    Record account = filled(Account::entity);
    account.set(Account::creditRiskOverride, qint64(2));
    CHECK(fault(checkRecord(account.entity(), account, nullptr), Account::creditRiskReason.id) == ErrorCode::Required);
}

TEST_CASE("Defaults fill what is empty and nothing else")
{
    Record account(catalogue().at(Account::entity), Uuid::named("a"));
    account.set(Account::accountManager, Uuid::named("somebody"));
    rules::applyDefaults(account, {Uuid::named("me"), Uuid::named("d"), 5, 6});
    CHECK(account[Account::accountManager] == Uuid::named("somebody"));
    CHECK(account.value(system::Owner).id() == Uuid::named("me"));
    CHECK(account.value(system::Department).id() == Uuid::named("d"));
    CHECK(account[Account::status] == Account::Potential);
    CHECK(account[Account::type] == dictionaryItemId(text("customer_type"), text("company")));
    CHECK(account.isNull(Account::number));
}
