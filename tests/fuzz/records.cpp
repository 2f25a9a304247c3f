// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "tests/fuzz/readers.h"

namespace guanxi::fuzz {

using namespace model;

namespace {

struct WholeCatalogue : Catalogue {
    WholeCatalogue() { declareAll(*this); }
};

} // namespace

void readRecords(QByteArrayView bytes)
{
    static const WholeCatalogue catalogue;
    const QByteArray row = bytes.toByteArray();
    CborReader reader(row);
    const Record record = readRecord(reader, catalogue);
    if (!reader.result() || !record.isValid())
        return;
    require(decodeRecord(encodeRecord(record), catalogue).sameContent(record));
}

} // namespace guanxi::fuzz
