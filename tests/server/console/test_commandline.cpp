// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/command.h"
#include "server/console/qrtext.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::server;

namespace {

QStringList split(const char *line) { return splitLine(QString::fromUtf8(line)); }

} // namespace

TEST_CASE("a command line gives its command, arguments and options")
{
    const auto command = parseCommand(split("user add wang --name \"王 芳\" --role a --role=b --json"));
    REQUIRE(command.ok());
    CHECK(QLatin1StringView(command->spec->name) == QLatin1StringView("user add"));
    CHECK(command->arguments == split("wang"));
    CHECK(command->value(QStringLiteral("name")) == QStringLiteral("王 芳"));
    CHECK(command->values(QStringLiteral("role")) == split("a b"));
    CHECK(command->has(QStringLiteral("json")));
}

TEST_CASE("options may come before the command")
{
    const auto command = parseCommand(split("--data /tmp/x --json status"));
    REQUIRE(command.ok());
    CHECK(command->value(QStringLiteral("data")) == QStringLiteral("/tmp/x"));
}

TEST_CASE("the words of a command make the same command again")
{
    const auto command = parseCommand(split("user add wang --name= --role a --role b --json"));
    REQUIRE(command.ok());
    const auto again = parseCommand(toWords(*command));
    REQUIRE(again.ok());
    CHECK(again->arguments == command->arguments);
    CHECK(again->options == command->options);
    CHECK(again->values(QStringLiteral("role")) == split("a b"));
}

TEST_CASE("what does not fit is refused as wrong usage")
{
    for (const char *line : {"", "frobnicate", "user", "user add", "user add a b", "status --nonsense", "status --json=1",
                             "kick", "log --lines", "user grant wang"}) {
        INFO(line);
        const auto command = parseCommand(split(line));
        REQUIRE_FALSE(command.ok());
        CHECK(command.error().code == ErrorCode::Usage);
        CHECK_FALSE(command.error().args.value(0).isEmpty());
    }
}

TEST_CASE("a number out of range or none is wrong usage")
{
    for (const char *line : {"log --lines 0", "log --lines many", "log --lines 10001"}) {
        const auto command = parseCommand(split(line));
        REQUIRE(command.ok());
        CHECK(command->number(QStringLiteral("lines"), 20, 1, 10'000).error().code == ErrorCode::Usage);
    }
}

TEST_CASE("completion offers commands, then their options")
{
    CHECK(completions(QStringLiteral("us")) == split("user"));
    CHECK(completions(QStringLiteral("user re")) == split("reset-password"));
    CHECK(completions(QStringLiteral("user add x --na")) == split("--name"));
    CHECK(completions(QString()).contains(QStringLiteral("status")));
    CHECK_FALSE(completions(QString()).contains(QStringLiteral("init")));
}

TEST_CASE("every command is either of the server or of the operator's process, and has help")
{
    for (const CommandSpec &spec : commandTable()) {
        INFO(spec.name);
        CHECK(bool(spec.onServer) != bool(spec.here));
        CHECK(qstrlen(spec.help) > 10);
    }
}

TEST_CASE("a QR code is drawn as lines of equal length")
{
    const QStringList lines = qrText(QStringLiteral("062XV-6C8KP"), false).split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() > 10);
    for (const QString &line : lines)
        CHECK(line.size() == lines.first().size());
    CHECK(qrText(QString(10'000, u'x'), false).isEmpty());
}
