// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/offers.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/rules/defaults.h"
#include "tests/simulator/labcatalogue.h"

namespace guanxi::test {

using namespace model;

namespace {

constexpr qint64 Yuan = 10'000;

Record blank(MemoryServer &server, Random &random, EntityId entity, const Uuid &id = {})
{
    return Record(server.catalogue().at(entity), id.isNull() ? Uuid::fromBytes(random.bytes(Uuid::Size)) : id);
}

Uuid stageOf(const State &state)
{
    const char *const code = state.id == Opportunity::Developing ? "potential" : state.id == Opportunity::Succeeded ? "won" : "lost";
    return defaultStageId(QString::fromLatin1(code));
}

/// The business of one user: whatever he needs to make any step.
class Business
{
public:
    Business(MemoryServer &server, Random &random, const Uuid &user, qint64 nowMs) : m_server(server), m_random(random), m_user(user), m_nowMs(nowMs), m_today(rules::dayOf(nowMs)) {}

    /// One in each of its states, with what belongs to it.
    QList<Record> all(const Record &customer, const Record &product)
    {
        Record project = blank(m_server, m_random, Project::entity);
        project.set(Project::name, QStringLiteral("project"));
        project.set(Project::account, customer.id());
        QList<Record> rows{customer, project};
        for (const EntityId entity : soldEntities())
            for (const State &state : m_server.catalogue().at(entity).machine.states) {
                const Record made = begin(entity, customer, state);
                rows << made << beside(made, product);
                if (entity == Opportunity::entity && m_deal.isNull())
                    m_deal = made.id();
                if (entity == Opportunity::entity && state.id == Opportunity::Succeeded)
                    m_won = made.id();
            }
        return rows;
    }

private:
    /// As somebody would begin it who fills in what must be there.
    Record begin(EntityId id, const Record &customer, const State &state)
    {
        Record made = blank(m_server, m_random, id);
        rules::applyDefaults(made, {m_user, {}, m_nowMs, m_today});
        for (const Field &field : made.entity().fields()) {
            if (field.targets == QList<EntityId>{Account::entity} && field.id != Lead::convertedAccount.id)
                made.setValue(field.id, Value(customer.id()));
            if (!field.required || !made.value(field.id).isNull())
                continue;
            if (field.type == FieldType::Date)
                made.setValue(field.id, Value(m_today + 2));
            else if (field.type == FieldType::Text || field.type == FieldType::LongText)
                made.setValue(field.id, Value(QStringLiteral("business")));
            else if (field.type == FieldType::Reference && field.targets.first() == Opportunity::entity)
                made.setValue(field.id, Value(m_deal));
            else if (field.type == FieldType::Dictionary)
                made.setValue(field.id, Value(dictionaryItemId(QStringLiteral("source"), QStringLiteral("phone"))));
            else if (field.type == FieldType::Money || field.type == FieldType::Percent)
                made.setValue(field.id, Value(20 * Yuan));
        }
        if (id == Contract::entity)
            made.set(Contract::opportunity, m_won);
        if (id == Lead::entity)
            made.set(Lead::mobile, QStringLiteral("13812345678"));
        if (id == Opportunity::entity)
            made.set(Opportunity::stage, stageOf(state));
        made.setValue(made.entity().machine.field, Value(qint64(state.id)));
        made.setValue(system::Owner, Value(m_user));
        return made;
    }

    QList<Record> beside(const Record &of, const Record &product)
    {
        if (of.entity().id == Contract::entity)
            return besideContract(of);
        if (!of.entity().totals)
            return {};
        const Entity &entity = m_server.catalogue().at(of.entity().totals->lines);
        Record line = blank(m_server, m_random, entity.id);
        line.setValue(entity.parentField, Value(of.id()));
        line.setValue(entity.line->product, Value(product.id()));
        line.setValue(entity.line->quantity, Value(2 * Yuan));
        line.setValue(entity.line->price, product.value(Product::price.id));
        if (entity.line->position != 0)
            line.setValue(entity.line->position, Value(qint64(1)));
        if (const Field *unit = entity.field(u"unit"))
            line.setValue(unit->id, product.value(Product::unit.id));
        if (of.entity().id == SalesOrder::entity && of[SalesOrder::status] == SalesOrder::Shipped)
            return {line, paid(of, Payment::order.id)};
        return {line};
    }

    QList<Record> besideContract(const Record &contract)
    {
        Record scan = blank(m_server, m_random, Document::entity), due = blank(m_server, m_random, PaymentPlan::entity);
        scan.set(Document::name, QStringLiteral("scan"));
        scan.set(Document::parent, contract.ref());
        due.set(PaymentPlan::contract, contract.id());
        due.set(PaymentPlan::dueOn, m_today);
        due.set(PaymentPlan::amount, 10 * Yuan);
        return contract[Contract::status] == Contract::Executing ? QList<Record>{scan, due, paid(contract, Payment::contract.id)} : QList<Record>{scan, due};
    }

    /// More than anything here costs.
    Record paid(const Record &document, FieldId by)
    {
        Record payment = blank(m_server, m_random, Payment::entity);
        rules::applyDefaults(payment, {m_user, {}, m_nowMs, m_today});
        payment.setValue(by, Value(document.id()));
        payment.setValue(Payment::account.id, document.value(document.entity().field(u"account")->id));
        payment.set(Payment::amount, 1'000'000 * Yuan);
        payment.set(Payment::method, dictionaryItemId(QStringLiteral("payment_method"), QStringLiteral("transfer")));
        return payment;
    }

    MemoryServer &m_server;
    Random &m_random;
    const Uuid m_user;
    const qint64 m_nowMs;
    const qint64 m_today;
    Uuid m_deal; ///< what plans belong to
    Uuid m_won;  ///< what contracts are about
};

} // namespace

void addOffers(MemoryServer &server, Random &random)
{
    const auto begin = [&](EntityId entity, const Uuid &id = {}) { return blank(server, random, entity, id); };
    Record pipeline = begin(Pipeline::entity, defaultPipelineId());
    pipeline.set(Pipeline::name, QStringLiteral("sales"));
    pipeline.set(Pipeline::active, qint64(1));
    QList<Record> rows{pipeline};
    for (const auto &[code, outcome] : {std::pair("potential", PipelineStage::Open), std::pair("interested", PipelineStage::Open), std::pair("won", PipelineStage::Won), std::pair("lost", PipelineStage::Lost)}) {
        Record stage = begin(PipelineStage::entity, defaultStageId(QLatin1StringView(code)));
        stage.set(PipelineStage::pipeline, pipeline.id());
        stage.set(PipelineStage::position, qint64(rows.size()));
        stage.set(PipelineStage::code, QString::fromLatin1(code));
        stage.set(PipelineStage::label, QStringLiteral("{}"));
        stage.set(PipelineStage::outcome, qint64(outcome));
        stage.set(PipelineStage::defaultProbability, 1000 * rows.size());
        rows.append(stage);
    }
    Record category = begin(ProductCategory::entity), segment = begin(Segment::entity);
    category.set(ProductCategory::name, QStringLiteral("pumps"));
    segment.set(Segment::name, QStringLiteral("slow ones"));
    rows += {category, segment};
    for (const qint64 price : {90 * Yuan, 40'000 * Yuan}) {
        Record product = begin(Product::entity);
        product.set(Product::name, QStringLiteral("pump"));
        product.set(Product::category, category.id());
        product.set(Product::unit, dictionaryItemId(QStringLiteral("unit"), QStringLiteral("pc")));
        product.set(Product::price, price);
        product.set(Product::cost, price / 2);
        rows.append(product);
    }
    Record cheaper = begin(PriceItem::entity);
    cheaper.set(PriceItem::product, rows.last().id());
    cheaper.set(PriceItem::minQuantity, 10 * Yuan);
    cheaper.set(PriceItem::price, 30'000 * Yuan);
    server.insertAll(rows << cheaper);
}

void addBusiness(MemoryServer &server, Random &random, qint64 nowMs)
{
    const Uuid user = server.members().first().user;
    Record customer = blank(server, random, Account::entity);
    customer.set(Account::name, QStringLiteral("customer"));
    customer.set(Account::region, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E")));
    customer.set(Account::accountManager, user);
    customer.setValue(system::Owner, Value(user));
    server.insertAll(Business(server, random, user, nowMs).all(customer, server.all(Product::entity).first()));
}

void allowSelling(MemoryServer &server, const QList<Uuid> &roles)
{
    static constexpr Reach reaches[] = {Reach::All, Reach::Department, Reach::Own, Reach::All};
    for (qsizetype at = 0; at < roles.size(); ++at) {
        for (const EntityId entity : offeredEntities())
            server.allow(roles[at], entity, Reach::All, false);
        for (const EntityId entity : soldEntities() + entitiesBeside())
            server.allow(roles[at], entity, reaches[at], at < 3);
        for (const EntityId entity : at < 2 ? soldEntities() : QList<EntityId>())
            server.allow(roles[at], entity, Action::Approve, reaches[at]);
    }
}

} // namespace guanxi::test
