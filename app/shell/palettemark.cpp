// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/palettemark.h"

#include "common/base/fold.h"
#include "common/base/pinyin.h"

namespace guanxi::app {

namespace {

/// The end in `text` of what the letters of `needle` spell from `at` on, by initials or whole syllables; -1: nothing.
qsizetype spelledEnd(const QString &text, qsizetype at, QStringView needle)
{
    if (needle.isEmpty())
        return at;
    if (at >= text.size())
        return -1;
    const char32_t character = text[at].unicode();
    const PinyinReadings readings = pinyinOf(character);
    for (int i = 0; i < readings.inUse(); ++i) {
        const QLatin1StringView reading = readings[i];
        // The longest first: "xian" is 西安 letter by letter only where 先 does not fit.
        for (qsizetype taken = qMin(reading.size(), needle.size()); taken > 0; --taken) {
            const bool whole = taken == reading.size() || taken == 1 || taken == needle.size();
            if (!whole || needle.first(taken) != reading.first(taken))
                continue;
            if (const qsizetype end = spelledEnd(text, at + 1, needle.mid(taken)); end >= 0)
                return end;
        }
    }
    if (readings.inUse() > 0)
        return -1;
    if (!text[at].isLetterOrNumber())
        return spelledEnd(text, at + 1, needle);
    return foldText(text.mid(at, 1)) == needle.first(1) ? spelledEnd(text, at + 1, needle.mid(1)) : -1;
}

} // namespace

PaletteMark markOf(const QString &text, const QString &typed)
{
    const QString needle = foldText(typed).remove(u' ');
    const QString folded = foldText(text);
    if (needle.isEmpty())
        return {};
    // Folding keeps the number of characters for what people type here; where it does not, places would be wrong.
    if (folded.size() == text.size())
        if (const qsizetype at = folded.indexOf(foldText(typed)); at >= 0)
            return {at, foldText(typed).size()};
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text[at].isLetterOrNumber())
            continue;
        if (const qsizetype end = spelledEnd(text, at, needle); end > at)
            return {at, end - at};
    }
    return {};
}

} // namespace guanxi::app
