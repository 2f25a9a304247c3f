// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// What a record may be known again by, written the one way in which the same thing always reads the same: names folded
/// and without blanks, telephone numbers and addresses as they are stored. Two live records of an entity that share a
/// key are possibly one thing entered twice. Only fields that the catalogue marks (Field::twins) count, filled ones.
QStringList twinKeys(const model::Record &record);

/// The same, each with the field that says it.
struct TwinKey {
    const model::Field *field = nullptr;
    QString text;
};
QList<TwinKey> twinKeysOf(const model::Record &record);

} // namespace guanxi::rules
