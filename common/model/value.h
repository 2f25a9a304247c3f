// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <variant>

namespace guanxi::model {

using EntityId = quint16; ///< permanent number of an entity
using FieldId = quint32;  ///< permanent number of a field within its entity; from 65536 up made by users

/// Points at a record of any entity.
struct RecordRef {
    EntityId entity = 0;
    Uuid id;

    bool isNull() const { return id.isNull(); }
    auto operator<=>(const RecordRef &) const = default;
};

size_t qHash(const RecordRef &ref, size_t seed = 0) noexcept;

/// One field's content at run time. Numbers, booleans, states, choices, days since 1970-01-01 and UTC milliseconds
/// are integers; amounts are scaled integers; a list of references is the sorted bytes of its ids.
class Value
{
public:
    Value() = default;
    Value(qint64 number) : m_data(number) {}
    Value(int number) : m_data(qint64(number)) {}
    Value(bool flag) : m_data(qint64(flag)) {}
    Value(QString text) : m_data(std::move(text)) {}
    Value(const Uuid &id) : m_data(id) {}
    Value(const RecordRef &ref) : m_data(ref) {}
    Value(QStringList tags) : m_data(std::move(tags)) {}
    Value(QByteArray bytes) : m_data(std::move(bytes)) {}
    Value(const char *) = delete;

    bool isNull() const { return m_data.index() == 0; }
    template <class T> bool is() const { return std::holds_alternative<T>(m_data); }
    /// The content, or an empty T when the value is null or of another kind.
    template <class T> T as() const
    {
        const T *content = std::get_if<T>(&m_data);
        return content ? *content : T();
    }
    template <class T> const T *get() const { return std::get_if<T>(&m_data); }

    qint64 number() const { return as<qint64>(); }
    QString text() const { return as<QString>(); }
    Uuid id() const { return as<Uuid>(); }

    bool operator==(const Value &) const = default;

private:
    std::variant<std::monostate, qint64, QString, Uuid, RecordRef, QStringList, QByteArray> m_data;
};

size_t qHash(const Value &value, size_t seed = 0);

/// The ids in a list-of-references value, and the value of a set of ids (sorted, without doubles).
QList<Uuid> idsOf(const Value &value);
Value valueOf(QList<Uuid> ids);

} // namespace guanxi::model

template <> struct std::hash<guanxi::model::RecordRef> {
    size_t operator()(const guanxi::model::RecordRef &ref) const noexcept { return guanxi::model::qHash(ref); }
};
