// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/tablewriter.h"

#include <QSaveFile>

namespace guanxi::app {

/// Address cards (vCard 4.0: RFC 6350), one for each line of the main sheet. Columns are told by their codes; a card has no place for
/// others than those of vcardfields.h, nor for related tables.
class VCardWriter final : public TableWriter
{
public:
    explicit VCardWriter(const QString &path) : m_file(path) {}

    Result<void> begin(const QList<TableSheet> &sheets) override;
    Result<void> write(int sheet, const QList<TableCell> &cells) override;
    Result<void> end() override;
    Result<void> putInPlace() override;

private:
    Error failed() const;

    QSaveFile m_file;
    QList<int> m_places; ///< by column: where vcardfields.h has it; -1: nowhere
    bool m_isCompany = false;
};

} // namespace guanxi::app
