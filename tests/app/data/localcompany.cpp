// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcompany.h"

namespace guanxi::test {

using namespace model;

LocalCompany::LocalCompany()
{
    declareOrganisation(catalogue);
    declareReference(catalogue);
    declareCustomers(catalogue);
    declarePlatform(catalogue);
    reopen();
    must(outbox->setIdentity({{}, ids.next(), me, QStringLiteral("ann"), QStringLiteral("Ann")}));
    grant(rightsWith(Reach::Own), 0);
    pull(0, {});
}

void LocalCompany::reopen()
{
    records.reset();
    reader.reset();
    view.reset();
    cache.reset();
    outbox.reset();
    outbox = must(app::Outbox::open(path("outbox.db"), key));
    cache = must(app::Cache::open(path("cache.db"), key, catalogue));
    reader = std::make_unique<app::QueryReader>(cache->database(), catalogue);
    view = must(app::CacheView::open(path("cache.db"), key, catalogue)); // as a desk has it: writing goes on in another thread
    records = std::make_unique<app::LocalRecords>(app::LocalRecords::Parts{catalogue, *cache, *view, *outbox, *reader, clock, ids});
}

Rights LocalCompany::rightsWith(Reach reach, const QList<std::pair<FieldId, FieldRight>> &accountFields) const
{
    RightsInput input;
    input.user = me;
    input.activeRoles = {role};
    for (EntityId entity : {Account::entity, Contact::entity, Conflict::entity})
        for (Action action : {Action::View, Action::Create, Action::Edit, Action::Delete})
            input.access.append({entity, action, reach, {}});
    for (EntityId entity : {Account::entity, Contact::entity, Conflict::entity})
        input.viewRoles[entity] = {role};
    for (const auto &[field, right] : accountFields)
        input.fields.append({role, Account::entity, field, right});
    return Rights(input, catalogue);
}

void LocalCompany::grant(const Rights &rights, qint64 head)
{
    must(cache->setRights(rights, ++m_rightsVersion, head));
    records->takeRights(cache->rights());
}

void LocalCompany::forget()
{
    while (must(cache->forgetSome())) {
    }
}

void LocalCompany::pull(qint64 cursor, const QList<Record> &upserts, const QList<RecordRef> &removes)
{
    app::Cache::Page page;
    page.cursor = cursor;
    for (const sync::ScopeStreams::Stream &stream : cache->streams().loads())
        page.loads.append({stream.scope, cursor, true});
    for (const sync::ScopeStreams::Stream &stream : cache->streams().drops())
        page.drops.append({stream.scope, cursor, true});
    for (const Record &record : upserts)
        page.upserts.append(encodeRecord(record));
    page.removes = removes;
    must(cache->applyPage(cache->streams().generation(), page));
}

Record LocalCompany::account(const QString &name, qint64 rev) const
{
    Record record(catalogue.at(Account::entity), ids.next());
    record.setRev(rev);
    record.set(Account::name, name);
    record.set(Account::type, dictionaryItemId(QStringLiteral("customer_type"), QStringLiteral("company")));
    record.set(Account::status, qint64(Account::Potential));
    record.set(Account::level, dictionaryItemId(QStringLiteral("customer_level"), QStringLiteral("ordinary")));
    record.set(Account::region, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E")));
    record.set(Account::accountManager, me);
    record.setValue(system::Owner, me);
    return record;
}

Record LocalCompany::contact(const QString &name, const Record &account) const
{
    Record contact(catalogue.at(Contact::entity), ids.next());
    contact.set(Contact::name, name);
    contact.set(Contact::account, account.id());
    contact.set(Contact::side, dictionaryItemId(QStringLiteral("contact_side"), QStringLiteral("customer")));
    contact.set(Contact::isPrimary, qint64(0));
    contact.set(Contact::doNotContact, qint64(0));
    return contact;
}

Record LocalCompany::shown(const Record &record) const
{
    const auto stored = must(cache->records().load(record.ref()));
    return stored ? stored->record : Record();
}

} // namespace guanxi::test
