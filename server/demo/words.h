// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QStringList>

namespace guanxi::demo {

/// Lines of resources/demo/<name>.txt, split into their fields.
using WordList = QList<QStringList>;

/// What a foreign country's companies and people are called and how to reach them.
struct Country {
    QString code;
    QString region; ///< code of the region it belongs to
    QString currency;
    QString landLine; ///< prefix
    QString mobile;   ///< prefix
    QStringList cities;
    QStringList streets;
    QStringList heads;
    QStringList tails;
    QStringList maleNames;
    QStringList femaleNames;
    QStringList familyNames;
    QString postcode; ///< pattern

    /// Beside English, which everybody writes.
    QString language() const
    {
        return code == u"DE" ? QStringLiteral("de") : code == u"JP" ? QStringLiteral("ja") : QStringLiteral("en");
    }
    /// Family name first, without a blank in Chinese characters.
    bool familyFirst() const { return code == u"JP" || code == u"KR"; }
};

/// A Chinese city.
struct City {
    QString name;
    QString region;
    QString areaCode;
    QString postcode; ///< first four digits
    QString code;     ///< administrative
    QStringList districts;
};

/// Texts by language: zh, en, de, ja.
using Phrases = QHash<QString, WordList>;

/// Every word the demo company is made of; the lists are in resources/demo.
struct Words {
    Words();

    WordList surnames, givenNames, companyHeads, companyTrades, supplierTrades;
    WordList products, tickets, articles, campaigns, activities, expenses, chats, positions, market;
    QStringList streets;
    Phrases interactions, notes, opportunities;
    QList<City> cities;
    QList<Country> countries;
};

} // namespace guanxi::demo
