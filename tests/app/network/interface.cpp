// SPDX-License-Identifier: GPL-3.0-or-later
#include "interface.h"

#include <QHostAddress>

#include <arpa/inet.h>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <linux/if_tun.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace guanxi::test {

namespace {

ifreq request(const QByteArray &name)
{
    ifreq asked{};
    std::strncpy(asked.ifr_name, name.constData(), IFNAMSIZ - 1);
    return asked;
}

void demand(int descriptor, unsigned long what, ifreq &asked)
{
    if (ioctl(descriptor, what, &asked) != 0)
        qFatal("interface %s: %s", asked.ifr_name, qPrintable(qt_error_string()));
}

/// Any socket of the namespace will do for questions about its interfaces.
class Handle
{
public:
    Handle() : m_descriptor(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {}
    ~Handle() { close(m_descriptor); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    void demand(unsigned long what, ifreq &asked) const { test::demand(m_descriptor, what, asked); }

private:
    int m_descriptor;
};

void put(sockaddr &place, quint32 address)
{
    sockaddr_in inet{};
    inet.sin_family = AF_INET;
    inet.sin_addr.s_addr = htonl(address);
    std::memcpy(&place, &inet, sizeof inet);
}

void change(const QByteArray &name, const std::function<short(short)> &flags)
{
    const Handle handle;
    ifreq asked = request(name);
    handle.demand(SIOCGIFFLAGS, asked);
    asked.ifr_flags = flags(asked.ifr_flags);
    handle.demand(SIOCSIFFLAGS, asked);
}

} // namespace

int makeTun(const QByteArray &name)
{
    const int packets = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ifreq asked = request(name);
    asked.ifr_flags = IFF_TUN | IFF_NO_PI;
    demand(packets, TUNSETIFF, asked);
    return packets;
}

void setAddress(const QByteArray &name, const QString &address)
{
    const Handle handle;
    ifreq asked = request(name);
    put(asked.ifr_addr, QHostAddress(address).toIPv4Address());
    handle.demand(SIOCSIFADDR, asked);
    put(asked.ifr_netmask, 0xffffff00);
    handle.demand(SIOCSIFNETMASK, asked);
}

void bringUp(const QByteArray &name) { change(name, [](short flags) { return short(flags | IFF_UP); }); }

void bringDown(const QByteArray &name) { change(name, [](short flags) { return short(flags & ~IFF_UP); }); }

} // namespace guanxi::test
