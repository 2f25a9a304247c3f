// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/catalogue.h"
#include "common/model/record.h"
#include "common/model/scope.h"

namespace guanxi::rules
{

/// What is wrong with one field.
struct FieldError {
    model::FieldId field = 0;
    Error error;

    bool operator==(const FieldError &) const = default;
};

/// What a check may look at beyond the record; what is not given is not checked.
struct CheckContext {
    std::optional<qint64> today{}; ///< day since 1970-01-01, for ages
    quint32 schema = 0;            ///< version of the catalogue it was made with; 0: this one
    model::RecordLookup lookup{};  ///< for dictionary values and references: they exist, live and fit
    const model::Catalogue *catalogue = nullptr; ///< for conditions on records of another kind
};

/// The one entry point of form, import and server: everything wrong with the record, in the order of its fields.
/// A new record (`before` null) is checked whole. Of a changed one only what the change touches: a field somebody else
/// left empty, or that the author may not see, is not held against him.
QList<FieldError> checkRecord(const model::Entity &entity, const model::Record &after, const model::Record *before,
                              const CheckContext &context = {});

/// One value, as typed; required fields are checkRecord()'s. `record` tells what the value belongs to.
Result<void> checkField(const model::Field &field, const model::Value &value, const CheckContext &context = {});

/// Days since 1970-01-01 between which dates lie (years 0001–9999), and the same in UTC milliseconds.
inline constexpr qint64 FirstDay = -719162;
inline constexpr qint64 LastDay = 2932896;
inline constexpr qint64 MsPerDay = 86'400'000;

/// The limits of a set of tags.
inline constexpr qsizetype MaximumTags = 100;
inline constexpr qsizetype MaximumTagLength = 64;

} // namespace guanxi::rules
