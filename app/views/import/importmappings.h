// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importlines.h"
#include "app/widgets/savedviews.h"

namespace guanxi::app {

/// Which column goes into which field, kept under a name for files with the same heads: the user's own, the same on every computer.
class ImportMappings
{
public:
    ImportMappings(Records &records, const model::Entity &entity) : m_entity(entity), m_kept(records, entity, QStringLiteral("import")) {}

    QStringList names() const;
    /// The one that was made for these heads, in whatever order; empty: none.
    QString nameFor(const QStringList &heads) const;
    /// Code of the field for each head (recordIdCode() for the record itself); empty: left out.
    QStringList codesFor(const QString &name, const QStringList &heads) const;
    /// Replaces the one of that name.
    Result<Saved> save(const QString &name, const QStringList &heads, const ImportPlan &plan);
    Result<Saved> remove(const QString &name);

private:
    const model::Entity &m_entity;
    SavedViews m_kept;
};

} // namespace guanxi::app
