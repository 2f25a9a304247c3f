// SPDX-License-Identifier: GPL-3.0-or-later
#include "valuemaker.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/ids.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/filterjson.h"
#include "common/rules/defaults.h"

#include <QJsonDocument>

namespace guanxi::test {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr int PoolSize = 8;
constexpr qint64 DayMs = 86'400'000;

/// "AAAB": as many letters as asked for, different for each serial as long as they suffice.
QString letters(int serial, int count)
{
    QString text;
    for (int at = 0; at < count; ++at, serial /= 26)
        text.prepend(QChar(u'A' + serial % 26));
    return text;
}

int placeOf(const Entity &entity, const Field &field) { return entity.position(field.id); }

bool decidesWhose(const Entity &entity, const Field &field)
{
    return entity.scope.kind == ScopeRule::Kind::Private && entity.scope.fields.contains(field.id);
}

/// Another field names a part of what it names, so both change together: tests/common/rules/test_related.cpp.
bool hasParts(const Entity &entity, const Field &field) { return entity.id == ids::Opportunity && field.targets.contains(ids::Pipeline); }

/// Of a sales target exactly one says whose it is; here a person.
bool isLeftToOthers(const Entity &entity, const Field &field)
{
    return entity.id == SalesTarget::entity && (field.id == SalesTarget::targetDepartment.id || field.id == SalesTarget::region.id || field.id == SalesTarget::productCategory.id);
}

QString formatted(Format format, int serial)
{
    switch (format) {
    case Format::Mobile: return u"138%1"_s.arg(serial, 8, 10, QChar(u'0'));
    case Format::IdentityCard: return u"G%1"_s.arg(serial, 8, 10, QChar(u'0'));
    case Format::CreditCode: return u"31%1"_s.arg(serial, 13, 10, QChar(u'0'));
    case Format::RealName: return u"李"_s + QChar(0x4e00 + serial % 4000);
    case Format::CurrencyCode: return letters(serial, 3);
    case Format::Period: return u"%1-%2"_s.arg(2000 + serial / 12 % 100).arg(serial % 12 + 1, 2, 10, QChar(u'0'));
    case Format::Postcode: return u"%1"_s.arg(100000 + serial);
    case Format::PrintDefinition: return u"{\"for\":[\"account\"],\"blocks\":[{\"text\":\"Paper %1\"}]}"_s.arg(serial);
    case Format::None: case Format::Age: break;
    }
    return {};
}

} // namespace

QList<const Field *> ValueMaker::typedFields(const Entity &entity)
{
    QList<const Field *> fields;
    for (const Field &field : entity.fields())
        if (field.isTyped() && !decidesWhose(entity, field) && !hasParts(entity, field) && !isLeftToOthers(entity, field))
            fields.append(&field);
    return fields;
}

Value ValueMaker::value(const Entity &entity, const Field &field, int variant)
{
    switch (field.type) {
    case FieldType::Text: case FieldType::LongText: case FieldType::Phone: case FieldType::Email: case FieldType::Url:
    case FieldType::Json:
        return text(field);
    case FieldType::Tags: return QStringList{u"tag %1"_s.arg(++m_serial)};
    case FieldType::BlobRef: return QByteArray(31, 'b') + char(++m_serial);
    case FieldType::Picture: return QByteArray("picture ") + char(++m_serial);
    case FieldType::Dictionary:
        for (const DictionaryInfo &dictionary : m_company.catalogue().dictionaries())
            if (dictionary.code == field.dictionary)
                return dictionaryItemId(field.dictionary, dictionary.values[variant % dictionary.values.size()].code);
        return {};
    case FieldType::Reference: case FieldType::AnyReference: case FieldType::References:
        return reference(entity, field, variant);
    default: return number(field, placeOf(entity, field), variant);
    }
}

Value ValueMaker::text(const Field &field)
{
    const int serial = ++m_serial;
    if (const Entity *about = m_company.catalogue().entity(field.conditionOn)) {
        const Filter filter = Filter::all({Filter::contains(about->titleFields.first(), u"Text %1"_s.arg(serial))});
        return QString::fromUtf8(QJsonDocument(filterToJson(filter)).toJson(QJsonDocument::Compact));
    }
    if (const Entity *about = m_company.catalogue().entity(field.fieldsOf)) {
        const QList<const Field *> typed = typedFields(*about);
        for (int at = serial;; ++at)
            if (const Field *named = typed[at % typed.size()]; !named->required && named->type != FieldType::State)
                return u"[\"%1\"]"_s.arg(named->name);
    }
    if (const QString special = formatted(field.format, serial); !special.isEmpty())
        return special;
    switch (field.type) {
    case FieldType::Phone: return u"021-5%1"_s.arg(serial, 7, 10, QChar(u'0'));
    case FieldType::Email: return u"someone%1@example.com"_s.arg(serial);
    case FieldType::Url: return u"https://www.example.com/%1"_s.arg(serial);
    case FieldType::Json: return u"{\"en\":\"Text %1\"}"_s.arg(serial);
    default: break;
    }
    return field.limit > 0 && field.limit < 10 ? letters(serial, field.limit) : u"Text %1"_s.arg(serial);
}

Value ValueMaker::number(const Field &field, int place, int variant)
{
    // Later fields get later days, whatever the variants: spans begin before they end.
    const int apart = field.unique ? ++m_serial : variant;
    const qint64 day = rules::dayOf(m_company.clock.wallMs()) + 30 + place * 20 + apart;
    qint64 number = apart + 1;
    switch (field.type) {
    case FieldType::Bool: return variant % 2 == 0;
    case FieldType::Choice:
        if (field.choices.contains(u"merged"_s)) // takes more than this record
            return variant % 2 == 0 ? 1 : 3;
        return variant % int(field.choices.size()) + 1;
    case FieldType::State: return {};
    case FieldType::Date: return field.format == Format::Age ? day - 10'000 : day;
    case FieldType::DateTime: return day * DayMs;
    case FieldType::Decimal: case FieldType::Percent: case FieldType::Money:
        for (int digit = 0; digit < field.scale; ++digit)
            number *= 10;
        break;
    default: break;
    }
    if (number < field.minimum)
        number += field.minimum;
    return number > field.maximum ? field.minimum + number % (field.maximum - field.minimum + 1) : number;
}

Value ValueMaker::reference(const Entity &entity, const Field &field, int variant)
{
    if (decidesWhose(entity, field))
        return m_company.annId;
    const EntityId of = field.targets.isEmpty() ? ids::Account : field.targets[variant % field.targets.size()];
    const Uuid id = target(entity, field, of, variant);
    switch (field.type) {
    case FieldType::AnyReference: return RecordRef{of, id};
    case FieldType::References: return valueOf({id});
    default: return id;
    }
}

Uuid ValueMaker::target(const Entity &entity, const Field &field, EntityId of, int variant)
{
    if (field.unique) {
        const Record fresh = make(m_company.catalogue().at(of));
        save(fresh);
        return fresh.id();
    }
    if (of == ids::PipelineStage && entity.id == ids::Opportunity)
        return defaultStageId(variant % 2 == 0 ? u"potential"_s : u"interested"_s);
    // Two fields of a record that point at the same kind point at different rows.
    int place = 0;
    for (const Field &other : entity.fields())
        place += other.id < field.id && other.id >= system::FirstOwn && other.targets == field.targets ? 1 : 0;
    const QList<Uuid> &rows = pool(of);
    return rows.isEmpty() ? Uuid() : rows[(place + 2 * variant) % rows.size()];
}

const QList<Uuid> &ValueMaker::pool(EntityId of)
{
    if (const auto known = m_pools.constFind(of); known != m_pools.constEnd())
        return *known;
    m_pools.insert(of, {}); // a record that needs one of its own kind finds none
    QList<Uuid> made;
    for (int row = 0; row < PoolSize; ++row) {
        const Record record = make(m_company.catalogue().at(of));
        if (save(record))
            made.append(record.id());
    }
    return *m_pools.insert(of, made);
}

Record ValueMaker::make(const Entity &entity)
{
    const bool byServer = entity.maker == Maker::Server;
    Record record = byServer ? Record(entity, m_company.ids.next()) : m_company.ann.records().create(entity.id);
    for (const Field &field : entity.fields())
        if (field.required && record.value(field.id).isNull() && (byServer || field.isEditable()))
            record.setValue(field.id, value(entity, field, 0));
    // Further fields may be needed by what stands in others.
    for (int round = 0; !byServer && round < 3; ++round)
        for (const auto &[id, error] : m_company.ann.records().check(record))
            if (const Field *field = entity.field(id); field && record.value(id).isNull() && (error.code == ErrorCode::Required || error.code == ErrorCode::RuleRefused))
                record.setValue(id, value(entity, *field, 0));
    return record;
}

bool ValueMaker::save(const Record &record)
{
    if (record.entity().maker == Maker::Server)
        m_company.server.insert(record);
    else if (!passed(m_company.ann.records().save(record)))
        return false;
    m_company.settle();
    INFO("new " << record.entity().name.toStdString() << ": " << m_company.lastRefusal(record.ref()));
    const bool arrived = m_company.server.record(record.ref()).isValid();
    CHECK(arrived);
    return arrived;
}

} // namespace guanxi::test
