// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/export/exportrun.h"
#include "app/views/recordcommand.h"

#include <QDialog>
#include <QElapsedTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace guanxi::app {

class ViewContext;

/// Takes records out into a file for another program: which ones, which fields, with what belongs to them, in which format.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(ViewContext &context, const CommandScope &scope, QWidget *parent = nullptr);

    /// As it is chosen, for the file at `path`.
    ExportPlan plan(const QString &path) const;
    /// Writes the file; the dialog closes when it is there.
    void exportTo(const QString &path);
    /// The rows of the list are being looked for, or written.
    bool isBusy() const { return m_isSearching || m_run; }

    void reject() override;

private:
    void buildChoices();
    void buildRows(QFormLayout &form);
    void buildRelations(QFormLayout &form);
    void buildButtons();
    void findRows();
    void showChoices();
    void showProgress(qint64 done);
    void chooseFile();
    void finished(const Result<bool> &whole);
    QString faultText(const Error &error) const;
    bool isOpenRecord() const { return m_scope.shown.entity == 0; }
    bool isAllChosen() const;
    TableFormat format() const;
    ExportFields fields() const;
    QList<model::EntityId> relations() const;

    ViewContext &m_context;
    Records &m_records;
    const model::Entity &m_entity;
    CommandScope m_scope;
    Records::Rows m_rows; ///< that the list shows
    QWidget *m_choices;
    QComboBox *m_format;
    QComboBox *m_encoding;
    QComboBox *m_fields;
    QComboBox *m_which;
    QCheckBox *m_withRelations;
    QListWidget *m_relations;
    QLabel *m_hint;
    QLabel *m_says;
    QProgressBar *m_progress;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QElapsedTimer m_time;
    ExportRun *m_run = nullptr;
    bool m_isSearching = false;
};

} // namespace guanxi::app
