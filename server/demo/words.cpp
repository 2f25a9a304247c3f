// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/words.h"

#include <QFile>

/// A resource in a static library registers itself only when it is asked to, outside every namespace.
static void registerDemoWords() { Q_INIT_RESOURCE(guanxi_demo); }

namespace guanxi::demo {

namespace {

WordList listOf(const char *name)
{
    QFile file(QStringLiteral(":/demo/%1.txt").arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo company's words are not in this program: %s", name);
    WordList list;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
        if (!line.isEmpty() && !line.startsWith(u'#'))
            list.append(line.split(u'|'));
    return list;
}

QStringList linesOf(const char *name)
{
    QStringList lines;
    for (const QStringList &line : listOf(name))
        lines.append(line.first());
    return lines;
}

/// The last field names the language.
Phrases phrasesOf(const char *name)
{
    Phrases phrases;
    for (const QStringList &line : listOf(name))
        phrases[line.last()].append(line.mid(0, line.size() - 1));
    return phrases;
}

} // namespace

Words::Words()
{
    registerDemoWords();
    surnames = listOf("surnames");
    givenNames = listOf("given_names");
    companyHeads = listOf("company_heads");
    companyTrades = listOf("company_trades");
    supplierTrades = listOf("supplier_trades");
    products = listOf("products");
    interactions = phrasesOf("interactions");
    tickets = listOf("tickets");
    articles = listOf("articles");
    campaigns = listOf("campaigns");
    activities = listOf("activities");
    expenses = listOf("expenses");
    chats = listOf("chats");
    positions = listOf("positions");
    market = listOf("market");
    streets = linesOf("streets");
    notes = phrasesOf("notes");
    opportunities = phrasesOf("opportunities");
    const auto parts = [](const QString &text) { return text.split(u','); };
    for (const QStringList &line : listOf("cities"))
        cities.append({line[0], line[1], line[2], line[3], line[4], parts(line[5])});
    for (const QStringList &line : listOf("countries"))
        countries.append({line[0], line[1], line[2], line[3], line[4], parts(line[5]), parts(line[6]), parts(line[7]),
                          parts(line[8]), parts(line[9]), parts(line[10]), parts(line[11]), line[12]});
}

} // namespace guanxi::demo
