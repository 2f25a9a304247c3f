// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcompany.h"

namespace guanxi::test {

using namespace model;

namespace {

/// Field by field: here against there.
QString differing(const Record &here, const Record &there)
{
    QString text;
    for (const Field &field : there.entity().fields())
        if (here.value(field.id) != there.value(field.id))
            text += QStringLiteral("; %1: %2 against %3").arg(field.name, here.value(field.id).text(), there.value(field.id).text());
    return text;
}

} // namespace

DeskCompany::DeskCompany(storage::Backend backend, MemoryServer::Declare declare)
    : SmallCompany(backend, declare), annId(user(QStringLiteral("ann"), east, own)), beaId(user(QStringLiteral("bea"), west, all)),
      ann(server, QStringLiteral("ann"), annId, clock, random), bea(server, QStringLiteral("bea"), beaId, clock, random)
{
    meet();
}

void DeskCompany::meet()
{
    for (MemoryDesk *desk : {&ann, &bea})
        if (!desk->isConnected())
            desk->connectToServer();
    settle();
}

void DeskCompany::settle(int seconds) { test::settle(server, {&ann, &bea}, clock, seconds); }

void DeskCompany::checkExact(MemoryDesk &desk)
{
    INFO(desk.login().toStdString());
    const QHash<RecordRef, Record> expected = server.projection(server.rightsOf(desk.user()));
    const QHash<RecordRef, Record> actual = desk.rows();
    CHECK(actual.size() == expected.size());
    for (const Record &row : expected) {
        INFO(row.entity().name.toStdString() << ' ' << row.id().text().toStdString() << differing(actual.value(row.ref()), row).toStdString());
        CHECK(actual.value(row.ref()).sameContent(row));
    }
}

app::Saved DeskCompany::change(MemoryDesk &desk, const RecordRef &ref, FieldId field, const Value &value)
{
    Record record = storage::test::must(desk.records().load(ref));
    record.setValue(field, value);
    return storage::test::must(desk.records().save(record));
}

Record DeskCompany::make(MemoryDesk &desk, const QString &name)
{
    Record record = newAccount(name, desk.user());
    storage::test::must(desk.records().save(record));
    return record;
}

Record DeskCompany::clash(const Record &record, TextField field)
{
    ann.cut();
    change(ann, record.ref(), field.id, QStringLiteral("mine"));
    change(bea, record.ref(), field.id, QStringLiteral("theirs"));
    settle();
    meet();
    return conflictsOf(record).value(0);
}

QString DeskCompany::shown(MemoryDesk &desk, const RecordRef &ref, TextField field)
{
    const Result<Record> record = desk.records().load(ref);
    return record ? (*record)[field] : QStringLiteral("(not here)");
}

} // namespace guanxi::test
