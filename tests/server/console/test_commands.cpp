// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/organisation.h"
#include "common/protocol/connectioncode.h"
#include "program.h"
#include "server/console/directory.h"

#include <QDateTime>
#include <QJsonArray>

using namespace guanxi;
using namespace guanxi::server;

namespace {

QString errorOf(const Outcome &outcome)
{
    return outcome.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
}

QJsonObject userIn(const Outcome &list, const QString &login)
{
    for (const QJsonValue &user : list.json().value(QStringLiteral("users")).toArray())
        if (user.toObject().value(QStringLiteral("login")) == login)
            return user.toObject();
    return {};
}

void checkRefused(const Outcome &outcome, const char *code, int exitCode = 1)
{
    INFO(outcome.err.toStdString() + outcome.out.toStdString());
    CHECK(outcome.exitCode == exitCode);
    CHECK(errorOf(outcome) == QLatin1StringView(code));
    CHECK(outcome.err.count(u'\n') == 1);
    CHECK(outcome.err.trimmed().size() > 10);
}

} // namespace

TEST_CASE("the commands work on a database that no server has open")
{
    const Company company;

    SECTION("accounts are made, listed, disabled, enabled and granted roles")
    {
        const Outcome added = company.run("user add wang --name 王芳 --role account_manager");
        INFO(added.err.toStdString());
        REQUIRE(added.exitCode == 0);
        CHECK(added.json().value(QStringLiteral("password")).toString().size() >= 10);
        checkRefused(company.run("user add wang --name 王芳"), "not_unique");
        checkRefused(company.run("user add li --name=\"\""), "required");
        checkRefused(company.run("user add li --name 李强 --role nothing"), "not_found");
        checkRefused(company.run("user add li --name 李强 --department nowhere"), "not_found");

        CHECK(company.run("user disable wang").exitCode == 0);
        CHECK(userIn(company.run("user list"), QStringLiteral("wang")).value(QStringLiteral("enabled")) == false);
        CHECK(company.run("user enable wang").exitCode == 0);
        CHECK(userIn(company.run("user list"), QStringLiteral("wang")).value(QStringLiteral("enabled")) == true);
        checkRefused(company.run("user disable nobody"), "not_found");

        CHECK(company.run("user grant wang executive").exitCode == 0);
        CHECK(userIn(company.run("user list"), QStringLiteral("wang")).value(QStringLiteral("roles")).toArray().size() == 2);
        CHECK(company.run("user grant wang executive --revoke").exitCode == 0);
        CHECK(userIn(company.run("user list"), QStringLiteral("wang")).value(QStringLiteral("roles")).toArray().size() == 1);
        checkRefused(company.run("user grant wang executive --revoke"), "not_found");
        checkRefused(company.run("user grant wang executive --to yesterday"), "usage", 2);
        checkRefused(company.run("user grant wang executive --to 2001-01-01"), "usage", 2);
    }

    SECTION("a password is read from a file or made up")
    {
        CHECK_FALSE(company.run("user reset-password admin").json().value(QStringLiteral("password")).toString().isEmpty());
        CHECK(company.run("user reset-password admin", {QStringLiteral("--password-file"), company.password}).exitCode == 0);
        QFile file(company.password);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("short\n");
        file.close();
        checkRefused(company.run("user reset-password admin", {QStringLiteral("--password-file"), company.password}), "weak_password");
        checkRefused(company.run("user reset-password admin --password-file /nonexistent"), "file_failed");
    }

    SECTION("a connection code can be read by a desktop")
    {
        const QJsonObject answer = company.run("code --address crm.example.com --days 3").json();
        const auto code = protocol::decodeConnectionCode(answer.value(QStringLiteral("code")).toString());
        REQUIRE(code.ok());
        CHECK(code->host == QStringLiteral("crm.example.com"));
        CHECK(code->port == 4780);
        CHECK(code->company == QStringLiteral("长城机械"));
        CHECK(code->keyPin.size() == 32);
        const QDateTime expires = QDateTime::fromString(answer.value(QStringLiteral("expires")).toString(), Qt::ISODate);
        CHECK(qAbs(QDateTime::currentDateTimeUtc().secsTo(expires) - 3 * 24 * 3600) < 300);
        CHECK(runServer({QStringLiteral("code"), QStringLiteral("--data"), company.data}).out.contains("█"));
    }

    SECTION("what needs a running server says so")
    {
        checkRefused(company.run("stop"), "not_found");
        checkRefused(company.run("kick 1"), "not_found");
        checkRefused(company.run("console status"), "not_found");
        CHECK(company.run("sessions").json().value(QStringLiteral("sessions")).toArray().isEmpty());
        CHECK(company.run("status").json().value(QStringLiteral("running")) == false);
        checkRefused(company.run("devices revoke nonsense"), "not_found");
    }
}

TEST_CASE("init makes a whole company, once, and keeps its key outside")
{
    Company company;
    const QJsonObject result = company.made.json();
    CHECK(result.value(QStringLiteral("company")) == QStringLiteral("长城机械"));
    const QFileInfo key(result.value(QStringLiteral("key_file")).toString());
    CHECK(key.absoluteFilePath() == company.data + QStringLiteral(".key"));
    for (const QString &path : {key.filePath(), company.data + QStringLiteral("/company.db")})
        CHECK_FALSE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther));
    QFile database(company.data + QStringLiteral("/company.db"));
    REQUIRE(database.open(QIODevice::ReadOnly));
    CHECK_FALSE(database.read(16).startsWith("SQLite format"));
    checkRefused(company.init(company.data), "already_exists");
}

TEST_CASE("an init that fails leaves nothing behind and can be repeated")
{
    Company company;
    const QString other = company.dir.filePath(QStringLiteral("other"));
    checkRefused(company.init(other, {QStringLiteral("--admin-name=")}), "required");
    CHECK_FALSE(QFileInfo::exists(other));
    CHECK_FALSE(QFileInfo::exists(other + QStringLiteral(".key")));
    CHECK(company.init(other).exitCode == 0);
}

TEST_CASE("a missing option is asked for only at a terminal")
{
    const QTemporaryDir dir;
    checkRefused(runServer({QStringLiteral("init"), QStringLiteral("--json"), QStringLiteral("--data"), dir.filePath(QStringLiteral("x"))}), "usage", 2);
    checkRefused(runServer({QStringLiteral("status"), QStringLiteral("--json")}), "usage", 2);
    checkRefused(runServer({QStringLiteral("frobnicate"), QStringLiteral("--json")}), "usage", 2);
}

TEST_CASE("wrong key, lost key, broken settings and foreign files are told apart")
{
    const Company company;
    const QString key = company.data + QStringLiteral(".key");
    QFile file(key);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(64, 'a'));
    file.close();
    checkRefused(company.run("status"), "database_key");
    file.remove();
    checkRefused(company.run("status"), "file_failed");
    QFile settings(company.data + QStringLiteral("/server.json"));
    REQUIRE(settings.open(QIODevice::WriteOnly));
    settings.write("{\"prot\": 1}");
    settings.close();
    checkRefused(company.run("status"), "bad_value");
    settings.remove();
    checkRefused(company.run("status"), "not_found");
}

TEST_CASE("a folder that cannot be written is refused")
{
    const QTemporaryDir dir;
    // A file where the folder should be stops root, too.
    QFile file(dir.filePath(QStringLiteral("file")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    const Outcome outcome = runServer({QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--data"), file.fileName()});
    checkRefused(outcome, "not_found");
}

TEST_CASE("the catalogue is printed for tools and for people")
{
    const Outcome json = runServer({QStringLiteral("schema"), QStringLiteral("--json")});
    CHECK(json.exitCode == 0);
    CHECK(json.json().value(QStringLiteral("entities")).toArray().size() > 80);
    CHECK(runServer({QStringLiteral("schema"), QStringLiteral("--markdown")}).out.startsWith("# "));
}

TEST_CASE("help explains every command")
{
    const Outcome all = runServer({QStringLiteral("help")});
    CHECK(all.exitCode == 0);
    CHECK(all.out.contains("user reset-password"));
    CHECK(runServer({QStringLiteral("help"), QStringLiteral("user"), QStringLiteral("grant")}).out.contains("--within"));
    CHECK(runServer({QStringLiteral("code"), QStringLiteral("--help")}).out.contains("--days"));
    CHECK(runServer({QStringLiteral("help"), QStringLiteral("nonsense")}).exitCode == 2);
}

TEST_CASE("help and refusals are worded in Chinese")
{
    const QStringList lines = QString::fromUtf8(runServer({QStringLiteral("help"), QStringLiteral("--language"), QStringLiteral("zh")}).out)
                                  .split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() > 20);
    for (const QString &line : lines) {
        INFO(line.toStdString());
        CHECK(std::any_of(line.begin(), line.end(), [](QChar c) { return c.script() == QChar::Script_Han; }));
    }
}

TEST_CASE("who looked behind masks, took records out and printed is told, newest first")
{
    const Company company;
    CHECK(runServer({QStringLiteral("audit"), QStringLiteral("--data"), company.data}).out.contains("Nothing of the kind"));
    {
        using model::AuditEvent;
        ServerApp::Options options;
        options.folder = company.data;
        const auto app = ServerApp::open(options);
        REQUIRE(app.ok());
        const Result<model::Record> admin = Directory(**app).user(QStringLiteral("admin"));
        REQUIRE(admin.ok());
        qint64 at = 1'700'000'000'000;
        for (const qint64 kind : {AuditEvent::Reveal, AuditEvent::Export, AuditEvent::Print}) {
            model::Record event((*app)->catalogue().at(AuditEvent::entity), (*app)->ids().next());
            event.set(AuditEvent::at, at += 86'400'000);
            event.set(AuditEvent::kind, kind);
            event.set(AuditEvent::user, admin->id());
            event.set(AuditEvent::record, admin->ref());
            if (kind == AuditEvent::Reveal)
                event.set(AuditEvent::field, qint64(model::User::mobile.id));
            else
                event.set(AuditEvent::detail, QStringLiteral("{\"view\":\"用户\",\"records\":12,\"format\":\"xlsx\",\"filter\":\"城市：上海\"}"));
            REQUIRE((*app)->hub().write(QStringLiteral("test"), {model::insertionOf(event)}).ok());
        }
    }
    const QJsonArray events = company.run("audit").json().value(QStringLiteral("events")).toArray();
    REQUIRE(events.size() == 3);
    CHECK(events[0].toObject().value(QStringLiteral("kind")) == QStringLiteral("print"));
    CHECK(events[1].toObject().value(QStringLiteral("records")) == 12);
    CHECK(events[1].toObject().value(QStringLiteral("user")) == QStringLiteral("admin"));
    CHECK(events[1].toObject().value(QStringLiteral("record")) == QStringLiteral("管理员"));
    CHECK(events[2].toObject().value(QStringLiteral("field")) == QStringLiteral("mobile"));
    CHECK(company.run("audit --kind export").json().value(QStringLiteral("events")).toArray().size() == 1);
    CHECK(company.run("audit --lines 2").json().value(QStringLiteral("events")).toArray().size() == 2);
    CHECK(company.run("audit --from 2023-11-16T12:00").json().value(QStringLiteral("events")).toArray().size() == 2);
    checkRefused(company.run("audit --user nobody"), "not_found");
    checkRefused(company.run("audit --kind everything"), "usage", 2);
    const QByteArray told = runServer({QStringLiteral("audit"), QStringLiteral("--data"), company.data}).out;
    CHECK(QString::fromUtf8(told).contains(QStringLiteral("took out")));
    CHECK(QString::fromUtf8(told).contains(QStringLiteral("用户 · 管理员 · 12 xlsx · 城市：上海")));
}
