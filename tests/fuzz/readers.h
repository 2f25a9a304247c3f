// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace guanxi::fuzz {

/// Reads a stranger's bytes as the product does, and aborts when a promise is broken: that nothing crashes, that a fault
/// is one of the codes for it, and that what was understood means the same when it is said again.
struct Reader {
    const char *name;
    void (*read)(QByteArrayView bytes);
};

const QList<Reader> &readers();

void readChangeSet(QByteArrayView bytes);
void readConnectionCode(QByteArrayView bytes);
/// The first byte chooses who reads, in which state and in what pieces.
void readFrames(QByteArrayView bytes);
/// The first byte is the type of the message.
void readMessage(QByteArrayView bytes);
void readRecords(QByteArrayView bytes);
void readRights(QByteArrayView bytes);
/// A file that somebody brings to be imported.
void readTable(QByteArrayView bytes);

/// Ends the program when `truth` is not.
void require(bool truth);

} // namespace guanxi::fuzz
