// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace guanxi::app {

/// The page that is left when the administrator removed this computer: what becomes of the work that was not sent.
class RemovedDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RemovedDialog(const QString &company, QWidget *parent = nullptr);

    /// `left` changes are not at the server yet.
    void showHandingOver(int left);
    /// Everything is destroyed; the administrator has `handedOver` changes to look at, and `lostFiles` could not be saved.
    void showWiped(int handedOver, int lostFiles = 0);

Q_SIGNALS:
    void connectAgainRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const QString m_company;
    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_work;
    QPushButton *m_again;
    QPushButton *m_quit;
    bool m_wiped = false;
    int m_count = 0;
    int m_lostFiles = 0;
};

} // namespace guanxi::app
