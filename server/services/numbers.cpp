// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/numbers.h"

#include "common/model/catalogue/reference.h"
#include "common/rules/numbering.h"
#include "common/storage/statement.h"

#include <QDateTime>
#include <QTimeZone>

namespace guanxi::server {

using namespace model;
using storage::Statement;

namespace {

struct Rule {
    QString pattern;
    int reset = NumberRule::Never;
};

/// A pattern that shows year, month or day starts again with each of them.
int resetOf(const QString &pattern)
{
    if (pattern.contains(QLatin1String("{dd}")))
        return NumberRule::Daily;
    if (pattern.contains(QLatin1String("{MM}")))
        return NumberRule::Monthly;
    return pattern.contains(QLatin1String("{yy")) ? NumberRule::Yearly : NumberRule::Never;
}

Result<Rule> ruleOf(ServerStore &store, const Entity &entity)
{
    Statement statement(store.database(), "SELECT pattern, reset FROM number_rule WHERE object = ? AND deleted = 0");
    const Result<bool> row = statement.bind(1, entity.name).step();
    if (!row)
        return row.error();
    Rule rule{entity.numberPattern, resetOf(entity.numberPattern)};
    if (*row)
        rule = {statement.text(0), int(statement.integer(1))};
    statement.reset();
    return rule;
}

QString counterName(const Entity &entity, int reset, QDate day)
{
    static constexpr const char *formats[] = {"", "", "yyyy", "yyyyMM", "yyyyMMdd"};
    return entity.name + u'/' + day.toString(QLatin1String(formats[std::clamp(reset, 1, 4)]));
}

Result<bool> isTaken(ServerStore &store, const Entity &entity, const Field &field, const QString &number)
{
    const Result<QList<Uuid>> holders = store.holdersOf(entity, field, number);
    if (!holders)
        return holders.error();
    return !holders->isEmpty();
}

Result<void> passOver(ServerStore &store, const QString &counter, qint64 sequence)
{
    Statement statement(store.database(), "INSERT INTO counter (name, next) VALUES (?, ?) ON CONFLICT (name)"
                                          " DO UPDATE SET next = excluded.next WHERE counter.next < excluded.next");
    GUANXI_TRY(statement.bindAll(counter, sequence + 1).send());
    return {};
}

} // namespace

Result<QString> nextNumber(ServerStore &store, const Entity &entity, const Field &field, qint64 now, const QString &known)
{
    const Result<Rule> rule = ruleOf(store, entity);
    if (!rule)
        return rule.error();
    if (const auto read = known.isEmpty() ? std::nullopt : rules::readNumber(rule->pattern, known)) {
        const Result<bool> taken = isTaken(store, entity, field, known);
        if (!taken)
            return taken.error();
        if (!*taken) {
            // The numbers between belong to others, who will send theirs again.
            GUANXI_TRY(passOver(store, counterName(entity, rule->reset, read->day), read->sequence));
            return known;
        }
    }
    // The company's day decides; Chinese companies keep one zone.
    const QDate day = QDateTime::fromMSecsSinceEpoch(now, QTimeZone(8 * 3600)).date();
    const Result<qint64> sequence = nextOf(store, counterName(entity, rule->reset, day));
    if (!sequence)
        return sequence.error();
    return rules::formatNumber(rule->pattern, day, *sequence);
}

Result<qint64> nextOf(ServerStore &store, const QString &counter, qint64 first)
{
    Statement statement(store.database(), "INSERT INTO counter (name, next) VALUES (?, ?) ON CONFLICT (name)"
                                          " DO UPDATE SET next = counter.next + 1 RETURNING next - 1");
    const Result<bool> row = statement.bindAll(counter, first + 1).step();
    if (!row)
        return row.error();
    const qint64 sequence = statement.integer(0);
    statement.reset();
    return sequence;
}

} // namespace guanxi::server
