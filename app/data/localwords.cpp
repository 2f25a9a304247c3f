// SPDX-License-Identifier: GPL-3.0-or-later
// How the local copy words what it holds: titles, dictionary values, built-in names. Reading and writing is in
// localrecords.cpp.
#include "app/data/localrecords.h"

#include "app/data/builtinwords.h"
#include "common/model/catalogue/reference.h"

#include <QCoreApplication>
#include <QLocale>

namespace guanxi::app {

using namespace model;
using storage::Filter;
using storage::Query;

namespace {

constexpr int DefaultDecimals = 2;

/// The language of labels that users wrote, as their JSON names it.
QString labelLanguage() { return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en"); }

} // namespace

QString LocalRecords::title(const RecordRef &ref) const
{
    forgetOtherLanguage();
    if (const auto known = m_titles.constFind(ref); known != m_titles.constEnd())
        return *known;
    if (ref.isNull() || !m_catalogue.entity(ref.entity))
        return {};
    if (m_titles.size() > 20'000)
        m_titles.clear();
    const Record record = lookup(ref);
    if (!record.isValid())
        return {}; // it may still come
    const QString title = ref.entity == DictionaryItem::entity ? dictionaryLabel(ref.id) : wordedTitle(record);
    // A title made of other records' names would not notice that they changed.
    const QList<FieldId> &parts = record.entity().titleFields;
    if (std::none_of(parts.begin(), parts.end(), [&](FieldId id) { return record.value(id).is<Uuid>() || record.value(id).is<RecordRef>(); }))
        m_titles.insert(ref, title);
    return title;
}

QString LocalRecords::wordedTitle(const Record &record) const
{
    const FieldId first = record.entity().titleFields.value(0);
    const Field *field = record.entity().field(first);
    const QString builtIn = field ? builtInWords(record, *field) : QString();
    return builtIn.isEmpty() ? titleOf(record, labelLanguage(), [this](const RecordRef &named) { return lookup(named); }) : builtIn;
}

int LocalRecords::currencyDecimals(const QString &code) const
{
    if (m_decimals.isEmpty()) {
        m_decimals.insert(QString(), DefaultDecimals);
        Query query;
        query.entity = Currency::entity;
        const Result<QList<Record>> rows = findNow(query);
        for (const Record &row : rows.ok() ? *rows : QList<Record>())
            m_decimals.insert(row[Currency::code], int(row[Currency::decimals]));
    }
    return m_decimals.value(code, DefaultDecimals);
}

void LocalRecords::forgetOtherLanguage() const
{
    if (m_language == labelLanguage())
        return;
    m_language = labelLanguage();
    m_titles.clear();
    m_dictionaryLabels.clear();
}

QList<DictionaryChoice> LocalRecords::dictionary(const QString &code) const
{
    Query query;
    query.entity = DictionaryItem::entity;
    query.filter = Filter::is(DictionaryItem::dictionary.id, dictionaryId(code));
    query.sort = {{DictionaryItem::position.id, false}};
    const Result<QList<Record>> rows = findNow(query);
    QList<DictionaryChoice> choices;
    for (const Record &row : rows.ok() ? *rows : QList<Record>())
        choices.append({row.id(), row[DictionaryItem::code], dictionaryLabel(row.id()), row[DictionaryItem::color],
                        row[DictionaryItem::parent], row[DictionaryItem::active] != 0});
    return choices;
}

QString LocalRecords::dictionaryLabel(const Uuid &item) const
{
    forgetOtherLanguage();
    if (const auto known = m_dictionaryLabels.constFind(item); known != m_dictionaryLabels.constEnd())
        return *known;
    const Record row = lookup({DictionaryItem::entity, item});
    if (!row.isValid())
        return {};
    const QString json = row[DictionaryItem::label];
    QString label = labelIn(json, labelLanguage());
    if (!json.contains(u'"' + labelLanguage() + u'"')) {
        // Built-in values come in English and are translated here, like everything else of the program.
        const Record dictionary = lookup({Dictionary::entity, row[DictionaryItem::dictionary]});
        const QByteArray code = dictionary.isValid() ? dictionary[Dictionary::code].toUtf8() : QByteArray();
        label = QCoreApplication::translate("dictionary", label.toUtf8(), code);
    }
    return *m_dictionaryLabels.insert(item, label.isEmpty() ? row[DictionaryItem::code] : label);
}

} // namespace guanxi::app
