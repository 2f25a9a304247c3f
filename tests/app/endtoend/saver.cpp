// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdesk.h"

#include <cstdio>

using namespace guanxi;
using namespace guanxi::test;

/// guanxi-test-saver FOLDER PASSWORD PREFIX: signs in and saves customers PREFIX-1, PREFIX-2 … for ever. Prints a name only
/// after its save was confirmed; whoever kills it may rely on that.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 4)
        return 2;
    TestDesk desk(arguments[1]);
    if (const Result<void> signedIn = desk.signIn(arguments[2]); !signedIn) {
        std::fprintf(stderr, "%s\n", errorName(signedIn.error().code).data());
        return 1;
    }
    for (int i = 1;; ++i) {
        const QString name = arguments[3] + u'-' + QString::number(i);
        if (!desk->records().save(newAccount(*desk, name)).ok())
            return 1;
        std::printf("%s\n", qPrintable(name));
        std::fflush(stdout);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}
