// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/directory.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"
#include "common/rules/defaults.h"
#include "common/rules/validate.h"

#include <QDateTime>
#include <QFile>

namespace guanxi::server {

using namespace model;

template <class Matches>
Result<Record> Directory::find(EntityId entity, const QString &what, const QString &name, Matches matches)
{
    const Result<QList<Record>> rows = all(entity);
    if (!rows)
        return rows.error();
    const auto found = std::find_if(rows->begin(), rows->end(), matches);
    if (found == rows->end())
        return Error{ErrorCode::NotFound, {what, name}};
    return *found;
}

Result<Record> Directory::user(const QString &login)
{
    return find(User::entity, QStringLiteral("user"), login, [&](const Record &row) { return row[User::login] == login; });
}

Result<Record> Directory::role(const QString &code)
{
    return find(Role::entity, QStringLiteral("role"), code, [&](const Record &row) { return row[Role::code] == code; });
}

Result<Record> Directory::department(const QString &code)
{
    return find(Department::entity, QStringLiteral("department"), code, [&](const Record &row) {
        return code.isEmpty() ? row[Department::parent].isNull() : row[Department::code] == code;
    });
}

Result<Record> Directory::dictionaryItem(const QString &dictionary, const QString &code)
{
    const Uuid owner = dictionaryId(dictionary);
    return find(DictionaryItem::entity, dictionary, code, [&](const Record &row) {
        return row[DictionaryItem::dictionary] == owner && row[DictionaryItem::code] == code;
    });
}

Result<QList<Record>> Directory::all(EntityId entity)
{
    constexpr int PageSize = 1000;
    QList<Record> rows;
    for (qint64 after = 0;;) {
        const auto page = m_app.store().records().loadAfter(entity, after, PageSize);
        if (!page)
            return page.error();
        for (const storage::StoredRecord &stored : *page)
            if (!stored.record.isDeleted())
                rows.append(stored.record);
        if (page->size() < PageSize)
            return rows;
        after = page->back().rid;
    }
}

Result<QHash<Uuid, QString>> Directory::logins()
{
    const Result<QList<Record>> users = all(User::entity);
    if (!users)
        return users.error();
    QHash<Uuid, QString> logins;
    for (const Record &user : *users)
        logins.insert(user.id(), user[User::login]);
    return logins;
}

QString Directory::title(const RecordRef &ref)
{
    const Entity *entity = m_app.catalogue().entity(ref.entity);
    const Result<std::optional<ServerRow>> row = entity ? m_app.store().row(ref) : std::optional<ServerRow>();
    if (row && row->has_value())
        for (const FieldId field : entity->titleFields)
            if (const QString text = (*row)->record.value(field).text(); !text.isEmpty())
                return text;
    return {};
}

Record Directory::blank(EntityId entity, const Uuid &department)
{
    Record record(m_app.catalogue().at(entity), m_app.ids().next());
    const qint64 now = m_app.clock().wallMs();
    rules::applyDefaults(record, {Uuid(), department, now, rules::dayOf(now)});
    return record;
}

Result<void> Directory::check(const Record &record)
{
    const QList<rules::FieldError> errors = rules::checkRecord(record.entity(), record, nullptr);
    if (!errors.isEmpty())
        return errors.first().error;
    return {};
}

RecordChange updateOf(const Record &record, FieldId field, const Value &value)
{
    return {ChangeKind::Update, record.ref(), record.rev(), {{field, record.value(field), value, record.rev()}}};
}

QString timeText(qint64 utcMs)
{
    return utcMs == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(Qt::ISODate);
}

Result<QString> readPassword(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    QString line = QString::fromUtf8(file.readLine(4096));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace guanxi::server
