// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/socketchannel.h"

#include <QMetaEnum>
#include <QPointer>

namespace guanxi::protocol {

namespace {

constexpr qint64 ReadPiece = 64 * 1024;

} // namespace

void SocketChannel::setDevice(QIODevice *device)
{
    m_device = device;
    connect(device, &QIODevice::readyRead, this, &SocketChannel::readAll);
    connect(device, &QIODevice::bytesWritten, this, [this] {
        if (isOpen())
            Q_EMIT progressed(queuedBytes());
    });
}

QString SocketChannel::errorKey(QAbstractSocket::SocketError error)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error));
}

void SocketChannel::readAll()
{
    const QPointer<SocketChannel> guard(this);
    while (guard && isOpen() && !isPaused() && m_device->bytesAvailable() > 0)
        if (!feed(m_device->read(ReadPiece)))
            return;
}

void SocketChannel::carrierEnded(const Error &reason)
{
    const QPointer<SocketChannel> guard(this);
    readAll();
    if (guard)
        finish(reason);
}

} // namespace guanxi::protocol
