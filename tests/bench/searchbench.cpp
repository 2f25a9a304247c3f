// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchbench.h"

#include "common/base/pinyin.h"
#include "common/model/catalogue/customers.h"
#include "common/storage/bulkinserter.h"
#include "common/storage/query.h"
#include "common/storage/recordstore.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "samplerows.h"

#include <QElapsedTimer>

#include <atomic>
#include <thread>

namespace guanxi::bench {

using namespace guanxi::model;
using namespace guanxi::storage;

namespace {

constexpr int Templates = 20'000;
constexpr int Inputs = 60;      // of each kind
constexpr int LikeInputs = 3;   // each reads all names
constexpr qint64 Shown = 50;    // hits that a list asks for
constexpr int PageRows = 500;
constexpr qint64 LatinEvery = 10;
constexpr double Limit = 10;

/// What people type, one kind of input.
struct Kind {
    const char *name;
    QStringList inputs;
};

QString latinWord(Random &random)
{
    static const QStringList parts{QStringLiteral("sie"), QStringLiteral("men"), QStringLiteral("bor"), QStringLiteral("tech"), QStringLiteral("val"),
                                   QStringLiteral("no"), QStringLiteral("ster"), QStringLiteral("gra"), QStringLiteral("lin"), QStringLiteral("dex")};
    QString word;
    for (quint64 left = 2 + random.below(3); left > 0; --left)
        word += parts.at(qsizetype(random.below(quint64(parts.size()))));
    return word;
}

void fill(Database &database, std::vector<Record> &samples, qint64 rows, Random &random)
{
    auto transaction = need(Transaction::begin(database));
    BulkInserter inserter(database, samples.front().entity(), StoreKind::Cache);
    for (qint64 i = 0; i < rows; ++i) {
        Record record = samples[size_t(i % Templates)];
        record.setId(sequentialId(i));
        if (i % LatinEvery == 0)
            record.set(Account::name, latinWord(random) + u' ' + latinWord(random) + QStringLiteral(" Ltd"));
        need(inserter.add(record));
    }
    need(inserter.finish());
    need(transaction.commit());
}

/// What somebody makes of it who wanders once on the keyboard.
QString mistyped(QString word, Random &random)
{
    const qsizetype at = 1 + qsizetype(random.below(quint64(word.size() - 2)));
    if (random.below(2))
        return word.remove(at, 1);
    return word.replace(at, 1, u'x');
}

QString part(const QString &text, qsizetype length, Random &random)
{
    return text.mid(qsizetype(random.below(quint64(std::max<qsizetype>(1, text.size() - length)))), length);
}

std::vector<Kind> kindsOf(const std::vector<Record> &samples, Random &random)
{
    std::vector<Kind> kinds{{"one Chinese character", {}}, {"2 to 4 characters", {}}, {"full pinyin", {}}, {"initials", {}}, {"traditional", {}},
                            {"part of a phone number", {}}, {"mistyped Latin name", {}}};
    static const QStringList traditional{QStringLiteral("長城"), QStringLiteral("東海"), QStringLiteral("華新電子"), QStringLiteral("機械"), QStringLiteral("貿易"), QStringLiteral("寶龍")};
    for (int i = 0; i < Inputs; ++i) {
        const Record &row = samples.at(random.below(samples.size()));
        const QString brand = row[Account::name].mid(2, 3); // behind the city
        const PinyinForms forms = pinyinForms(brand, 1);
        kinds[0].inputs += part(brand, 1, random);
        kinds[1].inputs += part(row[Account::name], 2 + qsizetype(random.below(3)), random);
        kinds[2].inputs += forms.full.value(0);
        kinds[3].inputs += forms.initials.value(0);
        kinds[4].inputs += traditional.at(i % traditional.size());
        if (const QString phone = row[Account::phone]; !phone.isEmpty())
            kinds[5].inputs += part(phone.right(11), 4 + qsizetype(random.below(5)), random);
        kinds[6].inputs += mistyped(latinWord(random), random);
    }
    return kinds;
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Writes pages as sync does, on a connection of its own, until it goes.
class PageWriter
{
public:
    PageWriter(const BenchDatabase &bench, const Catalogue &catalogue, const std::vector<Record> &samples, qint64 rows)
        : m_thread([&bench, &catalogue, &samples, rows, this] {
              const std::unique_ptr<Database> database = bench.open();
              RecordStore store(*database, catalogue, StoreKind::Cache);
              for (qint64 at = 0; !m_stop; at += PageRows) {
                  auto transaction = need(Transaction::begin(*database));
                  for (qint64 i = at; i < at + PageRows; ++i) {
                      Record record = samples[size_t((i + 1) % Templates)]; // another name than before
                      record.setId(sequentialId(i * 37 % rows));
                      need(store.upsert(record));
                  }
                  need(transaction.commit());
                  ++m_pages;
              }
          })
    {}
    ~PageWriter()
    {
        m_stop = true;
        m_thread.join();
    }
    int pages() const { return m_pages; }

private:
    std::atomic_bool m_stop = false;
    std::atomic_int m_pages = 0;
    std::thread m_thread;
};

/// Every input letter by letter.
std::vector<double> strokes(const QStringList &inputs, const std::function<void(const QString &)> &search)
{
    std::vector<double> times;
    for (const QString &input : inputs)
        for (qsizetype length = 1; length <= input.size(); ++length)
            times.push_back(milliseconds([&] { search(input.left(length)); }));
    return times;
}

void report(BenchReport &report, const QString &what, std::vector<double> times, std::optional<double> limit)
{
    if (times.empty())
        return;
    report.add(what + QStringLiteral(", p50"), percentile(times, 0.5), QStringLiteral("ms"), limit);
    report.add(what + QStringLiteral(", p95"), percentile(times, 0.95), QStringLiteral("ms"), limit);
    report.add(what + QStringLiteral(", max"), times.back(), QStringLiteral("ms"));
}

void searchAll(BenchReport &figures, QueryRunner &runner, EntityId entity, const std::vector<Kind> &kinds, const QString &suffix)
{
    for (const Kind &kind : kinds)
        report(figures, QString::fromLatin1(kind.name) + suffix,
               strokes(kind.inputs, [&](const QString &typed) { need(runner.search(typed, {entity}, Shown)); }), Limit);
}

/// What the same machine does without any of it.
void searchPlainly(BenchReport &figures, Database &database, const std::vector<Kind> &kinds)
{
    need(database.execute("CREATE VIRTUAL TABLE plain USING fts5(name, phone, content='', tokenize='unicode61');"
                          "INSERT INTO plain(rowid, name, phone) SELECT rid, name, phone FROM account"));
    Statement like(database, "SELECT rid FROM account WHERE deleted = 0 AND name LIKE '%' || ? || '%' LIMIT 50");
    Statement words(database, "SELECT rowid FROM plain WHERE plain MATCH ? LIMIT 50");
    std::vector<double> likeTimes, wordTimes;
    for (const Kind &kind : kinds)
        for (const QString &typed : kind.inputs.first(std::min<qsizetype>(LikeInputs, kind.inputs.size()))) {
            likeTimes.push_back(milliseconds([&] { need(like.bind(1, typed).run()); }));
            wordTimes.push_back(milliseconds([&] { need(words.bind(1, QString(u'"' + typed + QStringLiteral("\"*"))).run()); }));
        }
    report(figures, QStringLiteral("all kinds by LIKE over names"), likeTimes, {});
    report(figures, QStringLiteral("all kinds by plain FTS5, words only"), wordTimes, {});
}

} // namespace

void runSearchBench(BenchReport &figures, const BenchOptions &options)
{
    figures.begin(QStringLiteral("search"));
    Catalogue catalogue;
    declareAll(catalogue);
    SeededRandom random(1);
    std::vector<Record> samples = sampleAccounts(catalogue, random, Templates);
    const Entity &entity = samples.front().entity();
    BenchDatabase bench(Durability::Normal);
    Database &database = *bench.database;
    need(ensureSchema(database, catalogue, StoreKind::Cache));
    need(dropSecondary(database, entity, StoreKind::Cache));
    fill(database, samples, options.rows, random);
    figures.add(QStringLiteral("indexes and search built"),
                milliseconds([&] { need(buildSecondary(database, entity, StoreKind::Cache)); }) / 1000, QStringLiteral("s"));
    const std::vector<Kind> kinds = kindsOf(samples, random);
    QueryRunner runner(database, catalogue, StoreKind::Cache);
    searchAll(figures, runner, entity.id, kinds, {});
    searchPlainly(figures, database, kinds);
    PageWriter writer(bench, catalogue, samples, options.rows);
    searchAll(figures, runner, entity.id, kinds, QStringLiteral(" while pages are written"));
    figures.add(QStringLiteral("pages of %1 rows written meanwhile").arg(PageRows), writer.pages(), QString());
}

} // namespace guanxi::bench
