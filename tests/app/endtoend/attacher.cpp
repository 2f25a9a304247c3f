// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/documents.h"
#include "tests/support/testdesk.h"

#include "common/model/catalogue/customers.h"

#include <cstdio>

using namespace guanxi;
using namespace guanxi::test;

/// guanxi-test-attacher FOLDER PASSWORD [FILE]: signs in, attaches the file to the first customer there is, and stays until
/// everything is on the server. Prints "saved" when the attachment was confirmed and "sent" at the end. Made to be killed.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 3)
        return 2;
    const auto say = [](const char *word) {
        std::printf("%s\n", word);
        std::fflush(stdout);
    };
    TestDesk desk(arguments[1]);
    if (!desk.signIn(arguments[2]).ok() || !waitFor([&] { return desk->attachments().isReady(); }))
        return 1;
    if (arguments.size() > 3) {
        storage::Query query;
        query.entity = model::Account::entity;
        const QList<model::Record> accounts = desk->records().findNow(query).value();
        std::optional<bool> saved;
        app::attachFile(desk->records(), accounts.first().ref(), arguments[3], &application,
                        [&](const Result<app::Saved> &result) { saved = result.ok(); });
        if (!waitFor([&] { return saved.has_value(); }, 60'000) || !*saved)
            return 1;
        say("saved");
    }
    if (!waitFor([&] { return desk->attachments().isQuiet() && desk->isQuiet(); }, 600'000))
        return 3;
    say("sent");
    return 0;
}
