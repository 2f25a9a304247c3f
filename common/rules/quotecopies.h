// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/record.h"

#include <functional>

namespace guanxi::rules
{

/// A quote as it stands, kept: what was sent must be there when its lines and products have long been changed. The ids follow from the
/// quote, its version and its lines.
struct QuoteCopy {
    model::Record version;
    QList<model::Record> lines;
};

/// `productName` says what a product is called now.
QuoteCopy copyOf(const model::Record &quote, const QList<model::Record> &lines, const model::Catalogue &catalogue,
                 const std::function<QString(const Uuid &product)> &productName);

/// The id of the copy of its version.
Uuid quoteCopyId(const model::Record &quote);

} // namespace guanxi::rules
