// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/streams.h"

#include "common/model/codec.h"

#include <QCryptographicHash>

#include <algorithm>

namespace guanxi::sync
{

using model::ScopeKey;
using Stream = ScopeStreams::Stream;

namespace
{

QList<ScopeKey> sorted(const QSet<ScopeKey> &scopes)
{
    QList<ScopeKey> list(scopes.begin(), scopes.end());
    std::sort(list.begin(), list.end());
    return list;
}

void writeStreams(CborWriter &writer, const QMap<ScopeKey, Stream> &streams)
{
    writer.startArray(quint64(streams.size()));
    for (const Stream &stream : streams) {
        writer.startArray(3);
        writeScope(writer, stream.scope);
        writer.append(stream.pos);
        writer.append(stream.skip);
    }
}

QMap<ScopeKey, Stream> readStreams(CborReader &reader)
{
    QMap<ScopeKey, Stream> streams;
    const qsizetype count = reader.enterArray();
    for (qsizetype i = 0; i < count && !reader.failed(); ++i) {
        Stream stream;
        reader.enterArray();
        stream.scope = readScope(reader);
        stream.pos = reader.integer();
        stream.skip = reader.integer();
        reader.leave();
        streams.insert(stream.scope, stream);
    }
    reader.leave();
    return streams;
}

bool continues(const QMap<ScopeKey, Stream> &streams, const QList<ScopeStreams::Progress> &steps)
{
    return std::all_of(steps.begin(), steps.end(), [&](const ScopeStreams::Progress &step) {
        const auto stream = streams.constFind(step.scope);
        return stream != streams.constEnd() && stream->pos == step.from.value_or(stream->pos) &&
               step.pos >= stream->pos;
    });
}

} // namespace

QSet<ScopeKey> ScopeStreams::granted() const
{
    QSet<ScopeKey> all = m_state.current;
    for (const Stream &load : m_state.loads)
        all.insert(load.scope);
    return all;
}

bool ScopeStreams::isBehind(qint64 horizon) const
{
    if (!m_state.current.isEmpty() && m_state.cursor < horizon)
        return true;
    const auto loadIsBehind = [&](const Stream &load) { return std::max(load.pos, load.skip) < horizon; };
    const auto dropIsBehind = [&](const Stream &drop) { return drop.skip < horizon; };
    return std::any_of(m_state.loads.begin(), m_state.loads.end(), loadIsBehind) ||
           std::any_of(m_state.drops.begin(), m_state.drops.end(), dropIsBehind);
}

void ScopeStreams::setGranted(const QSet<ScopeKey> &granted, qint64 head)
{
    const QSet<ScopeKey> before = this->granted();
    if (before == granted)
        return;
    ++m_generation;
    for (const ScopeKey &scope : granted - before)
        grant(scope, head);
    for (const ScopeKey &scope : before - granted)
        revoke(scope);
}

void ScopeStreams::grant(const ScopeKey &scope, qint64 head)
{
    // While it was still being dropped the cache holds rows of it: those that left the scope since must be heard of.
    qint64 skip = head;
    if (const auto drop = m_state.drops.constFind(scope); drop != m_state.drops.constEnd())
        skip = std::max(drop->pos, drop->skip);
    m_state.drops.remove(scope);
    m_state.loads.insert(scope, {scope, 0, skip});
}

void ScopeStreams::revoke(const ScopeKey &scope)
{
    const auto load = m_state.loads.constFind(scope);
    const qint64 reached = load != m_state.loads.constEnd() ? load->pos : m_state.cursor;
    m_state.loads.remove(scope);
    m_state.current.remove(scope);
    m_state.drops.insert(scope, {scope, 0, reached});
}

bool ScopeStreams::apply(quint32 generation, qint64 cursor, const QList<Progress> &loads, const QList<Progress> &drops)
{
    if (generation != m_generation || !continues(m_state.loads, loads) || !continues(m_state.drops, drops))
        return false;
    m_state.cursor = std::max(m_state.cursor, cursor); // live messages may have come since the request
    for (const Progress &progress : loads)
        advanceLoad(progress, cursor);
    for (const Progress &progress : drops)
        advanceDrop(progress);
    return true;
}

void ScopeStreams::advanceLoad(const Progress &progress, qint64 answeredCursor)
{
    // Joining behind the cursor would lose the entries between; ahead of it, they would come twice, and with them
    // traces of rows that left the scope before the grant. An answer that exhausts both brings them together.
    if (progress.end && progress.pos == answeredCursor && answeredCursor == m_state.cursor) {
        m_state.loads.remove(progress.scope);
        m_state.current.insert(progress.scope);
    } else {
        m_state.loads[progress.scope].pos = progress.pos;
    }
}

void ScopeStreams::advanceDrop(const Progress &progress)
{
    if (progress.end)
        m_state.drops.remove(progress.scope);
    else
        m_state.drops[progress.scope].pos = progress.pos;
}

bool ScopeStreams::advance(qint64 from, qint64 to)
{
    if (from != m_state.cursor || to < from)
        return false;
    m_state.cursor = to;
    return true;
}

void ScopeStreams::reset(const QSet<ScopeKey> &granted, qint64 cursor)
{
    ++m_generation;
    m_state = {cursor, granted, {}, {}};
}

void ScopeStreams::write(CborWriter &writer) const
{
    writer.startArray(4);
    writer.append(m_state.cursor);
    writer.startArray(quint64(m_state.current.size()));
    for (const ScopeKey &scope : sorted(m_state.current))
        writeScope(writer, scope);
    writeStreams(writer, m_state.loads);
    writeStreams(writer, m_state.drops);
}

ScopeStreams ScopeStreams::read(CborReader &reader)
{
    State state;
    reader.enterArray();
    state.cursor = reader.integer();
    const qsizetype count = reader.enterArray();
    for (qsizetype i = 0; i < count && !reader.failed(); ++i)
        state.current.insert(readScope(reader));
    reader.leave();
    state.loads = readStreams(reader);
    state.drops = readStreams(reader);
    reader.leave();
    return ScopeStreams(std::move(state));
}

QByteArray digestOf(const QSet<ScopeKey> &scopes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ScopeKey &scope : sorted(scopes)) {
        hash.addData(QByteArray::number(scope.entity) + ':' + QByteArray::number(int(scope.kind)) + ':');
        hash.addData(scope.ref.bytes());
    }
    return hash.result().left(16);
}

void writeScope(CborWriter &writer, const ScopeKey &scope)
{
    writer.startArray(3);
    writer.append(quint64(scope.entity));
    writer.append(quint64(scope.kind));
    writer.appendByteString(scope.ref.view().data(), Uuid::Size);
}

ScopeKey readScope(CborReader &reader)
{
    ScopeKey scope;
    reader.enterArray();
    const qint64 entity = reader.integer();
    const qint64 kind = reader.integer();
    if (entity < 1 || entity > 0xffff || kind < 0 || kind > qint64(model::ScopeKind::Share))
        reader.fail();
    scope.entity = model::EntityId(entity);
    scope.kind = model::ScopeKind(kind);
    scope.ref = model::readId(reader);
    reader.leave();
    return scope;
}

} // namespace guanxi::sync
