// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/directory.h"
#include "server/console/handlers.h"
#include "server/console/words.h"

#include "common/model/catalogue/organisation.h"

#include <QJsonArray>

namespace guanxi::server::handlers {

using namespace model;

namespace {

/// A password that is easy to read out: no letters that look like others.
QString startPassword(Random &random)
{
    constexpr QLatin1StringView letters("abcdefghjkmnpqrstuvwxyz23456789");
    QString text;
    for (int i = 0; i < 12; ++i) {
        if (i > 0 && i % 4 == 0)
            text += u'-';
        text += letters.at(qsizetype(random.below(quint64(letters.size()))));
    }
    return text;
}

struct ChosenPassword {
    QString text;
    bool isMade = false; ///< by us: shown once, and to be changed
};

Result<ChosenPassword> choosePassword(ServerApp &app, const ParsedCommand &command)
{
    if (!command.has(QStringLiteral("password-file")))
        return ChosenPassword{startPassword(app.random()), true};
    const Result<QString> read = readPassword(command.value(QStringLiteral("password-file")));
    if (!read)
        return read.error();
    GUANXI_TRY(PasswordHasher::check(*read));
    return ChosenPassword{*read, false};
}

Record grantOf(Directory &directory, const Uuid &user, const Uuid &role)
{
    Record grant = directory.blank(RoleGrant::entity);
    grant.set(RoleGrant::user, user);
    grant.set(RoleGrant::role, role);
    return grant;
}

Result<void> setActive(ServerApp &app, const Record &user, bool active)
{
    const auto written = app.hub().write(active ? QStringLiteral("enable_user") : QStringLiteral("disable_user"),
                                   {updateOf(user, User::active.id, active)});
    if (!written)
        return written.error();
    if (!active)
        app.hub().kickUser(user.id(), {ErrorCode::UserDisabled, {}});
    return {};
}

bool isActive(const Record &grant, qint64 now)
{
    return grant.isNull(RoleGrant::revokedAt) && grant[RoleGrant::validFrom] <= now
        && (grant.isNull(RoleGrant::validTo) || grant[RoleGrant::validTo] > now);
}

} // namespace

Result<QJsonObject> userAdd(ServerApp &app, const ParsedCommand &command)
{
    Directory directory(app);
    const QString login = command.arguments.first();
    if (directory.user(login).ok())
        return Error{ErrorCode::NotUnique, {QStringLiteral("login"), login}};
    const Result<Record> department = directory.department(command.value(QStringLiteral("department")));
    if (!department)
        return department.error();
    const Result<ChosenPassword> password = choosePassword(app, command);
    if (!password)
        return password.error();

    Record user = directory.blank(User::entity, department->id());
    user.set(User::department, department->id());
    user.set(User::login, login);
    user.set(User::realName, command.value(QStringLiteral("name")));
    if (command.has(QStringLiteral("post"))) {
        const Result<Record> post = directory.dictionaryItem(QStringLiteral("post"), command.value(QStringLiteral("post")));
        if (!post)
            return post.error();
        user.set(User::post, post->id());
    }
    GUANXI_TRY(directory.check(user));
    QList<RecordChange> changes{insertionOf(user)};
    const QStringList roles = command.values(QStringLiteral("role"));
    for (const QString &code : roles) {
        const Result<Record> role = directory.role(code);
        if (!role)
            return role.error();
        changes.append(insertionOf(grantOf(directory, user.id(), role->id())));
    }
    const auto written = app.hub().write(QStringLiteral("add_user"), changes);
    if (!written)
        return written.error();
    GUANXI_TRY(app.auth().setPassword(user.id(), password->text, password->isMade));
    QJsonObject result{{QStringLiteral("login"), login}, {QStringLiteral("roles"), QJsonArray::fromStringList(roles)}};
    if (password->isMade)
        result.insert(QStringLiteral("password"), password->text);
    return result;
}

Result<QJsonObject> userList(ServerApp &app, const ParsedCommand &)
{
    Directory directory(app);
    const Result<QList<Record>> users = directory.all(User::entity);
    const Result<QList<Record>> grants = directory.all(RoleGrant::entity);
    const Result<QList<Record>> roles = directory.all(Role::entity);
    for (const auto *rows : {&users, &grants, &roles})
        if (!rows->ok())
            return rows->error();
    QHash<Uuid, QString> codes;
    for (const Record &role : *roles)
        codes.insert(role.id(), role[Role::code]);
    QHash<Uuid, QStringList> rolesOf;
    for (const Record &grant : *grants)
        if (isActive(grant, app.clock().wallMs()))
            rolesOf[grant[RoleGrant::user]].append(codes.value(grant[RoleGrant::role]));
    QJsonArray list;
    for (const Record &user : *users)
        list.append(QJsonObject{{QStringLiteral("login"), user[User::login]},
                                {QStringLiteral("name"), user[User::realName]},
                                {QStringLiteral("enabled"), user[User::active] != 0},
                                {QStringLiteral("roles"), QJsonArray::fromStringList(rolesOf.value(user.id()))}});
    return QJsonObject{{QStringLiteral("users"), list}};
}

Result<QJsonObject> userDisable(ServerApp &app, const ParsedCommand &command)
{
    const Result<Record> user = Directory(app).user(command.arguments.first());
    if (!user)
        return user.error();
    GUANXI_TRY(setActive(app, *user, false));
    return QJsonObject{{QStringLiteral("login"), command.arguments.first()}, {QStringLiteral("enabled"), false}};
}

Result<QJsonObject> userEnable(ServerApp &app, const ParsedCommand &command)
{
    const Result<Record> user = Directory(app).user(command.arguments.first());
    if (!user)
        return user.error();
    GUANXI_TRY(setActive(app, *user, true));
    return QJsonObject{{QStringLiteral("login"), command.arguments.first()}, {QStringLiteral("enabled"), true}};
}

Result<QJsonObject> userResetPassword(ServerApp &app, const ParsedCommand &command)
{
    const QString login = command.arguments.first();
    const Result<Record> user = Directory(app).user(login);
    if (!user)
        return user.error();
    const Result<ChosenPassword> password = choosePassword(app, command);
    if (!password)
        return password.error();
    GUANXI_TRY(app.auth().setPassword(user->id(), password->text, true));
    app.auth().unlock(login);
    QJsonObject result{{QStringLiteral("login"), login}};
    if (password->isMade)
        result.insert(QStringLiteral("password"), password->text);
    return result;
}

Result<QJsonObject> userGrant(ServerApp &app, const ParsedCommand &command)
{
    Directory directory(app);
    const qint64 now = app.clock().wallMs();
    const Result<Record> user = directory.user(command.arguments.at(0));
    const Result<Record> role = user ? directory.role(command.arguments.at(1)) : user;
    if (!role)
        return role.error();
    QList<RecordChange> changes;
    if (command.has(QStringLiteral("revoke"))) {
        const Result<QList<Record>> grants = directory.all(RoleGrant::entity);
        if (!grants)
            return grants.error();
        for (const Record &grant : *grants)
            if (grant[RoleGrant::user] == user->id() && grant[RoleGrant::role] == role->id() && isActive(grant, now))
                changes.append(updateOf(grant, RoleGrant::revokedAt.id, now));
        if (changes.isEmpty())
            return Error{ErrorCode::NotFound, {QStringLiteral("grant"), command.arguments.join(u' ')}};
    } else {
        const Result<qint64> from = command.moment(QStringLiteral("from"), now);
        const Result<qint64> to = from ? command.moment(QStringLiteral("to"), 0) : from;
        if (!to)
            return to.error();
        Record grant = grantOf(directory, user->id(), role->id());
        grant.set(RoleGrant::validFrom, *from);
        if (*to != 0)
            grant.set(RoleGrant::validTo, *to);
        if (*to != 0 && *to <= *from)
            return Error{ErrorCode::Usage, {words::tr("--to must be later than --from.")}};
        if (command.has(QStringLiteral("within"))) {
            const Result<Record> within = directory.department(command.value(QStringLiteral("within")));
            if (!within)
                return within.error();
            grant.set(RoleGrant::within, within->id());
        }
        GUANXI_TRY(directory.check(grant));
        changes.append(insertionOf(grant));
    }
    const auto written = app.hub().write(QStringLiteral("grant_role"), changes);
    if (!written)
        return written.error();
    return QJsonObject{{QStringLiteral("login"), command.arguments.at(0)}, {QStringLiteral("role"), command.arguments.at(1)},
                       {QStringLiteral("revoked"), command.has(QStringLiteral("revoke"))}};
}

Result<QJsonObject> userUnlock(ServerApp &app, const ParsedCommand &command)
{
    const bool was = app.auth().unlock(command.arguments.first());
    return QJsonObject{{QStringLiteral("login"), command.arguments.first()}, {QStringLiteral("unlocked"), was}};
}

} // namespace guanxi::server::handlers
