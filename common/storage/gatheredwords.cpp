// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/gatheredwords.h"

#include "common/storage/searchindex.h"

namespace guanxi::storage {

GatheredWords::GatheredWords(RecordStore &store) : m_store(store), m_outermost(!store.m_words)
{
    if (m_outermost)
        m_store.m_words.emplace();
}

GatheredWords::~GatheredWords()
{
    if (m_outermost)
        m_store.m_words.reset();
}

Result<void> GatheredWords::write()
{
    if (!m_outermost)
        return {};
    SearchIndex index(m_store.m_database);
    for (const auto &[row, words] : std::exchange(*m_store.m_words, {}))
        GUANXI_TRY(index.replace(row, words.before, words.after));
    return {};
}

Result<void> RecordStore::putWords(qint64 rid, const model::Record *before, const model::Record *after)
{
    const model::Record &record = before ? *before : *after;
    const qint64 row = SearchIndex::rowId(record.entity().id, rid);
    const Words words{before ? SearchIndex::wordsOf(*before) : QString(), after ? SearchIndex::wordsOf(*after) : QString()};
    if (!m_words)
        return SearchIndex(m_database).replace(row, words.before, words.after);
    // What a row had when the gathering began is what the index has of it.
    const auto [known, isNew] = m_words->try_emplace(row, words);
    if (!isNew)
        known->second.after = words.after;
    return {};
}

} // namespace guanxi::storage
