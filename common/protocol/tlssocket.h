// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslSocket>

namespace guanxi::protocol {

/// A QSslSocket that can give back its buffers while nothing passes. Qt keeps 32 KiB of each that was ever used until the
/// connection ends: on a server that is more than everything else an idle client costs.
class TlsSocket final : public QSslSocket
{
    Q_OBJECT

public:
    using QSslSocket::QSslSocket;

    /// Does nothing while something waits in one of them.
    void releaseBuffers();
};

} // namespace guanxi::protocol
