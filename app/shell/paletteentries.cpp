// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/paletteentries.h"

#include "app/widgets/fieldtext.h"
#include "common/base/fold.h"
#include "common/base/pinyin.h"

#include <QAction>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace guanxi::app {

namespace {

constexpr int HitsPerEntity = 6;

/// 0: no match; larger is better.
int rank(const QString &text, const QString &typed)
{
    const QString folded = foldText(text);
    if (folded.startsWith(typed))
        return 4;
    if (folded.contains(u' ' + typed))
        return 3;
    if (folded.contains(typed))
        return 2;
    const PinyinForms forms = pinyinForms(text, 4);
    const auto starts = [&](const QString &form) { return form.startsWith(typed); };
    return std::any_of(forms.initials.begin(), forms.initials.end(), starts)
                   || std::any_of(forms.full.begin(), forms.full.end(), starts)
               ? 1
               : 0;
}

PaletteEntry heading(const QString &text)
{
    PaletteEntry entry;
    entry.text = text;
    return entry;
}

} // namespace

QString PaletteEntries::plainText(const QAction &action)
{
    QString text = action.property("paletteText").toString();
    if (text.isEmpty())
        text = action.text().section(u'\t', 0, 0);
    // Chinese has its access keys in brackets behind the word.
    static const QRegularExpression accessKey(QStringLiteral("\\(&.\\)"));
    return text.remove(accessKey).remove(u'&').remove(u'…');
}

QList<PaletteEntry> PaletteEntries::find(const QString &typed) const
{
    const bool commandsOnly = typed.startsWith(u'>') || typed.startsWith(u'》');
    const QString folded = foldText(commandsOnly ? typed.mid(1) : typed);
    if (commandsOnly)
        return commands(folded, 1000);
    if (folded.isEmpty())
        return recent() + commands({}, 1000);
    return hits(typed.trimmed()) + commands(folded, 1000);
}

QList<PaletteEntry> PaletteEntries::commands(const QString &typed, int limit) const
{
    QList<std::pair<int, PaletteEntry>> found;
    for (QAction *action : m_commands) {
        if (!action->isEnabled() || action->isSeparator())
            continue;
        const QString text = plainText(*action);
        const int place = typed.isEmpty() ? 1 : rank(text, typed);
        if (text.isEmpty() || place == 0)
            continue;
        const QString shortcut = action->property("keys").toString();
        found.append({place, {PaletteEntry::Kind::Command, text,
                              shortcut.isEmpty() ? action->shortcut().toString(QKeySequence::NativeText) : shortcut,
                              action->icon().name(), action, {}}});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<PaletteEntry> entries;
    for (const auto &[place, entry] : found.mid(0, limit))
        entries.append(entry);
    if (!entries.isEmpty())
        entries.prepend(heading(tr("Commands")));
    return entries;
}

PaletteEntry PaletteEntries::entryOf(const model::RecordRef &ref) const
{
    const model::Entity *entity = m_records.catalogue().entity(ref.entity);
    const QString title = entity ? m_records.title(ref) : QString();
    return {PaletteEntry::Kind::Record, title, entity ? entityLabel(*entity) : QString(), entity ? entity->icon : QString(), nullptr, ref};
}

QList<PaletteEntry> PaletteEntries::recent() const
{
    QList<PaletteEntry> entries;
    for (const model::RecordRef &ref : m_recent)
        if (const PaletteEntry entry = entryOf(ref); !entry.text.isEmpty())
            entries.append(entry);
    if (!entries.isEmpty())
        entries.prepend(heading(tr("Recent")));
    return entries;
}

QList<PaletteEntry> PaletteEntries::hits(const QString &typed) const
{
    const Result<QList<model::RecordRef>> found = m_records.search(typed, HitsPerEntity);
    if (!found)
        return {};
    QList<model::EntityId> order;
    QHash<model::EntityId, QList<PaletteEntry>> groups;
    for (const model::RecordRef &ref : *found) {
        PaletteEntry entry = entryOf(ref);
        if (entry.text.isEmpty())
            continue;
        if (!order.contains(ref.entity))
            order.append(ref.entity);
        entry.hint.clear();
        groups[ref.entity].append(entry);
    }
    QList<PaletteEntry> entries;
    for (const model::EntityId id : order) {
        entries.append(heading(entityPlural(m_records.catalogue().at(id))));
        entries.append(groups[id]);
    }
    return entries;
}

} // namespace guanxi::app
