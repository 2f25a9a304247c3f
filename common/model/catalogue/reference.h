// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// A maintained list of values.
struct Dictionary {
    static constexpr EntityId entity = ids::Dictionary;
    static constexpr TextField code{16};
    static constexpr TextField name{17};
    static constexpr NumberField hierarchical{18};
    static constexpr NumberField builtIn{19};
};

/// One value of a dictionary.
struct DictionaryItem {
    static constexpr EntityId entity = ids::DictionaryItem;
    static constexpr RefField dictionary{16};
    static constexpr TextField code{17};
    static constexpr TextField label{18};
    static constexpr RefField parent{19};
    static constexpr NumberField position{20};
    static constexpr TextField color{21};
    static constexpr NumberField active{22};
};

/// How the numbers of an entity are made; only the server issues them.
struct NumberRule {
    static constexpr EntityId entity = ids::NumberRule;
    static constexpr TextField object{16};
    static constexpr TextField pattern{17};
    static constexpr NumberField reset{18};
    static constexpr NumberField next{19};

    enum Reset { Never = 1, Yearly, Monthly, Daily };
};

/// A currency documents may be written in.
struct Currency {
    static constexpr EntityId entity = ids::Currency;
    static constexpr TextField code{16};
    static constexpr TextField name{17};
    static constexpr TextField symbol{18};
    static constexpr NumberField decimals{19};
    static constexpr NumberField active{20};
};

/// Worth of one unit of a currency in the base currency, from a day on.
struct ExchangeRate {
    static constexpr EntityId entity = ids::ExchangeRate;
    static constexpr int RateScale = 6; ///< decimals of every rate, on documents too
    static constexpr RefField currency{16};
    static constexpr NumberField validFrom{17};
    static constexpr NumberField rate{18};
    static constexpr TextField note{19};
};

/// A day that differs from the weekly rule: a holiday, or a weekend day that is worked.
struct WorkCalendar {
    static constexpr EntityId entity = ids::WorkCalendar;
    static constexpr NumberField day{16};
    static constexpr NumberField kind{17};
    static constexpr TextField name{18};

    enum Kind { Holiday = 1, WorkingDay };
};

/// Dictionaries, number rules, currencies, rates and calendar.
void declareReference(Catalogue &catalogue);

} // namespace guanxi::model
