// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/recordform.h"

#include <QDialog>

class QPushButton;

namespace guanxi::app {

/// A form in a window of its own: Ctrl+S saves, Ctrl+Enter saves and closes, Esc closes and asks only if something was
/// changed.
class RecordFormDialog : public QDialog
{
    Q_OBJECT

public:
    RecordFormDialog(Records &records, DraftStore &drafts, const model::Record &record, QWidget *parent = nullptr);
    RecordFormDialog(Records &records, DraftStore &drafts, model::EntityId entity, const Preset &preset,
                     const Uuid &resume = {}, QWidget *parent = nullptr);

    RecordForm *form() const { return m_form; }

    void reject() override;

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void showHeading();
    void saveAndClose();

    RecordForm *m_form;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_saveAndClose = nullptr;
};

} // namespace guanxi::app
