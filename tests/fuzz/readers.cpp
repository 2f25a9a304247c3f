// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/readers.h"

#include <cstdlib>

namespace guanxi::fuzz {

const QList<Reader> &readers()
{
    static const QList<Reader> all{{"changesets", readChangeSet}, {"connectioncodes", readConnectionCode}, {"frames", readFrames},
                                   {"messages", readMessage},     {"records", readRecords},                {"rights", readRights},
                                   {"tables", readTable}};
    return all;
}

void require(bool truth)
{
    if (!truth)
        std::abort();
}

} // namespace guanxi::fuzz
