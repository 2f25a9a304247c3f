// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/tablewriter.h"

#include <QSaveFile>
#include <QXmlStreamWriter>

namespace guanxi::app {

/// XML of our own, described in the README of this room: tables and fields are told once at the top; related records stand inside
/// the record they belong to.
class XmlWriter final : public TableWriter
{
public:
    explicit XmlWriter(const QString &path) : m_file(path), m_xml(&m_file) {}

    Result<void> begin(const QList<TableSheet> &sheets) override;
    Result<void> write(int sheet, const QList<TableCell> &cells) override;
    Result<void> end() override;
    Result<void> putInPlace() override;

private:
    Result<void> checked() const;
    void endRecord();

    QSaveFile m_file;
    QXmlStreamWriter m_xml;
    QList<TableSheet> m_sheets;
    bool m_isOpen = false; ///< a main record that may still get related ones
    int m_inside = 0;      ///< the sheet of which records stand in it just now
};

} // namespace guanxi::app
