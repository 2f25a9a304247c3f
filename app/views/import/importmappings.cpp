// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importmappings.h"

#include <QJsonArray>

namespace guanxi::app {

namespace {

const QString Heads = QStringLiteral("heads");
const QString Codes = QStringLiteral("fields");

QStringList words(const QJsonObject &state, const QString &key)
{
    QStringList all;
    for (const QJsonValue &word : state.value(key).toArray())
        all.append(word.toString());
    return all;
}

QStringList inOrder(QStringList heads)
{
    heads.sort();
    return heads;
}

} // namespace

QStringList ImportMappings::names() const
{
    QStringList all;
    for (const SavedViews::View &view : m_kept.all())
        all.append(view.name);
    return all;
}

QString ImportMappings::nameFor(const QStringList &heads) const
{
    for (const SavedViews::View &view : m_kept.all())
        if (inOrder(words(view.state, Heads)) == inOrder(heads))
            return view.name;
    return {};
}

QStringList ImportMappings::codesFor(const QString &name, const QStringList &heads) const
{
    QStringList codes(heads.size());
    for (const SavedViews::View &view : m_kept.all()) {
        if (view.name != name)
            continue;
        const QStringList known = words(view.state, Heads);
        for (qsizetype column = 0; column < heads.size(); ++column)
            codes[column] = words(view.state, Codes).value(known.indexOf(heads[column]));
    }
    return codes;
}

Result<Saved> ImportMappings::save(const QString &name, const QStringList &heads, const ImportPlan &plan)
{
    QStringList codes;
    for (qsizetype column = 0; column < plan.fields.size(); ++column)
        codes.append(plan.fields[column] ? plan.fields[column]->name : column == plan.idColumn ? recordIdCode() : QString());
    return m_kept.save(name, {{Heads, QJsonArray::fromStringList(heads)}, {Codes, QJsonArray::fromStringList(codes)}});
}

Result<Saved> ImportMappings::remove(const QString &name)
{
    for (const SavedViews::View &view : m_kept.all())
        if (view.name == name)
            return m_kept.remove(view.id);
    return Error{ErrorCode::NotFound, {m_entity.name, name}};
}

} // namespace guanxi::app
