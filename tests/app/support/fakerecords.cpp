// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/fakerecords.h"

#include "common/base/fold.h"
#include "common/model/catalogue/reference.h"

#include <QCoreApplication>
#include <QDateTime>

namespace guanxi::tests {

using app::DictionaryChoice;
using app::Saved;
using model::Field;
using model::FieldType;
using model::Record;
using model::RecordRef;
using model::Value;
using storage::Filter;

namespace {

qint64 numberOf(const Value &value) { return value.number(); }

bool less(const Record &a, const Record &b, model::FieldId field)
{
    const Value &left = a.value(field), &right = b.value(field);
    if (left.isNull() || right.isNull())
        return left.isNull() && !right.isNull();
    if (left.is<QString>())
        return sortKey(left.text()) < sortKey(right.text());
    if (left.is<Uuid>())
        return left.id() < right.id();
    return numberOf(left) < numberOf(right);
}

} // namespace

FakeRecords::FakeRecords(const model::Catalogue &catalogue) : m_catalogue(catalogue), m_me(Uuid::named("me"))
{
    m_rights = model::Rights::unlimited(m_me);
    for (const model::DictionaryInfo &info : catalogue.dictionaries())
        for (const model::DictionaryValue &value : info.values) {
            DictionaryChoice choice;
            choice.id = model::dictionaryItemId(info.code, value.code);
            choice.code = value.code;
            choice.label = value.label;
            choice.parent = value.parent.isEmpty() ? Uuid() : model::dictionaryItemId(info.code, value.parent);
            m_dictionaries[info.code].append(choice);
        }
}

Record FakeRecords::add(model::EntityId entity, const QList<std::pair<model::FieldId, Value>> &values)
{
    Record record = create(entity);
    for (const auto &[field, value] : values)
        record.setValue(field, value);
    const qint64 rid = qint64(m_rids.size()) + 1;
    m_rows[rid] = record;
    m_rids.insert(record.ref(), rid);
    return record;
}

void FakeRecords::arrive(const Record &record)
{
    if (!m_rids.contains(record.ref()))
        m_rids.insert(record.ref(), qint64(m_rids.size()) + 1);
    m_rows[m_rids.value(record.ref())] = record;
    Q_EMIT changed({record.ref()});
}

Result<Record> FakeRecords::load(const RecordRef &ref) const
{
    const auto row = m_rids.constFind(ref);
    if (row == m_rids.constEnd())
        return {ErrorCode::NotFound};
    return m_rows.at(*row);
}

Result<QList<Record>> FakeRecords::window(model::EntityId entity, std::span<const qint64> rows) const
{
    ++windowLoads;
    rowsLoaded += int(rows.size());
    QList<Record> records;
    for (const qint64 row : rows) {
        if (!m_pretended.contains(entity)) {
            records.append(m_rows.at(row));
            continue;
        }
        Record record(m_catalogue.at(entity), Uuid::named(QByteArray::number(row)));
        for (const model::FieldId field : m_catalogue.at(entity).titleFields)
            record.setValue(field, Value(QStringLiteral("Row %1").arg(row)));
        records.append(record);
    }
    return records;
}

void FakeRecords::recentHistory(const app::RecentQuestion &question, QObject *context, std::function<void(Result<app::RecentChanges>)> done)
{
    app::RecentChanges changes;
    for (const QList<app::HistoryEntry> &entries : std::as_const(happened))
        for (const app::HistoryEntry &entry : entries)
            if (entry.rev > question.after && entry.at >= question.since && question.entities.contains(entry.change.record.entity) && !question.before
                && (question.user.isNull() || question.user == entry.user))
                changes.entries.append(entry);
    std::ranges::sort(changes.entries, std::greater(), &app::HistoryEntry::rev);
    QMetaObject::invokeMethod(context, [changes, done = std::move(done)] { done(changes); }, Qt::QueuedConnection);
}

void FakeRecords::find(const storage::Query &query, QObject *context, std::function<void(Result<Rows>)> done)
{
    ++finds;
    lastQuery = query;
    QMetaObject::invokeMethod(context, [this, query, done = std::move(done)] { done(matching(query)); }, Qt::QueuedConnection);
}

bool FakeRecords::passes(const Record &record, const Filter &filter) const
{
    using Kind = Filter::Kind;
    const Value &value = record.value(filter.field);
    const auto child = [&](const Filter &part) { return passes(record, part); };
    const Value first = filter.values.value(0);
    switch (filter.kind) {
    case Kind::And:
        return std::all_of(filter.children.begin(), filter.children.end(), child);
    case Kind::Or:
        return std::any_of(filter.children.begin(), filter.children.end(), child);
    case Kind::Not:
        return !passes(record, filter.children.first());
    case Kind::Is:
        return value == first;
    case Kind::IsNot:
        return value != first;
    case Kind::Less:
        return !value.isNull() && numberOf(value) < numberOf(first);
    case Kind::LessOrEqual:
        return !value.isNull() && numberOf(value) <= numberOf(first);
    case Kind::Greater:
        return !value.isNull() && numberOf(value) > numberOf(first);
    case Kind::GreaterOrEqual:
        return !value.isNull() && numberOf(value) >= numberOf(first);
    case Kind::Between:
        return !value.isNull() && numberOf(value) >= numberOf(first) && numberOf(value) <= numberOf(filter.values.value(1));
    case Kind::Contains:
        if (first.is<Uuid>())
            return model::idsOf(value).contains(first.id());
        return value.is<QStringList>() ? value.as<QStringList>().contains(first.text())
                                       : foldText(value.text()).contains(foldText(first.text()));
    case Kind::StartsWith:
        return foldText(value.text()).startsWith(foldText(first.text()));
    case Kind::Empty:
        return value.isNull();
    case Kind::NotEmpty:
        return !value.isNull();
    case Kind::Referred:
        return std::any_of(m_rows.begin(), m_rows.end(), [&](const auto &row) {
            const Record &other = row.second;
            const Value &names = other.value(model::FieldId(filter.values[1].number()));
            return other.entity().id == filter.values[0].number() && !other.isDeleted()
                   && (names == Value(record.ref()) || names == Value(record.id())) && (filter.children.isEmpty() || passes(other, filter.children.first()));
        });
    case Kind::Among:
        return model::idsOf(first).contains(record.id());
    case Kind::In:
        return filter.values.contains(value);
    case Kind::LastDays: {
        const qint64 days = QDateTime::currentMSecsSinceEpoch() / 86400000;
        const qint64 day = record.entity().field(filter.field)->type == FieldType::Date ? value.number() : value.number() / 86400000;
        return !value.isNull() && day > days - first.number() && day <= days;
    }
    default:
        return true;
    }
}

app::Records::Rows FakeRecords::matching(const storage::Query &query) const
{
    Rows rows;
    if (m_pretended.contains(query.entity)) {
        rows.resize(size_t(m_pretended.value(query.entity)));
        for (size_t at = 0; at < rows.size(); ++at)
            rows[at] = qint64(at) + 1;
        return rows;
    }
    const QString typed = foldText(query.search);
    for (const auto &[rid, record] : m_rows) {
        if (record.entity().id != query.entity || !storage::shows(query.deleted, record.isDeleted()) || !passes(record, query.filter))
            continue;
        bool hit = typed.isEmpty();
        for (const Field &field : record.entity().fields())
            hit = hit || (field.search != model::Search::None && foldText(record.value(field.id).text()).contains(typed));
        if (hit)
            rows.push_back(rid);
    }
    for (auto by = query.sort.rbegin(); by != query.sort.rend(); ++by)
        std::stable_sort(rows.begin(), rows.end(), [this, by](qint64 a, qint64 b) {
            return by->descending ? less(m_rows.at(b), m_rows.at(a), by->field) : less(m_rows.at(a), m_rows.at(b), by->field);
        });
    if (query.limit > 0 && rows.size() > size_t(query.limit))
        rows.resize(size_t(query.limit));
    return rows;
}

Result<QList<Record>> FakeRecords::findNow(const storage::Query &query) const
{
    QList<Record> records;
    for (const qint64 row : matching(query))
        records.append(m_rows.at(row));
    return records;
}

Result<app::Records::Some> FakeRecords::some(model::EntityId entity, qint64, std::span<const model::FieldId>) const
{
    storage::Query query;
    query.entity = entity;
    return Some{findNow(query).value(), 0, false};
}

void FakeRecords::look(model::EntityId entity, qint64, std::function<void(const model::Record &)> look, QObject *context,
                       std::function<void(Result<Looked>)> done)
{
    const QList<model::Record> records = some(entity, 0, {}).value().records;
    for (const model::Record &record : records)
        look(record);
    QMetaObject::invokeMethod(context, [count = records.size(), done = std::move(done)] { done(Looked{0, count, false}); }, Qt::QueuedConnection);
}

Result<qint64> FakeRecords::count(const storage::Query &query) const { return qint64(matching(query).size()); }

void FakeRecords::aggregate(const storage::Query &query, const QList<model::FieldId> &fields, QObject *context,
                            std::function<void(Result<QList<storage::Aggregate>>)> done)
{
    QList<storage::Aggregate> sums(fields.size());
    if (!m_pretended.contains(query.entity))
        for (const qint64 row : matching(query))
            for (qsizetype at = 0; at < fields.size(); ++at)
                if (const Value &value = m_rows.at(row).value(fields[at]); !value.isNull()) {
                    ++sums[at].count;
                    sums[at].sum = sums[at].sum.value_or(0) + value.number();
                }
    QMetaObject::invokeMethod(context, [sums, done = std::move(done)] { done(sums); }, Qt::QueuedConnection);
}

void FakeRecords::group(const storage::Query &query, model::FieldId by, const QList<model::FieldId> &sums, QObject *context,
                        std::function<void(Result<QList<storage::Group>>)> done)
{
    QList<storage::Group> groups;
    for (const qint64 row : matching(query)) {
        const Record &record = m_rows.at(row);
        const Value &key = record.value(by);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const storage::Group &g) { return g.key == key; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {key, 0, QList<std::optional<qint64>>(sums.size())});
        ++group->count;
        for (qsizetype at = 0; at < sums.size(); ++at)
            if (const Value &value = record.value(sums[at]); !value.isNull())
                group->sums[at] = group->sums[at].value_or(0) + value.number();
    }
    QMetaObject::invokeMethod(context, [groups, done = std::move(done)] { done(groups); }, Qt::QueuedConnection);
}

Value FakeRecords::followed(const Record &record, const storage::Path &path) const
{
    const Value &value = record.value(path.first());
    if (path.size() == 1 || value.isNull())
        return value;
    const model::Field &field = *record.entity().field(path.first());
    const model::EntityId target = field.targets.isEmpty() ? model::DictionaryItem::entity : field.targets.first();
    const Result<Record> next = load({target, value.id()});
    return next ? followed(*next, path.sliced(1)) : Value();
}

void FakeRecords::tally(const storage::Query &query, const QList<storage::Path> &by, const QList<model::FieldId> &sums, QObject *context,
                        std::function<void(Result<QList<storage::Tally>>)> done)
{
    QList<storage::Tally> tallies;
    for (const qint64 row : matching(query)) {
        const Record &record = m_rows.at(row);
        QList<Value> keys;
        for (const storage::Path &path : by)
            keys.append(followed(record, path));
        auto tally = std::find_if(tallies.begin(), tallies.end(), [&](const storage::Tally &t) { return t.keys == keys; });
        if (tally == tallies.end())
            tally = tallies.insert(tallies.end(), {keys, 0, QList<std::optional<qint64>>(sums.size())});
        ++tally->count;
        for (qsizetype at = 0; at < sums.size(); ++at)
            if (const Value &value = record.value(sums[at]); !value.isNull())
                tally->sums[at] = tally->sums[at].value_or(0) + value.number();
    }
    QMetaObject::invokeMethod(context, [tallies, done = std::move(done)] { done(tallies); }, Qt::QueuedConnection);
}

void FakeRecords::reveal(const RecordRef &, model::FieldId, QObject *context, std::function<void(Result<Value>)> done)
{
    ++reveals;
    const Result<Value> answer = connected ? Result<Value>(Value(secret)) : Result<Value>(Error{ErrorCode::Disconnected, {}});
    QMetaObject::invokeMethod(context, [answer, done = std::move(done)] { done(answer); }, Qt::QueuedConnection);
}

Result<QList<RecordRef>> FakeRecords::search(const QString &typed, int limit) const
{
    QList<RecordRef> hits;
    for (const model::Entity &entity : m_catalogue.entities()) {
        storage::Query query;
        query.entity = entity.id;
        query.search = typed;
        query.limit = limit;
        for (const qint64 row : matching(query))
            hits.append(m_rows.at(row).ref());
    }
    return hits;
}

QString FakeRecords::title(const RecordRef &ref) const
{
    const auto row = m_rids.constFind(ref);
    return row == m_rids.constEnd() ? QString() : model::titleOf(m_rows.at(*row));
}

QList<DictionaryChoice> FakeRecords::dictionary(const QString &code) const
{
    QList<DictionaryChoice> choices = m_dictionaries.value(code);
    for (DictionaryChoice &choice : choices)
        choice.label = QCoreApplication::translate("dictionary", choice.label.toUtf8().constData());
    return choices;
}

QString FakeRecords::dictionaryLabel(const Uuid &item) const
{
    for (const QList<DictionaryChoice> &choices : m_dictionaries)
        for (const DictionaryChoice &choice : choices)
            if (choice.id == item)
                return QCoreApplication::translate("dictionary", choice.label.toUtf8().constData());
    return {};
}

Record FakeRecords::create(model::EntityId entity) const
{
    const model::Entity &declared = m_catalogue.at(entity);
    Record record(declared, m_ids.next());
    for (const Field &field : declared.fields()) {
        if (field.defaultKind == model::Default::Constant)
            record.setValue(field.id, field.defaultValue);
        if (field.defaultKind == model::Default::CurrentUser)
            record.setValue(field.id, Value(m_me));
        if (field.defaultKind == model::Default::Now)
            record.setValue(field.id, Value(m_clock.wallMs()));
        if (field.defaultKind == model::Default::Today)
            record.setValue(field.id, Value(m_clock.wallMs() / 86400000));
    }
    if (!declared.machine.isEmpty())
        record.setValue(declared.machine.field, Value(declared.machine.initial));
    return record;
}

QList<std::pair<model::FieldId, Error>> FakeRecords::check(const Record &record) const
{
    QList<std::pair<model::FieldId, Error>> faults;
    for (const Field &field : record.entity().fields()) {
        const Value &value = record.value(field.id);
        if (field.required && field.isEditable() && value.isNull())
            faults.append({field.id, Error{ErrorCode::Required, {field.name}}});
        if (field.type == FieldType::Email && !value.isNull() && !value.text().contains(u'@'))
            faults.append({field.id, Error{ErrorCode::BadFormat, {field.name, value.text(), QStringLiteral("email")}}});
    }
    return faults;
}

} // namespace guanxi::tests
