// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/corpus.h"

#include "common/protocol/connectioncode.h"
#include "common/protocol/message.h"

#include <QDir>

namespace guanxi::fuzz {

using namespace protocol;

namespace {

const QString Tests = QStringLiteral(GUANXI_SOURCE_DIR "/tests/");

QList<QByteArray> filesIn(const QString &folder)
{
    QList<QByteArray> contents;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            contents.append(file.readAll());
    }
    return contents;
}

/// What of a message other readers read.
QList<QByteArray> partsOf(const Message &message, const QString &reader)
{
    if (const Push *push = std::get_if<Push>(&message); push && reader == QLatin1String("changesets"))
        return push->sets;
    if (const Page *page = std::get_if<Page>(&message); page && reader == QLatin1String("records"))
        return page->upserts;
    if (const Ready *ready = std::get_if<Ready>(&message); ready && reader == QLatin1String("rights"))
        return {ready->rights};
    return {};
}

QList<QByteArray> connectionCodes()
{
    QList<QByteArray> codes;
    for (const QString &host : {QStringLiteral("crm.example"), QStringLiteral("2001:db8::1"), QStringLiteral("10.0.0.7")})
        if (const auto code = encodeConnectionCode({host, 7443, QByteArray(32, 'p'), QByteArray(16, 't'), QStringLiteral("长城机械")}); code.ok())
            codes.append(code->toUtf8());
    return codes;
}

} // namespace

QList<QByteArray> seedsOf(const QString &reader)
{
    QList<QByteArray> seeds = filesIn(Tests + QStringLiteral("fuzz/corpus/") + reader);
    if (reader == QLatin1String("connectioncodes"))
        seeds += connectionCodes();
    for (const QByteArray &hex : filesIn(Tests + QStringLiteral("golden/protocol"))) {
        const QByteArray frame = QByteArray::fromHex(hex.trimmed());
        const MessageType type = MessageType(quint8(frame.size() > 4 ? frame.at(4) : 0));
        if (reader == QLatin1String("frames"))
            seeds.append({QByteArray("\3") + frame, QByteArray("\x43") + frame, QByteArray("\xc3") + frame});
        else if (reader == QLatin1String("messages"))
            seeds.append(char(type) + frame.mid(FrameHeaderSize));
        else if (const auto message = decodePayload(type, frame.mid(FrameHeaderSize)); message.ok())
            seeds += partsOf(*message, reader);
    }
    return seeds;
}

} // namespace guanxi::fuzz
