// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/manifest.h"

#include "common/base/cborreader.h"
#include "common/base/cborwriter.h"

#include <QCryptographicHash>

namespace guanxi::protocol {

namespace {

constexpr int SizeKey = 1;
constexpr int ChunksKey = 2;

bool isPossible(const Manifest &manifest)
{
    return manifest.size >= 0 && manifest.size <= LargestBlob
        && manifest.chunks.size() == (manifest.size + ChunkSize - 1) / ChunkSize * HashSize;
}

} // namespace

QByteArray Manifest::encoded() const
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writer.startMap(2);
    writer.append(SizeKey);
    writer.append(size);
    writer.append(ChunksKey);
    writer.append(chunks);
    return bytes;
}

QByteArray Manifest::idOf(const QByteArray &encoded) { return QCryptographicHash::hash(encoded, QCryptographicHash::Sha256); }

Result<Manifest> Manifest::decode(const QByteArray &encoded)
{
    CborReader reader(encoded);
    Manifest manifest;
    const bool shaped = reader.enterMap() == 2 && reader.integer() == SizeKey;
    manifest.size = reader.integer();
    const bool complete = shaped && reader.integer() == ChunksKey;
    manifest.chunks = reader.bytes();
    reader.leave();
    // One content, one id: another spelling of the same would be another blob.
    if (!complete || !reader.result().ok() || !isPossible(manifest) || manifest.encoded() != encoded)
        return Error{ErrorCode::BadFrame, {QStringLiteral("manifest")}};
    return manifest;
}

ChunkSet ChunkSet::fromBytes(const QByteArray &bytes, int count)
{
    ChunkSet set(count);
    for (int i = 0; i < count && i / 8 < bytes.size(); ++i)
        if ((bytes.at(i / 8) >> (i % 8)) & 1)
            set.insert(i);
    return set;
}

int ChunkSet::size() const
{
    int size = 0;
    for (int i = 0; i < m_count; ++i)
        size += contains(i) ? 1 : 0;
    return size;
}

ChunkSet ChunkSet::inverted() const
{
    ChunkSet set(m_count);
    for (int i = 0; i < m_count; ++i)
        if (!contains(i))
            set.insert(i);
    return set;
}

} // namespace guanxi::protocol
