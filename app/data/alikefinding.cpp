// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the few records that are like one, among very many.
#include "app/data/alike.h"

#include "common/rules/normalise.h"
#include "common/storage/query.h"

namespace guanxi::app {

using namespace model;
using rules::Similarity;
using storage::Query;
using storage::QueryRunner;

namespace {

/// Of each look-up so many are compared: what is looked for is rare, or the look-up says too little.
constexpr qint64 MostHits = 40;
constexpr qsizetype MostAlike = 8;
constexpr qsizetype ShortestSearch = 2, ShortestHalf = 4, SoundsLooked = 4;

QString digitsOf(const QString &phone)
{
    QString digits;
    for (const QChar letter : phone)
        if (letter.isDigit())
            digits += letter;
    return digits;
}

/// What a name may be found by although a character of it is another one, missing or added.
QStringList searchesFor(const rules::Traits &traits)
{
    const rules::PlainName &name = traits.name;
    QStringList searches;
    if (name.rest.size() < ShortestSearch)
        return searches;
    searches.append(name.rest);
    // A brand and a little of the trade: longer pinyin is read in many ways.
    if (traits.sound != name.rest)
        searches.append(rules::soundsOf(name.rest.left(SoundsLooked)).join(QString()));
    if (name.rest.size() < ShortestHalf)
        return searches;
    const qsizetype half = (name.rest.size() + 1) / 2;
    for (const QString &part : {name.rest.left(half), name.rest.mid(name.rest.size() - half)})
        searches.append(name.region.isEmpty() ? part : name.region + u' ' + part);
    return searches;
}

} // namespace

AlikeQuestion::AlikeQuestion(const Record &record, const Rights &rights) : ref(record.ref())
{
    const Similarity similarity(record.entity(), &rights);
    traits = similarity.traitsOf(record);
    searches = searchesFor(traits);
    for (const auto &[field, number] : std::as_const(traits.phones))
        searches.append(digitsOf(number));
    for (const Field *field : similarity.fields()) {
        if (similarity.partOf(*field) != Likeness::Key || field->type == FieldType::Phone || record.value(field->id).isNull())
            continue;
        const Result<Value> value = rules::normalise(*field, record.value(field->id));
        if (value && (field->unique || field->indexed))
            keys.append({field->id, *value});
        else if (value && field->search != Search::None)
            searches.append(value->text());
    }
    searches.removeDuplicates();
    searches.removeAll(QString());
}

Result<QList<AlikeRecord>> alikeIn(storage::Database &database, const Catalogue &catalogue, const Rights &rights, const AlikeQuestion &question)
{
    const Similarity similarity(catalogue.at(question.ref.entity), &rights);
    QueryRunner runner(database, catalogue, storage::StoreKind::Cache);
    std::vector<qint64> rids;
    const auto look = [&](const storage::Filter &filter, const QString &search) -> Result<void> {
        Query query;
        query.entity = question.ref.entity;
        query.filter = filter;
        query.search = search;
        query.limit = MostHits;
        const Result<std::vector<qint64>> found = runner.rids(query);
        if (!found)
            return found.error();
        rids.insert(rids.end(), found->begin(), found->end());
        return {};
    };
    for (const auto &[field, value] : question.keys)
        GUANXI_TRY(look(storage::Filter::is(field, value), {}));
    for (const QString &search : question.searches)
        GUANXI_TRY(look({}, search));
    std::sort(rids.begin(), rids.end());
    rids.erase(std::unique(rids.begin(), rids.end()), rids.end());
    const QList<FieldId> fields = similarity.fieldIds();
    storage::RecordStore records(database, catalogue, storage::StoreKind::Cache);
    const Result<std::vector<storage::StoredRecord>> rows = records.loadByRids(question.ref.entity, rids, fields);
    if (!rows)
        return rows.error();
    QList<AlikeRecord> alike;
    for (const storage::StoredRecord &row : *rows) {
        rules::Likening likening = similarity.compare(question.traits, similarity.traitsOf(row.record));
        if (row.record.ref() != question.ref && !row.record.isDeleted() && likening.score >= Similarity::Threshold)
            alike.append({row.record.ref(), std::move(likening)});
    }
    std::stable_sort(alike.begin(), alike.end(), [](const AlikeRecord &a, const AlikeRecord &b) { return a.likening.score > b.likening.score; });
    return alike.mid(0, MostAlike);
}

} // namespace guanxi::app
