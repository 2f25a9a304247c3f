// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/quotecopies.h"

#include "common/model/catalogue/sales.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr qsizetype LongestName = 255;

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

Uuid quoteCopyId(const Record &quote) { return Uuid::named("quote_version" + quote.id().bytes() + QByteArray::number(quote[Quote::version])); }

QuoteCopy copyOf(const Record &quote, const QList<Record> &lines, const Catalogue &catalogue, const std::function<QString(const Uuid &product)> &productName)
{
    QuoteCopy copy{Record(catalogue.at(QuoteVersion::entity), quoteCopyId(quote)), {}};
    copyFields(quote, copy.version);
    copy.version.set(QuoteVersion::quote, quote.id());
    for (const Record &line : lines) {
        if (line.isDeleted())
            continue;
        Record kept(catalogue.at(QuoteVersionLine::entity), lineId(copy.version.id(), line.id()));
        copyFields(line, kept);
        kept.set(QuoteVersionLine::quoteVersion, copy.version.id());
        if (const QString name = line.isNull(QuoteLine::product) ? QString() : productName(line[QuoteLine::product]); !name.isEmpty())
            kept.set(QuoteVersionLine::productName, name.left(LongestName));
        copy.lines.append(kept);
    }
    return copy;
}

} // namespace guanxi::rules
