// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/serverapp.h"

namespace guanxi::server {

/// Finds people, roles and departments by the names that operators type.
class Directory
{
public:
    explicit Directory(ServerApp &app) : m_app(app) {}

    /// NotFound("user", login).
    Result<model::Record> user(const QString &login);
    /// NotFound("role", code).
    Result<model::Record> role(const QString &code);
    /// NotFound("department", code); the root when `code` is empty.
    Result<model::Record> department(const QString &code);
    Result<model::Record> dictionaryItem(const QString &dictionary, const QString &code);
    /// All live rows.
    Result<QList<model::Record>> all(model::EntityId entity);
    /// Login of each user.
    Result<QHash<Uuid, QString>> logins();

    /// A record by the first of its title fields that is filled; empty when the company does not have it.
    QString title(const model::RecordRef &ref);

    /// A record with the defaults of its entity.
    model::Record blank(model::EntityId entity, const Uuid &department = {});
    /// What the rules say of it: the first fault.
    Result<void> check(const model::Record &record);

private:
    template <class Matches> Result<model::Record> find(model::EntityId entity, const QString &what, const QString &name, Matches matches);

    ServerApp &m_app;
};

/// The update that sets one field.
model::RecordChange updateOf(const model::Record &record, model::FieldId field, const model::Value &value);

/// UTC time as it stands in JSON; empty for 0.
QString timeText(qint64 utcMs);

/// First line of a file. FileFailed(path, reason).
Result<QString> readPassword(const QString &path);

} // namespace guanxi::server
