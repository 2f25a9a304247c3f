// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Cache that grows with the catalogue: rows that came before a field was known here came without it.
#include "app/data/cache.h"

#include "common/storage/transaction.h"

namespace guanxi::app {

using namespace storage;
using namespace model;

namespace {

constexpr const char *FieldsKey = "fields_read";
using Fields = QSet<std::pair<EntityId, FieldId>>;

Fields fieldsOf(const Catalogue &catalogue)
{
    Fields fields;
    for (const Entity &entity : catalogue.entities())
        for (const Field &field : entity.fields())
            fields.insert({entity.id, field.id});
    return fields;
}

QByteArray encoded(const Fields &fields)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(quint64(fields.size()) * 2);
    for (const auto &[entity, field] : fields) {
        writer.append(quint64(entity));
        writer.append(quint64(field));
    }
    writer.endArray();
    return bytes;
}

Result<Fields> decoded(const QByteArray &bytes)
{
    Fields fields;
    CborReader reader(bytes);
    for (qsizetype count = reader.enterArray() / 2; count > 0 && !reader.failed(); --count) {
        const EntityId entity = EntityId(reader.integer());
        fields.insert({entity, FieldId(reader.integer())});
    }
    reader.leave();
    GUANXI_TRY(reader.result());
    return fields;
}

} // namespace

Result<void> Cache::extendSchema()
{
    GUANXI_TRY(ensureSchema(*m_database, m_catalogue, StoreKind::Cache));
    m_records = std::make_unique<RecordStore>(*m_database, m_catalogue, StoreKind::Cache);
    return {};
}

Result<void> Cache::readAgain(const QSet<EntityId> &entities, qint64 head)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const sync::ScopeStreams before = m_streams;
    Result<void> done = forgetRevisions(entities);
    giveUpAndGrantAgain(entities, m_streams.granted(), head);
    if (done)
        done = saveStreams();
    if (done)
        done = setMetaValue(*m_database, FieldsKey, encoded(fieldsOf(m_catalogue)));
    if (done)
        done = transaction->commit();
    if (!done)
        m_streams = before;
    return done;
}

Result<void> Cache::readNewFields()
{
    const Result<std::optional<QByteArray>> stored = metaValue(*m_database, FieldsKey);
    if (!stored)
        return stored.error();
    const Result<Fields> read = *stored ? decoded(**stored) : Result<Fields>(Fields());
    if (!read)
        return read.error();
    const Fields all = fieldsOf(m_catalogue);
    if (all == *read)
        return {};
    QSet<EntityId> grown;
    for (const auto &[entity, field] : all)
        if (!read->contains({entity, field}))
            grown.insert(entity);
    // A field that is not declared any more is not read meanwhile: should it come back, it is new.
    return readAgain(grown, m_streams.cursor());
}

} // namespace guanxi::app
