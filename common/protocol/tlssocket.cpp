// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/tlssocket.h"

namespace guanxi::protocol {

void TlsSocket::releaseBuffers()
{
    if (!isEncrypted() || bytesAvailable() > 0 || bytesToWrite() > 0 || encryptedBytesAvailable() > 0 || encryptedBytesToWrite() > 0)
        return;
    // A device that is not open has no buffers; one that is gets them when it needs them.
    const auto reopen = &TlsSocket::setOpenMode;
    const auto release = [reopen](QIODevice *device) {
        const OpenMode mode = device->openMode();
        (device->*reopen)(NotOpen);
        (device->*reopen)(mode);
    };
    release(this);
    // The TCP connection under the encryption has its own two.
    if (auto *carrier = findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly); carrier && carrier->bytesAvailable() == 0 && carrier->bytesToWrite() == 0)
        release(carrier);
}

} // namespace guanxi::protocol
