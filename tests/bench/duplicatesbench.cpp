// SPDX-License-Identifier: GPL-3.0-or-later
#include "duplicatesbench.h"

#include "common/base/pinyin.h"
#include "common/model/catalogue/customers.h"
#include "loadeddesk.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace guanxi::bench {

using namespace model;
using namespace app;

namespace {

constexpr double ScanSecondsOf100k = 10, LookMs = 10;
constexpr int Looked = 200;
constexpr qint64 Apart = 500; ///< a customer and its double stand so far from each other in a page

enum class Written { OtherForm, NoRegion, SoundsAlike, LeftOut, Exchanged, PhoneMoved, Count };
constexpr const char *Names[] = {"other legal form", "without its region", "homophone", "a character left out", "two characters exchanged", "same phone, name half as before"};

QChar homophone(QChar letter)
{
    const PinyinReadings sound = pinyinOf(letter.unicode());
    for (char16_t other = 0x4e00; sound.size() > 0 && other < 0x9fa5; ++other)
        if (const PinyinReadings readings = pinyinOf(other); other != letter.unicode() && readings.size() > 0 && readings[0] == sound[0])
            return other;
    return letter;
}

/// As a colleague enters it who does not know that it is there.
void writeAgain(Record &record, const Record &first, Written how)
{
    QString name = first[Account::name];
    const qsizetype brand = 2; // behind the city
    switch (how) {
    case Written::OtherForm: name.replace(QStringLiteral("有限公司"), QStringLiteral("有限责任公司")); break;
    case Written::NoRegion: name.remove(0, brand); break;
    case Written::SoundsAlike: name[brand] = homophone(name[brand]); break;
    case Written::LeftOut: name.remove(brand, 1); break;
    case Written::Exchanged: std::swap(name[brand], name[brand + 1]); break;
    case Written::PhoneMoved: name.remove(brand, 1); record.setValue(Account::phone.id, first.value(Account::phone.id)); break;
    case Written::Count: break;
    }
    record.set(Account::name, name);
    // He does not know its registration either.
    record.setValue(Account::taxNumber.id, Value());
    record.setValue(Account::licenceNumber.id, Value());
}

/// A thousand customers, the first few of which are others of them once more.
std::vector<Record> page(const Catalogue &catalogue, Random &random)
{
    std::vector<Record> records = sampleAccounts(catalogue, random, LoadedCache::Templates);
    for (Record &record : records) {
        record.setValue(Account::email.id, Value()); // made of few
        record.setValue(Account::number.id, Value());
    }
    for (int how = 0; how < int(Written::Count); ++how) {
        Record &first = records[size_t(Apart + how)];
        if (how == int(Written::LeftOut)) // of a long name
            first.set(Account::name, QString(first[Account::name].left(4) + QStringLiteral("国际供应链管理有限公司")));
        if (how == int(Written::PhoneMoved))
            first.set(Account::phone, QStringLiteral("021-%1").arg(10'000'000 + random.below(89'999'999)));
        writeAgain(records[size_t(how)], first, Written(how));
    }
    return records;
}

double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().chopped(3).toDouble() / 1024;
    return 0;
}

void scan(BenchReport &report, LoadedDesk &desk, qint64 rows)
{
    const double before = peakMegabytes();
    QList<AlikePair> pairs;
    const auto state = std::make_shared<ScanState>();
    const Held held = hold([&](QObject *context, auto done) {
        desk.records->scanForDuplicates(Account::entity, state, context, [&pairs, done](const Result<QList<AlikePair>> &found) {
            pairs = need(found);
            done(Saved());
        });
    });
    addHeld(report, QStringLiteral("%1 customers compared").arg(rows), held, ScanSecondsOf100k * double(rows) / 1e5);
    report.add(QStringLiteral("memory for it"), peakMegabytes() - before, QStringLiteral("MiB"));
    report.add(QStringLiteral("pairs"), double(pairs.size()), QString());
    QSet<std::pair<Uuid, Uuid>> found;
    for (const AlikePair &pair : pairs)
        found.insert(std::minmax(pair.a.id, pair.b.id));
    const qint64 pages = rows / LoadedCache::RowsInPage;
    for (int how = 0; how < int(Written::Count); ++how) {
        qint64 known = 0;
        for (qint64 at = 0; at < pages; ++at) {
            const qint64 first = at * LoadedCache::RowsInPage + how;
            known += found.contains(std::minmax(sequentialId(first), sequentialId(first + Apart)));
        }
        report.add(QStringLiteral("found: ") + QLatin1StringView(Names[how]), 100.0 * double(known) / double(std::max<qint64>(1, pages)), QStringLiteral("%"));
    }
}

void look(BenchReport &report, LoadedDesk &desk, qint64 rows)
{
    const Entity &entity = desk.catalogue.at(Account::entity);
    std::vector<double> times;
    int known = 0;
    for (int at = 0; at < Looked; ++at) {
        const qint64 row = (desk.random.below(quint64(rows / LoadedCache::RowsInPage))) * LoadedCache::RowsInPage + at % int(Written::Count);
        const Result<Record> there = desk.records->load({Account::entity, sequentialId(row)});
        Record typed(entity, sequentialId(-1 - at));
        typed.set(Account::name, need(there)[Account::name]);
        typed.setValue(Account::phone.id, need(there).value(Account::phone.id));
        QElapsedTimer time;
        QEventLoop loop;
        time.start();
        desk.records->findAlike(typed, &loop, [&](const Result<QList<AlikeRecord>> &alike) {
            times.push_back(double(time.nsecsElapsed()) / 1e6);
            const QList<AlikeRecord> found = need(alike);
            known += std::any_of(found.begin(), found.end(), [&](const AlikeRecord &other) { return other.ref.id == sequentialId(row + Apart); });
            loop.quit();
        });
        loop.exec();
    }
    report.add(QStringLiteral("alike while typing, 95 % within"), percentile(times, 0.95), QStringLiteral("ms"), LookMs);
    report.add(QStringLiteral("alike while typing, half within"), percentile(times, 0.5), QStringLiteral("ms"));
    report.add(QStringLiteral("the other way of writing found"), 100.0 * known / Looked, QStringLiteral("%"));
}

} // namespace

void runDuplicatesBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("duplicates"));
    SeededRandom random(11);
    LoadedDesk desk(options.rows, [&](const Catalogue &catalogue) { return page(catalogue, random); });
    desk.records->takeRights(Rights::unlimited(desk.records->me()));
    scan(report, desk, options.rows);
    look(report, desk, options.rows);
}

} // namespace guanxi::bench
