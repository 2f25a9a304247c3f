// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/database.h"

#include "common/storage/connection.h"
#include "common/storage/dialect.h"
#include "common/storage/heldrows.h"

#include <QSqlDatabase>

#include <atomic>
#include <cstring>
#include <unordered_map>

namespace guanxi::storage {

namespace {

constexpr size_t CachedStatements = 256;

/// Looks at some letters of a text: going through all of a long statement takes longer than many a statement.
struct TextHash {
    size_t operator()(const QByteArray &text) const
    {
        constexpr qsizetype Looks = 16;
        size_t hash = size_t(text.size());
        const auto look = [&](qsizetype at) {
            quint64 letters = 0;
            std::memcpy(&letters, text.constData() + at, sizeof(letters));
            hash = (hash ^ letters) * 0x9E3779B97F4A7C15ULL;
            hash ^= hash >> 32;
        };
        const qsizetype last = text.size() - qsizetype(sizeof(quint64));
        for (qsizetype at = 0; at < last; at += std::max<qsizetype>(sizeof(quint64), last / Looks))
            look(at);
        if (last >= 0)
            look(last);
        return hash;
    }
};

/// Texts that are kept are mostly the very same.
struct SameText {
    bool operator()(const QByteArray &a, const QByteArray &b) const { return a.constData() == b.constData() ? a.size() == b.size() : a == b; }
};

/// Qt knows connections by name, so every one needs its own.
QString nextConnectionName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("guanxi-%1").arg(++count);
}

} // namespace

/// Prepared statements nobody uses now, by their text.
struct Database::Cache {
    struct Idle {
        std::unique_ptr<PreparedStatement> statement;
        quint64 used = 0;
    };
    std::unordered_map<QByteArray, Idle, TextHash, SameText> idle;
    quint64 uses = 0;

    void shrink();
};

/// Throws out the half that was not used for longest.
void Database::Cache::shrink()
{
    std::vector<quint64> ages;
    for (const auto &[sql, entry] : idle)
        ages.push_back(entry.used);
    std::nth_element(ages.begin(), ages.begin() + ages.size() / 2, ages.end());
    const quint64 middle = ages[ages.size() / 2];
    std::erase_if(idle, [middle](const auto &entry) { return entry.second.used < middle; });
}

Connection::~Connection() { QSqlDatabase::removeDatabase(m_name); }

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions &options)
{
    const QString name = nextConnectionName();
    auto connection = options.backend == Backend::Sqlite ? openSqlite(options, name) : openPostgres(options, name);
    if (!connection)
        return connection.error();
    return std::unique_ptr<Database>(new Database(options, std::move(*connection)));
}

Database::Database(const DatabaseOptions &options, std::unique_ptr<Connection> connection)
    : m_options(options), m_dialect(Dialect::of(options.backend)), m_connection(std::move(connection)),
      m_cache(std::make_unique<Cache>()), m_held(std::make_unique<HeldRows>())
{
    m_options.key.fill('\0');
}

Database::~Database() = default;

Result<void> Database::release() { return m_held->isEmpty() ? Result<void>() : m_held->release(*this); }

Result<void> Database::execute(QByteArrayView sql)
{
    GUANXI_TRY(release());
    return m_connection->execute(sql);
}

void Database::interrupt() { m_connection->interrupt(); }

qint64 Database::pageCacheBytes() const { return m_connection->pageCacheBytes(); }

void *Database::handle() const { return m_connection->handle(); }

Result<std::unique_ptr<PreparedStatement>> Database::take(const QByteArray &sql)
{
    const auto found = m_cache->idle.find(sql);
    if (found == m_cache->idle.end() || !found->second.statement)
        return m_connection->prepare(sql);
    return std::move(found->second.statement);
}

void Database::giveBack(const QByteArray &sql, std::unique_ptr<PreparedStatement> statement)
{
    statement->reset();
    Cache::Idle &idle = m_cache->idle[sql];
    idle.used = ++m_cache->uses;
    idle.statement = std::move(statement); // the same text may have been in use twice; one copy is enough
    if (m_cache->idle.size() > CachedStatements)
        m_cache->shrink();
}

} // namespace guanxi::storage
