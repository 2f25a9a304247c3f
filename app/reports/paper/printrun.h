// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/pages.h"
#include "app/reports/paper/paperdevice.h"
#include "common/base/worker.h"

#include <QTimer>

#include <atomic>

namespace guanxi::app {

/// What is printed, one piece after the other, made in short steps on the thread of the GUI.
class PageSource
{
public:
    virtual ~PageSource() = default;

    enum class State { Busy, Ready, End };
    /// Works for a moment. Ready: take() has the next piece.
    virtual Result<State> step() = 0;
    virtual std::shared_ptr<Pages> take() = 0;
    /// Of its pieces, for the progress.
    virtual qint64 size() const { return 1; }
    /// Pieces that were left out, since they may not be printed.
    virtual qint64 leftOut() const { return 0; }
};

/// Pages that are there already.
class OnePiece final : public PageSource
{
public:
    explicit OnePiece(std::shared_ptr<Pages> pages) : m_pages(std::move(pages)) {}
    Result<State> step() override { return m_pages ? State::Ready : State::End; }
    std::shared_ptr<Pages> take() override { return std::exchange(m_pages, nullptr); }

private:
    std::shared_ptr<Pages> m_pages;
};

/// A print under way: content is read and divided into pages in short steps, between which the GUI goes on, and painted by a thread.
class PrintRun : public QObject
{
    Q_OBJECT

public:
    /// Pages `first` up to `last` of all of them, counted from 0; last 0: to the end.
    struct Range {
        int first = 0;
        int last = 0;
    };
    PrintRun(std::unique_ptr<PageSource> source, std::unique_ptr<PaperDevice> device, Range range, QObject *parent = nullptr);
    ~PrintRun() override;

    void start() { m_steps.start(); }
    /// Ends soon; nothing is printed, or no more.
    void cancel() { *m_isCancelled = true; }
    qint64 pieces() const { return m_pieces; }
    qint64 size() const { return m_source->size(); }
    qint64 leftOut() const { return m_source->leftOut(); }
    int pages() const { return m_written; }

Q_SIGNALS:
    void progressed(qint64 pieces, int pages);
    /// False: it was called off.
    void finished(const guanxi::Result<bool> &whole);

private:
    void step();
    Result<bool> goOn(const QDeadlineTimer &until);
    void handOver();
    void paint(std::function<std::shared_ptr<const Pages>()> pages);
    void endDevice();
    void end(const Result<bool> &whole);

    std::unique_ptr<PageSource> m_source;
    std::shared_ptr<PaperDevice> m_device;
    Range m_range;
    std::shared_ptr<Pages> m_piece;
    int m_next = 0;     ///< page of the piece
    std::shared_ptr<int> m_seen = std::make_shared<int>(0); ///< pages of all pieces so far; the thread's
    int m_written = 0;
    qint64 m_pieces = 0;
    bool m_isAllRead = false;
    bool m_isEnding = false;
    bool m_hasEnded = false;
    QTimer m_steps;
    std::shared_ptr<std::atomic_bool> m_isCancelled = std::make_shared<std::atomic_bool>(false);
    Worker m_painter{QStringLiteral("print")}; ///< the last: it waits for what is being painted
};

} // namespace guanxi::app
