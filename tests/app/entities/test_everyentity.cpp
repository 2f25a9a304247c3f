// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every entity of the catalogue through everything that can happen to it. What an entity is spared follows from
// what the catalogue declares about it; no entity is named here.
#include "entitywalk.h"
#include "listcheck.h"
#include "machinewalk.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

TEST_CASE("every entity is made, edited, fought over, undone, deleted, listed and exported, and everybody has the same")
{
    WalkCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    ValueMaker values(company);
    for (const Entity &entity : company.catalogue().entities()) {
        INFO("entity " << entity.name.toStdString());
        EntityWalk walk(company, values, entity);
        walk.walk();
        if (company.ann.records().load(walk.record()).ok())
            checkListAndExport(company.ann.records(), walk.record());
        else
            CHECK(entity.scope.kind == ScopeRule::Kind::ServerOnly);
    }
    company.checkExact();
}

TEST_CASE("every step of every state machine is taken and taken back")
{
    WalkCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    ValueMaker values(company);
    for (const Entity &entity : company.catalogue().entities()) {
        INFO("entity " << entity.name.toStdString());
        MachineWalk(company, values, entity).walk();
    }
    company.checkExact();
}
