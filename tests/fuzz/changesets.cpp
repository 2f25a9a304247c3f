// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/codec.h"
#include "tests/fuzz/readers.h"

namespace guanxi::fuzz {

void readChangeSet(QByteArrayView bytes)
{
    const auto set = model::decodeChangeSet(bytes.toByteArray());
    if (!set.ok())
        return;
    const auto again = model::decodeChangeSet(model::encodeChangeSet(*set));
    require(again.ok() && *again == *set);
}

} // namespace guanxi::fuzz
