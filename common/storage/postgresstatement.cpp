// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/postgresstatement.h"

#include <QtEndian>

namespace guanxi::storage {

namespace {

// Fixed numbers of PostgreSQL's own types.
constexpr Oid BoolType = 16;
constexpr Oid ByteaType = 17;
constexpr Oid Int8Type = 20;
constexpr Oid Int2Type = 21;
constexpr Oid Int4Type = 23;
constexpr Oid TextType = 25;
constexpr Oid ByteaArrayType = 1001;
constexpr Oid TextArrayType = 1009;
constexpr Oid Int8ArrayType = 1016;

/// Codes of PostgreSQL's appendix A: whole codes before their classes.
ErrorCode codeOf(QByteArrayView state)
{
    if (state == "53100")
        return ErrorCode::DiskFull;
    if (state == "25006" || state == "42501")
        return ErrorCode::ReadOnly;
    if (state == "22003")
        return ErrorCode::OutOfRange;
    if (state == "55P03" || state == "40P01" || state == "40001")
        return ErrorCode::InUse;
    if (state == "23505")
        return ErrorCode::AlreadyExists;
    if (state.startsWith("08") || state.startsWith("57P"))
        return ErrorCode::DatabaseOpen;
    if (state.startsWith("58"))
        return ErrorCode::FileFailed;
    return ErrorCode::DatabaseFailed;
}

QStringList argumentsOf(ErrorCode code, const QString &place, const QString &reason)
{
    switch (code) {
    case ErrorCode::DiskFull: case ErrorCode::ReadOnly: case ErrorCode::InUse: return {place};
    case ErrorCode::DatabaseOpen: case ErrorCode::FileFailed: return {place, reason};
    case ErrorCode::OutOfRange: return {QString(), reason, QString()};
    case ErrorCode::AlreadyExists: return {QString(), QString()};
    default: return {reason};
    }
}

Error wrongType(int index) { return {ErrorCode::DatabaseFailed, {QStringLiteral("type of placeholder %1").arg(index)}}; }

Error noPlaceholder(int index) { return {ErrorCode::DatabaseFailed, {QStringLiteral("no placeholder %1").arg(index)}}; }

template <class T> QByteArray bigEndian(qint64 number)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToBigEndian<T>(T(number), bytes.data());
    return bytes;
}

} // namespace

Result<void> checkPostgres(PGconn *handle, const PostgresResult &result)
{
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY
        || status == PGRES_COPY_IN)
        return {};
    const char *state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const char *primary = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
    const QString reason = QString::fromUtf8(primary ? primary : PQerrorMessage(handle)).trimmed();
    // Without a state it was the connection that failed.
    const ErrorCode code = codeOf(state ? QByteArrayView(state) : QByteArrayView("08000"));
    return {code, argumentsOf(code, QString::fromUtf8(PQdb(handle)), reason)};
}

QByteArray numberedPlaceholders(QByteArrayView sql)
{
    QByteArray numbered;
    numbered.reserve(sql.size() + 32);
    char quote = 0;
    int count = 0;
    for (const char c : sql) {
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '\'' || c == '"')
            quote = c;
        if (c == '?' && !quote)
            numbered += '$' + QByteArray::number(++count);
        else
            numbered += c;
    }
    return numbered;
}

Result<std::unique_ptr<PreparedStatement>> PostgresStatement::prepare(PostgresLine &line, const QByteArray &sql,
                                                                      qint64 number)
{
    auto statement = std::make_unique<PostgresStatement>(line, "s" + QByteArray::number(number),
                                                         numberedPlaceholders(sql));
    GUANXI_TRY(statement->describe());
    return std::unique_ptr<PreparedStatement>(std::move(statement));
}

/// The server infers the parameters' types from where they stand; binds follow what it found.
Result<void> PostgresStatement::describe()
{
    const PostgresResult prepared = m_line.prepare(m_name.constData(), m_sql.constData());
    if (const auto fine = m_line.check(prepared); !fine) {
        m_name.clear();
        return fine;
    }
    const PostgresResult described = m_line.describe(m_name.constData());
    GUANXI_TRY(m_line.check(described));
    const int count = PQnparams(described.get());
    for (int i = 0; i < count; ++i)
        m_types.push_back(PQparamtype(described.get(), i));
    m_parameters.resize(size_t(count));
    return {};
}

PostgresStatement::~PostgresStatement()
{
    // In a transaction that failed the server refuses this; the name is never used again, so it does no harm.
    if (!m_name.isEmpty())
        m_line.execute(("DEALLOCATE " + m_name).constData());
}

Result<void> PostgresStatement::put(int index, Oid type, QByteArrayView bytes)
{
    if (index < 1 || size_t(index) > m_parameters.size())
        return noPlaceholder(index);
    const Oid expected = m_types[size_t(index - 1)];
    if (type != expected && (type == ByteaType || expected == ByteaType))
        return wrongType(index);
    m_parameters[size_t(index - 1)] = {bytes.toByteArray(), false};
    return {};
}

Result<void> PostgresStatement::bindInteger(int index, qint64 number)
{
    switch (index >= 1 && size_t(index) <= m_types.size() ? m_types[size_t(index - 1)] : Int8Type) {
    case Int2Type:
        if (number != qint16(number))
            break;
        return put(index, Int2Type, bigEndian<qint16>(number));
    case Int4Type:
        if (number != qint32(number))
            break;
        return put(index, Int4Type, bigEndian<qint32>(number));
    case Int8Type:
        return put(index, Int8Type, bigEndian<qint64>(number));
    case BoolType:
        return put(index, BoolType, bigEndian<qint8>(number != 0));
    default:
        return wrongType(index);
    }
    return {ErrorCode::OutOfRange, {QString(), QString::number(number), QString()}};
}

Result<void> PostgresStatement::bindText(int index, QByteArrayView utf8)
{
    const Oid expected = index >= 1 && size_t(index) <= m_types.size() ? m_types[size_t(index - 1)] : 0;
    if (expected == Int8Type || expected == Int4Type || expected == Int2Type || expected == BoolType)
        return wrongType(index);
    return put(index, expected == ByteaType ? 0 : expected, utf8);
}

Result<void> PostgresStatement::bindBytes(int index, QByteArrayView bytes) { return put(index, ByteaType, bytes); }

Result<void> PostgresStatement::bindNull(int index)
{
    if (index < 1 || size_t(index) > m_parameters.size())
        return noPlaceholder(index);
    m_parameters[size_t(index - 1)] = {};
    return {};
}

/// In the form of PostgreSQL's array_recv(): one dimension, counted from 1, no element null.
Result<void> PostgresStatement::bindArray(int index, std::span<const QByteArray> elements)
{
    const Oid type = index >= 1 && size_t(index) <= m_types.size() ? m_types[size_t(index - 1)] : 0;
    const Oid element = type == ByteaArrayType ? ByteaType : type == Int8ArrayType ? Int8Type : TextType;
    if (type != ByteaArrayType && type != Int8ArrayType && type != TextArrayType)
        return wrongType(index);
    QByteArray bytes = bigEndian<qint32>(1) + bigEndian<qint32>(0) + bigEndian<qint32>(element) + bigEndian<qint32>(qint64(elements.size())) + bigEndian<qint32>(1);
    for (const QByteArray &each : elements)
        bytes += bigEndian<qint32>(each.size()) + each;
    return put(index, type, bytes);
}

std::vector<PostgresParameter> PostgresStatement::given() const
{
    std::vector<PostgresParameter> given;
    given.reserve(m_parameters.size());
    for (const Parameter &parameter : m_parameters)
        given.push_back({parameter.null ? nullptr : parameter.bytes.constData(), int(parameter.bytes.size())});
    return given;
}

Result<void> PostgresStatement::send() { return m_line.send(m_name.constData(), given()); }

Result<void> PostgresStatement::run()
{
    m_result = m_line.run(m_name.constData(), given());
    m_row = -1;
    GUANXI_TRY(m_line.check(m_result));
    const bool reads = qstrncmp(PQcmdStatus(m_result.get()), "SELECT", 6) == 0;
    m_changes = reads ? 0 : QByteArray(PQcmdTuples(m_result.get())).toLongLong();
    return {};
}

Result<bool> PostgresStatement::step()
{
    if (!m_result) {
        if (const auto ran = run(); !ran) {
            m_result.reset();
            return ran.error();
        }
    }
    if (++m_row < PQntuples(m_result.get()))
        return true;
    m_result.reset();
    return false;
}

void PostgresStatement::reset()
{
    m_result.reset();
    for (Parameter &parameter : m_parameters)
        parameter = {};
}

int PostgresStatement::columnCount() const { return PQnfields(m_result.get()); }

bool PostgresStatement::isNull(int column) const { return PQgetisnull(m_result.get(), m_row, column) != 0; }

qint64 PostgresStatement::integer(int column) const
{
    if (isNull(column))
        return 0;
    const char *data = PQgetvalue(m_result.get(), m_row, column);
    switch (PQgetlength(m_result.get(), m_row, column)) {
    case 1: return *data;
    case 2: return qFromBigEndian<qint16>(data);
    case 4: return qFromBigEndian<qint32>(data);
    case 8: return qFromBigEndian<qint64>(data);
    default: return 0;
    }
}

QByteArrayView PostgresStatement::view(int column) const
{
    return {PQgetvalue(m_result.get(), m_row, column), PQgetlength(m_result.get(), m_row, column)};
}

} // namespace guanxi::storage
