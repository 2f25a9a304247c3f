// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/codec.h"

#include <QJsonDocument>

namespace guanxi::model {

namespace {

void writeId(CborWriter &writer, const Uuid &id) { writer.appendByteString(id.view().data(), Uuid::Size); }

Value readArrayValue(CborReader &reader)
{
    const qsizetype size = reader.enterArray();
    Value value;
    if (size == 2 && reader.atInteger()) {
        const qint64 entity = reader.integer();
        value = RecordRef{EntityId(entity), readId(reader)};
        if (entity < 1 || entity > 0xffff)
            reader.fail();
    } else if (size == 1 && reader.atBytes()) {
        value = reader.bytes();
    } else {
        QStringList tags;
        for (qsizetype i = 0; i < size && !reader.failed(); ++i)
            tags.append(reader.text());
        value = tags;
    }
    reader.leave();
    return value;
}

void writeFieldChange(CborWriter &writer, const FieldChange &change)
{
    // [field, value, base, old]; the old value is left out when it was not visible.
    writer.startArray(change.old ? 4 : 3);
    writer.append(quint64(change.field));
    writeValue(writer, change.value);
    writer.append(change.base);
    if (change.old)
        writeValue(writer, *change.old);
}

FieldChange readFieldChange(CborReader &reader)
{
    FieldChange change;
    const qsizetype size = reader.enterArray();
    change.field = FieldId(reader.integer());
    change.value = readValue(reader);
    change.base = reader.integer();
    if (size == 4)
        change.old = readValue(reader);
    reader.leave();
    return change;
}

void writeRecordChange(CborWriter &writer, const RecordChange &change)
{
    writer.startArray(4);
    writer.append(quint64(change.kind));
    writeRef(writer, change.record);
    writer.append(change.base);
    writer.startArray(quint64(change.fields.size()));
    for (const FieldChange &field : change.fields)
        writeFieldChange(writer, field);
}

RecordChange readRecordChange(CborReader &reader)
{
    RecordChange change;
    reader.enterArray();
    const qint64 kind = reader.integer();
    if (kind < qint64(ChangeKind::Insert) || kind > qint64(ChangeKind::Restore))
        reader.fail();
    change.kind = ChangeKind(kind);
    change.record = readRef(reader);
    change.base = reader.integer();
    const qsizetype count = reader.enterArray();
    for (qsizetype i = 0; i < count && !reader.failed(); ++i)
        change.fields.append(readFieldChange(reader));
    reader.leave();
    reader.leave();
    return change;
}

} // namespace

void writeValue(CborWriter &writer, const Value &value)
{
    if (value.isNull()) {
        writer.appendNull();
    } else if (const qint64 *number = value.get<qint64>()) {
        writer.append(*number);
    } else if (const QString *text = value.get<QString>()) {
        writer.append(*text);
    } else if (const Uuid *id = value.get<Uuid>()) {
        writeId(writer, *id);
    } else if (const RecordRef *ref = value.get<RecordRef>()) {
        writeRef(writer, *ref);
    } else if (const QStringList *tags = value.get<QStringList>()) {
        writer.startArray(quint64(tags->size()));
        for (const QString &tag : *tags)
            writer.append(tag);
    } else if (const QByteArray *bytes = value.get<QByteArray>()) {
        writer.startArray(1);
        writer.append(*bytes);
    }
}

Value readValue(CborReader &reader)
{
    if (reader.atInteger())
        return reader.integer();
    if (reader.atText())
        return reader.text();
    if (reader.atBytes())
        return readId(reader);
    if (reader.atArray())
        return readArrayValue(reader);
    reader.null();
    return {};
}

void writeRef(CborWriter &writer, const RecordRef &ref)
{
    writer.startArray(2);
    writer.append(quint64(ref.entity));
    writeId(writer, ref.id);
}

RecordRef readRef(CborReader &reader)
{
    RecordRef ref;
    reader.enterArray();
    const qint64 entity = reader.integer();
    if (entity < 1 || entity > 0xffff)
        reader.fail();
    ref.entity = EntityId(entity);
    ref.id = readId(reader);
    reader.leave();
    return ref;
}

Uuid readId(CborReader &reader)
{
    const QByteArray bytes = reader.bytes();
    if (bytes.size() != Uuid::Size)
        reader.fail();
    return Uuid::fromBytes(bytes);
}

void writeRecord(CborWriter &writer, const Record &record)
{
    writer.startArray(5);
    writer.append(quint64(record.entity().id));
    writeId(writer, record.id());
    writer.append(record.rev());
    writer.append(record.isDeleted());
    quint64 filled = 0;
    for (const Field &field : record.entity().fields())
        filled += record.value(field.id).isNull() ? 0 : 1;
    writer.startMap(filled);
    for (const Field &field : record.entity().fields()) {
        if (const Value &value = record.value(field.id); !value.isNull()) {
            writer.append(quint64(field.id));
            writeValue(writer, value);
        }
    }
}

Record readRecord(CborReader &reader, const Catalogue &catalogue)
{
    reader.enterArray();
    const Entity *entity = catalogue.entity(EntityId(reader.integer()));
    const Uuid id = readId(reader);
    Record record = entity ? Record(*entity, id) : Record();
    record.setRev(reader.integer());
    record.setDeleted(reader.boolean());
    const qsizetype count = reader.enterMap();
    for (qsizetype i = 0; i < count && !reader.failed(); ++i) {
        const FieldId field = FieldId(reader.integer());
        record.setValue(field, readValue(reader));
    }
    reader.leave();
    reader.leave();
    return record;
}

QByteArray encodeRecord(const Record &record)
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writeRecord(writer, record);
    return bytes;
}

Record decodeRecord(const QByteArray &bytes, const Catalogue &catalogue)
{
    CborReader reader(bytes);
    return readRecord(reader, catalogue);
}

QByteArray encodeChangeSet(const ChangeSet &set)
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writer.startArray(13);
    writeId(writer, set.replica);
    writer.append(set.seq);
    writeId(writer, set.user);
    writer.append(set.at);
    writeId(writer, set.action);
    writer.append(set.part);
    writer.append(set.parts);
    writer.append(set.name);
    writer.append(QString::fromUtf8(QJsonDocument(set.args).toJson(QJsonDocument::Compact)));
    writer.append(set.strict);
    writer.startArray(quint64(set.dependsOn.size()));
    for (qint64 seq : set.dependsOn)
        writer.append(seq);
    writer.append(quint64(set.schema));
    writer.startArray(quint64(set.changes.size()));
    for (const RecordChange &change : set.changes)
        writeRecordChange(writer, change);
    return bytes;
}

Result<ChangeSet> decodeChangeSet(const QByteArray &bytes)
{
    CborReader reader(bytes);
    ChangeSet set;
    reader.enterArray();
    set.replica = readId(reader);
    set.seq = reader.integer();
    set.user = readId(reader);
    set.at = reader.integer();
    set.action = readId(reader);
    set.part = int(reader.integer());
    set.parts = int(reader.integer());
    set.name = reader.text();
    set.args = QJsonDocument::fromJson(reader.text().toUtf8()).object();
    set.strict = reader.boolean();
    qsizetype count = reader.enterArray();
    for (qsizetype i = 0; i < count && !reader.failed(); ++i)
        set.dependsOn.append(reader.integer());
    reader.leave();
    set.schema = quint32(reader.integer());
    count = reader.enterArray();
    for (qsizetype i = 0; i < count && !reader.failed(); ++i)
        set.changes.append(readRecordChange(reader));
    reader.leave();
    reader.leave();
    GUANXI_TRY(reader.result());
    return set;
}

} // namespace guanxi::model
