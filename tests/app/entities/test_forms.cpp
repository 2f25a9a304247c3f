// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of every entity: a way to its form, editors that can be filled by keys, Chinese words, and a role
// that may use it. Nothing is left out by name.
#include "formwalk.h"

#include "app/shell/language.h"
#include "app/shell/resources.h"
#include "app/views/viewlist.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/relations.h"
#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/organisation.h"

#include <QApplication>
#include <QDir>
#include <QTranslator>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

/// The translations of the program itself, as compiled into it.
class Chinese
{
public:
    Chinese()
    {
        app::loadResources();
        const QDir texts(QStringLiteral(":/i18n"));
        for (const QString &name : texts.entryList({QStringLiteral("*_zh_CN.qm")})) {
            m_files.push_back(std::make_unique<QTranslator>());
            REQUIRE(m_files.back()->load(texts.filePath(name)));
        }
        REQUIRE(m_files.size() >= 4);
    }

    /// As FieldText looks it up: in the entity's own context, then among the common words.
    void expect(const QString &context, const QString &source, const QString &comment = {}) const
    {
        const bool known = has(context, source, comment) || has(QStringLiteral("common"), source, {});
        if (!source.isEmpty() && !known)
            FAIL_CHECK("no Chinese for \"" << source.toStdString() << "\" in " << context.toStdString());
    }

private:
    bool has(const QString &context, const QString &source, const QString &comment) const
    {
        return std::any_of(m_files.begin(), m_files.end(), [&](const auto &file) {
            return !file->translate(context.toUtf8().constData(), source.toUtf8().constData(), comment.toUtf8().constData()).isEmpty();
        });
    }

    std::vector<std::unique_ptr<QTranslator>> m_files;
};

/// A list of its own in a workspace, or a tab on a record that has one.
bool hasWayIn(const app::Records &records, const app::ViewList &views, EntityId entity)
{
    if (std::any_of(views.begin(), views.end(), [&](const auto &view) { return view->entity() == entity; }))
        return true;
    const auto &parents = records.catalogue().entities();
    return std::any_of(parents.begin(), parents.end(), [&](const Entity &parent) {
        const QList<app::Relation> relations = app::relationsOf(records, parent.id);
        return std::any_of(relations.begin(), relations.end(), [&](const app::Relation &relation) { return relation.entity->id == entity; });
    });
}

} // namespace

TEST_CASE("every record people make has a way to its form, and the keyboard can fill whatever it needs")
{
    WalkCompany company(storage::Backend::Sqlite);
    ValueMaker values(company);
    const app::ViewList views = app::allViews(company.catalogue());
    for (const Entity &entity : company.catalogue().entities()) {
        if (entity.maker != Maker::People)
            continue;
        INFO("entity " << entity.name.toStdString());
        CHECK(hasWayIn(company.ann.records(), views, entity.id));
        fillForm(company, values, entity);
    }
}

TEST_CASE("whatever a step needs can be typed where it is asked for")
{
    WalkCompany company(storage::Backend::Sqlite);
    ValueMaker values(company);
    for (const Entity &entity : company.catalogue().entities())
        for (const Transition &step : entity.machine.transitions)
            if (!step.required.isEmpty() && !step.automatic) {
                INFO("entity " << entity.name.toStdString() << ", step " << step.code.toStdString());
                fillStep(company, values, values.make(entity), step);
            }
}

TEST_CASE("a workspace offers the lists of its entities, and none that stays empty for ever")
{
    Catalogue catalogue;
    declareAll(catalogue);
    const app::ViewList views = app::allViews(catalogue);
    for (const Entity &entity : catalogue.entities()) {
        INFO("entity " << entity.name.toStdString());
        const bool offered = std::any_of(views.begin(), views.end(), [&](const auto &view) { return view->entity() == entity.id; });
        const bool wanted = entity.workspace != Workspace::None && entity.scope.kind != ScopeRule::Kind::ServerOnly;
        // Decisions about pairs have no list: their view shows the pairs that wait for one. Neither have changes, which are told as history.
        CHECK(offered == (wanted || entity.id == ids::DuplicateCandidate || entity.id == ids::Change));
    }
}

TEST_CASE("every entity, field, choice, state, step and dictionary value has its Chinese in the program")
{
    Catalogue catalogue;
    declareAll(catalogue);
    const Chinese chinese;
    for (const Entity &entity : catalogue.entities()) {
        chinese.expect(entity.name, entity.label);
        chinese.expect(entity.name, entity.plural);
        for (const Field &field : entity.fields()) {
            chinese.expect(entity.name, field.label);
            chinese.expect(entity.name, field.section);
            for (const QString &choice : field.choices)
                chinese.expect(entity.name, labelFromName(choice));
        }
        for (const State &state : entity.machine.states)
            chinese.expect(entity.name, state.label);
        for (const Transition &step : entity.machine.transitions)
            chinese.expect(entity.name, step.label);
    }
    for (const DictionaryInfo &dictionary : catalogue.dictionaries())
        for (const DictionaryValue &value : dictionary.values)
            chinese.expect(QStringLiteral("dictionary"), value.label, dictionary.code);
}

TEST_CASE("with Chinese switched on, labels and dictionary values read Chinese")
{
    WalkCompany company(storage::Backend::Sqlite);
    const QLocale before;
    app::loadResources();
    {
        app::Language language(*qApp);
        language.use(QStringLiteral("zh_CN"));
        const auto isChinese = [](const QString &text) {
            return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
        };
        for (const Entity &entity : company.catalogue().entities()) {
            INFO(entity.name.toStdString());
            CHECK(isChinese(app::entityLabel(entity)));
            CHECK(isChinese(app::entityPlural(entity)));
            for (const Field &field : entity.fields()) {
                INFO(field.name.toStdString() << ' ' << app::fieldLabel(entity, field).toStdString());
                CHECK(isChinese(app::fieldLabel(entity, field)));
            }
            for (const State &state : entity.machine.states)
                CHECK(isChinese(app::stateLabel(entity, state)));
            for (const Transition &step : entity.machine.transitions)
                CHECK(isChinese(app::transitionLabel(entity, step)));
        }
        for (const DictionaryInfo &dictionary : company.catalogue().dictionaries())
            for (const app::DictionaryChoice &choice : company.ann.records().dictionary(dictionary.code)) {
                INFO(dictionary.code.toStdString() << ' ' << choice.code.toStdString());
                CHECK_FALSE(choice.label.isEmpty());
            }
    }
    QLocale::setDefault(before);
}

TEST_CASE("a built-in role sees every entity, and one makes whatever people or programs make")
{
    Catalogue catalogue;
    declareAll(catalogue);
    QSet<std::pair<QString, qint64>> given;
    for (const Record &row : builtInRoles(catalogue))
        if (row.entity().id == AccessRule::entity && row[AccessRule::scope] > qint64(Reach::None))
            given.insert({row[AccessRule::object], row[AccessRule::action]});
    for (const Entity &entity : catalogue.entities()) {
        INFO(entity.name.toStdString());
        CHECK(given.contains({entity.name, qint64(Action::View)}));
        CHECK(given.contains({entity.name, qint64(Action::Create)}) == (entity.maker != Maker::Server));
        CHECK(given.contains({entity.name, qint64(Action::Edit)}) == (!entity.serverWritten && !entity.appendOnly));
        CHECK(given.contains({entity.name, qint64(Action::Export)}));
    }
}
