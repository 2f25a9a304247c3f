// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importbook.h"
#include "app/views/import/importresult.h"
#include "app/views/import/importsheets.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace guanxi::app {

class EmptyState;
class ViewContext;
struct ImportedSheet;

/// Brings a table into the company's records: which column is what, what that comes to line by line, then all good lines as one
/// action that can be undone. Nothing is changed before it was looked at.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(ViewContext &context, const model::Entity &entity, QWidget *parent = nullptr);

    /// Takes this file; what is wrong with it is said.
    void open(const QString &path);
    ImportSheets &sheets() const { return *m_sheets; }
    /// Of the records themselves.
    ImportColumns &columns() const { return m_sheets->main(); }
    ImportResult &result() const { return *m_parts.first().result; }
    /// Of a further sheet that is taken, in their order, once it was checked.
    ImportResult &result(int part) const { return *m_parts[part].result; }
    /// Lines are being gone through, or saved.
    bool isBusy() const { return m_busy; }
    /// Writes the lines of a sheet with errors into a file (ImportFaults), in short steps: isBusy() until it is there.
    void saveFaults(const QString &path, int part = 0);

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
    /// One result for each sheet that is taken; what was decided of it before stays.
    void layOutParts();
    ImportResult *addResult(ImportColumns &columns);
    int partOf(const ImportResult &result) const;
    qint64 toSave() const;
    void decide(int part, qint64 line);
    /// Goes through all lines in short steps: `take` gets each, `done` what to do with them all; it answers what is said of it.
    void walk(const QString &says, std::function<Result<void>(const ImportBook::Line &line)> take, std::function<Result<QString>()> done);
    void walkSome();
    /// One line on; false at the end.
    Result<bool> walkOn();
    void import();
    void imported(const Result<Saved> &result);
    void setBusy(bool busy, const QString &what = {});
    void chooseFaultsFile(int part);
    ImportPlan plan(int part) const;
    QList<ImportedSheet> takenSheets() const;

    ViewContext &m_context;
    Records &m_records;
    const model::Entity &m_entity;
    QStackedWidget *m_pages;
    EmptyState *m_nothing;
    ImportSheets *m_sheets;
    struct Part {
        QPointer<ImportColumns> columns; ///< gone once the sheet is said to hold something else
        ImportResult *result = nullptr;
    };
    QList<Part> m_parts; ///< that are taken, the main one first
    QTabWidget *m_results;
    QLabel *m_says;
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
    QTimer m_step;
    std::unique_ptr<ImportBook> m_book;
    std::function<Result<void>(const ImportBook::Line &line)> m_take;
    std::function<Result<QString>()> m_walked;
    bool m_busy = false;
    bool m_prepared = false; ///< m_book knows the records that are there
    bool m_cancelled = false;
};

} // namespace guanxi::app
