// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/connection.h"
#include "common/storage/postgresline.h"

namespace guanxi::storage {

/// `sql` with $1, $2 … for each `?` outside quotes.
QByteArray numberedPlaceholders(QByteArrayView sql);

/// A statement on libpq, with binary parameters and results. The whole result is fetched by the first step.
class PostgresStatement final : public PreparedStatement
{
public:
    static Result<std::unique_ptr<PreparedStatement>> prepare(PostgresLine &line, const QByteArray &sql, qint64 number);
    PostgresStatement(PostgresLine &line, QByteArray name, QByteArray sql) : m_line(line), m_name(std::move(name)), m_sql(std::move(sql)) {}
    ~PostgresStatement() override;

    Result<void> bindInteger(int index, qint64 number) override;
    Result<void> bindText(int index, QByteArrayView utf8) override;
    Result<void> bindBytes(int index, QByteArrayView bytes) override;
    Result<void> bindNull(int index) override;
    Result<void> bindArray(int index, std::span<const QByteArray> elements) override;

    Result<bool> step() override;
    Result<void> send() override;
    qint64 changes() const override { return m_changes; }
    void reset() override;

    int columnCount() const override;
    bool isNull(int column) const override;
    qint64 integer(int column) const override;
    QByteArrayView view(int column) const override;

private:
    struct Parameter {
        QByteArray bytes;
        bool null = true;
    };

    Result<void> describe();
    Result<void> put(int index, Oid type, QByteArrayView bytes);
    Result<void> run();
    std::vector<PostgresParameter> given() const;

    PostgresLine &m_line;
    QByteArray m_name;
    QByteArray m_sql;
    std::vector<Oid> m_types;
    std::vector<Parameter> m_parameters;
    PostgresResult m_result;
    int m_row = -1;
    qint64 m_changes = 0;
};

} // namespace guanxi::storage
