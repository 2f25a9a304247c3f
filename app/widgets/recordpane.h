// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/preset.h"
#include "app/widgets/relations.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QTabWidget;
class QToolButton;

namespace guanxi::app {

class AttachmentsView;
class DraftStore;
class HistoryView;
class RecordFields;
class RecordHeader;
class RecordListView;
class TimelineView;

/// One open record: header, its fields, its timeline and a tab per kind of related record.
class RecordPane : public QWidget
{
    Q_OBJECT

public:
    /// `around` is the list it was opened from, for previous and next.
    RecordPane(Records &records, DraftStore &drafts, const model::RecordRef &ref, const QList<model::RecordRef> &around,
               QWidget *parent = nullptr);

    const model::RecordRef &ref() const { return m_ref; }
    /// Shows another record of the same entity in place, on the same tab.
    void show(const model::RecordRef &ref, const QList<model::RecordRef> &around);
    QString title() const;
    void step(int step);
    void edit();
    /// The keyboard goes to the tab that is shown.
    void focusDetails();

    RecordFields *fields() const { return m_fields; }
    TimelineView *timeline() const { return m_timeline; }
    HistoryView *history() const { return m_history; }
    void openHistory();
    /// The tab of that entity, opened when it was not shown; nullptr when there is none.
    RecordListView *openRelation(model::EntityId entity);
    /// Its files, in their tab, which is shown; nullptr where there are none.
    AttachmentsView *openAttachments();
    QTabWidget *tabs() const { return m_tabs; }

    /// A command of a subject, in the menu at the top and by its keys.
    void addCommand(QAction *command);
    /// Makes a further tab for the record that is shown; its window title is that of the tab. nullptr: none.
    using TabMaker = std::function<QWidget *(const model::RecordRef &ref)>;
    void addTab(TabMaker maker);
    /// A sentence of a subject about the record, at its head; empty: nothing to say.
    using Advice = std::function<QString(const model::Record &record)>;
    void addAdvice(Advice advice);

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref, const QList<model::RecordRef> &around);
    void createRequested(model::EntityId entity, const Preset &preset);
    /// The two are the same; the second is meant to stay.
    void mergeRequested(const model::RecordRef &goes, const model::RecordRef &stays);
    void notice(const QString &text, const Uuid &undo);
    void failed(const Error &error);
    /// A list of related records became a tab.
    void relationShown(guanxi::app::RecordListView *list);
    /// Its name or existence changed, or another record is shown.
    void titleChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    /// A file dropped anywhere on the record is meant for it.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildTabs();
    void buildMore();
    void makeTab(qsizetype maker);
    void addLinesTab(const model::Entity &line, qint64 count);
    void addRelationTab(const Relation &relation, qint64 count);
    bool holdsFiles(const Relation &relation) const;
    void addAttachments();
    AttachmentsView *attachments() const;
    QString tabText(const model::Entity &entity, qint64 count) const;
    int tabOf(int kind) const;
    int shownTab() const;
    void refreshRelated();
    void reloadShown();
    void showCounts();
    void onChanged(const QSet<model::RecordRef> &changed);
    /// Whether the record shows the name of one of them.
    bool names(const QSet<model::RecordRef> &changed) const;
    void reload();
    void finish(const Result<Saved> &result, const QString &text);
    QStringList advice() const;
    void showHead();

    Records &m_records;
    DraftStore &m_drafts;
    model::RecordRef m_ref;
    QList<model::RecordRef> m_around;
    model::Record m_record;
    QList<Relation> m_relations;
    QList<QAction *> m_commands;
    QList<TabMaker> m_makers;
    QList<Advice> m_advice;
    QTimer m_pause; ///< counts and timeline are asked for once after a burst of changes
    RecordHeader *m_header = nullptr;
    RecordFields *m_fields = nullptr;
    TimelineView *m_timeline = nullptr;
    HistoryView *m_history = nullptr;
    QTabWidget *m_tabs = nullptr;
    QToolButton *m_more = nullptr;
    bool m_dark = false; ///< what the colours in the labels were made for
};

} // namespace guanxi::app
