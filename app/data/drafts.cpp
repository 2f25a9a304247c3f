// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/drafts.h"

#include "common/model/codec.h"

namespace guanxi::app {

namespace {

constexpr qint64 Version = 1;

std::optional<Draft> decode(const QByteArray &bytes)
{
    CborReader reader(bytes);
    Draft draft;
    if (reader.enterArray() != 4 || reader.integer() != Version)
        return std::nullopt;
    draft.record = model::readRef(reader);
    draft.isNew = reader.boolean();
    const qsizetype fields = reader.enterMap();
    for (qsizetype at = 0; at < fields && !reader.failed(); ++at) {
        const auto field = model::FieldId(reader.integer());
        draft.values.append({field, model::readValue(reader)});
    }
    reader.leave();
    reader.leave();
    return reader.result().ok() ? std::optional(draft) : std::nullopt;
}

} // namespace

QString draftKey(const model::RecordRef &record)
{
    return QStringLiteral("%1.%2").arg(record.entity).arg(record.id.text());
}

void putDraft(DraftStore &store, const Draft &draft)
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writer.startArray(4);
    writer.append(Version);
    model::writeRef(writer, draft.record);
    writer.append(draft.isNew);
    writer.startMap(quint64(draft.values.size()));
    for (const auto &[field, value] : draft.values) {
        writer.append(qint64(field));
        model::writeValue(writer, value);
    }
    store.put(draftKey(draft.record), bytes);
}

std::optional<Draft> draftOf(const DraftStore &store, const model::RecordRef &record)
{
    const QByteArray bytes = store.get(draftKey(record));
    return bytes.isEmpty() ? std::nullopt : decode(bytes);
}

QList<Draft> allDrafts(const DraftStore &store)
{
    QList<Draft> drafts;
    for (const QString &key : store.keys())
        if (const std::optional<Draft> draft = decode(store.get(key)))
            drafts.append(*draft);
    return drafts;
}

} // namespace guanxi::app
