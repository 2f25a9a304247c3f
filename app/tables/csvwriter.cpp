// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/csvwriter.h"

#include "common/base/secretfile.h"

#include <QFileInfo>

#include <unicode/ucnv.h>
#include <zip.h>

namespace guanxi::app {

namespace {

constexpr QByteArrayView Utf8Mark("\xEF\xBB\xBF");

/// Spreadsheets take it for the beginning of a formula, or would without the apostrophes in front.
bool isFormulaLike(const QString &text)
{
    static const QString Marks = QStringLiteral("=+-@\t\r");
    qsizetype at = 0;
    while (at < text.size() && text.at(at) == u'\'')
        ++at;
    return at < text.size() && Marks.contains(text.at(at));
}

/// The name as it may stand in any folder.
QString fileName(QString name)
{
    for (QChar &c : name)
        if (QStringLiteral("\\/:*?\"<>|").contains(c) || c < u' ')
            c = u'_';
    return name;
}

} // namespace

QString safeCell(const QString &text) { return isFormulaLike(text) ? u'\'' + text : text; }

QString plainCell(const QString &cell) { return cell.startsWith(u'\'') && isFormulaLike(cell) ? cell.sliced(1) : cell; }

QString csvCell(QString text)
{
    static const QString Special = QStringLiteral("\",\r\n");
    const bool quoted = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return Special.contains(c); });
    return quoted ? u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"' : text;
}

CsvWriter::~CsvWriter()
{
    if (m_converter)
        ucnv_close(m_converter);
}

Result<void> CsvWriter::begin(const QList<TableSheet> &sheets)
{
    m_sheets = sheets;
    if (!m_encoding.isEmpty()) {
        UErrorCode status = U_ZERO_ERROR;
        m_converter = ucnv_open(m_encoding.constData(), &status);
        // A character that the encoding lacks is told, not left out.
        ucnv_setFromUCallBack(m_converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        if (U_FAILURE(status))
            return Error{ErrorCode::Internal, {QString::fromLatin1(m_encoding)}};
    }
    if (isArchive())
        m_parts = std::make_unique<QTemporaryDir>();
    for (int sheet = 0; sheet < m_sheets.size(); ++sheet) {
        if (isArchive())
            m_files.push_back(std::make_unique<QFile>(m_parts->filePath(QString::number(sheet))));
        else
            m_files.push_back(std::make_unique<QSaveFile>(m_path));
        if (!m_files.back()->open(QIODevice::WriteOnly))
            return writeError(m_path, m_files.back()->errorString());
        if (!m_converter)
            GUANXI_TRY(put(sheet, Utf8Mark.toByteArray()));
        QList<TableCell> heads;
        for (const TableSheet::Column &column : m_sheets[sheet].columns)
            heads.append({CellKind::Text, column.head});
        GUANXI_TRY(write(sheet, heads));
    }
    return {};
}

Result<QByteArray> CsvWriter::encoded(const QString &cell, const QString &head)
{
    if (!m_converter)
        return cell.toUtf8();
    UErrorCode status = U_ZERO_ERROR;
    QByteArray bytes(UCNV_GET_MAX_BYTES_FOR_STRING(cell.size(), ucnv_getMaxCharSize(m_converter)), '\0');
    bytes.truncate(ucnv_fromUChars(m_converter, bytes.data(), int32_t(bytes.size()), reinterpret_cast<const UChar *>(cell.utf16()), int32_t(cell.size()), &status));
    return U_SUCCESS(status) ? Result<QByteArray>(bytes) : Result<QByteArray>(Error{ErrorCode::BadText, {head}});
}

Result<void> CsvWriter::put(int sheet, const QByteArray &line)
{
    QFileDevice &file = *m_files[size_t(sheet)];
    return file.write(line) == line.size() ? Result<void>() : Result<void>(writeError(m_path, file.errorString()));
}

Result<void> CsvWriter::write(int sheet, const QList<TableCell> &cells)
{
    QByteArray line;
    for (qsizetype at = 0; at < cells.size(); ++at) {
        const TableCell &cell = cells[at];
        const Result<QByteArray> bytes = encoded(csvCell(cell.kind == CellKind::Text ? safeCell(cell.text) : cell.text), m_sheets[sheet].columns.value(at).head);
        if (!bytes)
            return bytes.error();
        line += (at > 0 ? "," : "") + *bytes;
    }
    return put(sheet, line + "\r\n");
}

Result<void> CsvWriter::end() { return isArchive() ? pack() : Result<void>(); }

Result<void> CsvWriter::putInPlace()
{
    if (isArchive())
        return m_archive.putInPlace();
    auto &file = static_cast<QSaveFile &>(*m_files.front());
    return file.commit() ? Result<void>() : Result<void>(writeError(m_path, file.errorString()));
}

Result<void> CsvWriter::pack()
{
    for (const auto &file : m_files) {
        if (!file->flush())
            return writeError(m_path, file->errorString());
        file->close();
    }
    GUANXI_TRY(m_archive.make());
    zip *archive = zip_open(QFile::encodeName(m_archive.name()).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (!archive)
        return writeError(m_path, QString());
    QStringList names;
    for (int sheet = 0; sheet < m_sheets.size(); ++sheet) {
        QString name = fileName(m_sheets[sheet].name);
        if (names.contains(name))
            name += QStringLiteral(" (%1)").arg(sheet + 1);
        names.append(name);
        zip_source_t *part = zip_source_file(archive, QFile::encodeName(m_files[size_t(sheet)]->fileName()).constData(), 0, -1);
        if (!part || zip_file_add(archive, (name + QStringLiteral(".csv")).toUtf8().constData(), part, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(part);
            zip_discard(archive);
            return Error{ErrorCode::FileFailed, {m_path, name}};
        }
    }
    if (zip_close(archive) != 0) {
        const Error error = writeError(m_path, QString::fromUtf8(zip_strerror(archive)));
        zip_discard(archive);
        return error;
    }
    return {};
}

} // namespace guanxi::app
