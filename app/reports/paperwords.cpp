// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paperwords.h"

#include "app/widgets/fieldtext.h"
#include "common/base/decimal.h"
#include "common/model/catalogue/reference.h"
#include "common/rules/amountwords.h"

#include <QDir>
#include <QLocale>

namespace guanxi::app {

using namespace model;

PaperWords::PaperWords(const Records &records, const QString &language) : m_records(records), m_language(language)
{
    // English is the language of the catalogue.
    if (!isChinese())
        return;
    const QDir texts(QStringLiteral(":/i18n"));
    for (const QString &file : texts.entryList({QStringLiteral("catalogue*_zh_CN.qm")}, QDir::Files)) {
        auto translator = std::make_shared<QTranslator>();
        if (translator->load(texts.filePath(file)))
            m_translators.push_back(std::move(translator));
    }
}

QString PaperWords::translated(const QString &context, const QString &source, const QString &comment) const
{
    const QByteArray about = context.toUtf8(), text = source.toUtf8(), more = comment.toUtf8();
    for (const auto &translator : m_translators)
        if (const QString found = translator->translate(about.constData(), text.constData(), comment.isEmpty() ? nullptr : more.constData()); !found.isEmpty())
            return found;
    return source;
}

QString PaperWords::ofCatalogue(const Entity &entity, const QString &source) const
{
    const QString own = translated(entity.name, source);
    return own != source ? own : translated(QStringLiteral("common"), source);
}

QString PaperWords::label(const Entity &entity, const Field &field) const
{
    const QString own = field.custom ? labelIn(field.label, m_language) : QString();
    return field.custom ? own.isEmpty() ? field.label : own : ofCatalogue(entity, field.label);
}

QString PaperWords::section(const Entity &entity, const QString &section) const
{
    return !section.isEmpty() ? ofCatalogue(entity, section) : isChinese() ? QStringLiteral("基本信息") : QStringLiteral("General");
}

QString PaperWords::dictionaryLabel(const Uuid &item) const
{
    if (const auto known = m_items.constFind(item); known != m_items.constEnd())
        return *known;
    const Result<Record> row = m_records.load({DictionaryItem::entity, item});
    // Made-up records know the words only.
    if (!row)
        return m_records.dictionaryLabel(item);
    const QString json = (*row)[DictionaryItem::label];
    QString label = labelIn(json, m_language);
    if (isChinese() && !json.contains(QStringLiteral("\"zh\""))) {
        const Result<Record> dictionary = m_records.load({Dictionary::entity, (*row)[DictionaryItem::dictionary]});
        label = translated(QStringLiteral("dictionary"), label, dictionary ? (*dictionary)[Dictionary::code] : QString());
    }
    return *m_items.insert(item, label.isEmpty() ? (*row)[DictionaryItem::code] : label);
}

QString PaperWords::date(qint64 day) const
{
    const QDate date = dateOf(day);
    return isChinese() ? date.toString(QStringLiteral("yyyy年M月d日")) : QLocale(QLocale::English).toString(date, QStringLiteral("d MMM yyyy"));
}

QString PaperWords::amount(qint64 value, const QString &currency) const
{
    const int decimals = qBound(0, m_records.currencyDecimals(currency), decimal::MoneyScale);
    const std::optional<qint64> rounded = decimal::multiply(value, 1, decimal::MoneyScale - decimals);
    return rounded ? numberText(*rounded, decimals, decimals) : QString();
}

QString PaperWords::amountInWords(qint64 value) const
{
    const std::optional<qint64> hundredths = decimal::multiply(value, 1, decimal::MoneyScale - 2);
    return !hundredths ? QString() : isChinese() ? rules::capitalAmount(*hundredths) : rules::englishAmount(*hundredths);
}

QString PaperWords::currencyName(const QString &code) const
{
    if (isChinese() && code == QStringLiteral("CNY"))
        return QStringLiteral("人民币"); // as bills call it
    storage::Query query;
    query.entity = Currency::entity;
    query.filter = Filter::is(Currency::code.id, Value(code));
    query.limit = 1;
    const Result<QList<Record>> found = m_records.findNow(query);
    const QString name = found && !found->isEmpty() ? found->first()[Currency::name] : QString();
    return !isChinese() || name.isEmpty() ? code : translated(QStringLiteral("builtin"), name);
}

QString PaperWords::value(const Record &record, const Field &field) const
{
    const Value &value = record.value(field.id);
    if (value.isNull() || !record.applies(field))
        return {};
    if (field.isNumber() && !value.is<qint64>())
        return value.text(); // its mask
    switch (field.type) {
    case FieldType::Date:
        return date(value.number());
    case FieldType::Money:
        return isPrice(field) ? FieldText(m_records).amount(field, value.number(), FieldText(m_records).currency(record)) : amount(value.number(), FieldText(m_records).currency(record));
    case FieldType::Dictionary:
        return dictionaryLabel(value.id());
    case FieldType::State:
        if (const State *state = record.entity().machine.state(int(value.number())))
            return ofCatalogue(record.entity(), state->label);
        return {};
    case FieldType::Choice: {
        const QString choice = field.choices.value(qsizetype(value.number()) - 1).replace(u'_', u' ');
        return ofCatalogue(record.entity(), choice.left(1).toUpper() + choice.mid(1));
    }
    case FieldType::Bool:
        return value.number() != 0 ? isChinese() ? QStringLiteral("是") : QStringLiteral("Yes") : isChinese() ? QStringLiteral("否") : QStringLiteral("No");
    default:
        return FieldText(m_records).text(record, field);
    }
}

} // namespace guanxi::app
