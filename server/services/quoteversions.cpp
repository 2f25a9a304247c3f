// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent is kept as rows of its own: the history of a quote may be forgotten, and its products may be called otherwise.
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/quotecopies.h"
#include "server/services/consequences.h"

namespace guanxi::server {

using namespace model;

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
    const Result<QList<Record>> lines = pointingAt(catalogue.at(QuoteLine::entity), QuoteLine::quote.id, quote.ref());
    const Result<QList<Record>> former = pointingAt(catalogue.at(QuoteVersionLine::entity), QuoteVersionLine::quoteVersion.id, {QuoteVersion::entity, rules::quoteCopyId(quote)});
    if (!lines || !former)
        return lines ? former.error() : lines.error();
    std::optional<Error> fault;
    rules::QuoteCopy copy = rules::copyOf(quote, *lines, catalogue, [&](const Uuid &id) {
        const Result<TouchedRow *> product = rowOf(Product::entity, id);
        if (!product)
            fault = product.error();
        return product && *product ? titleOf((*product)->after) : QString();
    });
    if (fault)
        return *fault;
    if (quote[Quote::status] != Quote::Sent)
        for (const FieldId field : {QuoteVersion::sentAt.id, QuoteVersion::sentBy.id})
            copy.version.setValue(field, {});
    stamp(copy.version);
    GUANXI_TRY(put(copy.version));
    QSet<Uuid> kept;
    for (Record &line : copy.lines) {
        stamp(line);
        kept.insert(line.id());
        GUANXI_TRY(put(line));
    }
    // What was kept under this number before was taken back.
    for (const Record &line : *former)
        if (!kept.contains(line.id()))
            GUANXI_TRY(takeAway(line.ref()));
    return {};
}

Result<void> Consequences::letVersionGo(const Record &quote)
{
    const RecordRef version{QuoteVersion::entity, rules::quoteCopyId(quote)};
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
