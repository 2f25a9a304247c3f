// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/refusal.h"

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

std::optional<Refusal> notAllowed(const model::Entity &entity, Action action)
{
    return refuse(ConflictKind::Permission, ErrorCode::NotAllowed, {entity.name, nameOf(action)});
}

} // namespace guanxi::server
