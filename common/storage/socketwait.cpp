// SPDX-License-Identifier: GPL-3.0-or-later
// One of the few files that know what kind of system this is.
#include "common/storage/socketwait.h"

#include <QDeadlineTimer>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <cerrno>
#include <poll.h>
#endif

namespace guanxi::storage {

bool waitForInput(int socket, int milliseconds)
{
#ifdef Q_OS_WIN
    WSAPOLLFD watched{SOCKET(socket), POLLIN, 0};
    return WSAPoll(&watched, 1, milliseconds) != 0;
#else
    const QDeadlineTimer deadline(milliseconds);
    pollfd watched{socket, POLLIN, 0};
    int ready = 0;
    do {
        ready = poll(&watched, 1, int(deadline.remainingTime()));
    } while (ready < 0 && errno == EINTR);
    return ready != 0;
#endif
}

} // namespace guanxi::storage
