// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importcolumns.h"
#include "app/views/import/importresult.h"

#include <QDialog>
#include <QTimer>

#include <functional>

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
    /// Writes the lines with errors into a file (ImportFaults), in short steps: isBusy() until it is there.
    void saveFaults(const QString &path);

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
    void decide(qint64 line);
    /// Goes through all lines in short steps: `take` gets each, `done` what to do with them all; it answers what is said of it.
    void walk(const QString &says, std::function<Result<void>(const ImportLine &line)> take, std::function<Result<QString>()> done);
    void walkSome();
    /// One line on; false at the end.
    Result<bool> walkOn();
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
    std::function<Result<void>(const ImportLine &line)> m_take;
    std::function<Result<QString>()> m_walked;
    bool m_busy = false;
    bool m_prepared = false; ///< m_rows knows the records that are there
    bool m_cancelled = false;
};

} // namespace guanxi::app
