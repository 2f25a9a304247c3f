// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/scope.h"
#include "common/storage/database.h"
#include "common/storage/recordstore.h"
#include "common/sync/fingerprint.h"

namespace guanxi::server {

/// Something in the database that does not fit the rest.
struct CheckFinding {
    enum class Kind : quint8 {
        Scopes,    ///< a row is kept for others than its place says
        Feed,      ///< desktops are told another revision of it than it has, or nothing
        Stray,     ///< desktops are told of a row that is not there
        Reference, ///< it points at a record that is not there
        Unique,    ///< another live row has the value
        Revision,  ///< newer than the newest revision
        File,      ///< the database says that its file is damaged
    };
    Kind kind;
    QString entity;          ///< its name; empty for File
    model::RecordRef record; ///< null where there is none
    QString detail;          ///< name of the field, or what the database says
};

/// What CompanyCheck saw.
struct CheckReport {
    struct EntityFigures {
        QString entity;
        sync::Fingerprint rows; ///< as desktops compare them, over all rows
    };
    QList<EntityFigures> entities;
    QList<CheckFinding> findings; ///< the first hundred
    qint64 found = 0;
};

/// Looks whether everything in a company's database fits together: what desktops compare their copies with. Reads only, on
/// a connection of its own, while the server works.
class CompanyCheck
{
public:
    CompanyCheck(storage::Database &database, const model::Catalogue &catalogue);

    /// Errors are faults of the database; everything else is a finding.
    Result<CheckReport> run();

private:
    Result<void> checkFile();
    Result<void> readScopes();
    Result<void> checkEntity(const model::Entity &entity);
    Result<void> checkRow(const storage::StoredRecord &row);
    Result<void> checkFeed(const model::Entity &entity);
    Result<void> checkUnique(const model::Entity &entity);
    Result<void> checkReferences(const model::Record &record);
    void note(CheckFinding::Kind kind, const model::RecordRef &ref, const QString &detail = {});
    QList<Uuid> shareesOf(const model::RecordRef &ref);

    storage::Database &m_database;
    const model::Catalogue &m_catalogue;
    storage::RecordStore m_records;
    QHash<qint64, model::ScopeKey> m_scopes;
    QMultiHash<model::RecordRef, model::Record> m_shares;
    qint64 m_head = 0;
    CheckReport m_report;
};

} // namespace guanxi::server
