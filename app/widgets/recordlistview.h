// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/preset.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QFrame;
class QLabel;
class QLineEdit;
class QMenu;
class QScrollArea;
class QSplitter;
class QStackedLayout;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace guanxi::app {

class BoardLanes;
class EmptyState;
class FilterBuilder;
class ListGroups;
class RecordBoard;
class RecordDelegate;
class RecordListModel;
class RecordTable;
class RecordPreview;
struct ListExtract;
struct ViewPaper;

/// The list of one entity's records, as every workspace and relation tab shows it: search, filters, sorting, columns,
/// editing in place, bulk edit, deleting with undo, copy and print of exactly what is shown.
class RecordListView : public QWidget
{
    Q_OBJECT

public:
    enum class Place : quint8 { Workspace, Embedded };

    RecordListView(Records &records, model::EntityId entity, Place place = Place::Workspace, QWidget *parent = nullptr);
    ~RecordListView() override;

    /// Shows only these rows whatever else is filtered (a relation tab: those of the parent); new records start with
    /// `preset`.
    void setBase(const storage::Filter &filter, const Preset &preset);
    /// Starts to load; nothing is asked for before the list is first shown.
    void reload();

    RecordListModel &model() const { return *m_model; }
    RecordTable &table() const { return *m_table; }
    const model::Entity &entity() const;

    void setFilter(const storage::Filter &filter);
    const storage::Filter &filter() const { return m_filter; }
    void setSearch(const QString &text);
    void clearFilters();
    bool isFiltered() const;
    void setSort(model::FieldId field, bool descending);
    void setQuickFiltersShown(bool shown);
    /// Shows what was deleted instead of what lives, to be restored.
    void setBinShown(bool shown);
    bool isBinShown() const;
    /// Groups beside the rows by that field; 0: none.
    void setGroup(model::FieldId field);
    ListGroups &groups() const { return *m_groups; }
    /// Cards in columns instead of rows; only for entities with states.
    void setBoardShown(bool shown);
    /// Other columns than the states.
    void setBoardLanes(std::function<std::unique_ptr<BoardLanes>()> make);
    RecordBoard *board() const { return m_board; }
    /// The first columns stay in sight when the others are scrolled.
    void setFrozen(int columns);
    void selectRecord(const model::RecordRef &ref);
    model::RecordRef currentRef() const;

    /// Columns, widths, order and filters, for saved views and the desk's layout.
    QJsonObject state() const;
    void setState(const QJsonObject &state);

    /// A command of a subject, in the menu of the list and by its keys.
    void addCommand(QAction *command);
    QList<model::RecordRef> selectedRefs() const;
    /// All that is shown are selected, though not each one has been looked at.
    bool isAllSelected() const;
    /// What the list shows now.
    storage::Query shownQuery() { return composedQuery(); }
    QList<model::FieldId> shownColumns() const;

    // The commands, also for menus and the palette.
    void openCurrent();
    void createNew();
    void focusSearch();
    void deleteSelected();
    void restoreSelected();
    void editSelected();
    /// The uppermost selected row's value of the current column goes to the selected rows below it, as one action.
    void fillDown();
    void copySelected();
    /// Shows what is on the clipboard as it would be put in; nothing is taken before it was looked at.
    void paste();
    void previewCurrent();
    void printShown();
    /// Groups, rows and totals as they are shown.
    ViewPaper paper() const;

Q_SIGNALS:
    /// `around` are the records before and after it in this list.
    void openRequested(const model::RecordRef &ref, const QList<model::RecordRef> &around);
    void createRequested(model::EntityId entity, const Preset &preset);
    void currentChanged(const model::RecordRef &ref);
    void notice(const QString &text, const Uuid &undo);
    void failed(const Error &error);
    /// Columns, order or filters are others than before.
    void stateChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build(Place place);
    void buildBar(Place place);
    void buildMenus();
    void buildMiddle(QVBoxLayout *column);
    void buildKeys();
    void connectTable();
    void retranslate();
    void applyQuery();
    /// `grouped`: only the groups that are chosen.
    storage::Query composedQuery(bool grouped = true);
    void showFilterPanel(bool shown);
    void showState();
    void showFooter();
    void askSums();
    void showSums(const QStringList &sums);
    QList<model::FieldId> summedFields() const;
    void fillGroupMenu(QMenu *menu);
    void refreshBeside();
    void showColumnMenu(const QPoint &place);
    void fillColumnMenu(QMenu *menu);
    void fillViewMenu();
    void saveViewAs();
    /// What columns usually need; what is left goes to those that hold names and texts. Until somebody chooses widths.
    void setDefaultWidths();
    /// After a change of language: headings and states are not cut.
    void widenForWords();
    void onEmptyAction();
    void finish(const Result<Saved> &result, const QString &text);
    /// Changes them as one action, which tells how far it is and can be called off until it is written.
    void changeMany(const BulkChange &change, const QString &said);
    QList<model::RecordRef> deletable() const;
    ListExtract extractOf(bool selectedOnly) const;
    QList<model::RecordRef> around(int row) const;

    Records &m_records;
    RecordListModel *m_model;
    RecordTable *m_table;
    RecordDelegate *m_delegate;
    QLineEdit *m_search;
    QToolButton *m_filterButton;
    QToolButton *m_viewButton;
    QToolButton *m_editButton;
    QToolButton *m_groupButton;
    QToolButton *m_boardButton;
    QToolButton *m_newButton;
    QToolButton *m_moreButton;
    QAction *m_quickAction;
    QAction *m_comfortableAction;
    QAction *m_printAction;
    QAction *m_pasteAction;
    QAction *m_fillAction;
    QAction *m_freezeAction;
    QAction *m_columnsAction;
    QAction *m_deleteAction;
    QAction *m_restoreAction;
    QAction *m_binAction;
    QFrame *m_filterPanel;
    QScrollArea *m_filterScroll;
    FilterBuilder *m_builder = nullptr;
    QSplitter *m_split;
    ListGroups *m_groups;
    RecordBoard *m_board = nullptr;
    std::function<std::unique_ptr<BoardLanes>()> m_makeLanes;
    QJsonObject m_laneState;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    QLabel *m_count;
    QLabel *m_sums;
    RecordPreview *m_preview = nullptr;
    QTimer *m_typing;
    QTimer *m_summing;
    storage::Filter m_base;
    storage::Filter m_filter;
    Preset m_preset;
    bool m_started = false;
    bool m_restoring = false;
    bool m_widthsChosen = false;
    QJsonObject m_paper; ///< chosen for its last print
};

} // namespace guanxi::app
