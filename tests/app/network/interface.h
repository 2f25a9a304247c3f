// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace guanxi::test {

// Network interfaces of the calling thread's namespace (netdevice(7), the kernel's networking/tuntap); what fails ends the test.

/// A new one whose packets, as IPv4 or IPv6 without a head of their own, are read and written here.
int makeTun(const QByteArray &name);
/// Its only address, in a network of 256.
void setAddress(const QByteArray &name, const QString &address);
void bringUp(const QByteArray &name);
/// As if it were not there, until it is brought up again.
void bringDown(const QByteArray &name);

} // namespace guanxi::test
