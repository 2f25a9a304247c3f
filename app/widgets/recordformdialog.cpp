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
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *save = new QPushButton(tr("Save"));
    auto *saveAndClose = new QPushButton(tr("Save and close"));
    saveAndClose->setToolTip(tr("Ctrl+Enter"));
    save->setToolTip(tr("Ctrl+S"));
    cancel->setToolTip(tr("Esc"));
    for (QPushButton *button : {saveAndClose, save, cancel})
        button->setAutoDefault(false); // Enter inside a field must not save
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->setSpacing(8);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(save);
    foot->addWidget(saveAndClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form, 1);
    column->addLayout(foot);
    connect(saveAndClose, &QPushButton::clicked, this, &RecordFormDialog::saveAndClose);
    connect(save, &QPushButton::clicked, m_form, &RecordForm::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
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
    showHeading();
    const QSize screen = this->screen() ? this->screen()->availableSize() : QSize(1366, 768);
    resize(qMin(880, screen.width() - 80), qMin(640, screen.height() - 80));
    m_form->setFocus();
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
