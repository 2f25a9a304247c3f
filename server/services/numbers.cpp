// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/numbers.h"

#include "common/model/catalogue/reference.h"
#include "common/rules/numbering.h"

#include <QDateTime>
#include <QTimeZone>

namespace guanxi::server {

using namespace model;

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
    Rule rule{entity.numberPattern, resetOf(entity.numberPattern)};
    const Entity *rules = store.catalogue().entity(NumberRule::entity);
    const Result<QList<Uuid>> set = rules ? store.holdersOf(*rules, *rules->field(NumberRule::object.id), entity.name) : QList<Uuid>();
    if (!set || set->isEmpty())
        return set ? Result<Rule>(rule) : set.error();
    const Result<std::optional<ServerRow>> row = store.row({NumberRule::entity, set->first()});
    if (!row)
        return row.error();
    if (row->has_value())
        rule = {(*row)->record[NumberRule::pattern], int((*row)->record[NumberRule::reset])};
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
            GUANXI_TRY(store.passOver(counterName(entity, rule->reset, read->day), read->sequence));
            return known;
        }
    }
    // The company's day decides; Chinese companies keep one zone.
    const QDate day = QDateTime::fromMSecsSinceEpoch(now, QTimeZone(8 * 3600)).date();
    const Result<qint64> sequence = store.count(counterName(entity, rule->reset, day));
    if (!sequence)
        return sequence.error();
    return rules::formatNumber(rule->pattern, day, *sequence);
}

} // namespace guanxi::server
