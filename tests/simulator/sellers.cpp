// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sellers.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/rules/defaults.h"
#include "common/rules/related.h"

namespace guanxi::test {

using namespace model;

namespace {

constexpr qint64 One = 10'000;
constexpr int MostKnown = 64;

} // namespace

void Sellers::play()
{
    const qint64 dice = m_dice.upTo(99);
    const qint64 before = m_desk.outbox().lastSeq();
    const char *const name = dice < 30 ? "begins to sell" : dice < 45 ? "edits lines" : "makes a step in selling";
    (this->*(dice < 30 ? &Sellers::begin : dice < 45 ? &Sellers::editLines : &Sellers::step))();
    if (const qint64 seq = m_desk.outbox().lastSeq(); seq > before)
        m_world.tell(name, &m_station, QStringLiteral("seq %1").arg(seq));
}

std::optional<Record> Sellers::live(EntityId entity)
{
    const Result<std::vector<storage::StoredRecord>> rows = m_desk.cache().records().loadAfter(entity, 0, MostKnown);
    if (!rows || rows->empty())
        return std::nullopt;
    const Record found = (*rows)[size_t(m_dice.random.below(rows->size()))].record;
    return found.isDeleted() ? std::nullopt : std::optional(found);
}

qint64 Sellers::dayFromNow(qint64 days) const { return rules::dayOf(m_station.clock().wallMs()) + days; }

void Sellers::begin()
{
    static constexpr QList<Record> (Sellers::*makers[])() = {&Sellers::lead,     &Sellers::lead, &Sellers::opportunity, &Sellers::opportunity, &Sellers::planItem,   &Sellers::quote,  &Sellers::quote,
                                                             &Sellers::contract, &Sellers::scan, &Sellers::order,       &Sellers::order,       &Sellers::instalment, &Sellers::payment};
    const QList<Record> made = (this->*makers[m_dice.upTo(std::size(makers) - 1)])();
    if (made.isEmpty())
        return;
    Edit edit;
    edit.record = made.first().ref();
    m_users.note(m_desk.records().saveAll(made, QStringLiteral("save")), edit);
}

QList<Record> Sellers::lead()
{
    Record lead = m_desk.records().create(Lead::entity);
    lead.set(Lead::name, m_users.canary(lead, Lead::name.id));
    lead.set(Lead::source, dictionaryItemId(QStringLiteral("source"), QStringLiteral("phone")));
    if (m_dice.chance(70))
        lead.set(Lead::mobile, QStringLiteral("138%1").arg(m_dice.upTo(99'999'999), 8, 10, QLatin1Char('0')));
    if (m_dice.chance(30))
        lead.set(Lead::assignedTo, m_users.anyUser());
    return {lead};
}

QList<Record> Sellers::opportunity()
{
    Record made = m_desk.records().create(Opportunity::entity);
    made.set(Opportunity::customerName, m_users.canary(made, Opportunity::customerName.id));
    made.set(Opportunity::summary, QStringLiteral("pumps"));
    made.set(Opportunity::probability, 100 * m_dice.upTo(100));
    made.set(Opportunity::amount, m_dice.upTo(100'000) * One);
    made.set(Opportunity::assignedTo, m_dice.chance(70) ? m_desk.user() : m_users.anyUser());
    if (const std::optional<Record> account = live(Account::entity); account && m_dice.chance(50))
        made.set(Opportunity::account, account->id());
    if (const std::optional<Record> hint = live(Lead::entity); hint && m_dice.chance(30))
        made.set(Opportunity::lead, hint->id());
    return {made};
}

QList<Record> Sellers::planItem()
{
    const std::optional<Record> deal = live(Opportunity::entity);
    if (!deal)
        return {};
    Record item = m_desk.records().create(DevelopmentPlanItem::entity);
    item.set(DevelopmentPlanItem::opportunity, deal->id());
    item.set(DevelopmentPlanItem::item, m_users.canary(item, DevelopmentPlanItem::item.id));
    return {item};
}

QList<Record> Sellers::quote()
{
    Record made = m_desk.records().create(Quote::entity);
    made.set(Quote::terms, QStringLiteral("thirty days")); // copied when it is sent: it does not tell where it is from
    made.set(Quote::validUntil, dayFromNow(m_dice.upTo(3)));
    if (const std::optional<Record> account = live(Account::entity))
        made.set(Quote::account, account->id());
    if (const std::optional<Record> deal = live(Opportunity::entity); deal && m_dice.chance(50))
        made.set(Quote::opportunity, deal->id());
    return withLines(made);
}

QList<Record> Sellers::contract()
{
    Record made = m_desk.records().create(Contract::entity);
    made.set(Contract::title, m_users.canary(made, Contract::title.id));
    made.set(Contract::amount, m_dice.upTo(50) * One);
    if (const std::optional<Record> account = live(Account::entity))
        made.set(Contract::account, account->id());
    if (const std::optional<Record> deal = live(Opportunity::entity); deal && m_dice.chance(50))
        made.set(Contract::opportunity, deal->id());
    return {made};
}

QList<Record> Sellers::scan()
{
    const std::optional<Record> signedOne = live(Contract::entity);
    if (!signedOne)
        return {};
    Record made = m_desk.records().create(Document::entity);
    made.set(Document::name, m_users.canary(made, Document::name.id));
    made.set(Document::parent, signedOne->ref());
    return {made};
}

QList<Record> Sellers::order()
{
    const std::optional<Record> account = live(Account::entity);
    if (!account)
        return {};
    Record made = m_desk.records().create(SalesOrder::entity);
    made.set(SalesOrder::account, account->id());
    made.set(SalesOrder::deliveryAddress, m_users.canary(made, SalesOrder::deliveryAddress.id));
    return withLines(made);
}

QList<Record> Sellers::instalment()
{
    const bool ofOrder = m_dice.chance(50);
    const std::optional<Record> document = live(ofOrder ? SalesOrder::entity : Contract::entity);
    if (!document)
        return {};
    Record made = m_desk.records().create(PaymentPlan::entity);
    made.set(ofOrder ? PaymentPlan::order : PaymentPlan::contract, document->id());
    made.set(PaymentPlan::dueOn, dayFromNow(m_dice.upTo(20) - 10));
    made.set(PaymentPlan::amount, m_dice.upTo(30) * One);
    return {made};
}

QList<Record> Sellers::payment()
{
    const bool ofOrder = m_dice.chance(50);
    const std::optional<Record> document = live(ofOrder ? SalesOrder::entity : Contract::entity);
    const FieldId account = ofOrder ? SalesOrder::account.id : Contract::account.id;
    if (!document || document->value(account).isNull())
        return {};
    Record made = m_desk.records().create(Payment::entity);
    made.set(ofOrder ? Payment::order : Payment::contract, document->id());
    made.setValue(Payment::account.id, document->value(account));
    made.set(Payment::method, dictionaryItemId(QStringLiteral("payment_method"), QStringLiteral("transfer")));
    const qint64 whole = ofOrder ? qint64((*document)[SalesOrder::total]) : qint64((*document)[Contract::amount]);
    made.set(Payment::amount, m_dice.chance(60) ? qMax(One, whole) : (1 + m_dice.upTo(30)) * One);
    return {made};
}

Record Sellers::lineOf(const Record &document, qint64 position)
{
    const Entity &entity = m_desk.catalogue().at(document.entity().totals->lines);
    Record line = m_desk.records().create(entity.id);
    line.setValue(entity.parentField, document.id());
    if (const std::optional<Record> product = live(Product::entity)) {
        line.setValue(entity.line->product, product->id());
        line.setValue(entity.line->price, product->value(Product::price.id));
    } else {
        line.setValue(entity.line->price, Value(m_dice.upTo(500) * One));
    }
    line.setValue(entity.line->quantity, Value((1 + m_dice.upTo(11)) * One));
    if (m_dice.chance(30))
        line.setValue(entity.line->discount, Value(100 * m_dice.upTo(30)));
    if (entity.line->position != 0)
        line.setValue(entity.line->position, Value(position));
    return line;
}

QList<Record> Sellers::withLines(const Record &document)
{
    QList<Record> records{document};
    for (qint64 position = 1, last = m_dice.upTo(3); position <= last; ++position)
        records.append(lineOf(document, position));
    return records;
}

QList<Record> Sellers::linesOf(const Record &document)
{
    storage::Query query;
    query.entity = document.entity().totals->lines;
    query.filter = storage::Filter::is(m_desk.catalogue().at(query.entity).parentField, document.id());
    const Result<QList<Record>> lines = m_desk.records().findNow(query);
    return lines ? *lines : QList<Record>();
}

void Sellers::editLines()
{
    const EntityId documents[] = {Quote::entity, Quote::entity, SalesOrder::entity, Opportunity::entity};
    const std::optional<Record> document = live(documents[m_dice.upTo(3)]);
    if (!document)
        return;
    QList<Record> lines = linesOf(*document);
    Record line = lines.isEmpty() || m_dice.chance(25) ? lineOf(*document, lines.size() + 1) : m_dice.oneOf(lines);
    const LineFields &fields = *line.entity().line;
    const qint64 kind = m_dice.upTo(99);
    if (line.rev() > 0 && kind < 15)
        line.setDeleted(true);
    else if (kind < 60)
        line.setValue(fields.quantity, Value((1 + m_dice.upTo(40)) * One));
    else if (kind < 80)
        line.setValue(fields.price, Value(m_dice.upTo(2000) * One));
    else
        line.setValue(fields.discount, Value(100 * m_dice.upTo(40)));
    Edit edit;
    edit.record = line.ref();
    m_users.note(m_desk.records().saveAll({line}, QStringLiteral("save")), edit);
}

void Sellers::prepare(Record &record, const Transition &step)
{
    if (record.entity().id == Opportunity::entity && step.id == Opportunity::MoveStage) {
        if (const std::optional<Record> stage = live(PipelineStage::entity); stage && (*stage)[PipelineStage::outcome] == PipelineStage::Open)
            rules::enterStage(record, *stage, [this](const RecordRef &ref) { return m_desk.records().load(ref).value(); });
        return;
    }
    if (record.entity().id == Opportunity::entity && step.id == Opportunity::ConvertToProject)
        if (const std::optional<Record> project = live(Project::entity))
            record.set(Opportunity::project, project->id());
    for (const FieldId id : step.required) {
        const Field &field = *record.entity().field(id);
        if (!record.value(id).isNull() && field.targets != QList<EntityId>{ids::User})
            continue;
        if (field.type == FieldType::Date)
            record.setValue(id, Value(dayFromNow(0)));
        else if (field.targets == QList<EntityId>{ids::User})
            record.setValue(id, Value(m_users.anyUser()));
        else if (field.type != FieldType::Reference)
            record.setValue(id, Value(m_users.canary(record, id)));
        else if (const std::optional<Record> target = live(field.targets.first()))
            record.setValue(id, Value(target->id()));
    }
}

void Sellers::step()
{
    std::optional<Record> record = live(soldEntities()[m_dice.upTo(soldEntities().size() - 1)]);
    if (!record)
        return;
    // Also what is offered only as part of something larger, and what is refused.
    QList<const Transition *> steps = record->entity().machine.leaving(int(record->value(record->entity().machine.field).number()));
    steps.removeIf([](const Transition *step) { return step->automatic; });
    if (steps.isEmpty())
        return;
    const Transition &step = *m_dice.oneOf(steps);
    prepare(*record, step);
    Edit edit;
    edit.record = record->ref();
    m_users.note(m_desk.records().transition(*record, step.id), edit);
}

void shipSomething(World &world, Dice &dice)
{
    MemoryServer &server = world.server();
    QList<Record> orders = server.all(SalesOrder::entity);
    orders.removeIf([](const Record &order) { return order.isDeleted() || (order[SalesOrder::status] != SalesOrder::Reviewed && order[SalesOrder::status] != SalesOrder::PartlyShipped); });
    if (orders.isEmpty())
        return;
    Record &order = dice.oneOf(orders);
    const bool isPart = order[SalesOrder::status] == SalesOrder::Reviewed && dice.chance(30);
    order.set(SalesOrder::status, qint64(isPart ? SalesOrder::PartlyShipped : SalesOrder::Shipped));
    server.update(order);
}

} // namespace guanxi::test
