// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/shrink.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <thread>

using namespace guanxi::test;

namespace {

constexpr int Steps = 60;

struct Range {
    quint64 first = 1;
    quint64 last = 100;
};

std::optional<Range> rangeFrom(const QString &text)
{
    const QStringList ends = text.split(QStringLiteral(".."));
    bool first = false;
    bool last = false;
    Range range{ends.value(0).toULongLong(&first), ends.value(1, ends.value(0)).toULongLong(&last)};
    return first && last && ends.size() <= 2 && range.first <= range.last ? std::optional(range) : std::nullopt;
}

/// What came of many seeds.
struct Outcome {
    quint64 played = 0;
    quint64 failed = 0; ///< the smallest seed that failed
    QString violation;
};

/// Plays the seeds on some threads; ends early when one fails.
Outcome play(const Range &range, int steps, const Mutant *mutant, int threads)
{
    std::atomic<quint64> next = range.first;
    std::atomic<quint64> played = 0;
    std::mutex mutex;
    Outcome outcome;
    const auto work = [&] {
        for (quint64 seed = next++; seed <= range.last; seed = next++) {
            const QString broken = guanxi::test::played(Plan::of(seed, steps), mutant);
            ++played;
            const std::lock_guard lock(mutex);
            if (!broken.isEmpty() && (outcome.violation.isEmpty() || seed < outcome.failed)) {
                outcome.failed = seed;
                outcome.violation = broken;
            }
            if (!outcome.violation.isEmpty())
                return;
        }
    };
    std::vector<std::thread> workers;
    for (int i = 1; i < threads; ++i)
        workers.emplace_back(work);
    work();
    for (std::thread &worker : workers)
        worker.join();
    outcome.played = played;
    return outcome;
}

int refuse(const QString &words)
{
    std::fprintf(stderr, "guanxi-simulator: %s\n", qPrintable(words));
    return 2;
}

int playOne(const QString &text, const Mutant *mutant)
{
    const std::optional<Plan> plan = Plan::fromText(text);
    if (!plan)
        return refuse(QStringLiteral("--play wants seed/desks/steps, got \"%1\"").arg(text));
    World world(*plan, mutant);
    world.setListener([](const QString &line) { std::printf("%s\n", qPrintable(line)); });
    world.run();
    const QString broken = violation(world);
    std::printf("%s: %s\n", qPrintable(plan->text()), broken.isEmpty() ? "no violation" : qPrintable(broken));
    return broken.isEmpty() ? 0 : 1;
}

void report(const Outcome &outcome, double wallMs, double cpuMs, const QString &plan, bool json)
{
    const double count = double(std::max<quint64>(outcome.played, 1));
    const bool failed = !outcome.violation.isEmpty();
    if (json) {
        const QJsonObject line{{QStringLiteral("seeds"), qint64(outcome.played)}, {QStringLiteral("msPerSeed"), wallMs / count},
                               {QStringLiteral("cpuMsPerSeed"), cpuMs / count},
                               {QStringLiteral("failedSeed"), failed ? QJsonValue(qint64(outcome.failed)) : QJsonValue()},
                               {QStringLiteral("oracle"), oracleOf(outcome.violation)}, {QStringLiteral("violation"), outcome.violation},
                               {QStringLiteral("plan"), plan}};
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    } else if (failed) {
        std::printf("seed %llu: %s\nsmallest plan: %s\n", outcome.failed, qPrintable(outcome.violation), qPrintable(plan));
    } else {
        std::printf("%llu seeds, no violation, %.1f ms a seed (%.1f ms of processor time)\n", outcome.played, wallMs / count, cpuMs / count);
    }
}

} // namespace

/// guanxi-simulator --seeds A..B [--steps N] [--threads N] [--mutant NAME] [--play PLAN] [--json]: exit 0 when every promise
/// held, 1 naming seed and oracle.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("seeds"), QStringLiteral("Seeds to play, first..last."), QStringLiteral("A..B"), QStringLiteral("1..100")},
                       {QStringLiteral("steps"), QStringLiteral("Random steps in a run."), QStringLiteral("N"), QString::number(Steps)},
                       {QStringLiteral("threads"), QStringLiteral("Seeds played at a time."), QStringLiteral("N"), QStringLiteral("1")},
                       {QStringLiteral("play"), QStringLiteral("Plays one plan: seed/desks/steps, as a failed run prints it."), QStringLiteral("PLAN")},
                       {QStringLiteral("mutant"), QStringLiteral("Breaks a rule on purpose; \"list\" names them."), QStringLiteral("NAME")},
                       {QStringLiteral("json"), QStringLiteral("Print one JSON line.")}});
    parser.process(application);
    const QString name = parser.value(QStringLiteral("mutant"));
    if (name == QLatin1String("list")) {
        for (const Mutant &mutant : mutants())
            std::printf("%-26s%-20s%s\n", mutant.name, mutant.oracle, mutant.broken);
        return 0;
    }
    const Mutant *mutant = mutantNamed(name);
    if (!name.isEmpty() && !mutant)
        return refuse(QStringLiteral("there is no mutant \"%1\"; --mutant list names them").arg(name));
    if (parser.isSet(QStringLiteral("play")))
        return playOne(parser.value(QStringLiteral("play")), mutant);
    const std::optional<Range> range = rangeFrom(parser.value(QStringLiteral("seeds")));
    if (!range)
        return refuse(QStringLiteral("--seeds wants first..last, got \"%1\"").arg(parser.value(QStringLiteral("seeds"))));
    const int steps = parser.value(QStringLiteral("steps")).toInt();
    QElapsedTimer timer;
    timer.start();
    const std::clock_t begin = std::clock();
    const Outcome outcome = play(*range, steps, mutant, qMax(1, parser.value(QStringLiteral("threads")).toInt()));
    const double wallMs = double(timer.elapsed());
    const double cpuMs = double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    const bool failed = !outcome.violation.isEmpty();
    const QString plan = failed ? shrunk(Plan::of(outcome.failed, steps), outcome.violation, mutant).text() : QString();
    report(outcome, wallMs, cpuMs, plan, parser.isSet(QStringLiteral("json")));
    return failed ? 1 : 0;
}
