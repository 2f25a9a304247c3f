// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawpages.h"

#include <QFile>

#include <openssl/evp.h>

#include <memory>

namespace guanxi::test {

namespace {

// SQLCipher: the end of each page holds its initialisation vector and authentication code (SHA-256).
constexpr qsizetype PageSize = 4096;
constexpr qsizetype Reserved = 48;
constexpr qsizetype SaltSize = 16;
constexpr qsizetype WalHeader = 32;
constexpr qsizetype FrameHeader = 24;

const unsigned char *bytes(const QByteArray &array, qsizetype at = 0) { return reinterpret_cast<const unsigned char *>(array.constData()) + at; }

QByteArray decryptedPage(const QByteArray &page, const QByteArray &key, bool first)
{
    const qsizetype from = first ? SaltSize : 0;
    const qsizetype size = PageSize - Reserved - from;
    QByteArray plain(size + 32, '\0');
    int written = 0;
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytes(key), bytes(page, PageSize - Reserved));
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char *>(plain.data()), &written, bytes(page, from), int(size));
    return plain.left(written);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray decryptedPages(const QString &path, const QByteArray &key)
{
    QByteArray plain;
    const QByteArray file = contentOf(path);
    for (qsizetype at = 0; at + PageSize <= file.size(); at += PageSize)
        plain += decryptedPage(file.mid(at, PageSize), key, at == 0);
    const QByteArray wal = contentOf(path + QStringLiteral("-wal"));
    for (qsizetype at = WalHeader; at + FrameHeader + PageSize <= wal.size(); at += FrameHeader + PageSize) {
        const bool first = wal.mid(at, 4) == QByteArray("\0\0\0\1", 4);
        plain += decryptedPage(wal.mid(at + FrameHeader, PageSize), key, first);
    }
    return plain;
}

} // namespace guanxi::test
