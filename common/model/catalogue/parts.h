// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"

/// Pieces that many declarations share.
namespace guanxi::model::parts {

/// Merge groups; a number means the same kind of group in every entity.
enum Group { Amount = 1, Period, Status, Assignment, Item, Handling };

/// `label` only where the code does not read well.
inline State state(int id, const char *code, Tone tone, bool readOnly = false, const char *label = nullptr)
{
    const QString name = QString::fromLatin1(code);
    return {id, name, label ? QString::fromLatin1(label) : labelFromName(name), tone, readOnly};
}

/// An arrow of a state machine, told in words: arrow(Submit, "submit", {Draft}, Pending).guard(…).needs(…).
class Arrow
{
public:
    Arrow(int id, const char *code, QList<int> from, int to)
    {
        m_transition.id = id;
        m_transition.code = QString::fromLatin1(code);
        m_transition.label = labelFromName(m_transition.code);
        m_transition.from = std::move(from);
        m_transition.to = to;
    }

    Arrow &label(const char *label)
    {
        m_transition.label = QString::fromLatin1(label);
        return *this;
    }
    template <class... T> Arrow &needs(Handle<T>... fields)
    {
        m_transition.required = {fields.id...};
        return *this;
    }
    Arrow &guard(const char *guard)
    {
        m_transition.guards.append(QString::fromLatin1(guard));
        return *this;
    }
    Arrow &automatic()
    {
        m_transition.automatic = true;
        return *this;
    }
    Arrow &byCommand()
    {
        m_transition.byCommand = true;
        return *this;
    }
    Arrow &approves()
    {
        m_transition.approves = true;
        return *this;
    }
    template <class... T> Arrow &along(Handle<T>... fields)
    {
        m_transition.along = {fields.id...};
        return *this;
    }
    Arrow &setNow(NumberField field) { return effect(Effect::Kind::SetNow, field.id); }
    Arrow &setToday(NumberField field) { return effect(Effect::Kind::SetToday, field.id); }
    Arrow &setUser(RefField field) { return effect(Effect::Kind::SetCurrentUser, field.id); }
    Arrow &set(NumberField field, Value value) { return effect(Effect::Kind::SetConstant, field.id, std::move(value)); }
    Arrow &increment(NumberField field) { return effect(Effect::Kind::Increment, field.id); }

    operator Transition() const { return m_transition; }

private:
    Arrow &effect(Effect::Kind kind, FieldId field, Value value = {})
    {
        m_transition.effects.append({kind, field, std::move(value)});
        return *this;
    }

    Transition m_transition;
};

/// A number the server issues at commit.
inline void addNumber(EntityBuilder &entity, TextField number, const char *pattern)
{
    entity.numbered(pattern);
    entity.text(number, "number", 32).system().byDefault(Default::NextNumber).unique();
    entity.merge(MergePolicy::Server).search(Search::Number).listed();
}

/// The document's currency and its rate to the company's base currency, in millionths; `section` begins with them.
inline void addCurrency(EntityBuilder &entity, TextField currency, NumberField rate, const char *section = nullptr)
{
    entity.text(currency, "currency", 3).required().format(Format::CurrencyCode).group(Amount);
    entity.byDefault(Value(QStringLiteral("CNY")));
    if (section)
        entity.section(section);
    entity.decimal(rate, "exchange_rate", 6).required().byDefault(Value(1'000'000)).atLeast(1).group(Amount);
}

/// Quantity of goods, in ten-thousandths of the unit.
inline void addQuantity(EntityBuilder &line, NumberField quantity, qint64 minimum = 1)
{
    line.decimal(quantity, "quantity", 4).required().atLeast(minimum).listed();
}

/// Product, specification, unit and price of a document line: who changes the product changes them together.
inline void addPrice(EntityBuilder &line, NumberField price, NumberField discount)
{
    line.money(price, "unit_price").required().atLeast(0).group(Item).listed();
    line.percent(discount, "discount");
}

/// The amount in base currency, at the rate of the document.
inline void addBaseAmount(EntityBuilder &entity, NumberField base, NumberField amount, NumberField rate)
{
    entity.money(base, "base_amount").label("Amount in base currency").product(amount, rate);
}

/// Where a document keeps what its lines add up to. Desktops foretell it, the server works it out.
inline void addTotals(EntityBuilder &document, const TotalFields &fields)
{
    const NumberField subtotal{fields.subtotal}, discount{fields.discount}, tax{fields.tax}, total{fields.total}, base{fields.baseTotal};
    document.totals(fields);
    document.money(subtotal, "subtotal").computed(Computed::Server);
    document.money(discount, "discount_amount").computed(Computed::Server);
    document.money(tax, "tax_amount").computed(Computed::Server);
    document.money(total, "total").computed(Computed::Server).indexed().listed();
    document.money(base, "base_total").label("Total in base currency").computed(Computed::Server);
}

} // namespace guanxi::model::parts
