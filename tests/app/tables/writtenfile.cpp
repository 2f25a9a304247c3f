// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tables/writtenfile.h"

#include <unicode/ucnv.h>
#include <zip.h>

#include <catch2/catch_test_macros.hpp>

namespace guanxi::test {

using namespace app;

WrittenFile::WrittenFile(const QByteArray &bytes, const QString &name) : m_path(m_folder.filePath(name))
{
    QFile file(m_path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

WrittenFile::WrittenFile(const QList<std::pair<QString, QByteArray>> &parts) : m_path(m_folder.filePath(QStringLiteral("table.xlsx")))
{
    zip *archive = zip_open(m_path.toUtf8().constData(), ZIP_CREATE, nullptr);
    for (const auto &[name, bytes] : parts)
        REQUIRE(zip_file_add(archive, name.toUtf8().constData(), zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0), 0) >= 0);
    REQUIRE(zip_close(archive) == 0);
}

Result<QList<TableLine>> WrittenFile::lines(const TextFormat &format) const
{
    const auto reader = TableReader::open(m_path, format);
    if (!reader)
        return reader.error();
    QList<TableLine> all;
    for (;;) {
        const Result<std::optional<TableLine>> line = (*reader)->next();
        if (!line)
            return line.error();
        if (!*line)
            return all;
        all.append(**line);
    }
}

Result<QList<QStringList>> WrittenFile::cells(const TextFormat &format) const
{
    const Result<QList<TableLine>> all = lines(format);
    if (!all)
        return all.error();
    QList<QStringList> cells;
    for (const TableLine &line : *all)
        cells.append(line.cells);
    return cells;
}

QByteArray encoded(const QString &text, const char *encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);
    QByteArray bytes(text.size() * 4 + 8, '\0');
    bytes.truncate(ucnv_fromUChars(converter, bytes.data(), int32_t(bytes.size()), reinterpret_cast<const UChar *>(text.utf16()), int32_t(text.size()), &status));
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    return bytes;
}

QString faultOf(const Error &error)
{
    return error.code == ErrorCode::FileUnreadable ? error.args.mid(1).join(u' ').trimmed() : QString(errorName(error.code));
}

} // namespace guanxi::test
