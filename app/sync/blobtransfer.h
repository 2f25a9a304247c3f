// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/blobstore.h"
#include "app/sync/pace.h"
#include "common/protocol/message.h"

#include <deque>

namespace guanxi::app {

/// Brings contents to the server and fetches them, piece by piece between everything else: one each way at a time, only
/// what the other side lacks, at the pace of the answers. Without I/O but for the store; lives on the store's thread.
class BlobTransfer : public QObject
{
    Q_OBJECT

public:
    using Send = std::function<void(const protocol::Message &)>;
    /// Numbers of requests from here on are ours.
    static constexpr qint64 FirstRequest = qint64(1) << 40;

    BlobTransfer(BlobStore &store, const Clock &clock) : m_store(store), m_clock(clock) {}

    void connected(Send send);
    void disconnected();
    void receive(const protocol::Message &message);
    /// Time passes; every second or so.
    void tick();

    /// Its record is on the server, or is being handed over by a removed computer.
    void upload(const FileRef &file);
    void fetch(const FileRef &file);
    /// Contents under way or waiting to be.
    QSet<QByteArray> wanted() const;
    bool isIdle() const { return !m_up && !m_down && m_uploads.empty() && m_fetches.empty(); }

Q_SIGNALS:
    void progressed(const QByteArray &blob, int percent, bool up);
    void uploaded(const guanxi::app::FileRef &file);
    void fetched(const QByteArray &blob);
    /// It is tried again, unless trying is of no use.
    void failed(const guanxi::app::FileRef &file, const guanxi::Error &error, bool up);
    /// The local store cannot be written.
    void faulted(const guanxi::Error &error);

private:
    struct Piece {
        qint64 request = 0;
        qint64 sentAt = 0;
        int chunk = 0;
        int offset = 0;
    };
    struct Job {
        FileRef file;
        bool up = false;
        qint64 opening = 0; ///< request of the offer or opening, until it is answered
        protocol::Manifest manifest{};
        protocol::ChunkSet todo{};    ///< chunks that still have to travel
        bool lacking = false;         ///< the server does not have all of it either
        int chunk = -1;               ///< that is being sent or asked for
        int offset = 0;
        qint64 done = 0;              ///< bytes
        std::deque<Piece> underWay{};
        Pace pace{};
        std::shared_ptr<storage::ChunkStore::Writer> writer{};
    };
    struct Later {
        FileRef file;
        bool up = false;
        qint64 at = 0; ///< monotonic ms
    };

    void next();
    void begin(Job job);
    Result<void> open(Job &job);
    void continueJob(std::optional<Job> &job);
    bool advance(Job &job);
    Result<void> sendPiece(Job &job);
    void finish(std::optional<Job> &job);
    void fail(std::optional<Job> &job, const Error &error);
    void take(const protocol::BlobWanted &wanted);
    void take(const protocol::BlobOpened &opened);
    void take(const protocol::BlobData &data);
    void take(const protocol::Done &done);
    void take(const protocol::ErrorMessage &error);
    void take(const protocol::BlobSought &sought);
    template <class Other> void take(const Other &) {}
    /// The oldest piece under way is answered.
    std::optional<Piece> answered(std::optional<Job> &job, qint64 request);
    Result<void> store(Job &job, const Piece &piece, const QByteArray &bytes);
    void tell(const Job &job);

    BlobStore &m_store;
    const Clock &m_clock;
    Send m_send;
    qint64 m_request = FirstRequest;
    std::deque<FileRef> m_uploads;
    std::deque<FileRef> m_fetches;
    std::optional<Job> m_up;
    std::optional<Job> m_down;
    QList<Later> m_later;
};

} // namespace guanxi::app
