// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/recordstore.h"

namespace guanxi::storage {

/// As long as it lives, what rows put into the search and take out of it waits, to be written in the order of the rows: the
/// index writes a piece of itself to the file whenever a row comes before the last one. Inside another one it does nothing.
/// No index may be built or dropped meanwhile.
class GatheredWords
{
public:
    explicit GatheredWords(RecordStore &store);
    /// Drops what was not written, as the transaction does that it belongs to.
    ~GatheredWords();
    GatheredWords(const GatheredWords &) = delete;
    GatheredWords &operator=(const GatheredWords &) = delete;

    /// Before the transaction ends.
    Result<void> write();

private:
    RecordStore &m_store;
    bool m_outermost;
};

} // namespace guanxi::storage
