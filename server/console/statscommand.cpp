// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/handlers.h"
#include "server/console/platform.h"
#include "server/console/words.h"
#include "server/serverapp.h"

namespace guanxi::server::handlers {

namespace {

constexpr double Milli = 1'000; ///< microseconds
constexpr double MiB = 1024 * 1024;

constexpr const char *StandbyNames[] = {"away", "behind", "used"}; // by Standby::State

/// A measure in the answer, and what people call it.
struct Row {
    const char *group;
    const char *key;
    const char *text;
};

constexpr Row Rows[] = {
    {"push", "wait_ms", QT_TRANSLATE_NOOP("Console", "save: waiting for its turn (ms)")},
    {"push", "decide_ms", QT_TRANSLATE_NOOP("Console", "save: deciding and writing a group (ms)")},
    {"push", "commit_ms", QT_TRANSLATE_NOOP("Console", "save: a group's way to the disk (ms)")},
    {"push", "answer_ms", QT_TRANSLATE_NOOP("Console", "save: arrived to answered (ms)")},
    {"push", "group_sets", QT_TRANSLATE_NOOP("Console", "changes in one group")},
    {"live", "fan_out_ms", QT_TRANSLATE_NOOP("Console", "telling everybody of a group (ms)")},
    {"sign_in", "time_ms", QT_TRANSLATE_NOOP("Console", "sign-in (ms)")},
    {"pull", "time_ms", QT_TRANSLATE_NOOP("Console", "making a page (ms)")},
};

QJsonObject percentiles(const Histogram &values, double unit)
{
    return {{QStringLiteral("count"), values.count()},
            {QStringLiteral("p50"), double(values.percentile(0.5)) / unit},
            {QStringLiteral("p99"), double(values.percentile(0.99)) / unit},
            {QStringLiteral("most"), double(values.most()) / unit}};
}

QJsonObject figures(const Measure &measure, double unit = Milli)
{
    QJsonObject figures = percentiles(measure.all(), unit);
    figures.insert(QStringLiteral("recent"), percentiles(measure.recent(), unit));
    return figures;
}

QJsonObject sessionFigures(ServerApp &app)
{
    qint64 signedIn = 0, live = 0, queued = 0, most = 0;
    const QList<SessionInfo> sessions = app.hub().sessions();
    for (const SessionInfo &session : sessions) {
        signedIn += session.login.isEmpty() ? 0 : 1;
        live += session.live ? 1 : 0;
        queued += session.queuedBytes;
        most = std::max(most, session.queuedBytes);
    }
    return {{QStringLiteral("connected"), sessions.size()},
            {QStringLiteral("signed_in"), signedIn},
            {QStringLiteral("live"), live},
            {QStringLiteral("queued_bytes"), queued},
            {QStringLiteral("queued_most_bytes"), most},
            {QStringLiteral("connections"), app.listener()->accepted()},
            {QStringLiteral("turned_away"), app.listener()->turnedAway()},
            {QStringLiteral("refused_frames"), app.hub().stats().refusedFrames}};
}

QJsonObject pushFigures(const Hub &hub)
{
    const HubStats &stats = hub.stats();
    return {{QStringLiteral("queued"), hub.queued()},
            {QStringLiteral("sets"), stats.pushed},
            {QStringLiteral("parked"), stats.parked},
            {QStringLiteral("commits"), stats.commits},
            {QStringLiteral("wait_ms"), figures(stats.pushWait)},
            {QStringLiteral("group_sets"), figures(stats.groupSets, 1)},
            {QStringLiteral("decide_ms"), figures(stats.decide)},
            {QStringLiteral("commit_ms"), figures(stats.commit)},
            {QStringLiteral("answer_ms"), figures(stats.pushAnswer)}};
}

QJsonObject standbyFigures(const Standby *standby)
{
    if (!standby)
        return {{QStringLiteral("state"), QStringLiteral("none")}, {QStringLiteral("pages"), 0}, {QStringLiteral("failed"), 0}};
    QJsonObject figures{{QStringLiteral("state"), QLatin1StringView(StandbyNames[size_t(standby->state())])},
                        {QStringLiteral("pages"), standby->pages()},
                        {QStringLiteral("failed"), standby->failed()}};
    if (standby->reason())
        figures.insert(QStringLiteral("reason"), QString(errorName(*standby->reason())));
    return figures;
}

QString standbySentence(const QJsonObject &standby)
{
    const QString state = standby.value(QStringLiteral("state")).toString();
    if (state == QLatin1StringView("none"))
        return words::tr("none");
    const QString counts = words::tr("%1 pages, %2 left to the database itself").arg(standby.value(QStringLiteral("pages")).toInteger()).arg(standby.value(QStringLiteral("failed")).toInteger());
    const QString reason = standby.value(QStringLiteral("reason")).toString();
    if (reason == errorName(ErrorCode::NotFound))
        return words::tr("not used: it is no standby of the company's database; %1").arg(counts);
    if (!reason.isEmpty())
        return words::tr("not used: it cannot be reached (%1); %2").arg(reason, counts);
    if (state == QLatin1StringView("away"))
        return words::tr("not looked at yet");
    return state == QLatin1StringView("behind") ? words::tr("not used: it is behind; %1").arg(counts) : words::tr("in use; %1").arg(counts);
}

/// A figure with as many digits as somebody reads.
QString shown(const QJsonValue &value)
{
    const double number = value.toDouble();
    return QString::number(number, 'f', number == std::floor(number) || number >= 100 ? 0 : number >= 10 ? 1 : 2);
}

QString megabytes(const QJsonValue &bytes) { return QString::number(bytes.toDouble() / MiB, 'f', 1); }

QString uptime(qint64 seconds)
{
    return words::tr("%1 d %2").arg(seconds / 86'400).arg(QTime(0, 0).addSecs(int(seconds % 86'400)).toString(QStringLiteral("hh:mm:ss")));
}

} // namespace

Result<QJsonObject> stats(ServerApp &app, const ParsedCommand &)
{
    if (!app.isServing())
        return Error{ErrorCode::NotFound, {QStringLiteral("server"), app.folder().path()}};
    const Result<qint64> head = app.hub().head();
    if (!head)
        return head.error();
    const HubStats &stats = app.hub().stats();
    return QJsonObject{
        {QStringLiteral("uptime_seconds"), (app.clock().wallMs() - app.startedAt()) / 1'000},
        {QStringLiteral("revision"), *head},
        {QStringLiteral("memory_bytes"), platform::memoryInUse()},
        {QStringLiteral("page_cache_bytes"), app.store().database().pageCacheBytes()},
        {QStringLiteral("sessions"), sessionFigures(app)},
        {QStringLiteral("push"), pushFigures(app.hub())},
        {QStringLiteral("live"), QJsonObject{{QStringLiteral("deliveries"), stats.liveMessages},
                                             {QStringLiteral("lagged"), stats.lagged},
                                             {QStringLiteral("fan_out_ms"), figures(stats.fanOut)}}},
        {QStringLiteral("sign_in"), QJsonObject{{QStringLiteral("signed_in"), stats.signIns},
                                                {QStringLiteral("refused"), stats.refusedSignIns},
                                                {QStringLiteral("time_ms"), figures(stats.signIn)}}},
        {QStringLiteral("pull"), QJsonObject{{QStringLiteral("pages"), stats.pages},
                                             {QStringLiteral("rows"), stats.pageRows},
                                             {QStringLiteral("bytes"), stats.pageBytes},
                                             {QStringLiteral("time_ms"), figures(stats.page)}}},
        {QStringLiteral("standby"), standbyFigures(app.standby())},
        {QStringLiteral("contents"), QJsonObject{{QStringLiteral("bytes_in"), stats.contentTaken},
                                                 {QStringLiteral("bytes_out"), stats.contentGiven}}}};
}

void printStats(const QJsonObject &result, QTextStream &out)
{
    const auto part = [&](const char *name) { return result.value(QLatin1StringView(name)).toObject(); };
    const QJsonObject sessions = part("sessions"), push = part("push"), live = part("live"), pull = part("pull"),
                      signIn = part("sign_in"), contents = part("contents");
    const auto of = [](const QJsonObject &group, const char *key) { return shown(group.value(QLatin1StringView(key))); };
    words::printColumns(
        {{words::tr("running for"), uptime(result.value(QStringLiteral("uptime_seconds")).toInteger())},
         {words::tr("revision"), of(result, "revision")},
         {words::tr("memory (MiB)"), words::tr("%1, %2 of them for pages of the database")
                                         .arg(megabytes(result.value(QStringLiteral("memory_bytes"))), megabytes(result.value(QStringLiteral("page_cache_bytes"))))},
         {words::tr("sessions"), words::tr("%1 connected, %2 signed in, %3 up to date; %4 connections turned away")
                                     .arg(of(sessions, "connected"), of(sessions, "signed_in"), of(sessions, "live"), of(sessions, "turned_away"))},
         {words::tr("sign-ins"), words::tr("%1, %2 refused").arg(of(signIn, "signed_in"), of(signIn, "refused"))},
         {words::tr("changes"), words::tr("%1 in %2 groups, %3 set aside as conflicts, %4 waiting")
                                    .arg(of(push, "sets"), of(push, "commits"), of(push, "parked"), of(push, "queued"))},
         {words::tr("told to others"), words::tr("%1 times; %2 times somebody was too slow; %3 MiB waiting to be sent, %4 MiB of them for one")
                                           .arg(of(live, "deliveries"), of(live, "lagged"), megabytes(sessions.value(QStringLiteral("queued_bytes"))),
                                                megabytes(sessions.value(QStringLiteral("queued_most_bytes"))))},
         {words::tr("fetched"), words::tr("%1 pages, %2 rows, %3 MiB")
                                    .arg(of(pull, "pages"), of(pull, "rows"), megabytes(pull.value(QStringLiteral("bytes"))))},
         {words::tr("standby"), standbySentence(part("standby"))},
         {words::tr("attachments (MiB)"), words::tr("%1 in, %2 out").arg(megabytes(contents.value(QStringLiteral("bytes_in"))),
                                                                        megabytes(contents.value(QStringLiteral("bytes_out"))))}},
        out);
    QList<QStringList> lines{{QString(), words::tr("number"), words::tr("half within"), words::tr("99 % within"), words::tr("longest"),
                              words::tr("last minute: number"), words::tr("half within"), words::tr("99 % within"), words::tr("longest")}};
    for (const Row &row : Rows) {
        const QJsonObject all = part(row.group).value(QLatin1StringView(row.key)).toObject();
        const QJsonObject recent = all.value(QStringLiteral("recent")).toObject();
        QStringList cells{words::tr(row.text)};
        for (const QJsonObject &figures : {all, recent})
            for (const char *key : {"count", "p50", "p99", "most"})
                cells.append(of(figures, key));
        lines.append(cells);
    }
    out << '\n';
    words::printColumns(lines, out);
}

} // namespace guanxi::server::handlers
