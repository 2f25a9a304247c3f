// SPDX-License-Identifier: GPL-3.0-or-later
// Contents of records: who may see the field that holds one may fetch it, and bring it.
#include "server/services/session.h"

#include "common/storage/transaction.h"

namespace guanxi::server {

using namespace protocol;

namespace {

/// Pieces of one connection that wait for the disk; a client that is paced by our answers never has so many.
constexpr int MostPieces = 64;
/// Answers not taken yet, beyond which no further piece is read for a client.
constexpr qint64 MostUnread = 4 * 1024 * 1024;
/// Blobs that one connection may work on.
constexpr qsizetype MostBlobs = 64;

} // namespace

Result<bool> Session::seesContent(const BlobReference &reference)
{
    const Result<std::optional<ServerRow>> row = m_hub.m_store.row(reference.record);
    if (!row)
        return row.error();
    if (!row->has_value() || !sees((*row)->scopes))
        return false;
    const model::Field *field = (*row)->record.entity().field(reference.field);
    if (!field || field->type != model::FieldType::BlobRef)
        return false;
    // What the user would be sent of the row is what he may ask about.
    const Result<model::Record> shown = reader().project((*row)->record);
    return shown ? Result<bool>(shown->value(reference.field) == model::Value(reference.blob)) : shown.error();
}

bool Session::permits(qint64 request, const BlobReference &reference)
{
    const Result<bool> seen = seesContent(reference);
    if (!seen)
        answer(request, seen.error());
    else if (!*seen)
        answer(request, {ErrorCode::NotFound, {}});
    return seen && *seen;
}

bool Session::startsPiece(qint64 request)
{
    if (!m_hub.m_blobs) {
        answer(request, {ErrorCode::NotFound, {}});
        return false;
    }
    if (m_pieces >= MostPieces) {
        refuse({ErrorCode::RateLimited, {QStringLiteral("1")}});
        return false;
    }
    return true;
}

void Session::handle(const BlobOffer &offer)
{
    const BlobReference reference{offer.record, offer.field, Manifest::idOf(offer.manifest)};
    // A removed computer hands over contents as it hands over change sets: to be kept, for nobody to see yet.
    if (!startsPiece(offer.request) || (!m_revoked && !permits(offer.request, reference)))
        return;
    if (m_blobs.size() >= MostBlobs)
        m_blobs.clear();
    m_blobs.insert(reference.blob, reference);
    ++m_pieces;
    m_hub.m_blobs->ask<ChunkSet>(
        [number = m_number, reference, manifest = offer.manifest](BlobFolder &folder) { return folder.offer(number, reference, manifest); }, this,
        [this, request = offer.request, blob = reference.blob](const Result<ChunkSet> &wanted) {
            --m_pieces;
            if (!wanted)
                return answer(request, wanted.error());
            if (wanted->isEmpty())
                m_hub.m_sought.remove(blob);
            send(BlobWanted{request, wanted->bytes()});
        });
}

void Session::handle(const BlobPut &put)
{
    const auto reference = m_blobs.constFind(put.blob);
    if (reference == m_blobs.constEnd())
        return answer(put.request, {ErrorCode::NotFound, {}});
    if (!startsPiece(put.request) || (put.offset == 0 && !m_revoked && !permits(put.request, *reference)))
        return;
    ++m_pieces;
    m_hub.m_blobs->ask<bool>(
        [number = m_number, put](BlobFolder &folder) {
            const Result<void> taken = folder.put(number, put.blob, put.chunk, put.offset, put.bytes);
            return taken ? Result<bool>(true) : Result<bool>(taken.error());
        },
        this,
        [this, request = put.request, size = put.bytes.size()](const Result<bool> &taken) {
            --m_pieces;
            if (!taken)
                return answer(request, taken.error());
            ++m_hub.m_stats.piecesTaken;
            m_hub.m_stats.contentTaken += size;
            send(Done{request});
        });
}

void Session::handle(const BlobOpen &open)
{
    const BlobReference reference{open.record, open.field, open.blob};
    if (!startsPiece(open.request) || !permits(open.request, reference))
        return;
    if (m_blobs.size() >= MostBlobs)
        m_blobs.clear();
    m_blobs.insert(reference.blob, reference);
    ++m_pieces;
    m_hub.m_blobs->ask<BlobFolder::Known>(
        [reference](BlobFolder &folder) { return folder.look(reference); }, this,
        [this, reference, request = open.request](const Result<BlobFolder::Known> &known) {
            --m_pieces;
            if (!known || !known->missing.isEmpty())
                m_hub.seek(reference);
            if (known)
                send(BlobOpened{request, known->manifest, known->missing.bytes()});
            else
                answer(request, known.error());
        });
}

void Session::handle(const BlobGet &get)
{
    const auto reference = m_blobs.constFind(get.blob);
    if (reference == m_blobs.constEnd())
        return answer(get.request, {ErrorCode::NotFound, {}});
    // Asked anew for each piece: rights may end in the middle of a file.
    if (!startsPiece(get.request) || !permits(get.request, *reference))
        return;
    if (queuedBytes() > MostUnread)
        return answer(get.request, {ErrorCode::RateLimited, {QStringLiteral("1")}});
    ++m_pieces;
    m_hub.m_blobs->ask<QByteArray>(
        [get, wanted = *reference](BlobFolder &folder) { return folder.piece(wanted, get.chunk, get.offset); }, this,
        [this, request = get.request, sought = *reference](const Result<QByteArray> &bytes) {
            --m_pieces;
            if (bytes) {
                ++m_hub.m_stats.piecesGiven;
                m_hub.m_stats.contentGiven += bytes->size();
                return send(BlobData{request, *bytes});
            }
            if (bytes.error().code == ErrorCode::ContentMissing)
                m_hub.seek(sought);
            answer(request, bytes.error());
        });
}

void Session::tellSought(const BlobReference &reference)
{
    if (!isSignedIn() || !m_knowsBlobs)
        return;
    if (const Result<bool> seen = seesContent(reference); seen && *seen)
        send(BlobSought{reference.record, reference.field, reference.blob});
}

} // namespace guanxi::server
