// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/blobtransfer.h"

namespace guanxi::app {

using namespace protocol;
using storage::ChunkStore;

namespace {

constexpr qint64 RetryMs = 30'000;

/// Trying again does not help: the file is what it is.
bool isFinal(ErrorCode code) { return code == ErrorCode::FileTooLarge || code == ErrorCode::BadFrame; }

} // namespace

void BlobTransfer::connected(Send send)
{
    disconnected();
    m_send = std::move(send);
    next();
}

void BlobTransfer::disconnected()
{
    m_send = nullptr;
    // What was under way begins anew; what has arrived is not sent again.
    for (std::optional<Job> *job : {&m_up, &m_down})
        if (job->has_value()) {
            ((*job)->up ? m_uploads : m_fetches).push_front((*job)->file);
            job->reset();
        }
}

void BlobTransfer::upload(const FileRef &file)
{
    const bool known = (m_up && m_up->file == file) || std::find(m_uploads.begin(), m_uploads.end(), file) != m_uploads.end();
    m_later.removeIf([&](const Later &later) { return later.up && later.file == file; });
    if (!known)
        m_uploads.push_back(file);
    next();
}

void BlobTransfer::fetch(const FileRef &file)
{
    const bool known = (m_down && m_down->file.blob == file.blob) || std::find(m_fetches.begin(), m_fetches.end(), file) != m_fetches.end();
    m_later.removeIf([&](const Later &later) { return !later.up && later.file == file; });
    if (!known)
        m_fetches.push_back(file);
    next();
}

QSet<QByteArray> BlobTransfer::wanted() const
{
    QSet<QByteArray> blobs;
    for (const std::deque<FileRef> *queue : {&m_uploads, &m_fetches})
        for (const FileRef &file : *queue)
            blobs.insert(file.blob);
    for (const std::optional<Job> *job : {&m_up, &m_down})
        if (job->has_value())
            blobs.insert((*job)->file.blob);
    return blobs;
}

void BlobTransfer::tick()
{
    const qint64 now = m_clock.monotonicMs();
    const QList<Later> later = std::exchange(m_later, {});
    for (const Later &one : later) {
        if (one.at > now)
            m_later.append(one);
        else
            (one.up ? m_uploads : m_fetches).push_back(one.file);
    }
    next();
}

void BlobTransfer::next()
{
    while (m_send && !m_down && !m_fetches.empty()) {
        const FileRef file = m_fetches.front();
        m_fetches.pop_front();
        begin({file, false});
    }
    while (m_send && !m_up && !m_uploads.empty()) {
        const FileRef file = m_uploads.front();
        m_uploads.pop_front();
        begin({file, true});
    }
}

void BlobTransfer::begin(Job job)
{
    std::optional<Job> &place = job.up ? m_up : m_down;
    place = std::move(job);
    if (const Result<void> opened = open(*place); !opened)
        fail(place, opened.error());
}

Result<void> BlobTransfer::open(Job &job)
{
    const Result<std::optional<BlobStore::Blob>> blob = m_store.blob(job.file.blob);
    if (!blob)
        return blob.error();
    job.opening = ++m_request;
    if (!job.up) {
        m_send(BlobOpen{job.opening, job.file.record, job.file.field, job.file.blob});
        return {};
    }
    if (!*blob || !(*blob)->whole)
        return Error{ErrorCode::ContentMissing, {}};
    job.manifest = (*blob)->manifest;
    m_send(BlobOffer{job.opening, job.file.record, job.file.field, job.manifest.encoded()});
    return {};
}

void BlobTransfer::receive(const Message &message)
{
    std::visit([this](const auto &content) { take(content); }, message);
}

void BlobTransfer::take(const BlobWanted &wanted)
{
    if (!m_up || m_up->opening != wanted.request)
        return;
    m_up->opening = 0;
    m_up->todo = ChunkSet::fromBytes(wanted.missing, m_up->manifest.count());
    m_up->done = m_up->manifest.size;
    for (int i = 0; i < m_up->todo.count(); ++i)
        m_up->done -= m_up->todo.contains(i) ? m_up->manifest.sizeOf(i) : 0;
    continueJob(m_up);
}

void BlobTransfer::take(const BlobOpened &opened)
{
    if (!m_down || m_down->opening != opened.request)
        return;
    m_down->opening = 0;
    const Result<Manifest> manifest = Manifest::decode(opened.manifest);
    if (!manifest || Manifest::idOf(opened.manifest) != m_down->file.blob)
        return fail(m_down, {ErrorCode::BadFrame, {QStringLiteral("manifest")}});
    m_down->manifest = *manifest;
    if (const Result<void> noted = m_store.note(m_down->file.blob, *manifest); !noted) {
        Q_EMIT faulted(noted.error());
        return fail(m_down, noted.error());
    }
    const ChunkSet here = m_store.held(*manifest);
    const ChunkSet absent = ChunkSet::fromBytes(opened.missing, manifest->count());
    m_down->todo = ChunkSet(manifest->count());
    for (int i = 0; i < manifest->count(); ++i) {
        if (here.contains(i))
            m_down->done += manifest->sizeOf(i);
        else if (absent.contains(i))
            m_down->lacking = true;
        else
            m_down->todo.insert(i);
    }
    continueJob(m_down);
}

bool BlobTransfer::advance(Job &job)
{
    if (job.chunk >= 0 && job.offset < job.manifest.sizeOf(job.chunk))
        return true;
    do
        ++job.chunk;
    while (job.chunk < job.manifest.count() && !job.todo.contains(job.chunk));
    job.offset = 0;
    return job.chunk < job.manifest.count();
}

Result<void> BlobTransfer::sendPiece(Job &job)
{
    const Piece piece{++m_request, m_clock.monotonicMs(), job.chunk, job.offset};
    if (job.up) {
        const Result<QByteArray> bytes = m_store.piece(job.manifest.chunk(job.chunk), int(job.offset / PieceSize));
        if (!bytes)
            return bytes.error();
        m_send(BlobPut{piece.request, job.file.blob, job.chunk, job.offset, *bytes});
    } else {
        m_send(BlobGet{piece.request, job.file.blob, job.chunk, job.offset});
    }
    job.underWay.push_back(piece);
    job.offset += int(PieceSize);
    return {};
}

void BlobTransfer::continueJob(std::optional<Job> &job)
{
    while (job && int(job->underWay.size()) < job->pace.window() && advance(*job))
        if (const Result<void> sent = sendPiece(*job); !sent)
            return fail(job, sent.error());
    if (job && job->underWay.empty())
        finish(job);
}

void BlobTransfer::finish(std::optional<Job> &job)
{
    const Job over = std::move(*job);
    job.reset();
    if (over.lacking) {
        job = over;
        return fail(job, {ErrorCode::ContentMissing, {}});
    }
    const Result<void> settled = m_store.settle(over.file);
    if (!settled)
        Q_EMIT faulted(settled.error());
    if (over.up)
        Q_EMIT uploaded(over.file);
    else
        Q_EMIT fetched(over.file.blob);
    next();
}

void BlobTransfer::fail(std::optional<Job> &job, const Error &error)
{
    const FileRef file = job->file;
    const bool up = job->up;
    job.reset();
    if (!isFinal(error.code) && up)
        m_later.append({file, up, m_clock.monotonicMs() + RetryMs});
    Q_EMIT failed(file, error, up);
    next();
}

std::optional<BlobTransfer::Piece> BlobTransfer::answered(std::optional<Job> &job, qint64 request)
{
    if (!job || job->underWay.empty() || job->underWay.front().request != request)
        return std::nullopt;
    const Piece piece = job->underWay.front();
    job->underWay.pop_front();
    job->pace.answered(m_clock.monotonicMs() - piece.sentAt);
    return piece;
}

void BlobTransfer::take(const Done &done)
{
    const std::optional<Piece> piece = answered(m_up, done.request);
    if (!piece)
        return;
    m_up->done += std::min<qint64>(PieceSize, m_up->manifest.sizeOf(piece->chunk) - piece->offset);
    tell(*m_up);
    continueJob(m_up);
}

void BlobTransfer::take(const BlobData &data)
{
    const std::optional<Piece> piece = answered(m_down, data.request);
    if (!piece)
        return;
    if (const Result<void> stored = store(*m_down, *piece, data.bytes); !stored) {
        if (stored.error().code != ErrorCode::BadValue)
            Q_EMIT faulted(stored.error());
        return fail(m_down, stored.error());
    }
    tell(*m_down);
    continueJob(m_down);
}

Result<void> BlobTransfer::store(Job &job, const Piece &piece, const QByteArray &bytes)
{
    const qsizetype whole = job.manifest.sizeOf(piece.chunk);
    if (bytes.size() != std::min<qsizetype>(PieceSize, whole - piece.offset))
        return Error{ErrorCode::BadValue, {QStringLiteral("content"), QString()}};
    if (piece.offset == 0) {
        Result<std::unique_ptr<ChunkStore::Writer>> writer = m_store.write(job.manifest.chunk(piece.chunk));
        if (!writer)
            return writer.error();
        job.writer = std::move(*writer);
    }
    GUANXI_TRY(job.writer->append(bytes));
    job.done += bytes.size();
    return job.writer->size() == whole ? job.writer->finish() : Result<void>();
}

void BlobTransfer::take(const ErrorMessage &error)
{
    for (std::optional<Job> *job : {&m_up, &m_down}) {
        if (!job->has_value())
            continue;
        const bool ours = (*job)->opening == error.request
            || std::any_of((*job)->underWay.begin(), (*job)->underWay.end(), [&](const Piece &piece) { return piece.request == error.request; });
        if (ours)
            return fail(*job, error.error());
    }
}

void BlobTransfer::take(const BlobSought &sought)
{
    const FileRef file{sought.record, sought.field, sought.blob};
    const Result<std::optional<BlobStore::Blob>> blob = m_store.blob(file.blob);
    if (!blob || !*blob || !(*blob)->whole)
        return;
    if (const Result<void> owed = m_store.owe(file); !owed)
        return Q_EMIT faulted(owed.error());
    upload(file);
}

void BlobTransfer::tell(const Job &job)
{
    Q_EMIT progressed(job.file.blob, job.manifest.size > 0 ? int(job.done * 100 / job.manifest.size) : 100, job.up);
}

} // namespace guanxi::app
