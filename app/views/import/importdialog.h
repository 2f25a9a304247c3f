// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importcolumns.h"
#include "app/views/import/importresult.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace guanxi::app {

class EmptyState;
class ViewContext;

/// Brings a table into the company's records: which column is what, what that comes to line by line, then all good lines as one
/// action that can be undone. Nothing is changed before it was looked at.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(ViewContext &context, const model::Entity &entity, QWidget *parent = nullptr);

    /// Takes this file; what is wrong with it is said.
    void open(const QString &path);
    ImportColumns &columns() const { return *m_columns; }
    ImportResult &result() const { return *m_result; }
    /// Lines are being gone through, or saved.
    bool isBusy() const { return m_busy; }
    /// Writes the lines with errors, each with what is wrong behind it, to be mended and imported again.
    Result<void> saveFaults(const QString &path);

    /// Asks for the file.
    void chooseFile();

    void reject() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildButtons();
    void showFault();
    void goBack();
    void goOn();
    void check();
    void checkSome();
    void import();
    void imported(const Result<Saved> &result);
    void setBusy(bool busy, const QString &what = {});
    void chooseFaultsFile();
    ImportPlan plan() const;

    ViewContext &m_context;
    Records &m_records;
    const model::Entity &m_entity;
    QStackedWidget *m_pages;
    EmptyState *m_nothing;
    ImportColumns *m_columns;
    ImportResult *m_result;
    QLabel *m_says;
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
    QTimer m_step;
    std::unique_ptr<ImportLines> m_rows;
    bool m_busy = false;
    bool m_prepared = false; ///< m_rows knows the records that are there
    bool m_cancelled = false;
};

} // namespace guanxi::app
