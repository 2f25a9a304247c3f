// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordformdialog.h"

#include "app/widgets/errortext.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace guanxi::app {

RecordFormDialog::RecordFormDialog(Records &records, DraftStore &drafts, const model::Record &record, QWidget *parent)
    : QDialog(parent), m_form(new RecordForm(records, drafts, record, this))
{
    build();
}

RecordFormDialog::RecordFormDialog(Records &records, DraftStore &drafts, model::EntityId entity, const Preset &preset,
                                   const Uuid &resume, QWidget *parent)
    : QDialog(parent), m_form(new RecordForm(records, drafts, entity, preset, resume, this))
{
    build();
}

void RecordFormDialog::build()
{
    setSizeGripEnabled(true);
    m_cancel = new QPushButton;
    m_save = new QPushButton;
    m_saveAndClose = new QPushButton;
    m_saveAndClose->setProperty("primary", true);
    for (QPushButton *button : {m_saveAndClose, m_save, m_cancel})
        button->setAutoDefault(false); // Enter inside a field must not save
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->setSpacing(8);
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_save);
    foot->addWidget(m_saveAndClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form, 1);
    column->addLayout(foot);
    connect(m_saveAndClose, &QPushButton::clicked, this, &RecordFormDialog::saveAndClose);
    connect(m_save, &QPushButton::clicked, m_form, &RecordForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto key = [this](const QKeySequence &keys, auto command) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, command);
        addAction(action);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_S), [this] { m_form->save(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { this->saveAndClose(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { this->saveAndClose(); });
    connect(m_form, &RecordForm::dirtyChanged, this, &RecordFormDialog::showHeading);
    connect(m_form, &RecordForm::saved, this, &RecordFormDialog::showHeading);
    // Whoever is told does the rest; this window is done with.
    connect(m_form, &RecordForm::useRequested, this, &QDialog::accept);
    connect(m_form, &RecordForm::mergeRequested, this, &QDialog::accept);
    retranslate();
    const QSize screen = this->screen() ? this->screen()->availableSize() : QSize(1366, 768);
    resize(qMin(880, screen.width() - 80), qMin(640, screen.height() - 80));
    m_form->setFocus();
}

void RecordFormDialog::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
    m_saveAndClose->setText(tr("Save and close"));
    m_saveAndClose->setToolTip(tr("Ctrl+Enter"));
    m_save->setToolTip(tr("Ctrl+S"));
    m_cancel->setToolTip(tr("Esc"));
    showHeading();
}

void RecordFormDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecordFormDialog::showHeading()
{
    setWindowTitle(m_form->heading() + QStringLiteral("[*]"));
    setWindowModified(m_form->isDirty());
}

void RecordFormDialog::saveAndClose()
{
    if (m_form->save())
        accept();
}

void RecordFormDialog::reject()
{
    if (m_form->mayClose())
        QDialog::reject();
}

void RecordFormDialog::closeEvent(QCloseEvent *event)
{
    if (isVisible() && !m_form->mayClose()) {
        event->ignore();
        return;
    }
    QWidget::closeEvent(event);
}

} // namespace guanxi::app
