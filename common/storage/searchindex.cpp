// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/searchindex.h"

#include "common/base/fold.h"
#include "common/base/nearwords.h"
#include "common/base/searchkey.h"

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

void join(QString &all, const QString &tokens)
{
    if (!all.isEmpty() && !tokens.isEmpty())
        all += u' ';
    all += tokens;
}

constexpr char Add[] = "INSERT INTO search(rowid, tokens) VALUES(?, ?)";
constexpr char Remove[] = "INSERT INTO search(search, rowid, tokens) VALUES('delete', ?, ?)";

} // namespace

QString SearchIndex::wordsOf(const Record &record)
{
    QString tokens;
    if (record.isDeleted())
        return tokens;
    for (const Field &field : record.entity().fields()) {
        if (field.search == Search::None)
            continue;
        const Value &value = record.value(field.id);
        const QString text = value.is<QStringList>() ? value.as<QStringList>().join(u'\n') : value.text();
        if (text.isEmpty())
            continue;
        join(tokens, field.search == Search::Phone ? phoneTokens(text) : indexTokens(text));
        if (field.search != Search::Name)
            continue;
        join(tokens, pinyinTokens(text));
        join(tokens, nearTokens(text));
    }
    return tokens;
}

Result<void> SearchIndex::create()
{
    // The tokens are made by us, so the tokenizer only splits at spaces, and nearly all are looked up whole: a prefix
    // index would cost a third more and be asked by nobody. Neither positions nor lengths are: they would take two thirds
    // of the space. Not `secure-delete`: it rewrites the list of rows of each word in place, 14 ms for a row with words
    // that thousands share. Whoever must forget optimizes afterwards.
    return m_database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(tokens, content='', columnsize=0, detail=none, "
                              "tokenize='ascii');"
                              "INSERT INTO search(search, rank) VALUES('secure-delete', 0)");
}

Result<void> SearchIndex::tune()
{
    // A piece of the index is to fit a page, of which the cipher takes 48 bytes.
    return m_database.execute("INSERT INTO search(search, rank) VALUES('pgsz', 3980);INSERT INTO search(search, rank) VALUES('automerge', 8)");
}

Result<void> SearchIndex::clear()
{
    // The table itself may be that of another version.
    GUANXI_TRY(m_database.execute("DROP TABLE IF EXISTS search"));
    GUANXI_TRY(create());
    return tune();
}

Result<void> SearchIndex::write(const QByteArray &sql, qint64 row, const QString &words)
{
    if (words.isEmpty())
        return {};
    const auto ran = Statement(m_database, sql).bindAll(row, words).run();
    return ran ? Result<void>() : ran.error();
}

Result<void> SearchIndex::replace(qint64 row, const QString &before, const QString &after)
{
    // Taking words out of the index costs far more than writing the row: only when they changed.
    if (before == after)
        return {};
    GUANXI_TRY(write(Remove, row, before));
    return write(Add, row, after);
}

bool SearchIndex::sameWords(const Record &before, const Record &after)
{
    const auto &fields = after.entity().fields();
    return before.isDeleted() == after.isDeleted() && std::all_of(fields.begin(), fields.end(), [&](const Field &field) {
        return field.search == Search::None || before.value(field.id) == after.value(field.id);
    });
}

Result<void> SearchIndex::add(qint64 rid, const Record &record)
{
    return write(Add, rowId(record.entity().id, rid), wordsOf(record));
}

Result<void> SearchIndex::remove(qint64 rid, const Record &record)
{
    return write(Remove, rowId(record.entity().id, rid), wordsOf(record));
}

Result<void> SearchIndex::gather(bool much)
{
    // Merging waits until all is in: once, instead of over and over.
    if (much)
        return m_database.execute("INSERT INTO search(search, rank) VALUES('hashsize', 67108864);INSERT INTO search(search, rank) VALUES('automerge', 0)");
    GUANXI_TRY(m_database.execute("INSERT INTO search(search, rank) VALUES('hashsize', 1048576)"));
    return tune();
}

Result<void> SearchIndex::optimize() { return m_database.execute("INSERT INTO search(search) VALUES('optimize')"); }

Result<bool> SearchIndex::optimizeSome(int pages)
{
    const auto changes = [this]() { return Statement(m_database, "SELECT total_changes()").single(); };
    const auto before = changes();
    GUANXI_TRY(m_database.execute("INSERT INTO search(search, rank) VALUES('merge', " + QByteArray::number(-pages) + ')'));
    const auto after = changes();
    if (!before || !after)
        return before ? after.error() : before.error();
    // As FTS5 documents it: a step that changed less than two rows found nothing to merge.
    return after->value_or(0) - before->value_or(0) >= 2;
}

QByteArray SearchIndex::version()
{
    // Counts changes in the tokens and in how they are kept; collationVersion() tells those of the sort keys.
    return "4:" + collationVersion();
}

} // namespace guanxi::storage
