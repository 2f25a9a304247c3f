// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/consequences.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/work.h"
#include "common/rules/defaults.h"
#include "common/rules/importance.h"
#include "common/rules/leadscore.h"
#include "server/services/leadscores.h"

namespace guanxi::server {

using namespace model;

namespace {

// What importance looks at; kept nowhere by itself.
const Figure InteractionsOfContact{Interaction::entity, Interaction::contact.id, 0, Contact::entity, 0, Figure::Kind::Sum};
const Figure WonWithContact{Opportunity::entity, Opportunity::contact.id, Opportunity::amount.id, Contact::entity, 0, Figure::Kind::Sum,
                            Opportunity::devStatus.id, {Opportunity::Succeeded}};

std::optional<Contribution> formerContribution(const Figure &figure, const TouchedRow &row)
{
    return row.before ? contributionOf(figure, row.before->record) : std::nullopt;
}

bool isWritten(const TouchedRow &row, FieldId field)
{
    return !row.before || row.before->record.value(field) != row.after.value(field);
}

constexpr qint64 HourMs = 3'600'000;
constexpr qsizetype LongestText = 255; // of the text of a reminder

QString reminderText(const Record &record)
{
    const QString title = titleOf(record);
    return title.isEmpty() ? record.entity().label : title.left(LongestText);
}

Value valueOf(std::optional<qint64> figure) { return figure ? Value(*figure) : Value(); }

std::optional<qint64> numberOf(const Value &value) { return value.isNull() ? std::nullopt : std::optional(value.number()); }

} // namespace

Result<QList<RecordChange>> Consequences::follow()
{
    // What follows from these below is to see their outcome.
    GUANXI_TRY(followTotals());
    GUANXI_TRY(followReviews());
    GUANXI_TRY(followRenewals());
    for (const TouchedRow &row : std::as_const(m_touched))
        m_byEntity[row.after.entity().id].append(row);
    for (const Figure &figure : figures())
        if (has(figure.source) && has(figure.target))
            GUANXI_TRY(follow(figure));
    GUANXI_TRY(followPayments());
    GUANXI_TRY(followScores());
    GUANXI_TRY(followVersions());
    GUANXI_TRY(followTemplates());
    GUANXI_TRY(followStages());
    GUANXI_TRY(followImportance());
    GUANXI_TRY(followChurn());
    GUANXI_TRY(followReminders());
    return m_others + m_changes.values();
}

const QList<TouchedRow> &Consequences::touched(EntityId entity) const
{
    static const QList<TouchedRow> none;
    const auto found = m_byEntity.constFind(entity);
    return found == m_byEntity.constEnd() ? none : *found;
}

Result<void> Consequences::follow(const Figure &figure)
{
    QHash<Uuid, Moved> moved;
    for (const TouchedRow &row : touched(figure.source)) {
        const std::optional<Contribution> before = formerContribution(figure, row);
        const std::optional<Contribution> after = contributionOf(figure, row.after);
        if (before == after)
            continue;
        if (before)
            moved[before->target].lost = joined(figure, moved[before->target].lost, before->value);
        if (after)
            moved[after->target].gained = joined(figure, moved[after->target].gained, after->value);
    }
    for (auto each = moved.cbegin(); each != moved.cend(); ++each) {
        const Result<TouchedRow *> row = rowOf(figure.target, each.key());
        if (!row)
            return row.error();
        if (!*row)
            continue;
        const Result<std::optional<qint64>> now = figureOf(figure, **row, *each);
        if (!now)
            return now.error();
        set(**row, figure.into, valueOf(*now));
    }
    return {};
}

Result<std::optional<qint64>> Consequences::figureOf(const Figure &figure, const TouchedRow &target, const Moved &moved)
{
    const std::optional<qint64> stored = target.before ? numberOf(target.before->record.value(figure.into)) : std::nullopt;
    if (!stored)
        return countAnew(figure, target);
    if (figure.kind == Figure::Kind::Sum)
        return std::optional(*stored + moved.gained.value_or(0) - moved.lost.value_or(0));
    const std::optional<qint64> best = joined(figure, stored, moved.gained);
    // What was best went, and nothing as good came.
    return moved.lost == stored && moved.gained != best ? countAnew(figure, target) : best;
}

Result<std::optional<qint64>> Consequences::countAnew(const Figure &figure, const TouchedRow &target)
{
    QList<Uuid> seen;
    std::optional<qint64> sum;
    for (const TouchedRow &row : touched(figure.source)) {
        if (const auto before = formerContribution(figure, row); before && before->target == target.after.id())
            seen.append(row.after.id());
        if (const auto after = contributionOf(figure, row.after); after && after->target == target.after.id())
            sum = joined(figure, sum, after->value);
    }
    if (!target.before)
        return sum; // nobody else can have pointed there
    const Result<std::optional<qint64>> others = storedFigure(m_store, figure, target.after.id(), seen);
    return others ? Result<std::optional<qint64>>(joined(figure, sum, *others)) : others;
}

Result<void> Consequences::followImportance()
{
    if (!has(Contact::entity))
        return {};
    for (const Uuid &contact : contactsConcerned()) {
        const Result<TouchedRow *> row = rowOf(Contact::entity, contact);
        if (!row)
            return row.error();
        if (!*row)
            continue;
        const Result<Value> importance = importanceOf(**row);
        if (!importance)
            return importance.error();
        set(**row, Contact::importance.id, *importance);
    }
    return {};
}

QSet<Uuid> Consequences::contactsConcerned() const
{
    QSet<Uuid> contacts;
    for (const TouchedRow &row : touched(Contact::entity))
        if (isWritten(row, Contact::decisionRole.id) || isWritten(row, Contact::importanceOverride.id))
            contacts.insert(row.after.id());
    for (const Figure *figure : {&InteractionsOfContact, &WonWithContact})
        for (const TouchedRow &row : touched(figure->source)) {
            const std::optional<Contribution> before = formerContribution(*figure, row);
            const std::optional<Contribution> after = contributionOf(*figure, row.after);
            for (const auto &changed : {before, after})
                if (changed && before != after)
                    contacts.insert(changed->target);
        }
    return contacts;
}

Result<Value> Consequences::importanceOf(const TouchedRow &contact)
{
    std::optional<qint64> counted[2];
    const Figure *parts[] = {&InteractionsOfContact, &WonWithContact};
    for (int i = 0; i < 2; ++i) {
        if (!has(parts[i]->source))
            continue;
        const Result<std::optional<qint64>> count = countAnew(*parts[i], contact);
        if (!count)
            return count.error();
        counted[i] = *count;
    }
    const int interactions = int(std::min<qint64>(counted[0].value_or(0), rules::CountedInteractions));
    return rules::importanceOf(contact.after, interactions, counted[1].value_or(0), counted[1].has_value());
}

Result<void> Consequences::followChurn()
{
    if (!has(ChurnCase::entity))
        return {};
    QSet<Uuid> cases;
    for (const TouchedRow &row : touched(ChurnCase::entity))
        if (isWritten(row, ChurnCase::account.id))
            cases.insert(row.after.id());
    const Entity &entity = m_store.catalogue().at(ChurnCase::entity);
    for (const TouchedRow &row : m_touched.values()) {
        if (row.after.entity().id != Account::entity || !row.before || !isWritten(row, Account::lastOrderOn.id))
            continue;
        const Result<QList<ServerRow>> rows = m_store.children(entity, *entity.field(ChurnCase::account.id), row.after.ref());
        if (!rows)
            return rows.error();
        for (const ServerRow &churn : *rows)
            if (const qint64 status = churn.record[ChurnCase::status]; status == ChurnCase::AtRisk || status == ChurnCase::Deferred)
                cases.insert(churn.record.id());
    }
    for (const Uuid &id : std::as_const(cases)) {
        const Result<TouchedRow *> churn = rowOf(ChurnCase::entity, id);
        if (!churn)
            return churn.error();
        // Reading the customer may move what was read before.
        const Result<TouchedRow *> account = rowOf(Account::entity, (*churn)->after[ChurnCase::account]);
        if (!account)
            return account.error();
        if (*account)
            set(m_touched[{ChurnCase::entity, id}], ChurnCase::lastOrderOn.id, (*account)->after.value(Account::lastOrderOn.id));
    }
    return {};
}

Result<void> Consequences::followReminders()
{
    if (!has(Reminder::entity))
        return {};
    for (const rules::FollowUpFields &fields : rules::followUpFields())
        for (const TouchedRow &row : touched(fields.entity)) {
            const std::optional<rules::FollowUp> before = row.before ? rules::followUpOf(row.before->record) : std::nullopt;
            const std::optional<rules::FollowUp> after = rules::followUpOf(row.after);
            if (before != after)
                GUANXI_TRY(remind(row.after, after));
        }
    return {};
}

Result<void> Consequences::remind(const Record &record, const std::optional<rules::FollowUp> &followUp)
{
    const RecordRef ref = rules::reminderOf(record.ref());
    const Result<TouchedRow *> known = rowOf(ref.entity, ref.id);
    if (!known)
        return known.error();
    if (!followUp) {
        if (*known)
            setDeleted(**known, true);
        return {};
    }
    if (!*known) {
        if (followUp->at < m_now - rules::FollowUpReachMs)
            return {};
        Record reminder(m_store.catalogue().at(ref.entity), ref.id);
        stamp(reminder);
        reminder.set(Reminder::user, followUp->user);
        reminder.set(Reminder::at, followUp->at);
        reminder.set(Reminder::record, record.ref());
        reminder.set(Reminder::text, reminderText(record));
        reminder.set(Reminder::state, qint64(Reminder::Waiting));
        m_touched.insert(ref, {std::nullopt, reminder});
        m_others.append(insertionOf(reminder));
        return {};
    }
    setDeleted(**known, false);
    set(**known, Reminder::user.id, followUp->user);
    set(**known, Reminder::at.id, followUp->at);
    set(**known, Reminder::text.id, reminderText(record));
    set(**known, Reminder::state.id, qint64(Reminder::Waiting));
    return {};
}

Result<void> Consequences::followScores()
{
    // What the server itself makes keeps what it was made with; rules that change are the business of LeadScores.
    if (touched(Lead::entity).isEmpty() || m_user.isNull())
        return {};
    const Result<QList<Record>> rules = leadScoreRules(m_store);
    if (!rules)
        return rules.error();
    for (const TouchedRow &row : touched(Lead::entity)) {
        Record lead = row.after;
        if (lead.isDeleted() || rules->isEmpty() || !rules::applyScore(lead, rules::leadScore(lead, *rules, m_store.catalogue(), {m_now, rules::dayOf(m_now)})))
            continue;
        set(m_touched[lead.ref()], Lead::score.id, lead.value(Lead::score.id));
        set(m_touched[lead.ref()], Lead::classification.id, lead.value(Lead::classification.id));
    }
    return {};
}

Result<void> Consequences::followStages()
{
    if (!has(StageChange::entity))
        return {};
    for (const TouchedRow &row : touched(Opportunity::entity)) {
        // What is brought in by the server may come with its past.
        const QList<TouchedRow> &told = touched(StageChange::entity);
        const bool isTold = std::any_of(told.begin(), told.end(), [&](const TouchedRow &step) { return step.after[StageChange::opportunity] == row.after.id(); });
        if (row.after.isDeleted() || row.after.isNull(Opportunity::stage) || isTold || !isWritten(row, Opportunity::stage.id))
            continue;
        const qint64 made = row.before ? m_now : row.after.value(system::CreatedAt).number();
        Record step(m_store.catalogue().at(StageChange::entity), Uuid::named("stage" + row.after.id().bytes() + row.after[Opportunity::stage].bytes() + QByteArray::number(made)));
        stamp(step);
        step.set(StageChange::opportunity, row.after.id());
        if (row.before)
            step.setValue(StageChange::fromStage.id, row.before->record.value(Opportunity::stage.id));
        step.set(StageChange::toStage, row.after[Opportunity::stage]);
        step.set(StageChange::at, m_now);
        step.setValue(StageChange::by.id, m_user.isNull() ? Value() : Value(m_user));
        step.setValue(StageChange::amountAt.id, row.after.value(Opportunity::amount.id));
        if (row.before) {
            const Record &before = row.before->record;
            const qint64 since = before.value(before.isNull(Opportunity::stageSince) ? system::CreatedAt : Opportunity::stageSince.id).number();
            step.set(StageChange::stayed, std::max<qint64>(0, m_now - since) / HourMs);
        }
        if (m_touched.contains(step.ref()))
            continue;
        m_touched.insert(step.ref(), {std::nullopt, step});
        m_others.append(insertionOf(step));
        set(m_touched[row.after.ref()], Opportunity::stageSince.id, m_now);
    }
    return {};
}

Result<QList<Record>> Consequences::pointingAt(const Entity &entity, FieldId field, const RecordRef &target)
{
    const Result<QList<ServerRow>> stored = m_store.children(entity, *entity.field(field), target);
    if (!stored)
        return stored.error();
    QList<Record> rows;
    for (const ServerRow &row : *stored)
        if (!m_touched.contains(row.record.ref()))
            rows.append(row.record);
    for (const TouchedRow &row : std::as_const(m_touched))
        if (row.after.entity().id == entity.id && row.after.value(field).id() == target.id)
            rows.append(row.after);
    return rows;
}

Result<TouchedRow *> Consequences::rowOf(EntityId entity, const Uuid &id)
{
    const RecordRef ref{entity, id};
    if (const auto found = m_touched.find(ref); found != m_touched.end())
        return &*found;
    Result<std::optional<ServerRow>> stored = m_store.row(ref);
    if (!stored)
        return stored.error();
    if (!stored->has_value())
        return static_cast<TouchedRow *>(nullptr);
    const Record record = (*stored)->record;
    return &*m_touched.insert(ref, {std::move(*stored), record});
}

void Consequences::stamp(Record &made) const
{
    if (!made.entity().hasSystemFields())
        return;
    for (const FieldId field : {system::CreatedAt, system::UpdatedAt})
        made.setValue(field, m_now);
    for (const FieldId field : {system::CreatedBy, system::UpdatedBy})
        made.setValue(field, m_user.isNull() ? Value() : Value(m_user));
}

void Consequences::setDeleted(TouchedRow &row, bool deleted)
{
    if (row.after.isDeleted() == deleted)
        return;
    row.after.setDeleted(deleted);
    m_others.append({deleted ? ChangeKind::Delete : ChangeKind::Restore, row.after.ref(), row.after.rev(), {}});
}

void Consequences::set(TouchedRow &row, FieldId field, const Value &value)
{
    const Value before = row.after.value(field);
    if (before == value)
        return;
    RecordChange &change = m_changes[row.after.ref()];
    change.kind = ChangeKind::Update;
    change.record = row.after.ref();
    change.fields.append({field, before, value, 0});
    row.after.setValue(field, value);
}

} // namespace guanxi::server
