// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"

#include <QJsonObject>
#include <QStringList>

namespace guanxi::app {

/// Something in a template that is not as it should be, and where.
struct PaperFault {
    enum class Kind : quint8 {
        UnknownField,    ///< `name` leads to no field
        UnknownEntity,   ///< there is no such kind of record
        UnknownColumn,   ///< a foot or a sub-total stands under a column that is not there
        NestedTable,     ///< a table within a row is not printed
        MissingLanguage, ///< a text is not there in `name`; it is printed in the other language
        NoRecords,       ///< it is for no kind of record
    };
    Kind kind;
    QString name;
    QStringList place; ///< keys and numbers that lead there: "blocks", "3", "text"
};

/// What is wrong with a template as JSON (README.md tells the format), in the order of its parts.
QList<PaperFault> faultsOf(const QJsonObject &document, const model::Catalogue &catalogue);

} // namespace guanxi::app
