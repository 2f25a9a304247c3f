// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/refusal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::server {

using model::Action;
using sync::ConflictKind;

namespace {

ConflictKind kindOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongState: return ConflictKind::State;
    case ErrorCode::NotAllowed: return ConflictKind::Permission;
    case ErrorCode::NotUnique: return ConflictKind::Unique;
    case ErrorCode::ParentMissing: return ConflictKind::ParentDeleted;
    case ErrorCode::Cycle: return ConflictKind::Cycle;
    case ErrorCode::StockShort: return ConflictKind::StockNegative;
    default: return ConflictKind::Rule;
    }
}

QString nameOf(Action action)
{
    static const char *const names[] = {"", "view", "create", "edit", "delete", "assign", "transfer", "approve", "export", "import", "print", "configure"};
    return QString::fromLatin1(names[int(action)]);
}

} // namespace

std::optional<Refusal> refuse(ConflictKind kind, ErrorCode code, QStringList args)
{
    return Refusal{kind, {code, std::move(args)}};
}

std::optional<Refusal> refuse(const Error &error) { return Refusal{kindOf(error.code), error}; }

QString reasonJson(const Error &error)
{
    const QJsonObject reason{{QStringLiteral("code"), int(error.code)},
                             {QStringLiteral("name"), QString(errorName(error.code))},
                             {QStringLiteral("args"), QJsonArray::fromStringList(error.args)}};
    return QString::fromUtf8(QJsonDocument(reason).toJson(QJsonDocument::Compact));
}

std::optional<Refusal> notAllowed(const model::Entity &entity, Action action)
{
    return refuse(ConflictKind::Permission, ErrorCode::NotAllowed, {entity.name, nameOf(action)});
}

} // namespace guanxi::server
