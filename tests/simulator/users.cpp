// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/users.h"

#include "app/views/generic/conflictsolver.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "tests/simulator/sellers.h"

namespace guanxi::test {

using namespace model;

namespace {

/// So few that desks take the same one.
const QStringList TaxNumbers{QStringLiteral("91310000MA1FL5XA20"), QStringLiteral("91310000MA1FL5XB0T"), QStringLiteral("91310000MA1FL5XC9P"),
                             QStringLiteral("91310000MA1FL5XD7J")};
const QStringList Codes{QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")};
/// More than these go as parts.
constexpr qint64 ImportPart = 500;
constexpr int SellingPercent = 60;

} // namespace

void Users::play()
{
    static constexpr struct {
        int below;
        const char *name;
        void (Users::*action)();
    } actions[] = {{44, "edits", &Users::edit}, {66, "creates", &Users::create}, {74, "makes a step", &Users::step},
                   {82, "deletes or restores", &Users::removeOrRestore}, {87, "moves", &Users::move}, {92, "undoes", &Users::undo},
                   {98, "resolves", &Users::resolve}, {100, "imports", &Users::import}};
    if (m_world.sells() && m_dice.chance(SellingPercent))
        return Sellers(*this, m_world, m_station, m_dice).play();
    const qint64 dice = m_dice.upTo(99);
    const auto &chosen = *std::find_if(std::begin(actions), std::end(actions), [dice](const auto &action) { return dice < action.below; });
    const qint64 before = m_desk.outbox().lastSeq();
    (this->*chosen.action)();
    if (const qint64 seq = m_desk.outbox().lastSeq(); seq > before)
        m_world.tell(chosen.name, &m_station, QStringLiteral("seq %1").arg(seq));
}

QString Users::canary(const Record &record, FieldId field) { return m_world.diary().canary(m_desk.user(), record.ref(), field); }

std::optional<Record> Users::any(EntityId entity)
{
    const Result<std::vector<storage::StoredRecord>> rows = m_desk.cache().records().loadAfter(entity, 0, 64);
    if (!rows || rows->empty())
        return std::nullopt;
    // Where everybody works at once.
    if (m_dice.chance(50))
        return rows->at(qMin(size_t(m_dice.upTo(1)), rows->size() - 1)).record;
    return (*rows)[size_t(m_dice.random.below(rows->size()))].record;
}

Uuid Users::anyUser()
{
    const QList<OpenDoor::Member> &members = m_world.server().members();
    return members[m_dice.upTo(m_world.plan().deskCount() - 1)].user;
}

Edit Users::before(const Record &record, FieldId field)
{
    Edit edit;
    edit.record = record.ref();
    edit.field = field;
    edit.seen = record.value(field);
    // What shows with a change of mine on top is not what the server has: whose value it was cannot be told from here.
    // Nor while the desk compares itself with a server that was put back.
    edit.foresees = !m_desk.cache().isPending(record.ref()).value() && !m_desk.cache().comparison();
    return edit;
}

void Users::note(const Result<app::Saved> &saved, Edit edit)
{
    // What a machine says that has just gone down is heard by nobody: it may be saved, or not.
    if (m_station.disk() && (!saved || m_station.disk()->isDown()))
        m_world.diary().doubt(edit.record);
    if (!saved || saved->seq == 0 || (m_station.disk() && m_station.disk()->isDown()))
        return;
    edit.user = m_desk.user();
    edit.replica = m_desk.outbox().identity().replica;
    edit.seq = saved->seq;
    edit.action = saved->action;
    edit.epoch = m_desk.cache().epoch();
    m_world.diary().note(edit);
    m_world.watch().saved(m_station, edit);
}

void Users::editText(Record record, TextField field)
{
    Edit edit = before(record, field.id);
    edit.value = canary(record, field.id);
    record.set(field, field.id == Account::website.id && record.ref().entity == Account::entity ? QStringLiteral("https://%1.cn").arg(edit.value)
                                                                                                 : edit.value);
    note(m_desk.records().save(record), edit);
}

void Users::edit()
{
    const qint64 kind = m_dice.upTo(99);
    const std::optional<Record> found = any(kind < 30 ? Account::entity : kind < 55 ? Contact::entity : Deal::entity);
    if (!found || found->isDeleted())
        return;
    if (found->ref().entity == Deal::entity)
        return editDeal(*found);
    const QList<TextField> fields = found->ref().entity == Account::entity
        ? QList<TextField>{Account::shortName, Account::address, Account::website}
        : QList<TextField>{Contact::position, Contact::remark};
    editText(*found, m_dice.oneOf(fields));
}

void Users::editDeal(Record deal)
{
    const qint64 kind = m_dice.upTo(99);
    if (kind < 30) {
        QList<TextField> fields{Deal::title, Deal::secret, Deal::priority};
        if (deal.entity().field(Deal::hint.id))
            fields.append(Deal::hint);
        return editText(deal, m_dice.oneOf(fields));
    }
    Edit edit;
    if (kind < 50) {
        edit = before(deal, Deal::amount.id);
        edit.delta = 1 + m_dice.upTo(99);
        deal.set(Deal::amount, deal[Deal::amount] + edit.delta);
    } else if (kind < 62) {
        edit = before(deal, Deal::tags.id);
        edit.value = canary(deal, Deal::tags.id);
        QStringList tags = deal[Deal::tags];
        if (!tags.isEmpty() && m_dice.chance(30))
            tags.removeFirst();
        deal.set(Deal::tags, tags << edit.value);
    } else if (kind < 74) {
        edit = before(deal, Deal::log.id);
        edit.value = canary(deal, Deal::log.id);
        deal.set(Deal::log, deal[Deal::log] + edit.value + u'\n');
    } else if (kind < 86) {
        edit = before(deal, Deal::notes.id);
        edit.value = canary(deal, Deal::notes.id);
        QStringList lines = deal[Deal::notes].split(u'\n');
        lines.insert(m_dice.upTo(lines.size()), edit.value);
        deal.set(Deal::notes, lines.join(u'\n'));
    } else if (kind < 93) {
        edit = before(deal, Deal::code.id);
        deal.set(Deal::code, m_dice.oneOf(Codes));
    } else {
        edit = before(deal, Deal::parent.id);
        if (const std::optional<Record> parent = any(Deal::entity))
            deal.set(Deal::parent, parent->id());
    }
    note(m_desk.records().save(deal), edit);
}

Record Users::newRecord(EntityId entity)
{
    Record record = m_desk.records().create(entity);
    if (entity == Contact::entity) {
        record.set(Contact::name, canary(record, Contact::name.id));
        if (const int role = record.id().bytes().back() & 7; role >= 1 && role <= 5) // the server works out the importance
            record.set(Contact::decisionRole, qint64(role));
        record.set(Contact::side, dictionaryItemId(QStringLiteral("contact_side"), QStringLiteral("customer")));
        if (const std::optional<Record> account = any(Account::entity))
            record.set(Contact::account, account->id());
    } else if (entity == Account::entity) {
        record.set(Account::name, canary(record, Account::name.id));
        record.set(Account::region, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E")));
        record.set(Account::accountManager, m_desk.user());
        if (m_dice.chance(30))
            record.set(Account::taxNumber, m_dice.oneOf(TaxNumbers));
    } else if (entity == Visit::entity) {
        record.set(Visit::title, canary(record, Visit::title.id));
    } else {
        record.set(Deal::title, canary(record, Deal::title.id));
        if (m_dice.chance(30))
            record.set(Deal::code, m_dice.oneOf(Codes));
        if (const std::optional<Record> account = any(Account::entity); account && m_dice.chance(50))
            record.set(Deal::account, account->id());
    }
    return record;
}

void Users::create()
{
    const qint64 kind = m_dice.upTo(99);
    const bool knowsVisits = m_desk.catalogue().entity(Visit::entity);
    const Record record = newRecord(kind < 35 ? Account::entity : kind < 65 ? Contact::entity : kind < 80 && knowsVisits ? Visit::entity : Deal::entity);
    Edit edit;
    edit.record = record.ref();
    edit.value = record.value(record.entity().titleFields.first()).text();
    note(m_desk.records().save(record), edit);
}

void Users::import()
{
    // Seldom so many that they go as parts.
    const qint64 count = m_dice.chance(4) ? ImportPart + 20 : 5 + m_dice.upTo(20);
    QList<Record> records;
    for (qint64 i = 0; i < count; ++i)
        records.append(newRecord(Contact::entity));
    const Result<app::Saved> saved = m_desk.records().saveAll(records, QStringLiteral("import"));
    if (!saved)
        return;
    // The answer names the last part.
    const qint64 parts = (count + ImportPart - 1) / ImportPart;
    for (qint64 i = 0; i < count; ++i) {
        Edit edit;
        edit.record = records[i].ref();
        edit.value = records[i][Contact::name];
        app::Saved part = *saved;
        edit.part = int(i / ImportPart) + 1;
        part.seq -= parts - edit.part;
        note(part, edit);
    }
}

void Users::move()
{
    std::optional<Record> record = any(m_dice.chance(50) ? Account::entity : Deal::entity);
    if (!record || record->isDeleted())
        return;
    record->setValue(record->ref().entity == Account::entity && m_dice.chance(50) ? Account::accountManager.id : system::Owner, anyUser());
    if (const std::optional<Record> department = any(ids::Department); department && m_dice.chance(50))
        record->setValue(system::Department, department->id());
    static_cast<void>(m_desk.records().save(*record).ok());
}

void Users::removeOrRestore()
{
    const qint64 kind = m_dice.upTo(2);
    const std::optional<Record> record = any(kind == 0 ? Account::entity : kind == 1 ? Contact::entity : Deal::entity);
    if (!record)
        return;
    if (record->isDeleted())
        return static_cast<void>(m_desk.records().restore({record->ref()}).ok());
    QList<RecordRef> refs{record->ref()};
    if (kind == 0) // with all its contacts
        for (const storage::StoredRecord &contact : m_desk.cache().records().loadAfter(Contact::entity, 0, 64).value())
            if (contact.record[Contact::account] == record->id() && !contact.record.isDeleted())
                refs.append(contact.record.ref());
    static_cast<void>(m_desk.records().remove(refs).ok());
}

void Users::step()
{
    const std::optional<Record> deal = any(Deal::entity);
    if (!deal)
        return;
    const QList<const Transition *> possible = m_desk.records().transitions(*deal);
    if (!possible.isEmpty())
        static_cast<void>(m_desk.records().transition(*deal, m_dice.oneOf(possible)->id).ok());
}

void Users::undo()
{
    const Uuid action = m_desk.records().lastUndoable();
    if (action.isNull())
        return;
    const Result<app::Saved> saved = m_desk.records().undo(action);
    for (Edit edit : m_world.diary().editsOf(action)) {
        m_world.watch().forget(m_station, edit.record);
        if (edit.delta == 0)
            continue;
        edit.delta = -edit.delta;
        edit.value.clear();
        edit.foresees = false;
        note(saved, edit);
    }
}

void Users::noteSums(const QSet<RecordRef> &records, const std::function<Result<app::Saved>()> &save)
{
    QHash<RecordRef, qint64> before;
    const auto amount = [&](const RecordRef &ref) {
        const Result<Record> deal = m_desk.records().load(ref);
        return deal ? (*deal)[Deal::amount] : 0;
    };
    for (const RecordRef &ref : records)
        if (ref.entity == Deal::entity)
            before.insert(ref, amount(ref));
    const Result<app::Saved> saved = save();
    for (auto deal = before.cbegin(); deal != before.cend(); ++deal) {
        Edit edit;
        edit.record = deal.key();
        edit.field = Deal::amount.id;
        edit.delta = amount(deal.key()) - *deal;
        if (edit.delta != 0)
            note(saved, edit);
    }
}

void Users::resolve()
{
    app::ConflictSolver solver(m_desk.records(), m_station.clock());
    const Result<QList<app::ConflictCase>> open = solver.open();
    if (!open || open->isEmpty())
        return;
    const app::ConflictCase &conflict = m_dice.oneOf(*open);
    QSet<RecordRef> records{conflict.about};
    for (const RecordChange &change : conflict.parked.changes)
        records.insert(change.record);
    for (const RecordRef &ref : std::as_const(records))
        m_world.watch().forget(m_station, ref);
    const qint64 way = m_dice.upTo(2);
    if (conflict.isWhole())
        noteSums(records, [&] { return way == 0 ? solver.discard(conflict) : solver.resubmit(conflict); });
    else if (way == 0)
        noteSums(records, [&] { return solver.takeMine(conflict); });
    else if (way == 1)
        static_cast<void>(solver.keepTheirs(conflict).ok());
    else if (conflict.field->type == FieldType::Text && conflict.field->id != Account::website.id) {
        const QString value = m_world.diary().canary(m_desk.user(), conflict.about, conflict.field->id);
        Edit edit;
        edit.value = value;
        edit.record = conflict.about;
        note(solver.takeThird(conflict, Value(value)), edit);
    }
}

namespace {

void changeGrants(World &world, Dice &dice)
{
    MemoryServer &server = world.server();
    QList<Record> extra; // beside the first ones
    for (const Record &grant : server.all(RoleGrant::entity))
        if (grant.rev() > world.foundedAt() && grant.isNull(RoleGrant::revokedAt))
            extra.append(grant);
    if (!extra.isEmpty() && dice.chance(45))
        return server.revoke(dice.oneOf(extra).id());
    const QList<Record> roles = server.all(Role::entity);
    const Uuid user = server.members()[dice.upTo(world.plan().deskCount() - 1)].user;
    const qint64 until = dice.chance(30) ? world.serverClock().wallMs() + 3000 : 0;
    server.grant(user, dice.oneOf(roles).id(), until);
}

void changeShares(World &world, Dice &dice)
{
    MemoryServer &server = world.server();
    const QList<Record> shares = server.all(Share::entity);
    if (!shares.isEmpty() && dice.chance(50)) {
        const Record &share = dice.oneOf(shares);
        server.commit({{share.isDeleted() ? ChangeKind::Restore : ChangeKind::Delete, share.ref(), share.rev(), {}}});
        return;
    }
    const QList<Record> rows = server.all(dice.chance(50) ? Account::entity : Deal::entity);
    if (rows.isEmpty())
        return;
    Record share(server.catalogue().at(Share::entity), dice.newId());
    share.set(Share::record, dice.oneOf(rows).ref());
    share.set(Share::sharee, RecordRef{ids::User, server.members()[dice.upTo(world.plan().deskCount() - 1)].user});
    if (dice.chance(30))
        share.set(Share::validTo, world.serverClock().wallMs() + 5000);
    server.insert(share);
}

void moveSomething(World &world, Dice &dice)
{
    MemoryServer &server = world.server();
    const QList<Record> departments = server.all(ids::Department);
    QList<Record> rows = server.all(dice.chance(15) ? ids::User : dice.chance(50) ? Account::entity : Deal::entity);
    rows.removeIf([](const Record &row) { return row.isDeleted(); });
    if (rows.isEmpty())
        return;
    Record &row = dice.oneOf(rows);
    row.setValue(system::Department, dice.oneOf(departments).id());
    if (row.ref().entity != ids::User)
        row.setValue(system::Owner, server.members()[dice.upTo(world.plan().deskCount() - 1)].user);
    server.update(row);
}

} // namespace

void playAdministrator(World &world, Dice &dice)
{
    // His commands are repeated until they succeed: a bad disk is not what they are about.
    const Quiet quiet(world.serverDisk());
    const qint64 kind = dice.upTo(99);
    world.tell(kind < 45 ? "grants or revokes" : kind < 65 ? "shares" : "moves something");
    if (kind < 45)
        changeGrants(world, dice);
    else if (kind < 65)
        changeShares(world, dice);
    else if (world.sells() && dice.chance(50))
        shipSomething(world, dice);
    else
        moveSomething(world, dice);
}

} // namespace guanxi::test
