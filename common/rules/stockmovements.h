// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// What a line of a stock document brings to a place, or takes from it. Stock is the sum of these and nothing else.
struct Movement {
    Uuid line;
    Uuid product;
    Uuid warehouse;
    Uuid location;
    QString batch;
    qint64 quantity = 0; ///< in 1/10 000; below zero: leaves
};

/// A stock count says what is there; what it moves is the difference to what was believed.
bool isCount(const model::Record &document);

/// Of the lines of a document that is posted, in their order; a transfer moves twice. The lines of a count move what
/// they counted: take off what was believed.
QList<Movement> movementsOf(const model::Record &document, const QList<model::Record> &lines);

} // namespace guanxi::rules
