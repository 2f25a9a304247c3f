// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/documents.h"

#include "common/model/catalogue/work.h"

#include <QFileInfo>

namespace guanxi::app {

using model::Document;
using model::Record;

namespace {

constexpr qsizetype LongestName = 200;
constexpr qsizetype LongestMime = 127;

void fill(Record &document, const TakenFile &taken)
{
    document.set(Document::blob, taken.blob);
    document.set(Document::size, taken.size);
    document.set(Document::mime, taken.mime.left(LongestMime));
    document.setValue(Document::thumbnail.id, taken.thumbnail.isEmpty() ? model::Value() : model::Value(taken.thumbnail));
}

/// Long names keep their ending: programs go by it.
QString shortened(const QString &name)
{
    if (name.size() <= LongestName)
        return name;
    const QString suffix = QFileInfo(name).suffix().left(20);
    return suffix.isEmpty() ? name.left(LongestName) : name.left(LongestName - suffix.size() - 1) + u'.' + suffix;
}

Record newDocument(Records &records, const model::RecordRef &parent, const QString &name)
{
    Record document = records.create(Document::entity);
    document.set(Document::name, shortened(name));
    document.set(Document::parent, parent);
    return document;
}

Attachments::Done<TakenFile> savingIn(Records &records, const Record &document, const Attachments::Done<Saved> &done)
{
    return [&records, document, done](const Result<TakenFile> &taken) {
        if (!taken)
            return done(taken.error());
        Record filled = document;
        fill(filled, *taken);
        done(records.save(filled));
    };
}

} // namespace

FileRef fileOf(const Record &document) { return {document.ref(), Document::blob.id, document[Document::blob]}; }

void attachFile(Records &records, const model::RecordRef &parent, const QString &path, QObject *context, Attachments::Done<Saved> done)
{
    const Record document = newDocument(records, parent, QFileInfo(path).fileName());
    records.attachments()->take(path, fileOf(document), context, savingIn(records, document, done));
}

void attachBytes(Records &records, const model::RecordRef &parent, const QString &name, const QByteArray &bytes, QObject *context,
                 Attachments::Done<Saved> done)
{
    const Record document = newDocument(records, parent, name);
    records.attachments()->takeBytes(bytes, fileOf(document), context, savingIn(records, document, done));
}

void replaceFile(Records &records, const model::RecordRef &ref, const QString &path, QObject *context, Attachments::Done<Saved> done)
{
    const Result<Record> document = records.load(ref);
    if (!document)
        return done(document.error());
    records.attachments()->take(path, fileOf(*document), context, savingIn(records, *document, done));
}

} // namespace guanxi::app
