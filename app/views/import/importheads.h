// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

#include <QHash>

namespace guanxi::app {

/// Knows what people call the fields of an entity at the heads of their tables: by its labels in both languages, its name in
/// the catalogue, and the words of resources/import/heads.json.
class ImportHeads
{
public:
    explicit ImportHeads(const model::Entity &entity, const QList<const model::Field *> &fields);

    /// A field for each head, each field once; nullptr: nothing fits. What fits exactly goes before what fits in part.
    QList<const model::Field *> fieldsOf(const QStringList &heads) const;
    /// The column that says which record a line is (sheetHead()); -1: none.
    static qsizetype idColumn(const QStringList &heads);
    /// Whether the line names fields rather than holding values.
    bool isHeading(const QStringList &cells) const;

private:
    using Words = QMultiHash<QString, const model::Field *>;
    static void learn(Words &words, const QString &word, const model::Field &field);

    QList<const model::Field *> m_fields;
    Words m_labels;
    Words m_others; ///< what people say as well
};

/// What the table of an entity is called: in the language of the moment, in both languages, in the catalogue.
QStringList tableNames(const model::Entity &entity);

} // namespace guanxi::app
