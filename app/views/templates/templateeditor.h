// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/companytemplates.h"
#include "app/reports/papercheck.h"
#include "app/views/templates/templatedraft.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QToolButton;

namespace guanxi::app {

class TemplateForm;
class TemplatePreview;
class TemplateTree;
class ViewContext;

/// Changes how a kind of record is printed, without programming: the parts at the left, what can be said about the chosen one, and the
/// pages as they will be at the right. What is wrong stands beneath in sentences that lead there. Ctrl+S saves a new version; what is
/// typed and not saved is kept as a draft.
class TemplateEditor : public QDialog
{
    Q_OBJECT

public:
    /// `edited` may be one that comes with the program: saving makes the company's own in its place.
    TemplateEditor(ViewContext &context, const CompanyTemplate &edited, QWidget *parent = nullptr);
    ~TemplateEditor() override;

    TemplateDraft &draft() { return m_draft; }
    TemplateTree &tree() const { return *m_tree; }
    TemplateForm &form() const { return *m_form; }
    TemplatePreview &preview() const { return *m_preview; }
    QListWidget &faults() const { return *m_faults; }
    bool isChanged() const { return m_draft.document() != m_saved; }
    /// False: something is wrong, and is shown.
    bool save();

    void reject() override;

private:
    void build();
    QWidget *buildBar();
    QToolButton *tool(const QString &icon, const QString &text, const QString &tip, const QKeySequence &keys, const std::function<void()> &run);
    void followDraft(bool shape);
    void checkFaults();
    void showFault(int row);
    QString sentence(const PaperFault &fault) const;
    void enable();
    void fillBegin(QMenu &menu);
    void showVersions();
    Result<model::Record> recordToSave() const;
    QString nameOf(const QString &language) const;
    QString draftKey() const;
    void keepDraft();
    void takeUpDraft();
    void noteChange(const QSet<model::RecordRef> &changed);

    ViewContext &m_context;
    Records &m_records;
    model::Record m_record; ///< invalid: none yet
    QString m_code;
    int m_order;
    QString m_stored;       ///< the definition, as it was when it was read or saved
    TemplateDraft m_draft;
    QJsonObject m_saved;
    TemplateTree *m_tree;
    TemplateForm *m_form;
    TemplatePreview *m_preview;
    QListWidget *m_faults;
    QList<PaperFault> m_found;
    QList<QToolButton *> m_partTools;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QToolButton *m_versions = nullptr;
    QPushButton *m_save = nullptr;
    QLabel *m_says = nullptr;
    QTimer m_keeping;
};

/// Opens one over `parent`, which it lives no longer than.
TemplateEditor *openTemplateEditor(ViewContext &context, const CompanyTemplate &edited, QWidget *parent);

/// What a template begins with for a kind of record, when it begins empty.
QJsonObject emptyTemplate(const model::Entity &entity);

} // namespace guanxi::app
