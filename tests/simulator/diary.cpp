// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/diary.h"

namespace guanxi::test {

namespace {

constexpr QByteArrayView Head("kx-");
constexpr QByteArrayView Tail("-q"); // hyphens: base64 has none

} // namespace

QString Diary::canary(const Uuid &author, const model::RecordRef &record, model::FieldId field)
{
    m_canaries.append({author, record, field});
    return QStringLiteral("kx-%1-q").arg(m_canaries.size() - 1);
}

QList<Diary::Canary> Diary::canariesIn(QByteArrayView bytes) const
{
    QList<Canary> found;
    // Whole files are looked through, and most of their pages hold nothing: a letter is found faster than a word.
    for (qsizetype at = bytes.indexOf(Head.front()); at >= 0; at = bytes.indexOf(Head.front(), at + 1)) {
        if (!bytes.sliced(at).startsWith(Head))
            continue;
        qsizetype end = at + Head.size();
        qsizetype number = 0;
        while (end < bytes.size() && bytes[end] >= '0' && bytes[end] <= '9' && number < m_canaries.size())
            number = number * 10 + (bytes[end++] - '0');
        if (end > at + Head.size() && bytes.sliced(end).startsWith(Tail) && number < m_canaries.size())
            found.append(m_canaries[number]);
    }
    return found;
}

QList<Edit> Diary::editsOf(const Uuid &action) const
{
    QList<Edit> edits;
    for (const Edit &edit : m_edits)
        if (edit.action == action)
            edits.append(edit);
    return edits;
}

} // namespace guanxi::test
