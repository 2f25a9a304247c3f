// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/zstd.h"

#include <QtEndian>

#include <memory>

#include <zstd.h>

namespace guanxi::protocol {

namespace {

constexpr int Level = 1;
constexpr int WindowLog = 20;
constexpr quint32 Magic = 0xFD2FB528;
constexpr qsizetype PrefixSize = 6; ///< magic, descriptor and window byte
constexpr quint8 SingleSegment = 0x20;

Error badFrame() { return {ErrorCode::BadFrame, {QStringLiteral("zstd")}}; }

/// The window a frame asks for (RFC 8878, 3.1.1.1): the library checks it when streaming only.
quint64 windowOf(QByteArrayView packed, quint64 size)
{
    if (quint8(packed[4]) & SingleSegment)
        return size;
    const quint8 descriptor = quint8(packed[5]);
    const quint64 base = quint64(1) << (10 + (descriptor >> 3));
    return base + base / 8 * (descriptor & 7);
}

} // namespace

QByteArray packZstd(QByteArrayView bytes)
{
    const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx *)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    if (!context)
        return {};
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, Level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, WindowLog);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compress2(context.get(), packed.data(), size_t(packed.size()), bytes.data(), size_t(bytes.size()));
    if (ZSTD_isError(size))
        return {};
    packed.resize(qsizetype(size));
    packed.squeeze();
    return packed;
}

Result<QByteArray> unpackZstd(QByteArrayView packed, qsizetype limit)
{
    if (packed.size() < PrefixSize || qFromLittleEndian<quint32>(packed.data()) != Magic)
        return badFrame();
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), size_t(packed.size()));
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR)
        return badFrame();
    if (size > quint64(limit))
        return Error{ErrorCode::FrameTooLarge, {QString::number(size), QString::number(limit)}};
    if (windowOf(packed, size) > quint64(1) << WindowLog
        || ZSTD_findFrameCompressedSize(packed.data(), size_t(packed.size())) != size_t(packed.size()))
        return badFrame();
    QByteArray bytes{qsizetype(size), Qt::Uninitialized};
    const size_t unpacked = ZSTD_decompress(bytes.data(), size_t(bytes.size()), packed.data(), size_t(packed.size()));
    if (ZSTD_isError(unpacked) || unpacked != size)
        return badFrame();
    return bytes;
}

} // namespace guanxi::protocol
