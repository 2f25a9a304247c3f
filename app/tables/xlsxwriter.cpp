// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/xlsxwriter.h"

#include "common/base/secretfile.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

#include <xlsxwriter.h>
#include <zip.h>

#include <cerrno>
#include <cstring>

namespace guanxi::app {

namespace {

constexpr qsizetype ExactDigits = 15; // what a spreadsheet holds of a number
constexpr qsizetype LongestName = 31; // of a sheet
constexpr int LeastWidth = 6, MostWidth = 60;
constexpr double DaySeconds = 86'400;

bool isExact(const QString &number)
{
    const auto digits = std::count_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
    return digits <= ExactDigits;
}

/// Days since 1900 as spreadsheets count them; none before March 1900, where they count wrong.
std::optional<double> daysOf(const QString &text)
{
    const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
    if (!day.isValid() || day < QDate(1900, 3, 1) || day.year() > 9999)
        return std::nullopt;
    const QTime time = text.size() > 10 ? QTime::fromString(text.mid(11), text.size() > 16 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm")) : QTime(0, 0);
    return double(QDate(1899, 12, 30).daysTo(day)) + double(time.msecsSinceStartOfDay()) / 1000 / DaySeconds;
}

/// "_x0041_" would be read as a character by its number: its first mark is written that way itself.
QString escaped(const QString &text)
{
    if (!text.contains(QLatin1StringView("_x")))
        return text;
    static const QRegularExpression numbered(QStringLiteral("_(x[0-9A-Fa-f]{4}_)"));
    return QString(text).replace(numbered, QStringLiteral("_x005F_\\1"));
}

} // namespace

XlsxWriter::~XlsxWriter()
{
    if (!m_book)
        return;
    // Of a book that is not written the library leaves these open.
    for (const lxw_worksheet *sheet : m_sheets)
        std::fclose(sheet->optimize_tmpfile);
    lxw_workbook_free(m_book);
}

Result<void> XlsxWriter::begin(const QList<TableSheet> &sheets)
{
    GUANXI_TRY(m_file.make());
    // Cells go to a file of their own as soon as their line is full.
    QByteArray temporary = QFile::encodeName(QDir::tempPath());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporary.data();
    options.use_zip64 = LXW_TRUE;
    m_book = workbook_new_opt(QFile::encodeName(m_file.name()).constData(), &options);
    if (!m_book)
        return writeError(m_file.path(), QString());
    m_headFormat = workbook_add_format(m_book);
    format_set_bold(m_headFormat);
    m_wrapped = workbook_add_format(m_book);
    format_set_text_wrap(m_wrapped);
    format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
    for (const auto &[kind, code] : {std::pair(CellKind::Percent, "0.00%"), std::pair(CellKind::Date, "yyyy-mm-dd"), std::pair(CellKind::DateTime, "yyyy-mm-dd hh:mm"),
                                     std::pair(CellKind::Text, "@")}) {
        m_formats[size_t(kind)] = workbook_add_format(m_book);
        format_set_num_format(m_formats[size_t(kind)], code);
    }
    for (const TableSheet &table : sheets) {
        m_places.push_back({table, nullptr, 0, 0});
        GUANXI_TRY(beginPart(m_places.back()));
    }
    return {};
}

QString XlsxWriter::sheetName(const Place &place) const
{
    QString name;
    for (const QChar c : place.table.name)
        name += QStringLiteral("[]:*?/\\").contains(c) || c < u' ' ? u' ' : c;
    name = name.trimmed();
    while (name.startsWith(u'\''))
        name.remove(0, 1);
    for (int number = place.parts;; ++number) {
        const QString end = number > 1 ? QStringLiteral(" (%1)").arg(number) : QString();
        QString whole = name.left(LongestName - end.size()) + end;
        while (whole.endsWith(u'\''))
            whole.chop(1);
        if (whole.isEmpty() || whole.compare(QLatin1StringView("history"), Qt::CaseInsensitive) == 0)
            whole = QStringLiteral("%1_").arg(whole);
        if (!m_names.contains(whole.toLower()))
            return whole;
    }
}

Result<void> XlsxWriter::beginPart(Place &place)
{
    ++place.parts;
    const QString name = sheetName(place);
    place.sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (!place.sheet)
        return Error{ErrorCode::FileFailed, {m_file.path(), name}};
    m_names.append(name.toLower());
    m_sheets.push_back(place.sheet);
    place.row = 0;
    for (qsizetype column = 0; column < place.table.columns.size(); ++column) {
        const int width = std::clamp(place.table.columns[column].width, LeastWidth, MostWidth);
        worksheet_set_column(place.sheet, lxw_col_t(column), lxw_col_t(column), width, nullptr);
    }
    worksheet_freeze_panes(place.sheet, 1, 0);
    for (qsizetype column = 0; column < place.table.columns.size(); ++column)
        GUANXI_TRY(writeText(place, quint16(column), place.table.columns[column].head, m_headFormat));
    ++place.row;
    return {};
}

Result<void> XlsxWriter::writeText(const Place &place, quint16 column, const QString &text, lxw_format *format)
{
    const QString whole = escaped(text);
    if (whole.size() > MostCharacters)
        return Error{ErrorCode::TooLong, {place.table.columns[column].head, QString::number(MostCharacters)}};
    if (worksheet_write_string(place.sheet, place.row, column, whole.toUtf8().constData(), format) != LXW_NO_ERROR)
        return Error{ErrorCode::FileFailed, {m_file.path(), place.table.columns[column].head}};
    return {};
}

Result<void> XlsxWriter::writeCell(const Place &place, quint16 column, const TableCell &cell)
{
    if (cell.text.isEmpty())
        return {};
    lxw_format *format = m_formats[size_t(cell.kind)];
    std::optional<double> number;
    if (cell.kind == CellKind::Date || cell.kind == CellKind::DateTime)
        number = daysOf(cell.text);
    else if (cell.kind != CellKind::Text && isExact(cell.text))
        number = cell.text.toDouble() / (cell.kind == CellKind::Percent ? 100 : 1);
    if (!number)
        return writeText(place, column, cell.text, cell.text.contains(u'\n') ? m_wrapped : m_formats[size_t(CellKind::Text)]);
    worksheet_write_number(place.sheet, place.row, column, *number, format);
    return {};
}

Result<void> XlsxWriter::write(int sheet, const QList<TableCell> &cells)
{
    Place &place = m_places[size_t(sheet)];
    if (place.row >= m_mostRows)
        GUANXI_TRY(beginPart(place));
    for (qsizetype column = 0; column < cells.size(); ++column)
        GUANXI_TRY(writeCell(place, quint16(column), cells[column]));
    ++place.row;
    return {};
}

Result<void> XlsxWriter::checkSheets()
{
    for (const lxw_worksheet *sheet : m_sheets) {
        if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile))
            return writeError(QDir::temp().filePath(QStringLiteral("xlsx")), QString::fromLocal8Bit(std::strerror(errno)));
        m_sizes.push_back(std::ftell(sheet->optimize_tmpfile));
    }
    return {};
}

Result<void> XlsxWriter::checkParts() const
{
    zip *archive = zip_open(QFile::encodeName(m_file.name()).constData(), ZIP_RDONLY, nullptr);
    bool isWhole = archive != nullptr;
    for (size_t at = 0; isWhole && at < m_sizes.size(); ++at) {
        zip_stat_t part;
        const QByteArray name = QStringLiteral("xl/worksheets/sheet%1.xml").arg(at + 1).toUtf8();
        isWhole = zip_stat(archive, name.constData(), 0, &part) == 0 && qint64(part.size) > m_sizes[at];
    }
    if (archive)
        zip_discard(archive);
    return isWhole ? Result<void>() : Result<void>(Error{ErrorCode::DiskFull, {m_file.path()}});
}

Result<void> XlsxWriter::end()
{
    GUANXI_TRY(checkSheets());
    const lxw_error closed = workbook_close(std::exchange(m_book, nullptr));
    if (closed != LXW_NO_ERROR)
        return writeError(m_file.path(), QString::fromUtf8(lxw_strerror(closed)));
    return checkParts();
}

Result<void> XlsxWriter::putInPlace() { return m_file.putInPlace(); }

} // namespace guanxi::app
