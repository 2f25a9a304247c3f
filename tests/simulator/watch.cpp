// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/watch.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "tests/simulator/world.h"

namespace guanxi::test {

using namespace model;
using namespace protocol;

namespace {

/// What may wait for one connection: the server's own budget and what a commit may add.
constexpr qint64 MostQueued = 2 * 1024 * 1024;
constexpr qsizetype RememberedPulls = 4;

/// What a frame says, if it is of one of these types.
std::optional<Message> messageIn(const QByteArray &frame, protocol::Role reader, std::initializer_list<MessageType> types)
{
    const MessageType type = frame.size() > 4 ? MessageType(quint8(frame[4])) : MessageType();
    if (std::find(types.begin(), types.end(), type) == types.end())
        return std::nullopt;
    FrameReader frames(FrameLimits::of(reader, ConnectionState::SignedIn));
    frames.append(frame);
    const Result<std::optional<Frame>> read = frames.next();
    if (!read || !read->has_value())
        return std::nullopt;
    const Result<Message> message = decodePayload(type, (*read)->payload);
    return message ? std::optional(*message) : std::nullopt;
}

} // namespace

bool holds(const Value &value, const QString &text)
{
    return value.is<QStringList>() ? value.as<QStringList>().contains(text) : value.text().contains(text);
}

void Watch::refresh()
{
    const std::pair now(m_world.server().hub().head().value(), m_world.serverClock().wallMs());
    if (now.first != m_asOf.first)
        m_scopes.clear();
    if (now != m_asOf)
        m_rights.clear();
    m_asOf = now;
}

void Watch::ticked() { m_tickedAt = m_world.serverClock().wallMs(); }

QList<Rights> Watch::rightsOf(Station &station)
{
    const Uuid &user = station.desk().user();
    if (!m_rights.contains(user))
        m_rights.insert(user, {m_world.server().rightsOf(user), m_world.server().rightsOf(user, m_tickedAt)});
    return m_rights[user];
}

QList<ScopeKey> Watch::scopesOf(const RecordRef &ref)
{
    const auto known = m_scopes.constFind(ref);
    if (known != m_scopes.constEnd())
        return *known;
    MemoryServer &server = m_world.server();
    const Record row = server.record(ref);
    const SharesOf shares = [&](const RecordRef &about) {
        QList<Uuid> sharees;
        for (const Record &share : server.all(Share::entity))
            if (!share.isDeleted() && share[Share::record] == about)
                sharees.append(share[Share::sharee].id);
        return sharees;
    };
    const QList<ScopeKey> scopes =
        row.isValid() ? model::scopesOf(row.entity(), placeOf(row, [&](const RecordRef &parent) { return server.record(parent); }, shares)) : QList<ScopeKey>();
    m_scopes.insert(ref, scopes);
    return scopes;
}

void Watch::asked(const Wire &wire, const QByteArray &frame)
{
    const std::optional<Message> message = messageIn(frame, protocol::Role::Server, {MessageType::Pull});
    if (const Pull *pull = message ? std::get_if<Pull>(&*message) : nullptr) {
        QList<qint64> &cursors = m_cursors[&wire];
        cursors.append(pull->cursor.rev);
        if (cursors.size() > RememberedPulls)
            cursors.removeFirst();
    }
}

void Watch::sent(Station &station, const Wire &wire, const QByteArray &frame)
{
    if (const qint64 queued = wire.waiting(protocol::Role::Server); queued > MostQueued)
        m_world.complain(QStringLiteral("bounds: %1 bytes wait for %2").arg(queued).arg(station.name()));
    const std::optional<Message> message = messageIn(frame, protocol::Role::Client, {MessageType::Page, MessageType::Live});
    if (!message)
        return;
    refresh();
    const qint64 waiting = wire.waiting(protocol::Role::Server);
    if (std::holds_alternative<Live>(*message) && waiting > World::LiveBudget)
        m_world.complain(QStringLiteral("bounds: %1 is sent live what changes though %2 bytes wait").arg(station.name()).arg(waiting));
    if (const Page *page = std::get_if<Page>(&*message)) {
        checkPage(station, wire, *page);
        for (const QByteArray &row : page->upserts)
            checkRow(station, row);
    }
    if (const Live *live = std::get_if<Live>(&*message))
        for (const QByteArray &row : live->upserts)
            checkRow(station, row);
}

void Watch::checkPage(Station &station, const Wire &wire, const Page &page)
{
    // Who reads nothing anew gets what changed since the cursor he named, and nothing else. Two pulls may be on the way.
    if (!page.loads.isEmpty() || !page.drops.isEmpty())
        return;
    const QList<qint64> cursors = m_cursors.value(&wire);
    const qint64 read = cursors.isEmpty() ? 0 : *std::min_element(cursors.begin(), cursors.end());
    for (const QByteArray &bytes : page.upserts)
        if (const Record row = decodeRecord(bytes, m_world.catalogue()); row.isValid() && row.rev() <= read)
            m_world.complain(QStringLiteral("bounds: %1 is sent %2 rev %3 though it has read up to %4")
                                 .arg(station.name(), row.entity().name).arg(row.rev()).arg(read));
}

void Watch::checkRow(Station &station, const QByteArray &bytes)
{
    const QList<Diary::Canary> canaries = m_world.diary().canariesIn(bytes);
    if (canaries.isEmpty())
        return;
    const Record row = decodeRecord(bytes, m_world.catalogue());
    const QList<ScopeKey> scopes = scopesOf(row.ref());
    const QList<Rights> rights = rightsOf(station);
    const bool seesRow = std::any_of(rights.begin(), rights.end(), [&](const Rights &either) {
        const QSet<ScopeKey> granted = either.visibleScopes(m_world.catalogue());
        return std::any_of(scopes.begin(), scopes.end(), [&](const ScopeKey &scope) { return granted.contains(scope); });
    });
    if (!seesRow)
        return m_world.complain(QStringLiteral("leak: %1 is sent %2, which it may not see").arg(station.name(), row.entity().name));
    for (const Diary::Canary &canary : canaries) {
        // A conflict shows its author what he wrote, and values of its record to others who may read the field.
        const bool conflict = row.ref().entity == Conflict::entity;
        if (canary.author == station.desk().user() && conflict)
            continue;
        const Entity &entity = m_world.catalogue().at(canary.record.entity);
        const Field &field = *entity.field(canary.field);
        if (!conflict && canary.record != row.ref())
            return m_world.complain(QStringLiteral("leak: %1 is sent text of another %2").arg(station.name(), entity.name));
        if (std::none_of(rights.begin(), rights.end(), [&](const Rights &either) { return either.fieldRight(entity, field) >= FieldRight::Read; }))
            return m_world.complain(QStringLiteral("leak: %1 is sent %2.%3").arg(station.name(), entity.name, field.name));
    }
}

void Watch::started(Station &station)
{
    m_seen.remove(&station);
    QObject::connect(&station.desk().engine(), &app::SyncEngine::changed, &station.desk().engine(),
                     [this, &station](const QSet<RecordRef> &records) { changed(station, records); });
}

void Watch::changed(Station &station, const QSet<RecordRef> &records)
{
    Seen &seen = m_seen[&station];
    // Another incarnation of the server has other revisions; until all is compared, rows of both lie here.
    app::Cache &cache = station.desk().cache();
    if (std::exchange(seen.epoch, cache.epoch()) != cache.epoch() || cache.comparison())
        seen.revs.clear();
    if (station.desk().outbox().parked() > 0) {
        const Result<QList<app::OutboxEntry>> refused = station.desk().outbox().entries(app::OutboxState::Parked, 1000);
        for (const app::OutboxEntry &entry : refused ? *refused : QList<app::OutboxEntry>())
            seen.refused.insert(entry.set.seq);
    }
    for (const RecordRef &ref : records) {
        const Result<std::optional<storage::StoredRecord>> stored = station.desk().cache().records().load(ref);
        if (!stored || !stored->has_value())
            continue;
        const Record &row = (*stored)->record;
        qint64 &last = seen.revs[ref];
        // 0: a row of mine that the server has not seen yet, or one whose fields are read again.
        if (row.rev() != 0 && row.rev() < last)
            m_world.complain(QStringLiteral("session: %1 goes back from rev %2 to %3 of %4")
                                 .arg(station.desk().login()).arg(last).arg(row.rev()).arg(row.entity().name));
        if (!cache.comparison())
            last = qMax(last, row.rev());
        checkMine(station, row);
    }
}

/// The revision at which the server took it, whatever it answered; 0: it did not.
qint64 Watch::takenAt(const app::OutboxEntry &entry, const RecordRef &ref) const
{
    constexpr int MostLooked = 100;
    const auto log = m_world.server().store().history(ref, std::numeric_limits<qint64>::max(), MostLooked);
    for (const server::LogEntry &logged : log ? *log : QList<server::LogEntry>())
        if (const Result<ChangeSet> set = decodeChangeSet(logged.body); set && set->action == entry.set.action && set->part == entry.set.part)
            return logged.rev;
    return 0;
}

void Watch::checkMine(Station &station, const Record &row)
{
    const Seen &seen = m_seen[&station];
    for (const Field &field : row.entity().fields()) {
        const auto mine = seen.mine.constFind({row.ref(), field.id});
        if (mine == seen.mine.constEnd() || holds(row.value(field.id), mine->value))
            continue;
        if (station.desk().records().rights().fieldRight(row.entity(), field) < FieldRight::Read)
            continue;
        // While the server has it, or has not been asked yet, its author sees it. What comes late to a slow desk may be from
        // a time when somebody had replaced it, and not yet taken that back.
        const Result<app::OutboxEntry> entry = station.desk().outbox().entry(mine->seq);
        const bool waits = entry && entry->state == app::OutboxState::Unsent;
        const Record now = m_world.server().record(row.ref());
        const bool between = entry && row.rev() != now.rev() && row.rev() >= takenAt(*entry, row.ref());
        // What was refused shows again only when a server that was put back has decided anew.
        if (waits && seen.refused.contains(mine->seq))
            continue;
        if (waits || (entry && entry->state == app::OutboxState::Applied && !between && holds(now.value(field.id), mine->value)))
            m_world.complain(QStringLiteral("session: %1 does not see what it wrote into %2.%3 (seq %4, %5)")
                                 .arg(station.desk().login(), row.entity().name, field.name).arg(mine->seq)
                                 .arg(waits ? QStringLiteral("unsent") : QStringLiteral("applied")));
    }
}

void Watch::saved(Station &station, const Edit &edit)
{
    if (edit.field == 0 || edit.value.isEmpty())
        return;
    Seen &seen = m_seen[&station];
    seen.mine.insert({edit.record, edit.field}, edit);
    const Result<Record> row = station.desk().records().load(edit.record);
    if (!row || !holds(row->value(edit.field), edit.value))
        m_world.complain(QStringLiteral("session: %1 does not see what it just saved").arg(station.desk().login()));
}

void Watch::forget(Station &station, const RecordRef &record)
{
    m_seen[&station].mine.removeIf([&](auto entry) { return entry.key().first == record; });
}

void Watch::serverRestored()
{
    m_unaware = QSet<const Station *>(m_world.stations().begin(), m_world.stations().end());
    m_asOf = {};
    m_rights.clear();
    m_scopes.clear();
}

void Watch::cloned(const Station &original, const Station &clone)
{
    if (m_unaware.contains(&original))
        m_unaware.insert(&clone);
}

void Watch::serverStarted()
{
    for (Station *station : m_world.stations()) {
        if (!station->desk().isRunning())
            continue;
        const Result<qint64> known = m_world.server().hub().push().lastSeq(station->desk().replica());
        const bool forgotten = !known || station->desk().outbox().lastAnswered().value() > *known;
        if (m_unaware.contains(station) && forgotten)
            continue;
        m_unaware.remove(station);
        const Result<QList<app::OutboxEntry>> entries = station->desk().outbox().entries(std::nullopt, 1000);
        for (const app::OutboxEntry &entry : entries ? *entries : QList<app::OutboxEntry>())
            if (entry.state != app::OutboxState::Unsent && entry.set.seq > known.value())
                return m_world.complain(QStringLiteral("durability: seq %1 of %2 was acknowledged, the server that came back does not know it")
                                            .arg(entry.set.seq).arg(station->desk().login()));
    }
}

} // namespace guanxi::test
