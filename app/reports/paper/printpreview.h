// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/pageview.h"
#include "app/reports/paper/printout.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace guanxi::app {

/// Shows the pages before they are printed, saved as PDF or sent; what can be chosen stands beside them. Ctrl+P prints, Ctrl+S saves,
/// Ctrl+M is the mail.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    PrintPreview(std::unique_ptr<Printout> printout, QWidget *parent = nullptr);
    ~PrintPreview() override;

    PageView &view() const { return *m_view; }
    Printout &printout() const { return *m_printout; }
    /// Pages are still being made, or printed.
    bool isBusy() const { return m_source || m_run; }
    /// Writes all pages into a PDF, in the background; a drawing also as SVG or PNG, by the ending.
    void saveTo(const QString &path);

    void reject() override;

    /// Pieces of a large print that are shown.
    static constexpr int MostShown = 20;

Q_SIGNALS:
    /// It was printed or saved; in words.
    void done(const QString &text);
    /// The pages that are shown are all there.
    void shown();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildSide();
    void buildChoices(QFormLayout &form);
    void recallChoices();
    void refreshChoices();
    void keepChoices();
    QPushButton *button(const QString &icon, void (PrintPreview::*pressed)());
    void retranslate();
    void restart();
    void showSome();
    void showNotes();
    void showPlace();
    void showProgress();
    void print();
    void save();
    void mail();
    bool isNoted(const QString &format);
    void run(std::unique_ptr<PaperDevice> device, PrintRun::Range range, std::function<QString(const PrintRun &)> said);
    void finished(const Result<bool> &whole, const QString &said);
    QString safeName() const;
    void say(const QString &text);
    void sayFault(const Error &error);
    void enable();

    std::unique_ptr<Printout> m_printout;
    std::unique_ptr<PageSource> m_source; ///< of the pages that are shown, until all are there
    QList<std::shared_ptr<const Pages>> m_shown;
    std::shared_ptr<Pages> m_piece;       ///< being divided
    qint64 m_size = 1;
    QPointer<PrintRun> m_run;
    QTimer m_steps;
    QString m_fault;
    PageView *m_view;
    QList<QComboBox *> m_boxes;
    QLabel *m_place;
    QLabel *m_notes;
    QLabel *m_says;
    QProgressBar *m_progress;
    QPushButton *m_print;
    QPushButton *m_save;
    QPushButton *m_mail;
    QPushButton *m_close;
};

/// Opens one over `parent`, which it lives no longer than.
PrintPreview *showPreview(QWidget *parent, std::unique_ptr<Printout> printout);

} // namespace guanxi::app
