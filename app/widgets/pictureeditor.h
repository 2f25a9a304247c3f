// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"
#include "app/widgets/recordpictures.h"

class QLabel;
class QMimeData;
class QToolButton;

namespace guanxi::app {

/// The picture of a record: chosen from a file, pasted, dropped or removed. What is taken is made small and kept on this
/// computer at once; the record has it when it is saved, and the server gets it by itself.
class PictureEditor : public FieldEditor
{
    Q_OBJECT

public:
    PictureEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);

    model::Value value() const override { return m_value; }
    void setValue(const model::Value &value) override;
    void setRecord(const model::Record &record) override;
    /// Why the last one was not taken; the value is the one before it.
    const std::optional<Error> &refusal() const { return m_fault; }

    /// Without it the picture can only be looked at.
    void setChangeable(bool changeable);
    void takeFile(const QString &path);
    void takeImage(const QImage &image);
    /// A picture is being made ready.
    bool isBusy() const { return m_busy; }

public Q_SLOTS:
    void choose();
    void paste();
    void clear();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *button(const QString &icon, const QString &text, const QKeySequence &keys, void (PictureEditor::*made)());
    /// Both run on another thread.
    void prepare(const std::function<Result<QByteArray>()> &make);
    void keep(const Result<QByteArray> &content);
    void take(const model::Value &value);
    void refuse(const Error &error);
    /// What was taken here and is not wanted any more goes again.
    void forgetTaken(const QByteArray &but);
    void takeData(const QMimeData &brought);
    void showState();
    FileRef file() const;

    RecordPictures m_pictures;
    model::Record m_record;
    model::Value m_value;
    QByteArray m_taken; ///< by this editor, and not known to be saved
    std::optional<Error> m_fault;
    bool m_busy = false;
    bool m_changeable = true;
    QWidget *m_view;
    QLabel *m_words;
    QWidget *m_buttons;
    QToolButton *m_choose;
    QToolButton *m_paste;
    QToolButton *m_clear;
};

} // namespace guanxi::app
