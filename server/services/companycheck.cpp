// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/companycheck.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

using namespace model;
using namespace storage;
using Kind = CheckFinding::Kind;

namespace {

constexpr qint64 MostFindings = 100;
constexpr int PageRows = 1000;

} // namespace

CompanyCheck::CompanyCheck(Database &database, const Catalogue &catalogue)
    : m_database(database), m_catalogue(catalogue), m_records(database, catalogue, StoreKind::Server)
{}

Result<CheckReport> CompanyCheck::run()
{
    // One moment of the database, however long it takes.
    const Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Read);
    if (!transaction)
        return transaction.error();
    m_report = {};
    GUANXI_TRY(checkFile());
    GUANXI_TRY(readScopes());
    for (const Entity &entity : m_catalogue.entities()) {
        GUANXI_TRY(checkEntity(entity));
        GUANXI_TRY(checkFeed(entity));
        GUANXI_TRY(checkUnique(entity));
    }
    return m_report;
}

void CompanyCheck::note(Kind kind, const RecordRef &ref, const QString &detail)
{
    if (++m_report.found <= MostFindings)
        m_report.findings.append({kind, kind == Kind::File ? QString() : m_report.entities.last().entity, ref, detail});
}

Result<void> CompanyCheck::checkFile()
{
    if (m_database.backend() != Backend::Sqlite)
        return {}; // PostgreSQL checks its own
    Statement statement(m_database, "PRAGMA integrity_check(10)");
    return statement.each([this](const Statement &row) {
        if (row.text(0) != QLatin1String("ok"))
            note(Kind::File, {}, row.text(0));
    });
}

Result<void> CompanyCheck::readScopes()
{
    Statement head(m_database, "SELECT rev FROM head WHERE one = 1");
    if (const Result<bool> row = head.step(); !row)
        return row.error();
    m_head = head.integer(0);
    head.reset();
    Statement statement(m_database, "SELECT scope, entity, kind, ref FROM scope_def");
    GUANXI_TRY(statement.each([this](const Statement &row) {
        m_scopes.insert(row.integer(0), {EntityId(row.integer(1)), ScopeKind(row.integer(2)), row.uuid(3)});
    }));
    if (!m_catalogue.entity(Share::entity))
        return {};
    const Result<std::vector<StoredRecord>> shares = m_records.loadAfter(Share::entity, 0, std::numeric_limits<int>::max());
    if (!shares)
        return shares.error();
    for (const StoredRecord &share : *shares)
        m_shares.insert(share.record[Share::record], share.record);
    return {};
}

Result<void> CompanyCheck::checkEntity(const Entity &entity)
{
    m_report.entities.append({entity.name, {}});
    for (qint64 after = 0;;) {
        const Result<std::vector<StoredRecord>> rows = m_records.loadAfter(entity.id, after, PageRows);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return {};
        for (const StoredRecord &row : *rows)
            GUANXI_TRY(checkRow(row));
        after = rows->back().rid;
    }
}

Result<void> CompanyCheck::checkRow(const StoredRecord &row)
{
    m_report.entities.last().rows.add(row.record.id(), row.record.rev());
    if (row.record.rev() > m_head)
        note(Kind::Revision, row.record.ref(), QString::number(row.record.rev()));
    QSet<ScopeKey> kept;
    for (qint32 scope : scopesFrom(row.scopes))
        kept.insert(m_scopes.value(scope));
    const RecordLookup lookup = [this](const RecordRef &ref) {
        const Result<std::optional<StoredRecord>> stored = m_records.load(ref);
        return stored && stored->has_value() ? (*stored)->record : Record();
    };
    const RowPlace place = placeOf(row.record, lookup, [this](const RecordRef &ref) { return shareesOf(ref); });
    const QList<ScopeKey> wanted = scopesOf(row.record.entity(), place);
    if (kept != QSet<ScopeKey>(wanted.begin(), wanted.end()))
        note(Kind::Scopes, row.record.ref());
    return row.record.isDeleted() ? Result<void>() : checkReferences(row.record);
}

QList<Uuid> CompanyCheck::shareesOf(const RecordRef &ref)
{
    QList<Uuid> sharees;
    // Whose time is over the server ends within a minute; until then it stands as it was made.
    for (const Record &share : m_shares.values(ref))
        if (!share.isDeleted())
            sharees.append(share[Share::sharee].id);
    return sharees;
}

Result<void> CompanyCheck::checkReferences(const Record &record)
{
    for (const Field &field : record.entity().fields()) {
        const Value &value = record.value(field.id);
        const RecordRef target = field.isReference() ? RecordRef{field.targets.value(0), value.id()} : value.as<RecordRef>();
        if (target.id.isNull() || !m_catalogue.entity(target.entity)) // what the server itself did has no user behind it
            continue;
        const Result<bool> there = m_records.contains(target);
        if (!there)
            return there.error();
        if (!*there)
            note(Kind::Reference, record.ref(), field.name);
    }
    return {};
}

Result<void> CompanyCheck::checkFeed(const Entity &entity)
{
    // Scopes of rows that are kept for them, each with the row's revision; and nothing else.
    const QByteArray table = tableName(entity);
    Statement told(m_database, "SELECT f.scope, t.id, t.rev, f.rev, t.scopes FROM feed f LEFT JOIN " + table
                                   + " t ON t.rid = f.rid WHERE f.entity = ? AND f.gone = 0");
    told.bind(1, qint64(entity.id));
    qint64 entries = 0;
    GUANXI_TRY(told.each([&](const Statement &row) {
        ++entries;
        if (row.isNull(1))
            note(Kind::Stray, {});
        else if (row.integer(2) != row.integer(3) || !scopesFrom(row.bytes(4)).contains(qint32(row.integer(0))))
            note(Kind::Feed, {entity.id, row.uuid(1)});
    }));
    Statement kept(m_database, "SELECT COALESCE(SUM(LENGTH(scopes)), 0) FROM " + table);
    if (const Result<bool> row = kept.step(); !row)
        return row.error();
    // Every entry fits its row; if there are fewer than rows have scopes, some are missing.
    if (kept.integer(0) / qint64(sizeof(qint32)) > entries)
        note(Kind::Feed, {});
    return {};
}

Result<void> CompanyCheck::checkUnique(const Entity &entity)
{
    for (const Field &field : entity.fields()) {
        if (!field.unique)
            continue;
        const QByteArray column = columnName(field);
        Statement statement(m_database, "SELECT t.id FROM " + tableName(entity) + " t WHERE t.deleted = 0 AND EXISTS (SELECT 1 FROM " + tableName(entity)
                                            + " o WHERE o." + column + " = t." + column + " AND o.deleted = 0 AND o.id < t.id)");
        GUANXI_TRY(statement.each([&](const Statement &row) { note(Kind::Unique, {entity.id, row.uuid(0)}, field.name); }));
    }
    return {};
}

} // namespace guanxi::server
