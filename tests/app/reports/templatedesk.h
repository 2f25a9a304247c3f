// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/templates/templateeditor.h"
#include "app/views/templates/templateform.h"
#include "app/views/templates/templatepreview.h"
#include "app/views/templates/templatetree.h"
#include "app/views/templates/textsedit.h"
#include "common/model/catalogue/printing.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>
#include <QJsonDocument>

namespace guanxi::tests {

using namespace Qt::StringLiterals;

inline const app::TemplatePlace Blocks{u"blocks"_s};

/// A company with a quote, and the editor of one of its templates.
struct TemplateDesk {
    TemplateDesk() { quote = company.addQuote(u"QT-1"_s, 3); }

    app::TemplateEditor &open(const QString &code = u"quote"_s)
    {
        for (const app::CompanyTemplate &each : app::companyTemplates(*company.records))
            if (each.form.id() == code)
                show(each);
        REQUIRE(editor);
        return *editor;
    }
    void show(const app::CompanyTemplate &edited)
    {
        editor = std::make_unique<app::TemplateEditor>(context, edited);
        activate(*editor);
        settle();
    }
    void settle() { REQUIRE(waitFor([&] { return !editor->preview().isBusy(); })); }
    /// A small one for quotes.
    app::TemplateEditor &openSmall(const QString &blocks)
    {
        const QJsonArray parts = QJsonDocument::fromJson(blocks.toUtf8()).array();
        show({app::PaperTemplate(QJsonObject{{u"name"_s, QJsonObject{{u"zh"_s, u"单"_s}, {u"en"_s, u"Paper"_s}}}, {u"for"_s, QJsonArray{u"quote"_s}}, {u"blocks"_s, parts}}), {}, false, true});
        return *editor;
    }
    QString kept() const
    {
        storage::Query query;
        query.entity = model::PrintTemplate::entity;
        const Result<QList<model::Record>> found = company.records->findNow(query);
        return found && !found->isEmpty() ? found->first()[model::PrintTemplate::definition] : QString();
    }
    QJsonValue at(const app::TemplatePlace &place) const { return editor->draft().value(place); }
    QTreeWidgetItem *item(const QString &text) const
    {
        for (QTreeWidgetItemIterator each(&editor->tree()); *each; ++each)
            if ((*each)->text(0).contains(text))
                return *each;
        return nullptr;
    }
    app::TextsEdit &texts(const QString &key) const { return *qobject_cast<app::TextsEdit *>(editor->form().editor(key)); }

    PaperCompany company;
    FakeDrafts drafts;
    NotingContext context{*company.records, drafts};
    model::Record quote;
    std::unique_ptr<app::TemplateEditor> editor;
};

inline void press(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&widget, key, modifiers); }

} // namespace guanxi::tests
