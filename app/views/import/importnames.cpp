// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importnames.h"

#include "app/views/import/importlines.h"
#include "app/widgets/fieldtext.h"
#include "common/base/fold.h"

namespace guanxi::app {

using Verdict = ImportLine::Verdict;

namespace {

quint64 markOf(const QString &name) { return qHashMulti(0, foldText(name.trimmed())); }

} // namespace

void ImportNames::learn(const ImportLine &line)
{
    if (line.verdict == Verdict::Faulty || (line.verdict == Verdict::Skipped && !line.before.isValid()))
        return;
    const Uuid id = line.verdict == Verdict::New ? line.sheet.record.id() : line.before.id();
    // Lines that belong to it may call it as it was, or as it will be.
    if (line.verdict != Verdict::New)
        learn(line.before, id);
    learn(line.sheet.record, id);
}

void ImportNames::learn(const model::Record &record, const Uuid &id)
{
    if (!record.isValid())
        return;
    learn(FieldText(m_records).title(record), id);
    if (const model::Field *number = record.entity().field(QStringLiteral("number")))
        learn(record.value(number->id).text(), id);
}

void ImportNames::learn(const QString &name, const Uuid &id)
{
    if (name.trimmed().isEmpty())
        return;
    const quint64 mark = markOf(name);
    m_ids.insert(mark, m_ids.value(mark, id) == id ? id : Uuid());
}

Uuid ImportNames::find(const model::Field &field, const QString &text) const
{
    const bool isMeant = field.type == model::FieldType::Reference && field.targets.contains(m_entity.id);
    return isMeant && !text.trimmed().isEmpty() ? m_ids.value(markOf(text)) : Uuid();
}

} // namespace guanxi::app
