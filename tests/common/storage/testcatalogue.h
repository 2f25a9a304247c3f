// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/record.h"

namespace guanxi::storage::test {

/// A customer with a field of every type.
namespace customer {
inline constexpr model::EntityId Entity = 300;
inline constexpr model::TextField Name{16};
inline constexpr model::TextField Notes{17};
inline constexpr model::NumberField Stars{18};
inline constexpr model::NumberField Amount{19};
inline constexpr model::NumberField Active{20};
inline constexpr model::NumberField Founded{21};
inline constexpr model::NumberField Seen{22};
inline constexpr model::TextField Phone{23};
inline constexpr model::TagsField Tags{24};
inline constexpr model::TextField Extra{25};
inline constexpr model::BytesField Picture{26};
inline constexpr model::RefField Kind{27};
inline constexpr model::NumberField Choice{28};
inline constexpr model::RefField Region{29};
inline constexpr model::AnyRefField About{30};
inline constexpr model::BytesField Friends{31};
inline constexpr model::TextField Code{32};
} // namespace customer

/// A tree.
namespace region {
inline constexpr model::EntityId Entity = 301;
inline constexpr model::TextField Name{16};
inline constexpr model::RefField Parent{17};
} // namespace region

void declareTest(model::Catalogue &catalogue);

} // namespace guanxi::storage::test
