// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include <QBuffer>
#include <QPainter>
#include <QtEndian>

namespace guanxi::tests {

namespace {

template <class T> void add(QByteArray &bytes, T number)
{
    const T big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

/// One entry of a directory of TIFF.
void addEntry(QByteArray &tiff, quint16 tag, quint16 type, quint32 count, quint32 value)
{
    add(tiff, tag);
    add(tiff, type);
    add(tiff, count);
    add(tiff, value);
}

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

void addChunk(QByteArray &png, const QByteArray &type, const QByteArray &content)
{
    add(png, quint32(content.size()));
    png += type + content;
    add(png, crcOf(type + content));
}

} // namespace

QImage halves(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height(), Qt::yellow);
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray photograph(const QSize &size, const QByteArray &place)
{
    QByteArray tiff("MM\0\x2a\0\0\0\x08", 8);
    add(tiff, quint16(2));
    addEntry(tiff, 0x010e, 2, quint32(place.size() + 1), 38); // a description, after the directory
    addEntry(tiff, 0x0112, 3, 1, 6u << 16);                   // turn it clockwise
    add(tiff, quint32(0));
    tiff += place + '\0';
    QByteArray mark("\xff\xe1", 2);
    add(mark, quint16(2 + 6 + tiff.size()));
    mark += QByteArray("Exif\0\0", 6) + tiff;
    return encoded(halves(size), "JPEG").insert(2, mark);
}

QByteArray hollowPng(quint32 width, quint32 height)
{
    QByteArray head;
    add(head, width);
    add(head, height);
    head += QByteArray("\x08\x06\0\0\0", 5);
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    addChunk(png, "IHDR", head);
    addChunk(png, "IDAT", qCompress(QByteArray(1024, '\0')).mid(4));
    addChunk(png, "IEND", {});
    return png;
}

} // namespace guanxi::tests
