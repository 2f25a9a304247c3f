// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/preset.h"

#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QScrollArea;

namespace guanxi::app {

class DraftStore;
class FieldEditor;
class FieldSections;

/// Edits one record, every field by the editor of its type, sections and order by the catalogue. What is typed is kept
/// as a draft from the first second on; a field somebody else changes meanwhile shows the new value unless it was touched.
class RecordForm : public QWidget
{
    Q_OBJECT

public:
    /// A record that exists.
    RecordForm(Records &records, DraftStore &drafts, const model::Record &record, QWidget *parent = nullptr);
    /// What was typed last is in the draft, too, when the window goes without asking (the desk is locked).
    ~RecordForm() override;
    /// A new one. `resume` takes up a draft of a record that was never saved.
    RecordForm(Records &records, DraftStore &drafts, model::EntityId entity, const Preset &preset, const Uuid &resume = {},
               QWidget *parent = nullptr);

    model::RecordRef ref() const { return m_base.ref(); }
    bool isNew() const { return m_new; }
    /// "New customer" or the record's name.
    QString heading() const;
    /// Something is typed that is not saved.
    bool isDirty() const;
    /// True when it was saved; otherwise the first error has the focus.
    bool save();
    /// Asks, if something is typed, whether to save it, to drop it or to stay; false: stay.
    bool mayClose();
    void discard();

    FieldEditor *editor(model::FieldId field) const;
    /// What stands under the field; empty when it is right.
    QString faultText(model::FieldId field) const;

protected:
    void changeEvent(QEvent *event) override;

Q_SIGNALS:
    void saved(const model::RecordRef &ref, const Saved &saved);
    void failed(const Error &error);
    void openRequested(const model::RecordRef &ref);
    void dirtyChanged(bool dirty);

private:
    struct Line {
        FieldEditor *editor;
        QLabel *below;
        bool touched = false;
    };

    void build();
    void buildNotices();
    void connectTimers();
    /// Everything anew in another language, with what is typed and where the cursor stands.
    void retranslate();
    void addLine(FieldSections &sections, const model::Field &field);
    bool isShown(const model::Field &field) const;
    bool isWritable(const model::Field &field) const;
    model::Record typed() const;
    std::optional<Error> faultOf(const Line &line, const model::Record &typed) const;
    void showFault(Line &line, const std::optional<Error> &fault);
    void onEdited(FieldEditor *editor);
    void onLeft(FieldEditor *editor);
    void onChanged(const QSet<model::RecordRef> &changed);
    void createLinked(FieldEditor *editor, model::EntityId entity, const QString &name);
    void keepDraft();
    void restoreDraft();
    void searchDuplicates();
    Line *line(const FieldEditor *editor);

    Records &m_records;
    DraftStore &m_drafts;
    model::Record m_base; ///< the record as it is stored
    bool m_new = false;
    bool m_dirty = false;
    QList<Line> m_lines;
    QScrollArea *m_scroll;
    QFrame *m_restored;
    QLabel *m_duplicates;
    QTimer m_draftTimer;
    QTimer m_duplicateTimer;
};

} // namespace guanxi::app
