// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/tablereader.h"
#include "app/tables/textsource.h"

namespace guanxi::app {

/// Separated values (RFC 4180) as spreadsheets of all countries write them: comma, semicolon, tab or bar; cells in quotation
/// marks may hold separators and line ends; a first line "sep=;" is obeyed.
class CsvReader final : public TableReader
{
public:
    static Result<std::unique_ptr<TableReader>> open(const QString &path, const TextFormat &format);

    QString format() const override { return QStringLiteral("CSV"); }
    Result<void> choose(int sheet) override;
    TextFormat textFormat() const override { return {m_source->encoding(), m_separator}; }
    Result<std::optional<TableLine>> next() override;
    double done() const override { return m_source->done(); }

private:
    explicit CsvReader(std::unique_ptr<TextSource> source) : m_source(std::move(source)) {}
    Result<void> findSeparator(QChar wanted);
    /// The character after this one is known, or there is none.
    Result<bool> fill();
    Result<std::optional<TableLine>> readLine();
    Result<void> readQuoted(QString &cell);
    void readPlain(QString &cell);
    bool endLine();

    std::unique_ptr<TextSource> m_source;
    QChar m_separator;
    QString m_text; ///< what is read and not used up
    qsizetype m_at = 0;
    qint64 m_line = 1;
    bool m_end = false;
};

} // namespace guanxi::app
