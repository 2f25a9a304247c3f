// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/oracles.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

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

} // namespace

/// guanxi-simulator --seeds A..B [--steps N] [--mutant NAME] [--json]: exit 0 when every promise held, 1 naming seed and oracle.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("seeds"), QStringLiteral("Seeds to play, first..last."), QStringLiteral("A..B"), QStringLiteral("1..100")},
                       {QStringLiteral("steps"), QStringLiteral("Random steps in a run."), QStringLiteral("N"), QString::number(Steps)},
                       {QStringLiteral("mutant"), QStringLiteral("Breaks a rule on purpose; \"list\" names them."), QStringLiteral("NAME")},
                       {QStringLiteral("json"), QStringLiteral("Print one JSON line.")}});
    parser.process(application);
    const QString name = parser.value(QStringLiteral("mutant"));
    if (name == QLatin1String("list")) {
        for (const guanxi::test::Mutant &mutant : guanxi::test::mutants())
            std::printf("%-26s%s\n", mutant.name, mutant.broken);
        return 0;
    }
    const guanxi::test::Mutant *mutant = guanxi::test::mutantNamed(name);
    if (!name.isEmpty() && !mutant) {
        std::fprintf(stderr, "guanxi-simulator: there is no mutant \"%s\"; --mutant list names them\n", qPrintable(name));
        return 2;
    }
    const std::optional<Range> range = rangeFrom(parser.value(QStringLiteral("seeds")));
    if (!range) {
        std::fprintf(stderr, "guanxi-simulator: --seeds wants first..last, got \"%s\"\n", qPrintable(parser.value(QStringLiteral("seeds"))));
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    QString broken;
    quint64 seed = range->first;
    for (; seed <= range->last && broken.isEmpty(); ++seed) {
        guanxi::test::World world(seed, mutant);
        world.run(parser.value(QStringLiteral("steps")).toInt());
        broken = guanxi::test::violation(world);
    }
    const quint64 played = seed - range->first;
    const double perSeed = double(timer.elapsed()) / double(std::max<quint64>(played, 1));
    if (parser.isSet(QStringLiteral("json"))) {
        const QJsonObject line{{QStringLiteral("seeds"), qint64(played)}, {QStringLiteral("msPerSeed"), perSeed},
                               {QStringLiteral("failedSeed"), broken.isEmpty() ? QJsonValue() : QJsonValue(qint64(seed - 1))},
                               {QStringLiteral("violation"), broken}};
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    } else if (broken.isEmpty()) {
        std::printf("%llu seeds, no violation, %.1f ms a seed\n", played, perSeed);
    } else {
        std::printf("seed %llu: %s\n", seed - 1, qPrintable(broken));
    }
    return broken.isEmpty() ? 0 : 1;
}
