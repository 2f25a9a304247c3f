// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/printrun.h"

namespace guanxi::app {

namespace {

constexpr int StepMs = 6;
constexpr int PagesAtOnce = 4;
constexpr qsizetype MostWaiting = 4; // of those, divided faster than painted

} // namespace

PrintRun::PrintRun(std::unique_ptr<PageSource> source, std::unique_ptr<PaperDevice> device, Range range, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_device(std::move(device)), m_range(range)
{
    m_steps.setSingleShot(true);
    m_steps.setInterval(0);
    connect(&m_steps, &QTimer::timeout, this, &PrintRun::step);
}

PrintRun::~PrintRun() { cancel(); }

void PrintRun::step()
{
    const QDeadlineTimer until(StepMs);
    while (!m_hasEnded && !m_isAllRead && !*m_isCancelled && m_painter.waiting() < MostWaiting && !until.hasExpired())
        if (const Result<bool> more = goOn(until); !more)
            return end(more.error());
        else if (!*more)
            break;
    if (m_hasEnded)
        return;
    if (*m_isCancelled)
        return end(false);
    if (!m_isAllRead && m_painter.waiting() < MostWaiting)
        m_steps.start();
    else if (m_isAllRead && m_painter.waiting() == 0 && !m_isEnding)
        endDevice();
}

void PrintRun::endDevice()
{
    m_isEnding = true;
    if (m_written == 0)
        return end(true);
    m_painter.ask<Result<void>>([device = m_device] { return device->end(); }, this, [this](const Result<void> &ended) {
        if (!ended)
            return end(ended.error());
        end(true);
    });
}

/// False: nothing more at the moment.
Result<bool> PrintRun::goOn(const QDeadlineTimer &until)
{
    if (!m_piece) {
        const Result<PageSource::State> state = m_source->step();
        if (!state)
            return state.error();
        m_isAllRead = *state == PageSource::State::End;
        if (*state != PageSource::State::Ready)
            return false;
        m_piece = m_source->take();
        m_next = 0;
    }
    if (m_piece->isPlain()) {
        paint([piece = std::exchange(m_piece, nullptr)]() -> std::shared_ptr<const Pages> {
            piece->proceed(QDeadlineTimer(QDeadlineTimer::Forever));
            return piece;
        });
        ++m_pieces;
        return true;
    }
    if (!m_piece->proceed(until))
        return false;
    if (m_next < m_piece->count())
        handOver();
    if (m_next >= m_piece->count()) {
        m_piece.reset();
        ++m_pieces;
    }
    return true;
}

void PrintRun::handOver()
{
    const int first = m_next;
    m_next = qMin(m_piece->count(), m_next + PagesAtOnce);
    paint([pages = m_piece->detached(first, m_next)] { return pages; });
}

/// By the thread: `pages` is asked there.
void PrintRun::paint(std::function<std::shared_ptr<const Pages>()> pages)
{
    const auto work = [device = m_device, pages = std::move(pages), cancelled = m_isCancelled, seen = m_seen, range = m_range]() -> Result<int> {
        const std::shared_ptr<const Pages> all = pages();
        int written = 0;
        for (int page = 0; page < all->count() && !*cancelled; ++page, ++*seen)
            if (*seen >= range.first && (range.last == 0 || *seen < range.last)) {
                GUANXI_TRY(device->write(*all, page));
                ++written;
            }
        return written;
    };
    m_painter.ask<Result<int>>(work, this, [this](const Result<int> &written) {
        if (m_hasEnded)
            return;
        if (!written)
            return end(written.error());
        m_written += *written;
        Q_EMIT progressed(m_pieces, m_written);
        m_steps.start();
    });
}

void PrintRun::end(const Result<bool> &whole)
{
    m_hasEnded = true;
    *m_isCancelled = true;
    // The painter is given up by the thread that used it.
    m_painter.post([device = std::move(m_device)] {});
    Q_EMIT finished(whole);
}

} // namespace guanxi::app
