// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/papercheck.h"

#include "app/reports/paperfields.h"

#include <QJsonArray>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using model::Catalogue;
using model::Entity;

namespace {

bool isExpression(const QString &key) { return key == "if"_L1 || key == "sum"_L1 || key == "picture"_L1 || key == "where"_L1; }

/// A text in one language of two. One that says the same in all is a plain string.
bool isHalfTranslated(const QJsonObject &object) { return object.contains("zh"_L1) != object.contains("en"_L1); }

/// Goes through all texts and conditions of a template, the lines of a table by the entity of the line.
class Check
{
public:
    Check(const Catalogue &catalogue, const Entity &document, QList<PaperFault> &faults) : m_catalogue(catalogue), m_document(document), m_faults(faults) {}

    void look(const QJsonValue &value, const Entity &entity, const QStringList &place, const QString &key = {})
    {
        if (value.isString()) {
            const QStringList named = isExpression(key) ? QStringList{value.toString()} : PaperFields::expressions(value.toString());
            for (const QString &expression : named)
                noteField(PaperFields::fault(m_catalogue, entity, m_document, expression), place);
        }
        const QJsonArray list = value.toArray();
        for (qsizetype at = 0; at < list.size(); ++at)
            look(list[at], entity, place + QStringList{QString::number(at)}, key);
        const QJsonObject object = value.toObject();
        if (isHalfTranslated(object))
            note(PaperFault::Kind::MissingLanguage, object.contains("zh"_L1) ? u"en"_s : u"zh"_s, place);
        for (auto at = object.begin(); at != object.end(); ++at) {
            const QStringList inner = place + QStringList{at.key()};
            if (at.key() == "table"_L1)
                lookAtTable(at.value().toObject(), inner);
            else
                look(at.value(), entity, inner, at.key());
        }
    }

private:
    void lookAtTable(const QJsonObject &table, const QStringList &place)
    {
        if (place.contains("row"_L1))
            note(PaperFault::Kind::NestedTable, {}, place);
        const Entity *line = m_catalogue.entity(table.value("of"_L1).toString());
        if (!line)
            return note(PaperFault::Kind::UnknownEntity, table.value("of"_L1).toString(), place);
        QStringList ids;
        const QJsonArray columns = table.value("columns"_L1).toArray();
        for (qsizetype at = 0; at < columns.size(); ++at) {
            const QStringList inner = place + QStringList{u"columns"_s, QString::number(at)};
            QJsonObject column = columns[at].toObject();
            ids.append(column.value("id"_L1).toString());
            look(column.take("if"_L1), m_document, inner, u"if"_s);
            look(column, *line, inner);
        }
        look(table.value("where"_L1), *line, place, u"where"_s);
        look(table.value("empty"_L1), m_document, place);
        for (const auto key : {"by"_L1, "sort"_L1})
            if (const QString field = table.value(key).toString(); !field.isEmpty() && !line->field(field))
                noteField(field, place);
        lookAtSums(table, *line, ids, place);
    }

    void lookAtSums(const QJsonObject &table, const Entity &line, const QStringList &ids, const QStringList &place)
    {
        const QJsonObject carry = table.value("carry"_L1).toObject();
        look(carry, line, place);
        lookUnder(carry, ids, place);
        const QJsonArray feet = table.value("feet"_L1).toArray();
        for (qsizetype at = 0; at < feet.size(); ++at) {
            const QStringList inner = place + QStringList{u"feet"_s, QString::number(at)};
            QJsonObject foot = feet[at].toObject();
            lookUnder(foot, ids, inner);
            if (foot.contains("sum"_L1))
                noteField(PaperFields::fault(m_catalogue, line, m_document, foot.take("sum"_L1).toString()), inner);
            look(foot, m_document, inner);
        }
    }

    void lookUnder(const QJsonObject &object, const QStringList &ids, const QStringList &place)
    {
        if (const QString under = object.value("under"_L1).toString(); !under.isEmpty() && !ids.contains(under))
            note(PaperFault::Kind::UnknownColumn, under, place);
    }

    void noteField(const QString &name, const QStringList &place)
    {
        if (!name.isEmpty())
            note(PaperFault::Kind::UnknownField, name, place);
    }

    void note(PaperFault::Kind kind, const QString &name, const QStringList &place) { m_faults.append({kind, name, place}); }

    const Catalogue &m_catalogue;
    const Entity &m_document;
    QList<PaperFault> &m_faults;
};

} // namespace

QList<PaperFault> faultsOf(const QJsonObject &document, const Catalogue &catalogue)
{
    QList<PaperFault> faults;
    const QJsonArray names = document.value("for"_L1).toArray();
    if (names.isEmpty())
        faults.append({PaperFault::Kind::NoRecords, {}, {}});
    for (const QJsonValue &name : names)
        if (const Entity *entity = catalogue.entity(name.toString()))
            Check(catalogue, *entity, faults).look(document, *entity, {});
        else
            faults.append({PaperFault::Kind::UnknownEntity, name.toString(), {}});
    return faults;
}

} // namespace guanxi::app
