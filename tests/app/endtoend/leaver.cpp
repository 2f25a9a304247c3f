// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdesk.h"

#include <QFile>

using namespace guanxi;
using namespace guanxi::test;

/// guanxi-test-leaver FOLDER PASSWORD: signs in at a computer that was removed and ends with 0 when nothing of the copy is
/// left and the server knows it. Made to be killed.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 3)
        return 2;
    TestDesk desk(arguments[1]);
    const auto isWiped = [&] { return desk->profile().removal == app::Profile::Removal::Wiped; };
    if (!isWiped() && !desk.signIn(arguments[2]).ok())
        return 1;
    return waitFor([&] { return isWiped() && !QFile::exists(desk.folder() + QStringLiteral("/farewell.json")); }, 60'000) ? 0 : 3;
}
