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
    /// A record that is there already is to be used in place of the new one, whose form is empty again.
    void useRequested(const model::RecordRef &ref);
    /// The record, saved as it was typed, and this one are the same.
    void mergeRequested(const model::RecordRef &ref);
    void dirtyChanged(bool dirty);

private:
    struct Line {
        FieldEditor *editor;
        QLabel *below;
        QWidget *under; ///< what stands under the editor: `below`, and hints
        bool touched = false;
    };

    void build();
    /// The fields that make sense in the record as it is typed, each at its place.
    void layOut();
    void layOutField(FieldSections &sections, const model::Field &field);
    /// Puts the lines aside that the sections do not show; what is typed in them stays until it is saved.
    void putAside();
    bool hasOtherFields() const;
    void buildNotices();
    void connectTimers();
    /// Everything anew in another language, with what is typed and where the cursor stands.
    void retranslate();
    void addLine(const model::Field &field);
    bool isShown(const model::Field &field) const;
    bool isTitle(const model::Field &field) const;
    /// Editors whose field depends on others hear of what is typed.
    void tellEditors();
    /// What else may stand under the field.
    QLabel *hintOf(const model::Field &field) const;
    bool isWritable(const model::Field &field) const;
    model::Record typed() const { return typedInto(m_base); }
    model::Record typedInto(model::Record record) const;
    /// Shows whose a new record will be by the rules, as long as nobody chose that by hand.
    void giveByRule();
    bool isOwnerChosen() const;
    /// Amounts show the currency that was chosen, and its rate becomes that of today.
    void followCurrency();
    std::optional<Error> faultOf(const Line &line, const model::Record &typed) const;
    void showFault(Line &line, const std::optional<Error> &fault);
    void onEdited(FieldEditor *editor);
    void onLeft(FieldEditor *editor);
    void onChanged(const QSet<model::RecordRef> &changed);
    void createLinked(FieldEditor *editor, model::EntityId entity, const QString &name);
    void keepDraft();
    void restoreDraft();
    void searchDuplicates();
    void showDuplicates(const QList<AlikeRecord> &alike);
    /// A link in the warning about them was chosen.
    void followDuplicate(const QString &link);
    Line *line(const FieldEditor *editor);

    Records &m_records;
    DraftStore &m_drafts;
    model::Record m_base; ///< the record as it is stored
    model::Record m_started; ///< a new one, before any rule gave it to somebody
    bool m_new = false;
    bool m_ownerPreset = false; ///< where it was begun says whose it is
    bool m_dirty = false;
    QList<Line> m_lines;
    QScrollArea *m_scroll;
    QWidget *m_aside; ///< lines that make no sense in a record of this kind
    bool m_layingOut = false;
    QFrame *m_restored;
    QLabel *m_duplicates;
    QLabel *m_byRule; ///< which rule says whose a new record is
    QTimer m_draftTimer;
    QTimer m_duplicateTimer;
};

} // namespace guanxi::app
