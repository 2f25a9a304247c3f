// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/chunkstore.h"

#include "common/base/secretfile.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QtEndian>

#include <sodium.h>

namespace guanxi::storage {

namespace {

constexpr qsizetype NonceSize = 16; ///< of a file; the number of the block makes the rest
constexpr qsizetype TagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype SealedSize = ChunkStore::BlockSize + TagSize;
static_assert(NonceSize + sizeof(quint64) == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);

unsigned char *out(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }
const unsigned char *in(QByteArrayView bytes) { return reinterpret_cast<const unsigned char *>(bytes.data()); }

QByteArray nonceOf(const QByteArray &file, int block)
{
    QByteArray nonce = file;
    nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    qToLittleEndian(quint64(block), nonce.data() + NonceSize);
    return nonce;
}

QByteArray seal(QByteArrayView plain, const QByteArray &hash, const QByteArray &nonce, const QByteArray &key)
{
    QByteArray sealed(plain.size() + TagSize, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out(sealed), nullptr, in(plain), quint64(plain.size()), in(hash), quint64(hash.size()),
                                               nullptr, in(nonce), in(key));
    return sealed;
}

std::optional<QByteArray> unseal(QByteArrayView sealed, const QByteArray &hash, const QByteArray &nonce, const QByteArray &key)
{
    if (sealed.size() < TagSize)
        return std::nullopt;
    QByteArray plain(sealed.size() - TagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out(plain), nullptr, nullptr, in(sealed), quint64(sealed.size()), in(hash),
                                                   quint64(hash.size()), in(nonce), in(key)) != 0)
        return std::nullopt;
    return plain;
}

Error missing() { return {ErrorCode::ContentMissing, {}}; }

} // namespace

Result<ChunkStore> ChunkStore::open(const QString &folder, const QByteArray &key)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, {QStringLiteral("sodium")}};
    if (!QDir().mkpath(folder))
        return writeError(folder, QStringLiteral("cannot be made"));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return ChunkStore(folder, key);
}

QByteArray ChunkStore::nameOf(const QByteArray &hash) const
{
    if (m_key.isEmpty())
        return hash.toHex();
    // Who knows a file must not be able to tell from its name that it lies here.
    QByteArray name(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(out(name), size_t(name.size()), in(hash), quint64(hash.size()), in(m_key), size_t(m_key.size()));
    return name.toHex();
}

QString ChunkStore::pathOf(const QByteArray &hash) const
{
    const QString name = QString::fromLatin1(nameOf(hash));
    return m_folder + u'/' + name.left(2) + u'/' + name;
}

bool ChunkStore::has(const QByteArray &hash) const { return QFileInfo::exists(pathOf(hash)); }

Result<QByteArray> ChunkStore::block(const QByteArray &hash, int index) const
{
    QFile file(pathOf(hash));
    if (!file.open(QIODevice::ReadOnly))
        return missing();
    if (m_key.isEmpty())
        return file.seek(index * qint64(BlockSize)) ? Result<QByteArray>(file.read(BlockSize)) : missing();
    const QByteArray nonce = file.read(NonceSize);
    if (nonce.size() != NonceSize || !file.seek(NonceSize + index * qint64(SealedSize)))
        return missing();
    const std::optional<QByteArray> plain = unseal(file.read(SealedSize), hash, nonceOf(nonce, index), m_key);
    return plain ? Result<QByteArray>(*plain) : missing();
}

Result<QByteArray> ChunkStore::chunk(const QByteArray &hash) const
{
    QByteArray bytes;
    for (int index = 0;; ++index) {
        const Result<QByteArray> part = block(hash, index);
        if (!part && index == 0)
            return part;
        if (!part || part->isEmpty())
            break;
        bytes += *part;
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) == hash ? Result<QByteArray>(bytes) : missing();
}

Result<void> ChunkStore::remove(const QByteArray &hash)
{
    QFile file(pathOf(hash));
    return !file.exists() || file.remove() ? Result<void>() : writeError(file.fileName(), file.errorString());
}

void ChunkStore::touch(const QByteArray &hash)
{
    if (QFile file(pathOf(hash)); file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTime(), QFile::FileModificationTime);
}

QStringList ChunkStore::others(const QSet<QByteArray> &known) const
{
    QSet<QString> names;
    for (const QByteArray &hash : known)
        names.insert(QString::fromLatin1(nameOf(hash)));
    QStringList paths;
    for (QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();)
        if (const QString path = files.next(); !names.contains(files.fileName()))
            paths.append(path);
    return paths;
}

Result<qint64> ChunkStore::removeOthers(const QSet<QByteArray> &known, qint64 graceMs)
{
    qint64 removed = 0;
    for (const QString &path : others(known)) {
        if (graceMs > 0 && QFileInfo(path).lastModified().msecsTo(QDateTime::currentDateTime()) < graceMs)
            continue;
        if (!QFile::remove(path))
            return writeError(path, QStringLiteral("cannot be removed"));
        ++removed;
    }
    return removed;
}

Result<std::unique_ptr<ChunkStore::Writer>> ChunkStore::write(const QByteArray &hash) const
{
    std::unique_ptr<Writer> writer(new Writer(*this, hash));
    const QString path = writer->m_file.fileName();
    const bool ready = QDir().mkpath(QFileInfo(path).path()) && writer->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && writer->m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!ready)
        return writeError(path, writer->m_file.errorString());
    GUANXI_TRY(writer->put(writer->m_nonce));
    return writer;
}

ChunkStore::Writer::Writer(const ChunkStore &store, const QByteArray &hash) : m_key(store.m_key), m_hash(hash), m_file(store.pathOf(hash))
{
    if (m_key.isEmpty())
        return;
    m_nonce.resize(NonceSize);
    randombytes_buf(m_nonce.data(), size_t(m_nonce.size()));
}

Result<void> ChunkStore::Writer::put(const QByteArray &bytes)
{
    return m_file.write(bytes) == bytes.size() ? Result<void>() : writeError(m_file.fileName(), m_file.errorString());
}

Result<void> ChunkStore::Writer::append(QByteArrayView block)
{
    Q_ASSERT(block.size() <= BlockSize && m_size == m_blocks * BlockSize);
    m_sum.addData(block);
    GUANXI_TRY(put(m_key.isEmpty() ? block.toByteArray() : seal(block, m_hash, nonceOf(m_nonce, m_blocks), m_key)));
    ++m_blocks;
    m_size += block.size();
    return {};
}

Result<void> ChunkStore::Writer::finish()
{
    if (m_sum.result() != m_hash)
        return Error{ErrorCode::BadValue, {QStringLiteral("content"), QString()}};
    return m_file.commit() ? Result<void>() : writeError(m_file.fileName(), m_file.errorString());
}

} // namespace guanxi::storage
