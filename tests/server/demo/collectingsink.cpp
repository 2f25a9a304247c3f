// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/demo/collectingsink.h"

#include "common/model/valuejson.h"
#include "common/rules/defaults.h"
#include "common/rules/numbering.h"

#include <QCryptographicHash>

namespace guanxi::test {

using namespace model;

Result<void> CollectingSink::insert(const Uuid &, const QList<Record> &rows)
{
    if (rows.isEmpty() || rows.size() > GroupSize)
        m_complaints.append(QStringLiteral("a group of %1").arg(rows.size()));
    for (const Record &row : rows) {
        if (m_rows.contains(row.ref()))
            m_complaints.append(QStringLiteral("twice: ") + row.entity().name);
        m_rows.insert(row.ref(), row);
        m_order.append(row.ref());
        checkReferences(row);
        for (const Field &field : row.entity().fields()) {
            const QString value =
                field.unique && !row.value(field.id).isNull() ? valueToJson(row.value(field.id)) : QString();
            const QString key = row.entity().name + u'/' + field.name + u'/' + value;
            if (!value.isEmpty() && m_unique.contains(key))
                m_complaints.append(QStringLiteral("not unique: ") + key);
            m_unique.insert(key);
        }
    }
    return {};
}

Result<void> CollectingSink::update(const Uuid &, const Record &before, const Record &after)
{
    if (!m_rows.contains(before.ref()) || !m_rows.value(before.ref()).sameContent(before))
        m_complaints.append(QStringLiteral("unknown before: ") + before.entity().name);
    m_rows.insert(after.ref(), after);
    checkReferences(after);
    return {};
}

Result<QString> CollectingSink::number(const Entity &entity, qint64 at)
{
    const QDate day = QDate(1970, 1, 1).addDays(rules::dayOf(at));
    const QString period = entity.numberPattern.contains(u"{MM}")  ? day.toString(QStringLiteral("yyyyMM"))
                           : entity.numberPattern.contains(u"{yy") ? day.toString(QStringLiteral("yyyy"))
                                                                   : QString();
    return rules::formatNumber(entity.numberPattern, day, ++m_counters[entity.name + period]);
}

void CollectingSink::checkReferences(const Record &row)
{
    for (const Field &field : row.entity().fields()) {
        QList<RecordRef> targets;
        const Value &value = row.value(field.id);
        if (field.type == FieldType::Reference && !value.isNull())
            targets.append({field.targets.first(), value.id()});
        if (field.type == FieldType::AnyReference && !value.isNull())
            targets.append(value.as<RecordRef>());
        if (field.type == FieldType::References)
            for (const Uuid &id : idsOf(value))
                targets.append({field.targets.first(), id});
        for (const RecordRef &target : std::as_const(targets))
            if (!m_rows.contains(target))
                m_complaints.append(row.entity().name + u'.' + field.name + QStringLiteral(" points at nothing"));
    }
}

QList<Record> CollectingSink::of(EntityId entity) const
{
    QList<Record> rows;
    for (const RecordRef &ref : m_order)
        if (ref.entity == entity)
            rows.append(m_rows.value(ref));
    return rows;
}

Record CollectingSink::find(const RecordRef &ref) const { return m_rows.value(ref); }

QByteArray CollectingSink::digest() const { return digestOf(m_rows.values()); }

QByteArray rowText(const Record &row)
{
    QByteArray text = row.entity().name.toUtf8() + ' ' + row.id().bytes().toHex();
    for (const Field &field : row.entity().fields())
        if (!row.value(field.id).isNull())
            text += ' ' + field.name.toUtf8() + '=' + valueToJson(row.value(field.id)).toUtf8();
    return text;
}

QByteArray digestOf(QList<Record> rows)
{
    std::sort(rows.begin(), rows.end(), [](const Record &a, const Record &b) { return a.ref() < b.ref(); });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Record &row : std::as_const(rows))
        hash.addData(rowText(row) + '\n');
    return hash.result().toHex();
}

} // namespace guanxi::test
