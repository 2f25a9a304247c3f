// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/quoteversions.h"

#include "common/model/catalogue/sales.h"
#include "common/rules/defaults.h"

#include <QDateTime>

namespace guanxi::app {

using namespace model;
using namespace Qt::StringLiterals;
using storage::Filter;

namespace {

QList<Record> rowsOf(const Records &records, EntityId entity, FieldId parent, const Uuid &id, FieldId sort, bool descending)
{
    storage::Query query;
    query.entity = entity;
    query.filter = Filter::is(parent, id);
    query.sort = {{sort, descending}};
    const Result<QList<Record>> rows = records.findNow(query);
    return rows ? *rows : QList<Record>();
}

/// By which lines of two versions are the same: the product, else what it says.
std::pair<Uuid, QString> subjectKey(const Record &line)
{
    const Uuid product = valueOf(line, u"product"_s).id();
    return {product, product.isNull() ? valueOf(line, u"description"_s).as<QString>() : QString()};
}

/// Copies what both have under the same name and people type.
void copyFields(const Record &from, Record &to, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (const Field *field = to.entity().field(QString::fromLatin1(name)))
            to.setValue(field->id, valueOf(from, field->name));
}

/// The same length of time from today on.
qint64 validity(const Record &from, qint64 today)
{
    const qint64 quoted = valueOf(from, u"quoted_on"_s).number(), until = valueOf(from, u"valid_until"_s).number();
    return today + std::max<qint64>(0, until - quoted);
}

} // namespace

qint64 QuoteLook::version() const { return valueOf(head, u"version"_s).number(); }
qint64 QuoteLook::total() const { return valueOf(head, u"total"_s).number(); }
const QString QuoteLook::currency() const { return valueOf(head, u"currency"_s).as<QString>(); }

Value valueOf(const Record &record, const QString &field)
{
    const Field *declared = record.isValid() ? record.entity().field(field) : nullptr;
    return declared ? record.value(declared->id) : Value();
}

QString subjectOf(const Records &records, const Record &line)
{
    QString name = valueOf(line, u"product_name"_s).as<QString>();
    const Uuid product = valueOf(line, u"product"_s).id();
    if (name.isEmpty() && !product.isNull())
        name = records.title({ids::Product, product});
    const QString description = valueOf(line, u"description"_s).as<QString>();
    return name.isEmpty() ? description : description.isEmpty() || description == name ? name : name + u" · "_s + description;
}

Result<QuoteLook> presentLook(const Records &records, const RecordRef &ref)
{
    const Result<Record> quote = records.load(ref);
    if (!quote)
        return quote.error();
    return QuoteLook{*quote, rowsOf(records, QuoteLine::entity, QuoteLine::quote.id, ref.id, QuoteLine::position.id, false), true};
}

QList<Record> keptVersions(const Records &records, const RecordRef &quote)
{
    return rowsOf(records, QuoteVersion::entity, QuoteVersion::quote.id, quote.id, QuoteVersion::version.id, true);
}

Result<QuoteLook> keptLook(const Records &records, const RecordRef &ref)
{
    const Result<Record> version = records.load(ref);
    if (!version)
        return version.error();
    return QuoteLook{*version, rowsOf(records, QuoteVersionLine::entity, QuoteVersionLine::quoteVersion.id, ref.id, QuoteVersionLine::position.id, false), false};
}

std::optional<QuoteLook> rememberedLook(const Records &records, const Record &quote, qint64 version)
{
    const Result<QList<HistoryEntry>> entries = records.history(quote.ref());
    if (!entries)
        return std::nullopt;
    const auto givenUp = std::find_if(entries->begin(), entries->end(), [&](const HistoryEntry &entry) {
        const FieldChange *change = entry.change.field(Quote::version.id);
        return change && change->value.number() == version + 1 && change->old && change->old->number() == version;
    });
    const std::optional<Record> head = givenUp == entries->end() ? std::nullopt : stateBefore(quote, *entries, givenUp - entries->begin() + 1);
    if (!head)
        return std::nullopt;
    QuoteLook look{*head, {}, false, true};
    storage::Query query;
    query.entity = QuoteLine::entity;
    query.filter = Filter::is(QuoteLine::quote.id, quote.id());
    query.deleted = storage::Deleted::With;
    const Result<QList<Record>> lines = records.findNow(query);
    for (const Record &line : lines ? *lines : QList<Record>()) {
        const Result<QList<HistoryEntry>> changes = records.history(line.ref());
        const std::optional<Record> then = changes ? stateBefore(line, *changes, countAfter(*changes, givenUp->at)) : std::nullopt;
        if (then && !then->isDeleted())
            look.lines.append(*then);
    }
    std::sort(look.lines.begin(), look.lines.end(), [](const Record &a, const Record &b) { return a[QuoteLine::position] < b[QuoteLine::position]; });
    return look;
}

bool LinePair::differs() const
{
    if (!then.isValid() || !now.isValid())
        return true;
    for (const char *name : {"description", "quantity", "unit", "unit_price", "discount", "tax_rate"})
        if (valueOf(then, QString::fromLatin1(name)) != valueOf(now, QString::fromLatin1(name)))
            return true;
    return false;
}

QList<LinePair> compared(const QuoteLook &then, const QuoteLook &now)
{
    QList<Record> left = now.lines;
    QList<LinePair> pairs;
    for (const Record &line : then.lines) {
        const auto same = std::find_if(left.begin(), left.end(), [&](const Record &other) { return subjectKey(other) == subjectKey(line); });
        pairs.append({line, same == left.end() ? Record() : *same});
        if (same != left.end())
            left.erase(same);
    }
    for (const Record &line : std::as_const(left))
        pairs.append({Record(), line});
    return pairs;
}

Result<QList<Record>> quotedAgain(const Records &records, const QuoteLook &version, const Record &quote)
{
    const bool isDraft = quote[Quote::status] == Quote::Draft;
    const qint64 today = rules::dayOf(QDateTime::currentMSecsSinceEpoch());
    Record target = isDraft ? quote : records.create(Quote::entity);
    if (!isDraft) {
        copyFields(quote, target, {"account", "contact", "opportunity"});
        target.set(Quote::quotedOn, today);
        target.set(Quote::validUntil, validity(version.head, today));
    }
    copyFields(version.head, target, {"currency", "exchange_rate", "terms"});
    QList<Record> all{target};
    if (isDraft) {
        const Result<QuoteLook> present = presentLook(records, quote.ref());
        if (!present)
            return present.error();
        for (Record line : present->lines) {
            line.setDeleted(true);
            all.append(line);
        }
    }
    qint64 position = 0;
    for (const Record &line : version.lines) {
        Record copy = records.create(QuoteLine::entity);
        copyFields(line, copy, {"product", "description", "quantity", "unit", "unit_price", "discount", "tax_rate"});
        // A product that is gone stays as words.
        if (!copy.isNull(QuoteLine::product))
            if (const Result<Record> product = records.load({ids::Product, copy[QuoteLine::product]}); !product || product->isDeleted()) {
                copy.setValue(QuoteLine::product.id, {});
                copy.set(QuoteLine::description, subjectOf(records, line).left(255));
            }
        copy.set(QuoteLine::quote, target.id());
        copy.set(QuoteLine::position, ++position);
        all.append(copy);
    }
    return all;
}

} // namespace guanxi::app
