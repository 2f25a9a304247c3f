// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/labelseditor.h"

#include "common/model/catalogue/opportunities.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QLineEdit>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::PipelineStage;
using model::Value;

namespace {

struct Labels {
    Labels() : entity(company.catalogue.at(PipelineStage::entity)), editor(FieldEditor::create(*company.records, entity, *entity.field(PipelineStage::label.id), nullptr))
    {
        labels = qobject_cast<LabelsEditor *>(editor.get());
        REQUIRE(labels);
        activate(*editor);
    }

    SampleCompany company{1};
    const model::Entity &entity;
    std::unique_ptr<FieldEditor> editor;
    LabelsEditor *labels = nullptr;
};

} // namespace

TEST_CASE("A name in two languages is typed in two lines, and what is not touched stays to the letter", "[labels]")
{
    Labels desk;
    const Value stored(u"{ \"en\": \"Negotiating\", \"fr\": \"En cours\" }"_s);
    desk.labels->setValue(stored);
    CHECK(desk.labels->value() == stored);
    CHECK(desk.labels->line(u"en"_s).text() == u"Negotiating"_s);
    CHECK(desk.labels->line(u"zh"_s).text().isEmpty());
    typeInto(&desk.labels->line(u"zh"_s), u"谈判中"_s);
    CHECK(desk.labels->value() == Value(u"{\"en\":\"Negotiating\",\"fr\":\"En cours\",\"zh\":\"谈判中\"}"_s));
}

TEST_CASE("Both lines empty is no name; a text that is no JSON is the Chinese name", "[labels]")
{
    Labels desk;
    desk.labels->setValue(Value(u"谈判"_s));
    CHECK(desk.labels->value() == Value(u"谈判"_s));
    CHECK(desk.labels->line(u"zh"_s).text() == u"谈判"_s);
    typeInto(&desk.labels->line(u"en"_s), u"Talks"_s);
    CHECK(desk.labels->value() == Value(u"{\"en\":\"Talks\",\"zh\":\"谈判\"}"_s));
    for (const QString &language : {u"zh"_s, u"en"_s}) {
        QLineEdit &line = desk.labels->line(language);
        line.setFocus();
        QTest::keyClick(&line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&line, Qt::Key_Delete);
    }
    CHECK(desk.labels->value().isNull());
}
