// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/attachments.h"
#include "app/data/records.h"

namespace guanxi::app {

/// The file of a Document record.
FileRef fileOf(const model::Record &document);

/// Attaches a file to a record: takes its content in and saves a Document that belongs to the record. Offline as well as
/// online; the content follows by itself.
void attachFile(Records &records, const model::RecordRef &parent, const QString &path, QObject *context,
                Attachments::Done<Saved> done);
/// The same of bytes, which get this name.
void attachBytes(Records &records, const model::RecordRef &parent, const QString &name, const QByteArray &bytes, QObject *context,
                 Attachments::Done<Saved> done);
/// A new version of the document's file.
void replaceFile(Records &records, const model::RecordRef &document, const QString &path, QObject *context,
                 Attachments::Done<Saved> done);

} // namespace guanxi::app
