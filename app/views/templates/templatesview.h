// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/companytemplates.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace guanxi::app {

class TemplateEditor;
class ViewContext;

/// All print templates by what they print: those that come with the program, what the company prints in their place, and its own. Enter
/// edits one, Del restores the standard.
class TemplatesView : public QWidget
{
    Q_OBJECT

public:
    TemplatesView(ViewContext &context, QWidget *parent = nullptr);

    QTreeWidget &list() const { return *m_list; }
    /// Opens the editor on the chosen one.
    TemplateEditor *edit();
    /// What the company made is taken away; the template that comes with the program is printed again.
    void restoreStandard();
    void switchOnOrOff();
    void makeNew();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void fill();
    void enable();
    const CompanyTemplate *chosen() const;
    QString stand(const CompanyTemplate &shown) const;

    ViewContext &m_context;
    Records &m_records;
    QList<CompanyTemplate> m_templates;
    QTreeWidget *m_list;
    QPushButton *m_edit;
    QPushButton *m_new;
    QPushButton *m_switch;
    QPushButton *m_restore;
};

} // namespace guanxi::app
