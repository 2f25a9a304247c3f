// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldtext.h"

#include "app/data/builtinwords.h"
#include "app/widgets/fieldnameseditor.h"
#include "app/widgets/listfilter.h"
#include "common/base/decimal.h"
#include "common/model/catalogue/ids.h"
#include "common/rules/segments.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace guanxi::app {

using model::Entity;
using model::Field;
using model::FieldType;
using model::Record;
using model::Value;

namespace {

/// "Amount in base currency" is what the foreign amount is worth at home, and so is a part of it.
bool isAtHome(const Entity &entity, const Field &field)
{
    const Field *from = field.formula.kind == model::Formula::Kind::Product ? entity.field(field.formula.a) : nullptr;
    return field.name.startsWith(QStringLiteral("base_")) || (from && isAtHome(entity, *from));
}

QString translated(const Entity &entity, const QString &source)
{
    if (source.isEmpty())
        return source;
    const QByteArray text = source.toUtf8();
    const QString own = QCoreApplication::translate(entity.name.toLatin1().constData(), text.constData());
    return own != source ? own : QCoreApplication::translate("common", text.constData());
}

QString yesNo(bool flag)
{
    return flag ? QCoreApplication::translate("FieldText", "Yes") : QCoreApplication::translate("FieldText", "No");
}

} // namespace

QString listSeparator() { return QLocale().language() == QLocale::Chinese ? QStringLiteral("、") : QStringLiteral(", "); }

QString fieldLabel(const Entity &entity, const Field &field)
{
    if (!field.custom)
        return translated(entity, field.label);
    // Desks keep the labels that users gave in all their languages.
    const QString label = model::labelIn(field.label, QLocale().name().left(2));
    return label.isEmpty() ? field.label : label;
}

QString entityLabel(const Entity &entity) { return translated(entity, entity.label); }
QString entityPlural(const Entity &entity) { return translated(entity, entity.plural); }

QString stateLabel(const Entity &entity, const model::State &state) { return translated(entity, state.label); }

QString transitionLabel(const Entity &entity, const model::Transition &transition)
{
    return translated(entity, transition.label);
}

QString choiceLabel(const Entity &entity, const QString &choice)
{
    const QString label = QString(choice).replace(u'_', u' ');
    return translated(entity, label.left(1).toUpper() + label.mid(1));
}

QString sectionLabel(const Entity &entity, const QString &section)
{
    return section.isEmpty() ? QCoreApplication::translate("FieldText", "General") : translated(entity, section);
}

qint64 dayOf(const QDate &date) { return QDate(1970, 1, 1).daysTo(date); }
QDate dateOf(qint64 day) { return QDate(1970, 1, 1).addDays(day); }

QString dateText(qint64 day)
{
    // Four-digit years and two-digit days: columns of dates line up and nobody guesses the century.
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(QStringLiteral("yyyy")))
        format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    if (!format.contains(QStringLiteral("MM")))
        format.replace(u'M', QStringLiteral("MM"));
    if (!format.contains(QStringLiteral("dd")))
        format.replace(u'd', QStringLiteral("dd"));
    return QLocale().toString(dateOf(day), format);
}

QString timeText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).time().toString(QStringLiteral("HH:mm"));
}

QString dateTimeText(qint64 utcMs)
{
    return dateText(dayOf(QDateTime::fromMSecsSinceEpoch(utcMs).date())) + u' ' + timeText(utcMs);
}

QString numberText(qint64 value, int scale, int minimumDecimals)
{
    const QString plain = decimal::format(value, scale, minimumDecimals);
    const QLocale locale;
    const bool negative = plain.startsWith(u'-');
    const qsizetype point = plain.indexOf(u'.');
    QString whole = plain.mid(negative ? 1 : 0, point < 0 ? -1 : point - (negative ? 1 : 0));
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, locale.groupSeparator());
    return (negative ? locale.negativeSign() : QString()) + whole
           + (point < 0 ? QString() : locale.decimalPoint() + plain.mid(point + 1));
}

QString roughAmountText(qint64 amount)
{
    struct Unit {
        double size;
        QString text;
    };
    static const QList<Unit> chinese{{1e8, QStringLiteral(" 亿")}, {1e4, QStringLiteral(" 万")}}, western{{1e9, QStringLiteral(" B")}, {1e6, QStringLiteral(" M")}, {1e3, QStringLiteral(" k")}};
    const QLocale locale;
    const double whole = double(amount) / 10'000;
    for (const Unit &unit : locale.language() == QLocale::Chinese ? chinese : western)
        if (const double scaled = whole / unit.size; std::abs(scaled) >= 1)
            return locale.toString(scaled, 'f', std::abs(scaled) < 10 ? 2 : std::abs(scaled) < 100 ? 1 : 0) + unit.text;
    return locale.toString(whole, 'f', 0);
}

std::optional<qint64> parseDate(const QString &text, qint64 today)
{
    QString folded = text.normalized(QString::NormalizationForm_KC).trimmed();
    if (folded == QCoreApplication::translate("FieldText", "today"))
        return today;
    for (const QChar mark : QStringLiteral("/.年月"))
        folded.replace(mark, u'-');
    folded.remove(u'日').remove(u' ');
    const QDate now = dateOf(today);
    const QLocale locale;
    const bool dayFirst = locale.dateFormat(QLocale::ShortFormat).startsWith(u'd');
    const bool monthFirst = locale.dateFormat(QLocale::ShortFormat).startsWith(u'M');
    QDate date = QDate::fromString(folded, QStringLiteral("yyyy-M-d"));
    if (!date.isValid())
        date = QDate::fromString(folded, QStringLiteral("yyyyMMdd"));
    if (!date.isValid() && (dayFirst || monthFirst))
        date = QDate::fromString(folded, dayFirst ? QStringLiteral("d-M-yyyy") : QStringLiteral("M-d-yyyy"));
    if (!date.isValid()) {
        const QString year = QString::number(now.year()) + u'-';
        date = QDate::fromString(year + folded, dayFirst ? QStringLiteral("yyyy-d-M") : QStringLiteral("yyyy-M-d"));
    }
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return std::nullopt;
    return dayOf(date);
}

std::optional<qint64> parseNumber(const QString &text, int scale)
{
    QString folded = text.normalized(QString::NormalizationForm_KC).trimmed();
    folded.remove(u'%').remove(u'¥').remove(u' ').remove(QChar(0xa0)).remove(QLocale().groupSeparator());
    int shift = 0;
    if (folded.endsWith(u'万'))
        shift = 4;
    else if (folded.endsWith(u'亿'))
        shift = 8;
    if (shift > 0)
        folded.chop(1);
    folded.replace(QLocale().decimalPoint(), QStringLiteral("."));
    folded.replace(QLocale().negativeSign(), QStringLiteral("-"));
    const Result<qint64> parsed = decimal::parse(folded, scale + shift);
    if (!parsed.ok())
        return std::nullopt;
    return *parsed;
}

bool isPrice(const Field &field) { return field.type == FieldType::Money && field.name.contains(QStringLiteral("price")); }

bool isStarred(const Field &field)
{
    return field.type == FieldType::Dictionary
           && (field.dictionary == QStringLiteral("stars") || field.dictionary == QStringLiteral("satisfaction"));
}

bool isRightAligned(const Field &field)
{
    return field.type == FieldType::Int || field.type == FieldType::Decimal || field.type == FieldType::Percent
           || field.type == FieldType::Money;
}

bool isSummable(const Field &field)
{
    return (field.type == FieldType::Money || field.type == FieldType::Decimal) && !isPrice(field);
}

model::Tone toneOf(const Entity &entity, const Value &state)
{
    const model::State *found = entity.machine.state(int(state.number()));
    return found ? found->tone : model::Tone::Neutral;
}

QString FieldText::currency(const Record &record) const
{
    const Field *field = record.entity().field(QStringLiteral("currency"));
    if (!field)
        return {};
    const Value &value = record.value(field->id);
    return value.is<QString>() ? value.text() : text(record.entity(), *field, value);
}

QString FieldText::text(const Record &record, const Field &field) const
{
    if (!record.applies(field))
        return {};
    const Value &value = record.value(field.id);
    if (field.type != FieldType::Money || !value.is<qint64>()) {
        if (const QString words = keptFilterText(m_records, record, field); !words.isEmpty())
            return words;
        if (field.type == FieldType::Json && record.entity().id == model::ids::DictionaryItem)
            return m_records.dictionaryLabel(record.id());
        const QString builtIn = builtInWords(record, field);
        return builtIn.isEmpty() ? text(record.entity(), field, value) : builtIn;
    }
    const QString code = isAtHome(record.entity(), field) ? QString() : currency(record);
    const QString text = amount(field, value.number(), code);
    return code.isEmpty() || code == QStringLiteral("CNY") ? text : text + u' ' + code;
}

QString FieldText::amount(const Field &field, qint64 value, const QString &currency) const
{
    const int decimals = qBound(0, m_records.currencyDecimals(currency), decimal::MoneyScale);
    if (isPrice(field))
        return numberText(value, decimal::MoneyScale, decimals);
    const std::optional<qint64> rounded = decimal::multiply(value, 1, decimal::MoneyScale - decimals);
    return rounded ? numberText(*rounded, decimals, decimals) : QString();
}

QString FieldText::text(const Entity &entity, const Field &field, const Value &value) const
{
    if (value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Int:
    case FieldType::Decimal:
        return value.is<qint64>() ? numberText(value.number(), field.scale, 0) : value.text();
    case FieldType::Money:
        return value.is<qint64>() ? amount(field, value.number(), QString()) : value.text();
    case FieldType::Percent:
        return numberText(value.number(), decimal::PercentScale, 0) + u'%';
    case FieldType::Bool:
        return yesNo(value.number() != 0);
    case FieldType::Date:
        return dateText(value.number());
    case FieldType::DateTime:
        return dateTimeText(value.number());
    case FieldType::Tags:
        return value.as<QStringList>().join(listSeparator());
    case FieldType::Dictionary:
        if (const int count = stars(field, value))
            return QString(count, u'★') + QString(qMax(0, 5 - count), u'☆');
        return m_records.dictionaryLabel(value.id());
    case FieldType::Choice: {
        const qint64 number = value.number();
        return number >= 1 && number <= field.choices.size() ? choiceLabel(entity, field.choices[number - 1]) : QString();
    }
    case FieldType::State: {
        const model::State *state = entity.machine.state(int(value.number()));
        return state ? stateLabel(entity, *state) : QString();
    }
    case FieldType::Reference:
        return field.targets.isEmpty() ? QString() : nameOf({field.targets.first(), value.id()});
    case FieldType::AnyReference:
        return nameOf(value.as<model::RecordRef>());
    case FieldType::References: {
        QStringList titles;
        for (const Uuid &id : idsOf(value))
            titles.append(nameOf({field.targets.value(0), id}));
        return titles.join(listSeparator());
    }
    case FieldType::Json: {
        if (field.fieldsOf != 0)
            return fieldNamesText(m_records, field, value.text());
        if (field.isCondition())
            return conditionText(m_records, field, value.text());
        if (field.format == model::Format::PrintDefinition)
            return QCoreApplication::translate("FieldText", "(what is printed)");
        if (rules::holdsFilter(entity, field))
            return QCoreApplication::translate("FieldText", "(a filter)"); // on what, the record says
        const QString label = model::labelIn(value.text(), QLocale().name().left(2));
        return label.isEmpty() ? value.text() : label;
    }
    case FieldType::BlobRef:
        if (!field.isTyped())
            return QCoreApplication::translate("FieldText", "File");
        [[fallthrough]];
    case FieldType::Picture:
        return QCoreApplication::translate("FieldText", "Picture");
    case FieldType::Text:
        // Rules, imports and reports keep the kind of record they are about by its internal name.
        if (field.name == QStringLiteral("object"))
            if (const Entity *meant = m_records.catalogue().entity(value.text()))
                return entityLabel(*meant);
        return value.text();
    default:
        return value.text();
    }
}

QString FieldText::plain(const Entity &entity, const Field &field, const Value &value) const
{
    if (value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Int:
    case FieldType::Decimal:
    case FieldType::Money:
    case FieldType::Percent:
        return value.is<qint64>() ? decimal::format(value.number(), field.scale) : value.text();
    case FieldType::Date:
        return dateOf(value.number()).toString(Qt::ISODate);
    case FieldType::DateTime:
        return QDateTime::fromMSecsSinceEpoch(value.number()).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    default:
        return text(entity, field, value);
    }
}

int FieldText::stars(const Field &field, const Value &value) const
{
    if (!isStarred(field) || value.isNull())
        return 0;
    const QList<DictionaryChoice> choices = m_records.dictionary(field.dictionary);
    for (const DictionaryChoice &choice : choices)
        if (choice.id == value.id())
            return qBound(0, choice.code.toInt(), 5);
    return 0;
}

QString FieldText::nameOf(const model::RecordRef &ref) const
{
    const QString title = m_records.title(ref);
    if (!title.isEmpty() || ref.isNull())
        return title;
    const Result<Record> record = m_records.load(ref);
    return record.ok() ? this->title(*record) : QString();
}

QString FieldText::title(const Record &record) const
{
    QStringList parts;
    for (const model::FieldId id : record.entity().titleFields)
        if (const Field *field = record.entity().field(id))
            if (const QString part = text(record, *field); !part.isEmpty())
                parts.append(part);
    if (parts.isEmpty())
        if (const Field *number = record.entity().field(QStringLiteral("number")))
            parts.append(text(record, *number));
    const QString joined = parts.join(u' ').trimmed();
    return joined.isEmpty() ? QCoreApplication::translate("FieldText", "(no name)") : joined;
}

} // namespace guanxi::app
