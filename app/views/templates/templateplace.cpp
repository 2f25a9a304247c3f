// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templateplace.h"

#include "app/reports/papertemplate.h"

#include <QCoreApplication>

namespace guanxi::app {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TemplateParts)
};

constexpr qsizetype LongestExcerpt = 40;

const QList<PartKind> &blockKinds()
{
    static const QList<PartKind> kinds{PartKind::Text, PartKind::Fields, PartKind::Table, PartKind::Row, PartKind::Signatures, PartKind::Picture, PartKind::Space, PartKind::Rule, PartKind::PageBreak};
    return kinds;
}

/// The key by which a block is known.
const QList<std::pair<QString, PartKind>> &blockKeys()
{
    static const QList<std::pair<QString, PartKind>> keys{{u"text"_s, PartKind::Text},       {u"fields"_s, PartKind::Fields},   {u"table"_s, PartKind::Table},
                                                          {u"row"_s, PartKind::Row},         {u"signatures"_s, PartKind::Signatures}, {u"picture"_s, PartKind::Picture},
                                                          {u"space"_s, PartKind::Space},     {u"rule"_s, PartKind::Rule},       {u"page"_s, PartKind::PageBreak}};
    return keys;
}

QString excerpt(const QJsonValue &text, const QString &language)
{
    QString words = PaperTemplate::text(text.isArray() ? text.toArray().at(0) : text, language).simplified();
    return words.size() > LongestExcerpt ? words.left(LongestExcerpt) + u'…' : words;
}

QString saidBy(PartKind kind, const QJsonObject &part, const QString &language)
{
    switch (kind) {
    case PartKind::Text:
        return excerpt(part.value("text"_L1), language);
    case PartKind::Item:
    case PartKind::Column:
    case PartKind::Foot: {
        const QString label = excerpt(part.value("label"_L1), language);
        return label.isEmpty() ? excerpt(part.value("value"_L1), language) : label;
    }
    case PartKind::Party:
        return excerpt(part.value("heading"_L1), language);
    case PartKind::Cell:
        return Words::tr("%1 % wide").arg(part.value("width"_L1).toInt());
    case PartKind::Fields:
        return excerpt(part.value("fields"_L1).toArray().at(0).toObject().value("label"_L1), language);
    default:
        return {};
    }
}

} // namespace

QJsonValue valueAt(const QJsonValue &whole, const TemplatePlace &place)
{
    QJsonValue at = whole;
    for (const QString &step : place)
        at = at.isArray() ? at.toArray().at(step.toInt()) : at.toObject().value(step);
    return at;
}

QJsonValue withValue(const QJsonValue &whole, const TemplatePlace &place, const QJsonValue &value)
{
    if (place.isEmpty())
        return value;
    const TemplatePlace rest = place.mid(1);
    if (whole.isArray()) {
        QJsonArray list = whole.toArray();
        const int at = place.first().toInt();
        if (at >= list.size())
            list.append(withValue({}, rest, value));
        else
            list.replace(at, withValue(list.at(at), rest, value));
        return list;
    }
    QJsonObject object = whole.toObject();
    if (rest.isEmpty() && value.isUndefined())
        object.remove(place.first());
    else
        object.insert(place.first(), withValue(object.value(place.first()), rest, value));
    return object;
}

PartKind kindOf(const QJsonObject &document, const TemplatePlace &place)
{
    if (place.size() < 2)
        return PartKind::Document;
    const QString list = place.at(place.size() - 2);
    if (list == "blocks"_L1) {
        const QJsonObject block = valueAt(document, place).toObject();
        for (const auto &[key, kind] : blockKeys())
            if (block.contains(key))
                return kind;
        return PartKind::Space;
    }
    static const QHash<QString, PartKind> lists{{u"fields"_s, PartKind::Item}, {u"row"_s, PartKind::Cell}, {u"columns"_s, PartKind::Column}, {u"feet"_s, PartKind::Foot}, {u"signatures"_s, PartKind::Party}};
    return lists.value(list, PartKind::Document);
}

QList<PartList> listsOf(PartKind kind)
{
    switch (kind) {
    case PartKind::Document:
        return {{{u"blocks"_s}, blockKinds()}};
    case PartKind::Cell: {
        QList<PartKind> kinds = blockKinds();
        kinds.removeOne(PartKind::Table); // a row does not go over pages
        kinds.removeOne(PartKind::PageBreak);
        return {{{u"blocks"_s}, kinds}};
    }
    case PartKind::Fields:
        return {{{u"fields"_s}, {PartKind::Item}}};
    case PartKind::Row:
        return {{{u"row"_s}, {PartKind::Cell}}};
    case PartKind::Table:
        return {{{u"table"_s, u"columns"_s}, {PartKind::Column}}, {{u"table"_s, u"feet"_s}, {PartKind::Foot}}};
    case PartKind::Signatures:
        return {{{u"signatures"_s}, {PartKind::Party}}};
    default:
        return {};
    }
}

QJsonObject newPart(PartKind kind)
{
    switch (kind) {
    case PartKind::Text:
        return {{u"text"_s, QString()}};
    case PartKind::Fields:
        return {{u"fields"_s, QJsonArray{newPart(PartKind::Item)}}};
    case PartKind::Row:
        return {{u"row"_s, QJsonArray{newPart(PartKind::Cell), newPart(PartKind::Cell)}}};
    case PartKind::Cell:
        return {{u"width"_s, 50}, {u"blocks"_s, QJsonArray{newPart(PartKind::Text)}}};
    case PartKind::Table:
        return {{u"table"_s, QJsonObject{{u"columns"_s, QJsonArray()}, {u"feet"_s, QJsonArray()}}}};
    case PartKind::Column:
        return {{u"value"_s, QString()}, {u"width"_s, 15}};
    case PartKind::Signatures:
        return {{u"signatures"_s, QJsonArray{newPart(PartKind::Party), newPart(PartKind::Party)}}};
    case PartKind::Party:
        return {{u"heading"_s, QString()}, {u"lines"_s, QJsonArray{QJsonObject{{u"zh"_s, u"签字："_s}, {u"en"_s, u"Signature"_s}}}}};
    case PartKind::Picture:
        return {{u"picture"_s, u"company.logo"_s}, {u"height"_s, 38}, {u"if"_s, u"company.logo"_s}};
    case PartKind::Space:
        return {{u"space"_s, 8}};
    case PartKind::Rule:
        return {{u"rule"_s, 1}, {u"height"_s, 10}};
    case PartKind::PageBreak:
        return {{u"page"_s, true}};
    default:
        return {{u"label"_s, QString()}, {u"value"_s, QString()}};
    }
}

QString partName(PartKind kind)
{
    switch (kind) {
    case PartKind::Document: return Words::tr("Page and mail");
    case PartKind::Text: return Words::tr("Text");
    case PartKind::Fields: return Words::tr("Fields");
    case PartKind::Item: return Words::tr("Field");
    case PartKind::Row: return Words::tr("Side by side");
    case PartKind::Cell: return Words::tr("Part");
    case PartKind::Table: return Words::tr("Table");
    case PartKind::Column: return Words::tr("Column");
    case PartKind::Foot: return Words::tr("Line beneath");
    case PartKind::Signatures: return Words::tr("Signatures");
    case PartKind::Party: return Words::tr("Who signs");
    case PartKind::Picture: return Words::tr("Company logo");
    case PartKind::Space: return Words::tr("Space");
    case PartKind::Rule: return Words::tr("Rule");
    case PartKind::PageBreak: return Words::tr("New page");
    }
    return {};
}

QString partLabel(const QJsonObject &document, const TemplatePlace &place, const QString &language)
{
    const PartKind kind = kindOf(document, place);
    const QString says = saidBy(kind, valueAt(document, place).toObject(), language);
    return says.isEmpty() ? partName(kind) : Words::tr("%1: %2").arg(partName(kind), says);
}

} // namespace guanxi::app
