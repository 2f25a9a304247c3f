// SPDX-License-Identifier: GPL-3.0-or-later
#include "packetline.h"

#include "interface.h"

#include <algorithm>
#include <array>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace guanxi::test {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype Mtu = 1500;
constexpr qint64 Buffer = 32 * 1024; ///< bytes that wait at a slow line

} // namespace

PacketLine::PacketLine(const FarHost &host, int number) : m_number(number), m_wake(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    const int near = makeTun(nearName());
    putUp();
    int far = -1;
    host.run([&] {
        const QByteArray name = "far" + QByteArray::number(number);
        far = makeTun(name);
        setAddress(name, farAddress());
        bringUp(name);
    });
    m_up = {near, far};
    m_down = {far, near};
    m_thread = std::thread([this] { relay(); });
}

PacketLine::~PacketLine()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    wake();
    m_thread.join();
    for (const int descriptor : {m_up.from, m_up.to, m_wake})
        close(descriptor);
}

QString PacketLine::address(int host) const
{
    // Set aside for tests of network equipment (RFC 2544); no packet of ours leaves the process.
    return QStringLiteral("198.18.%1.%2").arg(m_number).arg(host);
}

QByteArray PacketLine::nearName() const { return "near" + QByteArray::number(m_number); }

void PacketLine::set(const Quality &toFar, const Quality &toNear)
{
    const std::scoped_lock lock(m_mutex);
    m_up.quality = toFar;
    m_down.quality = toNear;
    for (Way *way : {&m_up, &m_down})
        if (way->quality.silent)
            way->under.clear();
}

void PacketLine::moveAway()
{
    ++m_host;
    putUp();
}

void PacketLine::takeDown() { bringDown(nearName()); }

void PacketLine::putUp()
{
    setAddress(nearName(), address(m_host));
    bringUp(nearName());
}

void PacketLine::wake() const
{
    if (eventfd_write(m_wake, 1) != 0)
        qFatal("no event: %s", qPrintable(qt_error_string()));
}

void PacketLine::relay()
{
    for (;;) {
        std::optional<Time> next;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_ending)
                return;
            for (Way *way : {&m_up, &m_down}) {
                const Time now = std::chrono::steady_clock::now();
                take(*way, now);
                deliver(*way, now);
                if (!way->under.empty())
                    next = std::min(next.value_or(Time::max()), way->under.front().due);
            }
        }
        std::array<pollfd, 3> waits{{{m_up.from, POLLIN, 0}, {m_down.from, POLLIN, 0}, {m_wake, POLLIN, 0}}};
        timespec wait{};
        if (next) {
            const auto left = std::max<std::chrono::nanoseconds>(*next - std::chrono::steady_clock::now(), 0ns);
            wait = {left / 1s, (left % 1s).count()};
        }
        ppoll(waits.data(), waits.size(), next ? &wait : nullptr, nullptr);
    }
}

void PacketLine::take(Way &way, Time now)
{
    QByteArray packet(Mtu, Qt::Uninitialized);
    for (ssize_t size; (size = read(way.from, packet.data(), Mtu)) > 0;) {
        const Quality &quality = way.quality;
        if (quality.silent || int(m_random.below(100)) < quality.lossPercent)
            continue;
        Time leaves = now;
        if (quality.bytesPerSecond > 0) {
            const Microseconds each(size * 1'000'000 / quality.bytesPerSecond);
            if (way.freeAt > now + Microseconds(Buffer * 1'000'000 / quality.bytesPerSecond))
                continue;
            way.freeAt = leaves = std::max(way.freeAt, now) + each;
        }
        way.under.push_back({leaves + std::chrono::milliseconds(quality.delayMs), packet.first(size)});
    }
}

void PacketLine::deliver(Way &way, Time now)
{
    for (; !way.under.empty() && way.under.front().due <= now; way.under.pop_front())
        // A host without an address takes nothing; that is its loss.
        std::ignore = write(way.to, way.under.front().bytes.constData(), size_t(way.under.front().bytes.size()));
}

} // namespace guanxi::test
