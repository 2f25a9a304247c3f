// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QRegularExpression>

using namespace guanxi::server;

namespace {

QJsonObject part(const QJsonObject &object, const char *name) { return object.value(QLatin1StringView(name)).toObject(); }

/// The next line of a program that goes on.
QJsonObject nextAnswer(QProcess &process)
{
    while (!process.canReadLine() && process.state() != QProcess::NotRunning && process.waitForReadyRead(ProgramMs)) {}
    return QJsonDocument::fromJson(process.readLine()).object();
}

} // namespace

TEST_CASE("a running server tells what it does and how long it takes")
{
    const Company company;
    RunningServer server(company.data);
    const QJsonObject stats = company.run("stats").json();
    CHECK(stats.value(QStringLiteral("revision")).toInteger() > 0);
    CHECK(stats.value(QStringLiteral("memory_bytes")).toInteger() > 1024 * 1024);
    CHECK(stats.value(QStringLiteral("page_cache_bytes")).toInteger() > 0);
    CHECK(stats.value(QStringLiteral("page_cache_bytes")).toInteger() < stats.value(QStringLiteral("memory_bytes")).toInteger());
    CHECK(stats.contains(QStringLiteral("uptime_seconds")));
    // The names are what scripts rely on (README).
    const QHash<QString, QStringList> names{
        {QStringLiteral("sessions"), {QStringLiteral("connected"), QStringLiteral("signed_in"), QStringLiteral("live"), QStringLiteral("queued_bytes"),
                                      QStringLiteral("queued_most_bytes"), QStringLiteral("connections"), QStringLiteral("turned_away"), QStringLiteral("refused_frames")}},
        {QStringLiteral("push"), {QStringLiteral("queued"), QStringLiteral("sets"), QStringLiteral("parked"), QStringLiteral("commits"), QStringLiteral("wait_ms"),
                                  QStringLiteral("group_sets"), QStringLiteral("decide_ms"), QStringLiteral("commit_ms"), QStringLiteral("answer_ms")}},
        {QStringLiteral("live"), {QStringLiteral("deliveries"), QStringLiteral("lagged"), QStringLiteral("fan_out_ms")}},
        {QStringLiteral("sign_in"), {QStringLiteral("signed_in"), QStringLiteral("refused"), QStringLiteral("time_ms")}},
        {QStringLiteral("pull"), {QStringLiteral("pages"), QStringLiteral("rows"), QStringLiteral("bytes"), QStringLiteral("time_ms")}},
        {QStringLiteral("standby"), {QStringLiteral("state"), QStringLiteral("pages"), QStringLiteral("failed")}},
        {QStringLiteral("contents"), {QStringLiteral("bytes_in"), QStringLiteral("bytes_out")}}};
    for (auto name = names.begin(); name != names.end(); ++name)
        for (const QString &key : *name) {
            INFO(name.key().toStdString() + " " + key.toStdString());
            CHECK(stats.value(name.key()).toObject().contains(key));
        }
    const QJsonObject measure = part(part(stats, "push"), "answer_ms");
    for (const char *key : {"count", "p50", "p99", "most"}) {
        CHECK(measure.contains(QLatin1StringView(key)));
        CHECK(part(measure, "recent").contains(QLatin1StringView(key)));
    }
}

TEST_CASE("figures are of a running server only")
{
    const Company company;
    for (const char *line : {"stats", "stats --watch"}) {
        const Outcome outcome = company.run(line);
        CHECK(outcome.exitCode == 1);
        CHECK(part(outcome.json(), "error").value(QStringLiteral("code")) == QStringLiteral("not_found"));
    }
}

TEST_CASE("figures are watched until a key is pressed, and fill no log")
{
    const Company company;
    RunningServer server(company.data);
    QProcess watch;
    watch.start(programPath(), {QStringLiteral("stats"), QStringLiteral("--watch"), QStringLiteral("--json"), QStringLiteral("--data"), company.data});
    const QJsonObject first = nextAnswer(watch);
    const QJsonObject second = nextAnswer(watch);
    CHECK(first.contains(QStringLiteral("memory_bytes")));
    CHECK(second.value(QStringLiteral("uptime_seconds")).toInteger() >= first.value(QStringLiteral("uptime_seconds")).toInteger());
    watch.write("q");
    REQUIRE(watch.waitForFinished(ProgramMs));
    CHECK(watch.exitCode() == 0);
    CHECK_FALSE(company.run("log").out.contains("stats"));
}

TEST_CASE("figures are told in words of either language")
{
    const Company company;
    RunningServer server(company.data);
    const auto told = [&](const char *language) {
        return QString::fromUtf8(runServer({QStringLiteral("stats"), QStringLiteral("--data"), company.data, QStringLiteral("--language=%1").arg(QLatin1StringView(language))}).out);
    };
    CHECK(told("en").contains(QStringLiteral("memory (MiB)")));
    const QString chinese = told("zh");
    CHECK(chinese.contains(QStringLiteral("内存（MiB）")));
    // Every word of it: what has no translation would be English.
    for (const QString &line : chinese.split(u'\n', Qt::SkipEmptyParts))
        CHECK(line.contains(QRegularExpression(QStringLiteral("\\p{Han}"))));
    CHECK_FALSE(chinese.contains(QRegularExpression(QStringLiteral("[a-z]{4,}"))));
}
