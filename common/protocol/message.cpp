// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/message.h"

#include "common/base/cborreader.h"
#include "common/model/codec.h"
#include "common/protocol/messagefields.h"

#include <limits>

namespace guanxi::protocol {

namespace {

/// Items of all lists of one message: a few MiB of empty items must not become hundreds in memory.
constexpr qsizetype MaximumItems = 131'072;

struct Decoder {
    CborReader cbor;
    qsizetype items = 0;
};

template <class M> concept Fielded = requires { Fields<M>::list; };

template <Fielded M> void put(CborWriter &out, const M &message);
template <Fielded M> void get(Decoder &in, M &message);

void put(CborWriter &out, bool value) { out.append(value); }
void put(CborWriter &out, int value) { out.append(qint64(value)); }
void put(CborWriter &out, qint64 value) { out.append(value); }
void put(CborWriter &out, quint32 value) { out.append(quint64(value)); }
void put(CborWriter &out, model::EntityId id) { out.append(quint64(id)); }
void put(CborWriter &out, const QString &value) { out.append(value); }
void put(CborWriter &out, const QByteArray &value) { out.append(value); }
void put(CborWriter &out, const Uuid &id) { out.appendByteString(id.view().data(), Uuid::Size); }
void put(CborWriter &out, ErrorCode code) { out.append(quint64(code)); }
void put(CborWriter &out, PushStatus status) { out.append(quint64(status)); }
void put(CborWriter &out, NoticeKind kind) { out.append(quint64(kind)); }
void put(CborWriter &out, const model::RecordRef &ref) { model::writeRef(out, ref); }
void put(CborWriter &out, const model::Value &value) { model::writeValue(out, value); }

void put(CborWriter &out, const model::ScopeKey &key)
{
    out.startArray(key.ref.isNull() ? 2 : 3);
    out.append(quint64(key.entity));
    out.append(quint64(key.kind));
    if (!key.ref.isNull())
        put(out, key.ref);
}

void put(CborWriter &out, const Cursor &cursor)
{
    if (cursor.isWhole())
        return out.append(cursor.rev);
    out.startArray(3);
    out.append(cursor.rev);
    out.append(quint64(cursor.after.entity));
    put(out, cursor.after.id);
}

template <class T> void put(CborWriter &out, const std::optional<T> &value) { put(out, *value); }

template <class T> void put(CborWriter &out, const QList<T> &list)
{
    out.startArray(quint64(list.size()));
    for (const T &item : list)
        put(out, item);
}

template <class T> bool same(const T &a, const T &b) { return a == b; }

/// Qt compares the elements of empty lists, too, through null pointers.
template <class T> bool same(const QList<T> &a, const QList<T> &b) { return a.isEmpty() ? b.isEmpty() : a == b; }

template <Fielded M> void put(CborWriter &out, const M &message)
{
    const M untouched;
    const auto wanted = [&](const auto &field) {
        return field.required || !same(message.*field.member, untouched.*field.member);
    };
    const auto write = [&](const auto &field) {
        if (wanted(field)) {
            out.append(quint64(field.key));
            put(out, message.*field.member);
        }
    };
    std::apply(
        [&](const auto &...field) {
            out.startMap((quint64(0) + ... + quint64(wanted(field) ? 1 : 0)));
            (write(field), ...);
        },
        Fields<M>::list);
}

qint64 number(Decoder &in, qint64 least, qint64 most)
{
    const qint64 value = in.cbor.integer();
    if (value < least || value > most)
        in.cbor.fail();
    return in.cbor.failed() ? 0 : value;
}

void get(Decoder &in, bool &value) { value = in.cbor.boolean(); }
void get(Decoder &in, qint64 &value) { value = in.cbor.integer(); }
void get(Decoder &in, QString &value) { value = in.cbor.text(); }
void get(Decoder &in, QByteArray &value) { value = in.cbor.bytes(); }
void get(Decoder &in, Uuid &id) { id = model::readId(in.cbor); }
void get(Decoder &in, model::RecordRef &ref) { ref = model::readRef(in.cbor); }
void get(Decoder &in, model::Value &value) { value = model::readValue(in.cbor); }
void get(Decoder &in, ErrorCode &code) { code = ErrorCode(number(in, 0, 0xffff)); }

void get(Decoder &in, int &value)
{
    value = int(number(in, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

void get(Decoder &in, model::EntityId &id) { id = model::EntityId(number(in, 1, 0xffff)); }
void get(Decoder &in, quint32 &value) { value = quint32(number(in, 0, std::numeric_limits<quint32>::max())); }

template <class Enum> Enum knownUpTo(Decoder &in, Enum last)
{
    const qint64 value = in.cbor.integer();
    return value < 0 || value > qint64(last) ? Enum::Unknown : Enum(value);
}

void get(Decoder &in, PushStatus &status) { status = knownUpTo(in, PushStatus::Retry); }
void get(Decoder &in, NoticeKind &kind) { kind = knownUpTo(in, NoticeKind::Stopping); }

void get(Decoder &in, model::ScopeKey &key)
{
    const qsizetype size = in.cbor.enterArray();
    key.entity = model::EntityId(number(in, 1, 0xffff));
    key.kind = model::ScopeKind(number(in, 0, qint64(model::ScopeKind::Share)));
    if (size == 3)
        get(in, key.ref);
    if ((key.kind == model::ScopeKind::All) != key.ref.isNull())
        in.cbor.fail();
    in.cbor.leave();
}

void get(Decoder &in, Cursor &cursor)
{
    if (!in.cbor.atArray()) {
        cursor = Cursor(in.cbor.integer());
        return;
    }
    in.cbor.enterArray();
    cursor.rev = in.cbor.integer();
    cursor.after.entity = model::EntityId(number(in, 1, 0xffff));
    get(in, cursor.after.id);
    if (cursor.after.isNull())
        in.cbor.fail();
    in.cbor.leave();
}

template <class T> void get(Decoder &in, std::optional<T> &value) { get(in, value.emplace()); }

template <class T> void get(Decoder &in, QList<T> &list)
{
    const qsizetype count = in.cbor.enterArray();
    for (qsizetype i = 0; i < count && !in.cbor.failed(); ++i) {
        if (++in.items > MaximumItems)
            return in.cbor.fail();
        get(in, list.emplaceBack());
    }
    in.cbor.leave();
}

template <class M, class T> bool getField(Decoder &in, M &message, const FieldTag<M, T> &field, qint64 key)
{
    if (key != field.key)
        return false;
    get(in, message.*field.member);
    if constexpr (std::is_same_v<T, QByteArray>)
        if (field.size >= 0 && (message.*field.member).size() != field.size)
            in.cbor.fail();
    return true;
}

template <Fielded M> void get(Decoder &in, M &message)
{
    const qsizetype count = in.cbor.enterMap();
    qint64 previous = -1;
    quint64 seen = 0;
    for (qsizetype i = 0; i < count && !in.cbor.failed(); ++i) {
        const qint64 key = in.cbor.integer();
        if (key <= previous) // ascending, hence no double
            in.cbor.fail();
        previous = key;
        const bool known = std::apply(
            [&](const auto &...field) { return (getField(in, message, field, key) || ...); }, Fields<M>::list);
        if (known)
            seen |= quint64(1) << key;
        else
            in.cbor.skip();
    }
    in.cbor.leave();
    const bool complete = std::apply(
        [&](const auto &...field) { return ((!field.required || (seen >> field.key & 1)) && ...); }, Fields<M>::list);
    if (!complete)
        in.cbor.fail();
}

template <class M> Result<Message> decodeAs(const QByteArray &payload)
{
    Decoder in{CborReader(payload)};
    M message;
    get(in, message);
    if (!in.cbor.result().ok())
        return Error{ErrorCode::BadFrame, {QString(messageName(M::type))}};
    return Message(std::move(message));
}

using Decode = Result<Message> (*)(const QByteArray &);

template <std::size_t... index> constexpr auto decoders(std::index_sequence<index...>)
{
    static_assert(((std::variant_alternative_t<index, Message>::type == MessageType(index + 1)) && ...));
    return std::array<Decode, sizeof...(index)>{&decodeAs<std::variant_alternative_t<index, Message>>...};
}

} // namespace

MessageType typeOf(const Message &message) { return MessageType(message.index() + 1); }

QByteArray encodePayload(const Message &message)
{
    QByteArray bytes;
    CborWriter out(&bytes);
    std::visit([&](const auto &content) { put(out, content); }, message);
    return bytes;
}

Result<Message> decodePayload(MessageType type, const QByteArray &payload)
{
    static constexpr auto table = decoders(std::make_index_sequence<std::variant_size_v<Message>>());
    const std::size_t index = std::size_t(type) - 1;
    if (index >= table.size())
        return Error{ErrorCode::UnexpectedFrame, {QString::number(int(type))}};
    return table[index](payload);
}

QByteArray encodeFrame(const Message &message, Compression compression)
{
    return FrameWriter::frame(typeOf(message), encodePayload(message), compression);
}

} // namespace guanxi::protocol
