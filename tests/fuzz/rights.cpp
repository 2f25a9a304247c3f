// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/rights.h"
#include "tests/fuzz/readers.h"

namespace guanxi::fuzz {

void readRights(QByteArrayView bytes)
{
    const QByteArray sent = bytes.toByteArray();
    CborReader reader(sent);
    const model::Rights rights = model::Rights::read(reader);
    if (!reader.result())
        return;
    QByteArray said;
    CborWriter writer(&said);
    rights.write(writer);
    CborReader again(said);
    require(model::Rights::read(again) == rights && again.result().ok());
}

} // namespace guanxi::fuzz
