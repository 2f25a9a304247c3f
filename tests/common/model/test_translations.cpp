// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/model/builder.h"
#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QXmlStreamReader>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

/// "context\nsource\ncomment" of every finished message.
class Translations
{
public:
    explicit Translations(const QString &pattern)
    {
        const QDir folder(QStringLiteral(GUANXI_SOURCE_DIR "/translations"));
        for (const QString &name : folder.entryList({pattern})) {
            QFile file(folder.filePath(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            QXmlStreamReader xml(&file);
            read(xml);
            INFO(name.toStdString() + ": " + xml.errorString().toStdString());
            CHECK(!xml.hasError());
        }
    }

    void expect(const QString &context, const QString &source, const QString &comment = {}) const
    {
        if (!m_known.contains(keyOf(context, source, comment)))
            FAIL_CHECK("no Chinese for \"" + source.toStdString() + "\" in " + context.toStdString() + ' '
                       + comment.toStdString());
    }

private:
    static QString keyOf(const QString &context, const QString &source, const QString &comment)
    {
        return context + u'\n' + source + u'\n' + comment;
    }

    void read(QXmlStreamReader &xml)
    {
        QString context, source, comment;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"name"_s)
                context = xml.readElementText();
            else if (xml.name() == u"message"_s)
                source = comment = QString();
            else if (xml.name() == u"source"_s)
                source = xml.readElementText();
            else if (xml.name() == u"comment"_s)
                comment = xml.readElementText();
            else if (xml.name() == u"translation"_s && !xml.attributes().hasAttribute(u"type"_s)
                     && !xml.readElementText().isEmpty())
                m_known.insert(keyOf(context, source, comment));
        }
    }

    QSet<QString> m_known;
};

} // namespace

TEST_CASE("Every label of the catalogue has its Chinese", "[translations]")
{
    const Translations chinese(u"catalogue*_zh_CN.ts"_s);
    for (const Entity &entity : wholeCatalogue().entities()) {
        chinese.expect(entity.name, entity.label);
        chinese.expect(entity.name, entity.plural);
        for (const Field &field : entity.fields()) {
            chinese.expect(entity.name, field.label);
            if (!field.section.isEmpty())
                chinese.expect(entity.name, field.section);
            for (const QString &choice : field.choices)
                chinese.expect(entity.name, labelFromName(choice));
        }
        for (const State &state : entity.machine.states)
            chinese.expect(entity.name, state.label);
        for (const Transition &transition : entity.machine.transitions)
            chinese.expect(entity.name, transition.label);
    }
    for (const DictionaryInfo &dictionary : wholeCatalogue().dictionaries()) {
        chinese.expect(u"dictionary"_s, dictionary.label, dictionary.code);
        for (const DictionaryValue &value : dictionary.values)
            chinese.expect(u"dictionary"_s, value.label, dictionary.code);
    }
}

TEST_CASE("Every name of a built-in row has its Chinese", "[translations]")
{
    const Translations chinese(u"catalogue*_zh_CN.ts"_s);
    const QHash<EntityId, FieldId> names{{ids::Role, Role::name.id}, {ids::Currency, Currency::name.id},
                                         {ids::Dictionary, Dictionary::name.id}, {ids::Pipeline, Pipeline::name.id}};
    for (const Record &row : builtInRows(wholeCatalogue()))
        if (const FieldId name = names.value(row.entity().id))
            chinese.expect(u"builtin"_s, row.value(name).text());
}
