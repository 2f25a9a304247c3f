// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importmappings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace guanxi::app {

class FieldEditor;

/// How the file is read and which column goes into which field: guessed from the heads, corrected by whoever imports. What a
/// new record must have and no column gives is asked for once, for all lines.
class ImportColumns : public QWidget
{
    Q_OBJECT

public:
    ImportColumns(Records &records, const model::Entity &entity, QWidget *parent = nullptr);

    /// Takes another file; what is wrong with it stays on the page.
    Result<void> open(const QString &path);
    /// The same for one sheet, of which there is no choice.
    void openSheet(const QString &path, int sheet);
    const model::Entity &entity() const { return m_entity; }
    QString path() const { return m_path; }
    TableReader *reader() const { return m_reader.get(); }
    /// Heads as they stand in the file, or the letters of the columns.
    QStringList heads() const { return m_heads; }
    /// Without the choices about twins.
    ImportPlan plan() const;
    /// Why nothing can be checked yet; empty: it can.
    QString fault() const;
    void setField(int column, model::FieldId field);
    /// Keeps the fields of the columns under a name.
    void saveMapping(const QString &name);

Q_SIGNALS:
    void changed();
    void failed(const guanxi::Error &error);

private:
    void buildOptions(QFormLayout &form);
    void buildMappings(QFormLayout &form);
    /// Those that are kept, with this one chosen; empty: none.
    void showMappings(const QString &chosen);
    void applyMapping();
    void askForName();
    void showFormat();
    void readAgain();
    Result<void> sample();
    void showSample();
    void showMissing();
    const model::Field *fieldAt(int column) const;
    QStringList samplesOf(int column) const;

    Records &m_records;
    const model::Entity &m_entity;
    QList<const model::Field *> m_fields; ///< that may be filled, and those by which records are known again
    QString m_path;
    int m_only = -1; ///< the sheet that is read; -1: one is chosen
    std::unique_ptr<TableReader> m_reader;
    QList<QStringList> m_lines; ///< the first ones
    QStringList m_heads;
    Error m_fault;
    QLabel *m_file;
    QComboBox *m_sheet;
    QComboBox *m_encoding;
    QComboBox *m_separator;
    QCheckBox *m_hasHeads;
    ImportMappings m_kept;
    QComboBox *m_mapping;
    QPushButton *m_removeMapping;
    QTableWidget *m_table;
    QFormLayout *m_form;
    QLabel *m_missingTitle;
    QFormLayout *m_missing;
    QList<FieldEditor *> m_editors;
};

} // namespace guanxi::app
