// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/templates/templateplace.h"

namespace guanxi::app {

/// What can be said about a part, and how it is typed.
struct TemplateProperty {
    enum class Type : quint8 {
        Line,      ///< a text of one line, in each language
        Lines,     ///< of several, each left out when nothing stands in it
        Passage,   ///< of several, as they stand
        Address,   ///< the same in every language
        Number,
        Flag,
        Option,    ///< one of `options`
        Condition,
        Margins,
        Source,    ///< whose lines a table has
        LineField, ///< a field of those lines
        Sum,       ///< an amount of those lines
        Under,     ///< a column of the table
        Carry,     ///< a column whose sub-total goes over pages
    };
    TemplatePlace key; ///< within the part
    Type type;
    QString label;
    double otherwise = 0; ///< of a number that is not there
    double least = 0;
    double most = 0;
    QList<std::pair<QString, QString>> options{}; ///< as they are stored, and called
    QString unit{};
    QString hint{};
    bool ofLine = false; ///< names fields of a table's lines
};

QList<TemplateProperty> propertiesOf(PartKind kind);

} // namespace guanxi::app
