// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importcolumns.h"

class QStackedWidget;
class QTableWidget;

namespace guanxi::app {

/// Which sheets of a file are taken, what each holds, and how each is read. The records of one sheet are those that are imported; the
/// others hold what belongs to them. A file with one table shows only how that is read.
class ImportSheets : public QWidget
{
    Q_OBJECT

public:
    ImportSheets(Records &records, const model::Entity &entity, QWidget *parent = nullptr);

    /// Takes another file; what is wrong with it stays on the page.
    void open(const QString &path);
    QString path() const { return m_path; }
    /// How the sheet with the records themselves is read.
    ImportColumns &main() const { return *m_main; }
    /// Those that are taken, the main one first.
    QList<ImportColumns *> taken() const;
    /// What the file calls the sheet of these columns.
    QString nameOf(const ImportColumns &columns) const;
    /// Why nothing can be checked yet; empty: it can.
    QString fault() const;
    QTableWidget &table() const { return *m_table; }

Q_SIGNALS:
    void changed();
    void failed(const guanxi::Error &error);

private:
    ImportColumns *addColumns(const model::Entity &entity);
    /// What belongs to the records and may be brought in.
    QList<const model::Entity *> others() const;
    void propose(const QStringList &names);
    void addRow(int sheet, const QString &name, const model::Entity *proposed);
    void showSheet(int sheet);
    void hold(int sheet, model::EntityId entity);
    bool isTaken(int sheet) const;

    Records &m_records;
    const model::Entity &m_entity;
    QString m_path;
    QTableWidget *m_table;
    QStackedWidget *m_pages;
    ImportColumns *m_main;
    int m_mainSheet = 0;
    QList<ImportColumns *> m_columns; ///< by sheet; nullptr: nobody has said what it holds
};

} // namespace guanxi::app
