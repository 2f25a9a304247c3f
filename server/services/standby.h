// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/worker.h"
#include "server/services/standbyreader.h"

namespace guanxi::server {

/// A streaming replica that takes long reading off the primary, on a thread of its own. It is looked at all the time and
/// asked only while it keeps up; whatever it cannot answer, the primary does.
class Standby : public QObject
{
    Q_OBJECT

public:
    /// Away: not reachable, or no replica of the company's database. Behind: it does not keep up.
    enum class State : quint8 { Away, Behind, Used };
    using Answer = std::function<void(const Result<PageRead> &)>;

    Standby(const StandbyReader::Options &options, const Clock &clock, Worker::Where where = Worker::Where::Own);

    /// Time passes, and the primary has this.
    void tick(const StandbyStore::Wanted &wanted);
    /// It keeps up and few wait for it.
    bool isFree() const;
    /// `done` runs on this thread, unless `context` is gone by then; its errors mean: ask the primary.
    void page(const PageRequest &request, QObject *context, const Answer &done);
    /// Somebody has waited too long for his page.
    void giveUp() { note(Error{ErrorCode::DatabaseOpen, {}}); }

    /// For the console.
    State state() const { return m_state; }
    std::optional<ErrorCode> reason() const { return m_reason; } ///< why it is away; nothing: it was not looked at yet
    qint64 pages() const { return m_pages; }
    qint64 failed() const { return m_failed; }    ///< questions that the primary answered instead

Q_SIGNALS:
    /// It comes or goes; for the log.
    void logged(const QString &line);

private:
    void note(const Result<void> &found);

    const Clock &m_clock;
    StandbyReader m_reader; ///< used by m_worker only, which ends first
    State m_state = State::Away;
    std::optional<ErrorCode> m_reason;
    bool m_isLooking = false;
    qint64 m_lookAt = 0; ///< monotonic ms
    qint64 m_pages = 0;
    qint64 m_failed = 0;
    Worker m_worker;
};

} // namespace guanxi::server
