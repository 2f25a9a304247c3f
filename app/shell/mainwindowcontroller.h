// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/outbox.h"
#include "app/shell/layoutstore.h"
#include "app/shell/paletteentries.h"
#include "app/sync/syncstatus.h"
#include "app/views/viewcontext.h"
#include "app/views/viewlist.h"
#include "common/base/clock.h"

#include <QPointer>

namespace guanxi::app {

class CommandPalette;
class HelpPane;
class Language;
class MainWindow;
class RecordFormDialog;
class RecordListView;
class Theme;

/// The core as the frame sees it; tests give made-up records and an outbox in memory.
struct ShellParts {
    Records &records;
    DraftStore &drafts;
    Outbox &outbox;
    SyncStatus &status;
    const Clock &clock;
};

/// Feeds the main window: which workspaces and views there are for this user, what is open and where, and everything
/// views ask of the frame.
class MainWindowController : public QObject, public ViewContext
{
    Q_OBJECT

public:
    MainWindowController(const ShellParts &parts, Language &language, Theme &theme, ViewList views, MainWindow &window);
    ~MainWindowController() override;

    /// Once, before start().
    void setExtras(const RecordExtras &extras);
    void start();
    void switchTo(model::Workspace workspace);
    model::Workspace workspace() const { return m_workspace; }
    /// Remembers layout, columns and open records; also done when the window closes.
    void remember();
    void resetLayout();
    const ViewList &views() const { return m_views; }
    CommandPalette &palette() const { return *m_palette; }
    static QString dockId(const model::RecordRef &ref);

    Records &records() override { return m_parts.records; }
    DraftStore &drafts() override { return m_parts.drafts; }
    void openRecord(const model::RecordRef &ref, const QList<model::RecordRef> &list = {}) override;
    void createRecord(model::EntityId entity, const Preset &preset = {}) override;
    void notify(const QString &text, const Uuid &undo = {}) override;
    void showError(const Error &error) override;
    void openView(const QString &id) override;
    RecordExtras extras() const override { return m_extras; }

Q_SIGNALS:
    void signOutRequested();
    void passwordRequested();
    void checkRequested();
    void languageChosen(const QString &name);
    void themeChosen(const QString &name);

private:
    void connectActions();
    void connectRecords();
    void addDocks();
    void updateRail();
    void updateBadges();
    void retranslate();
    void fillGoMenu();
    void fillViewMenu();
    void fillPalette();
    void showGlobalCommands();
    QList<model::Workspace> visibleWorkspaces() const;
    QStringList defaultViews(model::Workspace workspace) const;
    const ViewFactory *factory(const QString &id) const;
    bool maySee(const ViewFactory &view) const;
    void ensureRecordDock(const model::RecordRef &ref, const QList<model::RecordRef> &list);
    QList<model::RecordRef> openRecords() const;
    void forgetRecord(const QString &dock);
    void addRecent(const model::RecordRef &ref);
    void showForm(RecordFormDialog *dialog);
    /// What stood in forms when the program went without asking (a lock, a crash) stands in them again.
    void resumeDrafts();
    void undo(const Uuid &action) override;
    RecordListView *currentList() const;
    void newRecord();
    void findInView();
    void printView();
    void showHelp(const QString &page);
    void showSettings();
    void showAbout();

    const ShellParts m_parts;
    Language &m_language;
    Theme &m_theme;
    const ViewList m_views;
    RecordExtras m_extras;
    MainWindow &m_window;
    LayoutStore m_store;
    PaletteEntries m_entries;
    CommandPalette *m_palette;
    QList<QAction *> m_viewActions; ///< one per view, for View menu and palette
    QList<QAction *> m_newActions;  ///< one per entity with a view, for the palette
    QList<QAction *> m_goActions;
    QList<QAction *> m_globalActions; ///< one per global command of the extras
    QHash<QString, model::RecordRef> m_recordDocks;
    QPointer<HelpPane> m_help;
    model::Workspace m_workspace = model::Workspace::None;
    bool m_started = false;
};

} // namespace guanxi::app
