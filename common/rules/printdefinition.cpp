// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/printdefinition.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::rules
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int MostParts = 2'000;
constexpr int Deepest = 8; ///< blocks within rows

/// What may stand under a key.
enum class Holds : quint8 { Text, Texts, Words, Number, Bool, Condition, Paper, Mail, Blocks, Items, Cells, Table, Columns, Carry, Feet, Parties, Size, Margins };

using Keys = QHash<QString, Holds>;

const Keys &document()
{
    static const Keys keys{{u"id"_s, Holds::Words}, {u"order"_s, Holds::Number}, {u"for"_s, Holds::Condition}, {u"name"_s, Holds::Text}, {u"paper"_s, Holds::Paper},
                           {u"title"_s, Holds::Text}, {u"runningHead"_s, Holds::Text}, {u"footLeft"_s, Holds::Text}, {u"footRight"_s, Holds::Text},
                           {u"mail"_s, Holds::Mail}, {u"blocks"_s, Holds::Blocks}};
    return keys;
}

/// Of a block: first what it is, of which it has one.
const Keys &kinds()
{
    static const Keys keys{{u"text"_s, Holds::Texts}, {u"fields"_s, Holds::Items}, {u"row"_s, Holds::Cells}, {u"table"_s, Holds::Table}, {u"picture"_s, Holds::Words},
                           {u"space"_s, Holds::Number}, {u"rule"_s, Holds::Number}, {u"signatures"_s, Holds::Parties}, {u"page"_s, Holds::Bool}, {u"include"_s, Holds::Words}};
    return keys;
}

const Keys &looks()
{
    static const Keys keys{{u"if"_s, Holds::Condition}, {u"size"_s, Holds::Number}, {u"bold"_s, Holds::Bool}, {u"serif"_s, Holds::Bool}, {u"align"_s, Holds::Words},
                           {u"spacing"_s, Holds::Number}, {u"quiet"_s, Holds::Bool}, {u"line"_s, Holds::Bool}, {u"heading"_s, Holds::Bool}, {u"columns"_s, Holds::Number},
                           {u"height"_s, Holds::Number}};
    return keys;
}

const Keys &parts(Holds holds)
{
    static const QHash<Holds, Keys> all{
        {Holds::Paper, {{u"size"_s, Holds::Size}, {u"landscape"_s, Holds::Bool}, {u"margins"_s, Holds::Margins}}},
        {Holds::Mail, {{u"to"_s, Holds::Text}, {u"subject"_s, Holds::Text}, {u"body"_s, Holds::Text}}},
        {Holds::Items, {{u"label"_s, Holds::Text}, {u"value"_s, Holds::Texts}, {u"strong"_s, Holds::Bool}, {u"always"_s, Holds::Bool}, {u"if"_s, Holds::Condition}}},
        {Holds::Cells, {{u"width"_s, Holds::Number}, {u"blocks"_s, Holds::Blocks}, {u"if"_s, Holds::Condition}}},
        {Holds::Table,
         {{u"of"_s, Holds::Words}, {u"by"_s, Holds::Words}, {u"sort"_s, Holds::Words}, {u"where"_s, Holds::Condition}, {u"size"_s, Holds::Number}, {u"grid"_s, Holds::Bool}, {u"empty"_s, Holds::Text},
          {u"columns"_s, Holds::Columns}, {u"carry"_s, Holds::Carry}, {u"feet"_s, Holds::Feet}}},
        {Holds::Columns,
         {{u"id"_s, Holds::Words}, {u"label"_s, Holds::Text}, {u"value"_s, Holds::Texts}, {u"width"_s, Holds::Number}, {u"align"_s, Holds::Words}, {u"line"_s, Holds::Bool},
          {u"group"_s, Holds::Text}, {u"over"_s, Holds::Text}, {u"if"_s, Holds::Condition}}},
        {Holds::Carry, {{u"under"_s, Holds::Words}, {u"sum"_s, Holds::Words}, {u"carried"_s, Holds::Text}, {u"brought"_s, Holds::Text}}},
        {Holds::Feet,
         {{u"label"_s, Holds::Text}, {u"value"_s, Holds::Texts}, {u"sum"_s, Holds::Words}, {u"words"_s, Holds::Bool}, {u"under"_s, Holds::Words}, {u"strong"_s, Holds::Bool},
          {u"if"_s, Holds::Condition}}},
        {Holds::Parties, {{u"heading"_s, Holds::Text}, {u"lines"_s, Holds::Texts}}}};
    static const Keys none;
    const auto found = all.constFind(holds);
    return found == all.constEnd() ? none : *found;
}

/// The same in every language, or one for each.
bool isText(const QJsonValue &value)
{
    const QJsonObject texts = value.toObject();
    return value.isString() || (value.isObject() && std::all_of(texts.begin(), texts.end(), [](const QJsonValue &text) { return text.isString(); }));
}

bool areAll(const QJsonValue &list, bool (*fits)(const QJsonValue &))
{
    const QJsonArray values = list.toArray();
    return list.isArray() && std::all_of(values.begin(), values.end(), fits);
}

bool isWord(const QJsonValue &value) { return value.isString(); }
bool isNumber(const QJsonValue &value) { return value.isDouble(); }

class Look
{
public:
    /// The key at fault; empty: none.
    QString at(const QJsonObject &object, const Keys &keys, int depth)
    {
        if (++m_parts > MostParts || depth > Deepest)
            return u"…"_s;
        for (auto each = object.begin(); each != object.end(); ++each) {
            const auto known = keys.constFind(each.key());
            if (known == keys.constEnd())
                return each.key();
            if (const QString fault = at(each.value(), *known, depth); !fault.isEmpty())
                return fault == u"?"_s ? each.key() : fault;
        }
        return {};
    }

private:
    QString at(const QJsonValue &value, Holds holds, int depth)
    {
        const auto unless = [](bool fits) { return fits ? QString() : u"?"_s; };
        switch (holds) {
        case Holds::Text:
            return unless(isText(value));
        case Holds::Texts:
            return unless(isText(value) || areAll(value, isText));
        case Holds::Words:
            return unless(value.isString());
        case Holds::Number:
            return unless(value.isDouble());
        case Holds::Bool:
            return unless(value.isBool());
        case Holds::Condition:
            return unless(value.isString() || areAll(value, isWord));
        case Holds::Size:
            return unless(value.isString() || (areAll(value, isNumber) && value.toArray().size() == 2));
        case Holds::Margins:
            return unless(areAll(value, isNumber) && value.toArray().size() == 4);
        case Holds::Paper:
        case Holds::Mail:
        case Holds::Table:
        case Holds::Carry:
            return value.isObject() ? at(value.toObject(), parts(holds), depth) : u"?"_s;
        default:
            return list(value, holds, depth);
        }
    }

    QString list(const QJsonValue &value, Holds holds, int depth)
    {
        if (!value.isArray())
            return u"?"_s;
        for (const QJsonValue &part : value.toArray()) {
            const QString fault = !part.isObject() ? u"?"_s : holds == Holds::Blocks ? block(part.toObject(), depth + 1) : at(part.toObject(), parts(holds), depth + 1);
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }

    QString block(const QJsonObject &object, int depth)
    {
        Keys keys = looks();
        int kindsFound = 0;
        for (auto kind = kinds().begin(); kind != kinds().end(); ++kind)
            if (object.contains(kind.key())) {
                keys.insert(kind.key(), kind.value());
                ++kindsFound;
            }
        return kindsFound == 1 ? at(object, keys, depth) : object.keys().value(0, u"?"_s);
    }

    int m_parts = 0;
};

} // namespace

QString printDefinitionFault(const QString &json)
{
    const QByteArray bytes = json.toUtf8();
    if (bytes.size() > PrintDefinitionLimit)
        return u"…"_s;
    const QJsonDocument parsed = QJsonDocument::fromJson(bytes);
    if (!parsed.isObject())
        return u"{"_s;
    const QJsonObject object = parsed.object();
    if (object.value("for"_L1).toArray().isEmpty())
        return u"for"_s;
    return object.value("blocks"_L1).isArray() ? Look().at(object, document(), 0) : u"blocks"_s;
}

} // namespace guanxi::rules
