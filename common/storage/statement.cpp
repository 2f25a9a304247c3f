// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/statement.h"

#include "common/storage/connection.h"
#include "common/storage/values.h"

namespace guanxi::storage {

Statement::Statement(Database &database, const QByteArray &sql) : m_database(&database), m_sql(sql)
{
    auto prepared = database.take(m_sql);
    if (prepared)
        m_prepared = std::move(*prepared);
    else
        m_error = prepared.error();
}

Statement::~Statement()
{
    if (m_prepared)
        m_database->giveBack(m_sql, std::move(m_prepared));
}

Statement::Statement(Statement &&) noexcept = default;

Statement &Statement::bind(int index, qint64 number)
{
    if (!m_error)
        if (auto bound = m_prepared->bindInteger(index, number); !bound)
            fail(bound.error());
    return *this;
}

Statement &Statement::bind(int index, const QString &text)
{
    if (m_error)
        return *this;
    QByteArray utf8;
    auto bound = appendUtf8(text, utf8, {});
    if (bound)
        bound = m_prepared->bindText(index, utf8);
    if (!bound)
        fail(bound.error());
    return *this;
}

Statement &Statement::bindUtf8(int index, QByteArrayView utf8)
{
    if (!m_error)
        if (auto bound = m_prepared->bindText(index, utf8); !bound)
            fail(bound.error());
    return *this;
}

Statement &Statement::bind(int index, QByteArrayView bytes)
{
    if (!m_error)
        if (auto bound = m_prepared->bindBytes(index, bytes); !bound)
            fail(bound.error());
    return *this;
}

Statement &Statement::bindNull(int index)
{
    if (!m_error)
        if (auto bound = m_prepared->bindNull(index); !bound)
            fail(bound.error());
    return *this;
}

Statement &Statement::bindArray(int index, std::span<const QByteArray> elements)
{
    if (!m_error)
        if (auto bound = m_prepared->bindArray(index, elements); !bound)
            fail(bound.error());
    return *this;
}

Statement &Statement::bindArray(int index, const QList<Uuid> &ids)
{
    std::vector<QByteArray> elements;
    elements.reserve(size_t(ids.size()));
    for (const Uuid &id : ids)
        elements.push_back(id.bytes());
    return bindArray(index, elements);
}

Statement &Statement::bindArray(int index, const QList<qint64> &numbers)
{
    std::vector<QByteArray> elements;
    elements.reserve(size_t(numbers.size()));
    for (const qint64 number : numbers)
        elements.push_back(arrayElement(number));
    return bindArray(index, elements);
}

void Statement::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

Result<bool> Statement::step()
{
    if (auto released = m_error ? Result<void>() : m_database->release(); !released)
        fail(released.error());
    if (m_error)
        return *m_error;
    auto row = m_prepared->step();
    if (!row)
        m_error = row.error();
    return row;
}

Result<qint64> Statement::run()
{
    for (;;) {
        auto row = step();
        if (!row)
            return row.error();
        if (!*row)
            return m_prepared->changes();
    }
}

Result<void> Statement::send()
{
    if (!m_database->inTransaction()) {
        const Result<qint64> ran = run(); // alone it is a transaction of its own
        return ran ? Result<void>() : Result<void>(ran.error());
    }
    if (m_error)
        return *m_error;
    Result<void> sent = m_prepared->send();
    if (!sent)
        m_error = sent.error();
    return sent;
}

Result<void> Statement::each(const std::function<void(const Statement &)> &look)
{
    for (;;) {
        const auto row = step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        look(*this);
    }
}

Result<std::optional<qint64>> Statement::single()
{
    const auto row = step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<qint64>();
    const auto answer = isNull(0) ? std::nullopt : std::optional(integer(0));
    if (const auto rest = run(); !rest)
        return rest.error();
    return answer;
}

void Statement::reset()
{
    // A statement that could not be prepared stays failed.
    if (!m_prepared)
        return;
    m_prepared->reset();
    m_error.reset();
}

int Statement::columnCount() const { return m_prepared ? m_prepared->columnCount() : 0; }
bool Statement::isNull(int column) const { return m_prepared->isNull(column); }
qint64 Statement::integer(int column) const { return m_prepared->integer(column); }
QString Statement::text(int column) const { return QString::fromUtf8(view(column)); }
QByteArrayView Statement::view(int column) const { return m_prepared->view(column); }

} // namespace guanxi::storage
