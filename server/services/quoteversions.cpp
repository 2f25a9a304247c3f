// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent is kept as rows of its own: the history of a quote may be forgotten, and its products may be called otherwise.
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "server/services/consequences.h"

namespace guanxi::server {

using namespace model;

namespace {

constexpr qsizetype LongestName = 255;

Uuid versionId(const Record &quote) { return Uuid::named("quote_version" + quote.id().bytes() + QByteArray::number(quote[Quote::version])); }
Uuid lineId(const Uuid &version, const Uuid &line) { return Uuid::named("quote_version_line" + version.bytes() + line.bytes()); }

/// What both have under the same name.
void copyFields(const Record &from, Record &to)
{
    for (const Field &field : to.entity().fields()) {
        const Field *source = field.id >= system::FirstOwn ? from.entity().field(field.name) : nullptr;
        if (source && source->type == field.type)
            to.setValue(field.id, from.value(source->id));
    }
}

} // namespace

Result<void> Consequences::followVersions()
{
    if (!has(QuoteVersion::entity))
        return {};
    for (const TouchedRow &row : touched(Quote::entity)) {
        if (!row.before)
            continue;
        const Record &before = row.before->record, &after = row.after;
        const qint64 from = before[Quote::status], to = after[Quote::status], older = before[Quote::version], newer = after[Quote::version];
        if (from == Quote::Approved && to == Quote::Sent)
            GUANXI_TRY(keepVersion(after));
        else if (from == Quote::Approved && newer > older)
            GUANXI_TRY(keepVersion(before)); // it was never sent
        else if (from == Quote::Sent && to == Quote::Approved)
            GUANXI_TRY(letVersionGo(before)); // sending it was taken back
        else if (to == Quote::Approved && newer < older)
            GUANXI_TRY(letVersionGo(after)); // so was giving it up
    }
    return {};
}

Result<void> Consequences::keepVersion(const Record &quote)
{
    const Catalogue &catalogue = m_store.catalogue();
    Record version(catalogue.at(QuoteVersion::entity), versionId(quote));
    stamp(version);
    copyFields(quote, version);
    version.set(QuoteVersion::quote, quote.id());
    if (quote[Quote::status] != Quote::Sent)
        for (const FieldId field : {QuoteVersion::sentAt.id, QuoteVersion::sentBy.id})
            version.setValue(field, {});
    const Result<QList<Record>> lines = pointingAt(catalogue.at(QuoteLine::entity), QuoteLine::quote.id, quote.ref());
    const Result<QList<Record>> former = pointingAt(catalogue.at(QuoteVersionLine::entity), QuoteVersionLine::quoteVersion.id, version.ref());
    if (!lines || !former)
        return lines ? former.error() : lines.error();
    GUANXI_TRY(put(version));
    QSet<Uuid> copies;
    for (const Record &line : *lines)
        if (!line.isDeleted())
            copies.insert(lineId(version.id(), line.id()));
    // What was kept under this number before was taken back.
    for (const Record &line : *former)
        if (!copies.contains(line.id()))
            GUANXI_TRY(takeAway(line.ref()));
    for (const Record &line : *lines) {
        if (line.isDeleted())
            continue;
        Record copy(catalogue.at(QuoteVersionLine::entity), lineId(version.id(), line.id()));
        stamp(copy);
        copyFields(line, copy);
        copy.set(QuoteVersionLine::quoteVersion, version.id());
        const Result<TouchedRow *> product = line.isNull(QuoteLine::product) ? Result<TouchedRow *>(nullptr) : rowOf(Product::entity, line[QuoteLine::product]);
        if (!product)
            return product.error();
        if (*product)
            copy.set(QuoteVersionLine::productName, titleOf((*product)->after).left(LongestName));
        GUANXI_TRY(put(copy));
    }
    return {};
}

Result<void> Consequences::letVersionGo(const Record &quote)
{
    const RecordRef version{QuoteVersion::entity, versionId(quote)};
    const Result<QList<Record>> lines = pointingAt(m_store.catalogue().at(QuoteVersionLine::entity), QuoteVersionLine::quoteVersion.id, version);
    if (!lines)
        return lines.error();
    for (const Record &line : *lines)
        GUANXI_TRY(takeAway(line.ref()));
    return takeAway(version);
}

Result<void> Consequences::takeAway(const RecordRef &ref)
{
    const Result<TouchedRow *> row = rowOf(ref.entity, ref.id);
    if (!row)
        return row.error();
    if (*row)
        setDeleted(**row, true);
    return {};
}

Result<void> Consequences::put(const Record &row)
{
    const Result<TouchedRow *> known = rowOf(row.entity().id, row.id());
    if (!known)
        return known.error();
    if (!*known) {
        m_touched.insert(row.ref(), {std::nullopt, row});
        m_others.append(insertionOf(row));
        return {};
    }
    setDeleted(**known, false);
    for (const Field &field : row.entity().fields())
        if (field.id >= system::FirstOwn)
            set(**known, field.id, row.value(field.id));
    return {};
}

} // namespace guanxi::server
