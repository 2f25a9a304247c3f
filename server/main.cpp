// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/program.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("guanxi-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GUANXI_VERSION));
    return guanxi::server::runProgram(QCoreApplication::arguments().mid(1));
}
