// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

// Labels in the language of the moment. Their English source stands in the catalogue; the translation's context is the
// entity's name, then "common".
QString fieldLabel(const model::Entity &entity, const model::Field &field);
QString entityLabel(const model::Entity &entity);
QString entityPlural(const model::Entity &entity);
QString stateLabel(const model::Entity &entity, const model::State &state);
QString transitionLabel(const model::Entity &entity, const model::Transition &transition);
QString choiceLabel(const model::Entity &entity, const QString &choice);
QString sectionLabel(const model::Entity &entity, const QString &section);

/// Words values as a person reads them: dates, amounts and numbers by locale, references and dictionary values by
/// name. Cheap to make; reads names from the local copy.
class FieldText
{
public:
    explicit FieldText(const Records &records) : m_records(records) {}

    /// Empty for an empty value. Amounts carry their currency unless it is the company's own.
    QString text(const model::Record &record, const model::Field &field) const;
    /// As above, without the currency.
    QString text(const model::Entity &entity, const model::Field &field, const model::Value &value) const;
    /// An amount with the digits of its currency; prices of one piece keep what they have beyond them.
    QString amount(const model::Field &field, qint64 value, const QString &currency) const;
    /// Numbers without grouping and dates as ISO text: what a spreadsheet reads back.
    QString plain(const model::Entity &entity, const model::Field &field, const model::Value &value) const;
    /// Stars of a dictionary value of `stars` or `satisfaction`; 0 for none and for other dictionaries.
    int stars(const model::Field &field, const model::Value &value) const;
    /// What a person calls the record; its number or "(no name)" when it has no title.
    QString title(const model::Record &record) const;
    /// Currency code of the record's amounts; empty when it has none of its own.
    QString currency(const model::Record &record) const;

private:
    /// Of the record that a reference points at: "(no name)" rather than nothing, as if the field were empty.
    QString nameOf(const model::RecordRef &ref) const;

    const Records &m_records;
};

/// The price of one piece: not rounded, and adding it up says nothing.
bool isPrice(const model::Field &field);
bool isStarred(const model::Field &field);
/// True for fields whose columns are right-aligned with a sum in the footer when they are amounts.
bool isRightAligned(const model::Field &field);
bool isSummable(const model::Field &field);

/// The state's fixed colour role; Neutral when the record has no state.
model::Tone toneOf(const model::Entity &entity, const model::Value &state);

/// Stands between the words of a list.
QString listSeparator();

// Dates and numbers as text and back; nothing when the text cannot be read.
QString dateText(qint64 day);
QString dateTimeText(qint64 utcMs);
QString timeText(qint64 utcMs);
/// Group separators and decimal point by locale.
QString numberText(qint64 value, int scale, int minimumDecimals);
/// An amount (in 1/10 000) for where there is little room: in 万 and 亿, or thousands and millions, to three digits.
QString roughAmountText(qint64 amount);
std::optional<qint64> parseDate(const QString &text, qint64 today);
/// Accepts full-width digits, group separators, a percent sign and the Chinese units 万 and 亿.
std::optional<qint64> parseNumber(const QString &text, int scale);
qint64 dayOf(const QDate &date);
QDate dateOf(qint64 day);

} // namespace guanxi::app
