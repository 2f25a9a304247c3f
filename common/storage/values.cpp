// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/values.h"

#include "common/base/textcheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringEncoder>
#include <QtEndian>

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

constexpr qsizetype RefSize = 2 + Uuid::Size;

Cell append(Cell::Kind kind, QByteArrayView bytes, QByteArray &scratch)
{
    const Cell cell{kind, 0, scratch.size(), bytes.size()};
    scratch.append(bytes);
    return cell;
}

Result<Cell> appendText(const QString &text, const Field &field, QByteArray &scratch)
{
    const qsizetype begin = scratch.size();
    GUANXI_TRY(appendUtf8(text, scratch, field.name));
    return Cell{Cell::Kind::Text, 0, begin, scratch.size() - begin};
}

Cell appendRef(const RecordRef &ref, QByteArray &scratch)
{
    const qsizetype begin = scratch.size();
    scratch.append(referencePrefix(ref.entity)).append(ref.id.view());
    return {Cell::Kind::Bytes, 0, begin, RefSize};
}

/// The text in quotes, as JSON writes it.
Result<void> appendEscaped(const QString &text, QByteArray &scratch, const QString &field)
{
    GUANXI_TRY(checkText(text, field));
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    scratch.append(QByteArrayView(array).sliced(1).chopped(1));
    return {};
}

bool needsEscape(QChar c) { return c < u' ' || c == u'"' || c == u'\\'; }

/// A JSON array of texts. Tags hardly ever need escaping, and then the array is just their texts in quotes, which costs
/// a tenth of a JSON document.
Result<Cell> appendTags(const QStringList &given, const Field &field, QByteArray &scratch)
{
    QStringList tags = given;
    if (!std::is_sorted(given.begin(), given.end()))
        tags.sort();
    const qsizetype begin = scratch.size();
    scratch.append('[');
    for (const QString &tag : std::as_const(tags)) {
        if (scratch.size() > begin + 1)
            scratch.append(',');
        const bool plain = std::none_of(tag.begin(), tag.end(), needsEscape);
        if (plain)
            scratch.append('"');
        const auto appended = plain ? appendUtf8(tag, scratch, field.name) : appendEscaped(tag, scratch, field.name);
        if (!appended) {
            scratch.resize(begin);
            return appended.error();
        }
        if (plain)
            scratch.append('"');
    }
    scratch.append(']');
    return Cell{Cell::Kind::Text, 0, begin, scratch.size() - begin};
}

Value tagsFrom(QByteArrayView json)
{
    QStringList tags;
    const QJsonArray array = QJsonDocument::fromJson(json.toByteArray()).array();
    for (const auto &tag : array)
        tags.append(tag.toString());
    return tags;
}

QString shown(const Value &value)
{
    if (const qint64 *number = value.get<qint64>())
        return QString::number(*number);
    if (const Uuid *id = value.get<Uuid>())
        return id->text();
    return value.text();
}

} // namespace

ColumnType columnType(const Field &field)
{
    return field.isNumber() ? ColumnType::Integer : field.isText() ? ColumnType::Text : ColumnType::Bytes;
}

QByteArray quoted(const QString &name)
{
    QByteArray text(name.size() + 2, Qt::Uninitialized);
    char *end = text.data();
    *end++ = '"';
    for (const QChar c : name) {
        if (c.unicode() >= 0x80 || c == u'"')
            return '"' + name.toUtf8().replace('"', "\"\"") + '"';
        *end++ = char(c.unicode());
    }
    *end = '"';
    return text;
}

const char *arrayPlaceholder(ColumnType type)
{
    return type == ColumnType::Integer ? "?::bigint[]" : type == ColumnType::Text ? "?::text[]" : "?::bytea[]";
}

QByteArray arrayElement(qint64 number)
{
    QByteArray bytes(sizeof(number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray columnName(const Field &field)
{
    if (field.custom)
        return "custom_" + QByteArray::number(field.id);
    static constexpr QLatin1StringView own[] = {QLatin1StringView("rid"), QLatin1StringView("id"), QLatin1StringView("rev"),
                                                QLatin1StringView("deleted"), QLatin1StringView("scopes")};
    const bool taken = std::find(std::begin(own), std::end(own), field.name) != std::end(own);
    return quoted(taken ? field.name + QLatin1StringView("_field") : field.name);
}

Result<void> appendUtf8(const QString &text, QByteArray &utf8, const QString &field)
{
    const qsizetype begin = utf8.size();
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    utf8.resize(begin + encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(utf8.data() + begin, text);
    utf8.resize(end - utf8.constData());
    const bool broken = encoder.hasError() || std::memchr(utf8.constData() + begin, 0, size_t(utf8.size() - begin));
    if (!broken)
        return {};
    utf8.resize(begin);
    return {ErrorCode::BadText, {field}};
}

Result<Cell> cellOf(const Field &field, const Value &value, QByteArray &scratch)
{
    if (value.isNull())
        return Cell{};
    switch (columnType(field)) {
    case ColumnType::Integer:
        if (const qint64 *number = value.get<qint64>())
            return Cell{Cell::Kind::Integer, *number, 0, 0};
        break;
    case ColumnType::Text:
        if (const QStringList *tags = value.get<QStringList>(); tags && field.type == FieldType::Tags)
            return appendTags(*tags, field, scratch);
        if (const QString *text = value.get<QString>(); text && field.type != FieldType::Tags)
            return appendText(*text, field, scratch);
        break;
    case ColumnType::Bytes:
        if (const RecordRef *ref = value.get<RecordRef>(); ref && field.type == FieldType::AnyReference)
            return appendRef(*ref, scratch);
        if (const QByteArray *bytes = value.get<QByteArray>();
            bytes && (field.type == FieldType::References || field.isContent()))
            return append(Cell::Kind::Bytes, *bytes, scratch);
        if (const Uuid *id = value.get<Uuid>();
            id && (field.type == FieldType::Reference || field.type == FieldType::Dictionary))
            return append(Cell::Kind::Bytes, id->view(), scratch);
        break;
    }
    return {ErrorCode::BadValue, {field.name, shown(value)}};
}

QByteArray referencePrefix(EntityId entity)
{
    const char bytes[] = {char(entity >> 8), char(entity & 0xff)};
    return QByteArray(bytes, sizeof(bytes));
}

void bindCell(Statement &statement, int index, const Cell &cell, const QByteArray &scratch)
{
    switch (cell.kind) {
    case Cell::Kind::Null: statement.bindNull(index); break;
    case Cell::Kind::Integer: statement.bind(index, cell.number); break;
    case Cell::Kind::Text: statement.bindUtf8(index, QByteArrayView(scratch).sliced(cell.begin, cell.size)); break;
    case Cell::Kind::Bytes: statement.bind(index, QByteArrayView(scratch).sliced(cell.begin, cell.size)); break;
    }
}

void bindValue(Statement &statement, int index, const Field &field, const Value &value)
{
    QByteArray scratch;
    if (const auto cell = cellOf(field, value, scratch))
        bindCell(statement, index, *cell, scratch);
    else
        statement.fail(cell.error());
}

Value readValue(const Statement &statement, int column, const Field &field)
{
    if (statement.isNull(column))
        return {};
    switch (field.type) {
    case FieldType::Tags: return tagsFrom(statement.view(column));
    case FieldType::Reference: case FieldType::Dictionary: return statement.uuid(column);
    case FieldType::References: case FieldType::BlobRef: case FieldType::Picture: return statement.bytes(column);
    case FieldType::AnyReference: {
        const QByteArrayView bytes = statement.view(column);
        if (bytes.size() != RefSize)
            return {};
        return RecordRef{qFromBigEndian<quint16>(bytes.data()), Uuid::fromBytes(bytes.sliced(2))};
    }
    default: return field.isNumber() ? Value(statement.integer(column)) : Value(statement.text(column));
    }
}

} // namespace guanxi::storage
