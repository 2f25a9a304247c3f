// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"
#include "common/model/catalogue/builtinroles.h"
#include "server/demo/recordsink.h"
#include "server/demo/words.h"
#include "server/demo/dice.h"

#include <QDate>
#include <QHash>

#include <array>
#include <optional>
#include <vector>

namespace guanxi::demo {

/// What decides a demo company, down to the last byte.
struct Options {
    qint64 accounts = 2000; ///< customers; contacts and interactions follow them
    quint64 seed = 1;
    QDate today{2026, 11, 20}; ///< nothing happened after it
};

/// Who works where.
enum class Team { Sales, Abroad, Marketing, Service, Logistics, Office };
inline constexpr int TeamCount = 6;

struct Employee {
    Uuid id;
    Uuid department;
    QString name;
    QString login;
    QString email;
};

struct Product {
    Uuid id;
    QString name;
    QString model;
    QString spec;
    qint64 price = 0; ///< yuan, like every amount in 1/10 000
    qint64 cost = 0;
    Uuid unit;
    Uuid category;
    int supplier = 0;
};

struct Supplier {
    Uuid id;
    QString name;
    int buyer = 0;
};

struct Person {
    Uuid id;
    QString name;
    QString email;
    QString phone;
};

/// What is offered or sold, in the document's currency. Quantities, amounts and percentages scaled like the fields.
struct Line {
    size_t product = 0;
    qint64 quantity = 0;
    qint64 price = 0;
    qint64 discount = 0;
};

/// An opportunity that was won and became an order.
struct Deal {
    Uuid id;
    std::vector<Line> lines;
};

/// An opportunity as far as forecasts need it.
struct Prospect {
    int owner = 0;
    qint64 begun = 0;
    std::optional<qint64> ended; ///< none: still open
    qint64 closeOn = 0;          ///< expected; 0: nobody said
    qint64 amount = 0;           ///< in yuan
    qint64 probability = 0;
};

/// An order as far as stock, service and work need it.
struct Order {
    Uuid id;
    Uuid contract; ///< none: ordered without one
    size_t customer = 0;
    int status = 0;
    qint64 day = 0;
    std::vector<Line> lines;
    std::vector<Uuid> lineIds;
};

/// A customer as far as other records need it.
struct Customer {
    Uuid id;
    int manager = 0;  ///< employee
    int currency = 0; ///< index in Currencies
    QString language; ///< of the people there
    QString name;
    QString address;
    Uuid region;
    Person contact;
    int status = 0;
    qint64 since = 0;              ///< day
    std::vector<qint64> orderDays; ///< ascending
    std::vector<int> orderDeals;   ///< index in World::deals for each order; -1: ordered without an opportunity
};

/// Currencies of the demo company; the first is its own. Rate: yuan for one unit, in millionths, at the end.
struct Money {
    const char *code;
    qint64 rate;
};
inline constexpr Money Currencies[] = {{"CNY", 1'000'000}, {"USD", 7'120'000}, {"EUR", 7'860'000}, {"JPY", 48'200}};

/// Builds records and hands them on in groups by author; knows what was made so far. The first error ends it: whatever
/// is added later is dropped, and settle() answers the error.
class World
{
public:
    World(const model::Catalogue &catalogue, RecordSink &sink, const Options &options);

    const model::Catalogue &catalogue() const { return m_catalogue; }
    const Options &options() const { return m_options; }
    const Words &words() const { return m_words; }
    Dice &dice() { return m_dice; }

    /// A subject throws dice of its own, so that a change in one leaves the others as they are.
    void begin(QByteArrayView subject);

    Uuid newId() { return m_ids.next(); }
    /// A new record with its defaults and number, as made by the employee then. `at` in UTC ms.
    model::Record make(model::EntityId entity, int author, qint64 at);
    /// Gives the record, which is added afterwards, a content of at most a chunk.
    void fill(model::Record &record, model::BytesField field, const QByteArray &content);
    void add(const model::Record &record, int author);
    void update(const model::Record &before, const model::Record &after, int author);
    /// Hands everything on. Records may only point at what was settled or added before by the same author.
    Result<void> settle();

    /// A count that grows with the company, within bounds.
    int few(int count) const;

    // Time: days since 1970-01-01 and UTC ms where the company is.
    qint64 today() const { return m_today; }
    qint64 now() const { return at(m_today, 18 * 60); }
    static qint64 at(qint64 day, int minute)
    {
        return day * 86'400'000 - qint64(8) * 3'600'000 + qint64(minute) * 60'000;
    }
    /// Some time in the working hours of the day, never after now().
    qint64 someTime(qint64 day);
    /// A day between so and so many days ago.
    qint64 daysAgo(int least, int most) { return m_today - m_dice.between(least, most); }
    /// The day on which the moment lies.
    static qint64 dayOf(qint64 at);

    int someoneOf(Team team) { return m_dice.pick(teams[size_t(team)]); }
    Uuid userId(int employee) const { return employees.at(size_t(employee)).id; }
    /// What is written about a customer: in Chinese, for foreign ones mostly in English or their language.
    const QStringList &phrase(const Phrases &phrases, const Customer &customer);
    /// A remark of somebody in the office.
    const QString &note() { return m_dice.pick(m_words.notes[QStringLiteral("zh")]).first(); }
    QString note(const Customer &customer) { return phrase(m_words.notes, customer).first(); }
    /// What the customer calls the product.
    static const QString &nameOf(const Product &product, const Customer &customer);
    /// {p}, {c} in a text.
    static QString fill(QString text, const QString &product, const QString &customer);
    /// A person's name in Chinese with pinyin for logins and addresses.
    struct Name {
        QString text;
        QString pinyin;
        bool female = false;
    };
    Name someName();

    std::vector<Employee> employees; ///< the administrator first
    Uuid rootDepartment;
    std::array<std::vector<int>, TeamCount> teams;
    std::array<Uuid, TeamCount> departments;
    std::array<int, TeamCount> heads{};
    std::vector<Supplier> suppliers;
    std::vector<Product> products;
    std::vector<model::Record> productRows; ///< as they were given
    std::vector<model::Record> accountRows; ///< likewise, some
    std::vector<Deal> deals;
    std::vector<Prospect> prospects;
    std::vector<Order> orders; ///< by day
    std::vector<Uuid> serviceLevels, articles, intelligence, segments, materials, campaigns, leads, tickets, projects;
    std::vector<Customer> customers; ///< the first ones: those that have more than contacts and interactions

private:
    const model::Catalogue &m_catalogue;
    RecordSink &m_sink;
    Options m_options;
    Words m_words;
    Dice m_dice;
    SeededRandom m_idRandom;
    struct StillClock final : Clock {
        qint64 ms = 0;
        qint64 wallMs() const override { return ms; }
        qint64 monotonicMs() const override { return ms; }
    } m_clock;
    UuidMaker m_ids;
    qint64 m_today = 0;
    std::vector<QList<model::Record>> m_waiting; ///< by author
    std::optional<Error> m_error;
};

inline Uuid item(const char *dictionary, const char *code)
{
    return model::dictionaryItemId(QString::fromLatin1(dictionary), QString::fromLatin1(code));
}
inline Uuid item(const char *dictionary, const QString &code)
{
    return model::dictionaryItemId(QString::fromLatin1(dictionary), code);
}

/// {"zh": …, "en": …}, as labels of rows made by users are kept.
QString labelJson(const QString &chinese, const QString &english);

} // namespace guanxi::demo
