// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/cborreader.h"
#include "common/base/cborwriter.h"
#include "common/model/catalogue.h"
#include "common/model/changeset.h"
#include "common/model/record.h"

namespace guanxi::model {

/// CBOR form of values, records and change sets: the same bytes in outbox, log and frames. The README of
/// common/protocol describes them byte by byte; golden vectors pin them.
///
/// Value: null | integer | text | bytes(16) = id | [bytes] = other bytes | [entity, bytes(16)] = record | [text …] = tags.
void writeValue(CborWriter &writer, const Value &value);
Value readValue(CborReader &reader);

void writeRef(CborWriter &writer, const RecordRef &ref);
RecordRef readRef(CborReader &reader);
Uuid readId(CborReader &reader);

/// [entity, id, rev, deleted, {field: value …}]; null values are left out. Fields the reader does not know are skipped.
void writeRecord(CborWriter &writer, const Record &record);
/// An invalid record when the entity is unknown (its bytes are skipped).
Record readRecord(CborReader &reader, const Catalogue &catalogue);
QByteArray encodeRecord(const Record &record);
/// As readRecord; of bytes that were cut off, as much as could be read.
Record decodeRecord(const QByteArray &bytes, const Catalogue &catalogue);

/// A change set without its revision: what an author records and sends.
QByteArray encodeChangeSet(const ChangeSet &set);
Result<ChangeSet> decodeChangeSet(const QByteArray &bytes);

} // namespace guanxi::model
