// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace guanxi::app {

class ViewContext;

/// Takes down a lead in one line, while somebody is on the telephone: what was understood stands beneath, and who is known already. Enter
/// saves and is ready for the next; Ctrl+Enter opens what was saved.
class QuickLead : public QDialog
{
    Q_OBJECT

public:
    explicit QuickLead(ViewContext &context, QWidget *parent = nullptr);

    QLineEdit &line() const { return *m_line; }
    QLabel &understood() const { return *m_understood; }
    QLabel &says() const { return *m_says; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void read();
    void findAlike();
    void showAlike(const QList<AlikeRecord> &alike);
    void save(bool open);

    ViewContext &m_context;
    Records &m_records;
    model::Record m_lead;
    QLineEdit *m_line;
    QComboBox *m_source;
    QLabel *m_understood;
    QLabel *m_says;
    QPushButton *m_save;
    QTimer m_searching; ///< until nobody types any more
};

} // namespace guanxi::app
