// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/outbox.h"

#include "common/model/codec.h"
#include "common/storage/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace guanxi::app {

using namespace storage;
using model::ChangeSet;

namespace {

constexpr const char *Tables =
    "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS sets (seq INTEGER PRIMARY KEY, action BLOB NOT NULL, state INTEGER NOT NULL,"
    " rev INTEGER NOT NULL, answer TEXT NOT NULL, body BLOB NOT NULL);"
    "CREATE INDEX IF NOT EXISTS sets_by_action ON sets (action);"
    "CREATE INDEX IF NOT EXISTS sets_by_state ON sets (state, seq);"
    "CREATE TABLE IF NOT EXISTS sent_before (seq INTEGER PRIMARY KEY, rev INTEGER NOT NULL, withdrawn INTEGER NOT NULL, numbers TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS orphan (entity INTEGER NOT NULL, id BLOB NOT NULL, record BLOB NOT NULL, PRIMARY KEY (entity, id)) WITHOUT ROWID;";

/// Sets the server has not answered.
constexpr const char *Waiting = "(sets.state = 0 OR (sets.state = 6 AND sets.rev = 0))";

QString answerJson(const Error &reason, const QList<Uuid> &conflicts)
{
    QJsonArray ids;
    for (const Uuid &id : conflicts)
        ids.append(id.text());
    const QJsonObject answer{{QStringLiteral("code"), int(reason.code)},
                             {QStringLiteral("args"), QJsonArray::fromStringList(reason.args)},
                             {QStringLiteral("conflicts"), ids}};
    return QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact));
}

void readAnswer(const QString &json, OutboxEntry &entry)
{
    const QJsonObject answer = QJsonDocument::fromJson(json.toUtf8()).object();
    entry.reason.code = ErrorCode(answer[QLatin1String("code")].toInt());
    for (const QJsonValue &arg : answer[QLatin1String("args")].toArray())
        entry.reason.args.append(arg.toString());
    for (const QJsonValue &id : answer[QLatin1String("conflicts")].toArray())
        entry.conflicts.append(Uuid::fromText(id.toString()).value_or(Uuid()));
}

/// What goes under the number of a set that is held back.
Result<void> empty(QByteArray &bytes)
{
    Result<ChangeSet> set = model::decodeChangeSet(bytes);
    if (!set)
        return set.error();
    set->changes.clear();
    bytes = model::encodeChangeSet(*set);
    return {};
}

QString numbersJson(const QHash<model::RecordRef, QString> &numbers)
{
    QJsonArray list;
    for (auto number = numbers.cbegin(); number != numbers.cend(); ++number)
        list.append(QJsonArray{int(number.key().entity), number.key().id.text(), number.value()});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QHash<model::RecordRef, QString> numbersFrom(const QString &json)
{
    QHash<model::RecordRef, QString> numbers;
    for (const QJsonValue &item : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonArray parts = item.toArray();
        numbers.insert({model::EntityId(parts[0].toInt()), Uuid::fromText(parts[1].toString()).value_or(Uuid())}, parts[2].toString());
    }
    return numbers;
}

} // namespace

Result<std::unique_ptr<Outbox>> Outbox::open(const QString &path, const QByteArray &key)
{
    DatabaseOptions options;
    options.place = path;
    options.key = key;
    options.durability = Durability::Full;
    options.cacheMiB = 2;
    Result<std::unique_ptr<Database>> database = Database::open(options);
    if (!database)
        return database.error();
    Result<std::unique_ptr<Outbox>> outbox = open(std::shared_ptr<Database>(std::move(*database)));
    if (!outbox || path == QLatin1String(":memory:"))
        return outbox;
    options.readOnly = true;
    Result<std::unique_ptr<Database>> reading = Database::open(options);
    if (!reading)
        return reading.error();
    (*outbox)->m_reading = std::move(*reading);
    return outbox;
}

Result<std::unique_ptr<Outbox>> Outbox::open(std::shared_ptr<Database> database)
{
    GUANXI_TRY(database->execute(Tables));
    std::unique_ptr<Outbox> outbox(new Outbox(std::move(database)));
    GUANXI_TRY(outbox->load());
    return outbox;
}

Result<void> Outbox::load()
{
    const Result<QByteArray> stored = value(QStringLiteral("identity"));
    if (!stored)
        return stored.error();
    const QJsonObject json = QJsonDocument::fromJson(*stored).object();
    const auto id = [&](const char *name) { return Uuid::fromText(json[QLatin1String(name)].toString()).value_or(Uuid()); };
    m_figures.identity = {id("company"), id("replica"), id("user"), json[QLatin1String("login")].toString(), json[QLatin1String("name")].toString()};
    Statement last(*m_database, "SELECT COALESCE(MAX(seq), 0) FROM sets");
    GUANXI_TRY(last.step());
    m_figures.lastSeq = last.integer(0);
    last.reset();
    return count();
}

Result<void> Outbox::count()
{
    Statement unsent(*m_database, QByteArray("SELECT COUNT(*), COALESCE(MIN(seq), 0) FROM sets WHERE ") + Waiting);
    GUANXI_TRY(unsent.step());
    Statement states(*m_database, "SELECT COALESCE(SUM(state = 3), 0), COALESCE(SUM(state = 6), 0) FROM sets WHERE state IN (3, 6)");
    GUANXI_TRY(states.step());
    note([&](Figures &figures) {
        figures.unsent = int(unsent.integer(0));
        figures.firstUnsent = unsent.integer(1);
        figures.parked = int(states.integer(0));
        figures.held = int(states.integer(1));
    });
    return {};
}

Result<void> Outbox::setIdentity(const ReplicaIdentity &identity)
{
    const std::lock_guard lock(m_mutex);
    const QJsonObject json{{QStringLiteral("company"), identity.company.text()}, {QStringLiteral("replica"), identity.replica.text()},
                           {QStringLiteral("user"), identity.user.text()}, {QStringLiteral("login"), identity.login},
                           {QStringLiteral("name"), identity.realName}};
    GUANXI_TRY(setValue(QStringLiteral("identity"), QJsonDocument(json).toJson(QJsonDocument::Compact)));
    note([&](Figures &figures) { figures.identity = identity; });
    return {};
}

Result<void> Outbox::atomically(const std::function<Result<void>()> &work)
{
    const std::lock_guard lock(m_mutex);
    const qint64 last = m_figures.lastSeq;
    Result<void> done;
    {
        Result<Transaction> transaction = Transaction::begin(*m_database);
        done = transaction ? work() : Result<void>(transaction.error());
        if (done)
            done = transaction->commit();
    }
    if (!done)
        note([&](Figures &figures) { figures.lastSeq = last; });
    const Result<void> counted = count();
    return done ? counted : done;
}

Result<void> Outbox::append(ChangeSet &set)
{
    return store(set, OutboxState::Unsent);
}

Result<void> Outbox::store(ChangeSet &set, OutboxState state)
{
    const std::lock_guard lock(m_mutex);
    set.replica = m_figures.identity.replica;
    set.seq = m_figures.lastSeq + 1;
    Statement statement(*m_database, "INSERT INTO sets (seq, action, state, rev, answer, body) VALUES (?, ?, ?, 0, '', ?)");
    GUANXI_TRY(statement.bindAll(set.seq, set.action, int(state), model::encodeChangeSet(set)).run());
    note([&](Figures &figures) {
        figures.lastSeq = set.seq;
        ++figures.unsent;
        if (figures.firstUnsent == 0)
            figures.firstUnsent = set.seq;
    });
    return {};
}

Result<QList<Outbox::Encoded>> Outbox::pending(qint64 afterSeq, int count, qsizetype bytes)
{
    const std::lock_guard lock(m_mutex);
    Statement statement(*m_database, QByteArray("SELECT sets.seq, body, b.rev, b.withdrawn, b.numbers, state FROM sets"
                                                " LEFT JOIN sent_before b ON b.seq = sets.seq WHERE ") + Waiting
                                         + " AND sets.seq > ? ORDER BY sets.seq LIMIT ?");
    statement.bindAll(afterSeq, count);
    QList<Encoded> sets;
    qsizetype total = 0;
    while (sets.isEmpty() || total < bytes) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        sets.append({statement.integer(0), statement.bytes(1)});
        if (statement.integer(5) == int(OutboxState::Held))
            GUANXI_TRY(empty(sets.last().bytes));
        if (!statement.isNull(2))
            sets.last().before = SentBefore{statement.integer(2), statement.integer(3) != 0, numbersFrom(statement.text(4))};
        total += sets.last().bytes.size();
    }
    statement.reset();
    return sets;
}

Result<void> Outbox::settle(const QList<Answer> &answers)
{
    const std::lock_guard lock(m_mutex);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Statement statement(*m_database, "UPDATE sets SET state = ?, rev = ?, answer = ? WHERE seq = ? AND state = 0");
    Statement held(*m_database, "UPDATE sets SET rev = MAX(?, 1) WHERE seq = ? AND state = 6");
    for (const Answer &answer : answers) {
        GUANXI_TRY(statement.bindAll(int(answer.state), answer.rev, answerJson(answer.reason, answer.conflicts), answer.seq).run());
        GUANXI_TRY(held.bindAll(answer.rev, answer.seq).run());
    }
    GUANXI_TRY(transaction->commit());
    return count();
}

Result<void> Outbox::close(qint64 seq)
{
    const std::lock_guard lock(m_mutex);
    Statement statement(*m_database, "UPDATE sets SET state = ? WHERE seq = ? AND state = ?");
    const Result<qint64> changed = statement.bindAll(int(OutboxState::Settled), seq, int(OutboxState::Parked)).run();
    if (!changed)
        return changed.error();
    note([&](Figures &figures) { figures.parked -= int(*changed); });
    return {};
}

Result<void> Outbox::reopenAfter(qint64 lastSeq, const std::function<QString(const model::RecordRef &)> &numberOf)
{
    const std::lock_guard lock(m_mutex);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Result<QList<OutboxEntry>> entries = select("WHERE seq > ? AND state NOT IN (0, 6) ORDER BY seq", [&](Statement &s) { s.bind(1, lastSeq); });
    if (!entries)
        return entries.error();
    // At the second restore the answers of the first are known: what was withdrawn had none that names a revision. What was refused is
    // judged as if it came for the first time: a server that lost the reason must not let it pass for work it had taken.
    Statement before(*m_database, "INSERT INTO sent_before (seq, rev, withdrawn, numbers) VALUES (?, ?, ?, ?) ON CONFLICT (seq) DO UPDATE"
                                  " SET rev = CASE WHEN excluded.rev > 0 OR ? THEN excluded.rev ELSE rev END,"
                                  " withdrawn = max(withdrawn, excluded.withdrawn), numbers = excluded.numbers");
    for (OutboxEntry &entry : *entries) {
        GUANXI_TRY(rename(entry.set, m_figures.identity.replica));
        QHash<model::RecordRef, QString> numbers;
        for (const model::RecordChange &change : entry.set.changes)
            if (const QString number = numberOf && change.kind == model::ChangeKind::Insert ? numberOf(change.record) : QString(); !number.isEmpty())
                numbers.insert(change.record, number);
        const bool refused = entry.state == OutboxState::Parked;
        GUANXI_TRY(before.bindAll(entry.set.seq, refused ? 0 : entry.rev, entry.state == OutboxState::Settled, numbersJson(numbers), refused).run());
    }
    GUANXI_TRY(Statement(*m_database, "UPDATE sets SET state = 0 WHERE seq > ? AND state <> 6").bind(1, lastSeq).run());
    GUANXI_TRY(Statement(*m_database, "UPDATE sets SET rev = 0 WHERE seq > ? AND state = 6").bind(1, lastSeq).run());
    GUANXI_TRY(transaction->commit());
    return count();
}

Result<void> Outbox::rename(ChangeSet &set, const Uuid &replica)
{
    if (set.replica == replica)
        return {};
    set.replica = replica;
    GUANXI_TRY(Statement(*m_database, "UPDATE sets SET body = ? WHERE seq = ?").bindAll(model::encodeChangeSet(set), set.seq).run());
    return {};
}

namespace {

Result<QList<OutboxEntry>> entriesIn(Database &database, QByteArrayView where, const std::function<void(Statement &)> &bind)
{
    Statement statement(database, QByteArray("SELECT state, rev, answer, body, seq FROM sets ") + where.toByteArray());
    bind(statement);
    QList<OutboxEntry> entries;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return entries;
        Result<ChangeSet> set = model::decodeChangeSet(statement.bytes(3));
        if (!set)
            return set.error();
        OutboxEntry entry{std::move(*set), OutboxState(statement.integer(0)), statement.integer(1), {}, {}};
        readAnswer(statement.text(2), entry);
        entries.append(entry);
    }
}

} // namespace

Result<QList<OutboxEntry>> Outbox::select(QByteArrayView where, const std::function<void(Statement &)> &bind)
{
    const std::lock_guard lock(m_mutex);
    return entriesIn(*m_database, where, bind);
}

Result<void> Outbox::readBeside(const std::function<Result<void>(Database &)> &work)
{
    if (m_reading) {
        const std::lock_guard lock(m_readingMutex);
        return work(*m_reading);
    }
    const std::lock_guard lock(m_mutex);
    return work(*m_database);
}

Result<QList<OutboxEntry>> Outbox::read(QByteArrayView where, const std::function<void(Statement &)> &bind)
{
    Result<QList<OutboxEntry>> entries = QList<OutboxEntry>();
    GUANXI_TRY(readBeside([&](Database &database) -> Result<void> {
        entries = entriesIn(database, where, bind);
        return {};
    }));
    return entries;
}

Result<OutboxEntry> Outbox::entry(qint64 seq)
{
    const Result<QList<OutboxEntry>> found = read("WHERE seq = ?", [&](Statement &s) { s.bind(1, seq); });
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{ErrorCode::NotFound, {QStringLiteral("outbox"), QString::number(seq)}};
    return found->first();
}

Result<QList<OutboxEntry>> Outbox::entries(std::optional<OutboxState> state, int limit)
{
    if (state)
        return read("WHERE state = ? ORDER BY seq DESC LIMIT ?", [&](Statement &s) { s.bindAll(int(*state), limit); });
    return read("ORDER BY seq DESC LIMIT ?", [&](Statement &s) { s.bind(1, limit); });
}

Result<QList<qint64>> Outbox::seqsOf(const Uuid &action)
{
    QList<qint64> seqs;
    GUANXI_TRY(readBeside([&](Database &database) {
        Statement statement(database, "SELECT seq FROM sets WHERE action = ? ORDER BY seq");
        return statement.bindAll(action).each([&](const Statement &row) { seqs.append(row.integer(0)); });
    }));
    return seqs;
}

Result<QList<OutboxEntry>> Outbox::action(const Uuid &action)
{
    return read("WHERE action = ? ORDER BY seq", [&](Statement &s) { s.bind(1, action); });
}

Result<QList<OutboxEntry>> Outbox::after(qint64 seq)
{
    return select("WHERE seq > ? ORDER BY seq", [&](Statement &s) { s.bind(1, seq); });
}

Result<QList<OutboxEntry>> Outbox::takenAfter(qint64 seq)
{
    return select("WHERE seq > ? AND state IN (1, 2, 4) AND seq NOT IN (SELECT seq FROM sent_before WHERE withdrawn <> 0) ORDER BY seq",
                  [&](Statement &s) { s.bind(1, seq); });
}

Result<QByteArray> Outbox::value(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    Statement statement(*m_database, "SELECT value FROM setting WHERE name = ?");
    const Result<bool> row = statement.bind(1, key).step();
    if (!row)
        return row.error();
    const QByteArray value = *row ? statement.bytes(0) : QByteArray();
    statement.reset();
    return value;
}

Result<void> Outbox::setValue(const QString &key, const QByteArray &value)
{
    const std::lock_guard lock(m_mutex);
    Statement statement(*m_database, "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    GUANXI_TRY(statement.bindAll(key, value).run());
    return {};
}

} // namespace guanxi::app
