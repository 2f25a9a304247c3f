// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/connectioncode.h"
#include "tests/fuzz/readers.h"

namespace guanxi::fuzz {

void readConnectionCode(QByteArrayView bytes)
{
    const auto code = protocol::decodeConnectionCode(QString::fromUtf8(bytes));
    if (!code.ok())
        return;
    const auto said = protocol::encodeConnectionCode(*code);
    require(said.ok());
    const auto again = protocol::decodeConnectionCode(*said);
    require(again.ok() && *again == *code);
}

} // namespace guanxi::fuzz
