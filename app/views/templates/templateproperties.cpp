// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templateproperties.h"

#include <QCoreApplication>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using Type = TemplateProperty::Type;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TemplateProperties)
};

TemplateProperty text(const QString &key, Type type, const QString &label, const QString &hint = {}) { return {.key = key.split(u'/'), .type = type, .label = label, .hint = hint}; }

TemplateProperty number(const QString &key, const QString &label, double otherwise, double least, double most, const QString &unit = u" pt"_s)
{
    return {.key = key.split(u'/'), .type = Type::Number, .label = label, .otherwise = otherwise, .least = least, .most = most, .unit = unit};
}

TemplateProperty flag(const QString &key, const QString &label) { return {.key = key.split(u'/'), .type = Type::Flag, .label = label}; }

TemplateProperty ofLine(TemplateProperty property)
{
    property.ofLine = true;
    return property;
}

TemplateProperty size(double otherwise) { return number(u"size"_s, Words::tr("Letters"), otherwise, 5, 72); }
TemplateProperty width(double otherwise) { return number(u"width"_s, Words::tr("Width"), otherwise, 1, 100, u" %"_s); }

TemplateProperty condition()
{
    return {.key = {u"if"_s}, .type = Type::Condition, .label = Words::tr("Only if")};
}

TemplateProperty alignment()
{
    return {.key = {u"align"_s}, .type = Type::Option, .label = Words::tr("Aligned"),
            .options = {{QString(), Words::tr("left")}, {u"center"_s, Words::tr("in the middle")}, {u"right"_s, Words::tr("right")}}};
}

QList<TemplateProperty> ofDocument()
{
    return {text(u"name"_s, Type::Line, Words::tr("Template is called")),
            text(u"title"_s, Type::Line, Words::tr("Name of the file")),
            {.key = {u"paper"_s, u"size"_s}, .type = Type::Option, .label = Words::tr("Paper"),
             .options = {{u"A4"_s, u"A4"_s}, {u"A3"_s, u"A3"_s}, {u"A5"_s, u"A5"_s}, {u"B5"_s, u"B5"_s}, {u"Letter"_s, u"Letter"_s}}},
            flag(u"paper/landscape"_s, Words::tr("Across")),
            {.key = {u"paper"_s, u"margins"_s}, .type = Type::Margins, .label = Words::tr("Margins, mm")},
            text(u"runningHead"_s, Type::Line, Words::tr("Head from page 2 on")),
            text(u"footLeft"_s, Type::Passage, Words::tr("Foot, left")),
            text(u"footRight"_s, Type::Line, Words::tr("Foot, right")),
            text(u"mail/to"_s, Type::Address, Words::tr("Mail to")),
            text(u"mail/subject"_s, Type::Line, Words::tr("Subject of the mail")),
            text(u"mail/body"_s, Type::Passage, Words::tr("Text of the mail"))};
}

QList<TemplateProperty> ofTable()
{
    return {{.key = {u"table"_s}, .type = Type::Source, .label = Words::tr("Lines")},
            {.key = {u"table"_s, u"sort"_s}, .type = Type::LineField, .label = Words::tr("Sorted by")},
            ofLine({.key = {u"table"_s, u"where"_s}, .type = Type::Condition, .label = Words::tr("Only lines")}),
            {.key = {u"table"_s, u"carry"_s}, .type = Type::Carry, .label = Words::tr("Sub-total on each page")},
            text(u"table/empty"_s, Type::Line, Words::tr("Without lines")),
            flag(u"table/grid"_s, Words::tr("Lines between the columns")),
            number(u"table/size"_s, Words::tr("Letters"), 8.5, 5, 24),
            condition()};
}

} // namespace

QList<TemplateProperty> propertiesOf(PartKind kind)
{
    const QString leftOut = Words::tr("[…] is left out when no field in it is filled.");
    switch (kind) {
    case PartKind::Document:
        return ofDocument();
    case PartKind::Text:
        return {text(u"text"_s, Type::Lines, Words::tr("Text"), leftOut), size(9), alignment(), flag(u"bold"_s, Words::tr("Bold")), flag(u"serif"_s, Words::tr("Song type (serif)")),
                flag(u"quiet"_s, Words::tr("Grey")), flag(u"heading"_s, Words::tr("Stays with what follows")), flag(u"line"_s, Words::tr("In one line, rather smaller")),
                number(u"spacing"_s, Words::tr("Chinese letters apart"), 0, 0, 40), condition()};
    case PartKind::Fields:
        return {number(u"columns"_s, Words::tr("Columns"), 1, 1, 4, {}), size(9), condition()};
    case PartKind::Item:
        return {text(u"label"_s, Type::Line, Words::tr("Label")), text(u"value"_s, Type::Lines, Words::tr("Shows"), leftOut), flag(u"strong"_s, Words::tr("Bold")),
                flag(u"always"_s, Words::tr("Also when empty")), condition()};
    case PartKind::Row:
        return {condition()};
    case PartKind::Cell:
        return {width(1), condition()};
    case PartKind::Table:
        return ofTable();
    case PartKind::Column:
        return {text(u"label"_s, Type::Line, Words::tr("Heading")), ofLine(text(u"value"_s, Type::Lines, Words::tr("Shows"), leftOut)), width(10), alignment(),
                flag(u"line"_s, Words::tr("In one line, rather smaller")),
                text(u"group"_s, Type::Line, Words::tr("Merged head"), Words::tr("Columns beside each other with the same one share it.")),
                text(u"over"_s, Type::Line, Words::tr("Merged head above it")), condition()};
    case PartKind::Foot:
        return {text(u"label"_s, Type::Line, Words::tr("Label")), text(u"value"_s, Type::Lines, Words::tr("Shows"), leftOut),
                {.key = {u"sum"_s}, .type = Type::Sum, .label = Words::tr("Sum of")},
                flag(u"words"_s, Words::tr("Sum in capital figures")),
                {.key = {u"under"_s}, .type = Type::Under, .label = Words::tr("Under the column")},
                flag(u"strong"_s, Words::tr("Bold")), condition()};
    case PartKind::Signatures:
        return {condition()};
    case PartKind::Party:
        return {text(u"heading"_s, Type::Line, Words::tr("Who")), text(u"lines"_s, Type::Lines, Words::tr("Lines to be filled in"))};
    case PartKind::Picture:
        return {number(u"height"_s, Words::tr("Height"), 36, 8, 400), alignment(), condition()};
    case PartKind::Space:
        return {number(u"space"_s, Words::tr("Height"), 8, 0, 800), condition()};
    case PartKind::Rule:
        return {number(u"rule"_s, Words::tr("Thickness"), 0.5, 0.2, 6), number(u"height"_s, Words::tr("Height"), 8, 1, 100), condition()};
    case PartKind::PageBreak:
        return {condition()};
    }
    return {};
}

} // namespace guanxi::app
