// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QDragEnterEvent;
class QDragLeaveEvent;
class QDropEvent;
class QLabel;
class QListView;
class QMimeData;
class QSplitter;
class QStackedWidget;

namespace guanxi::app {

class AttachmentsModel;
class EmptyState;
class FilePreview;

/// The files of a record: dropped, pasted or chosen, listed with where they are, looked at, opened, saved. Of a document, its
/// own file.
class AttachmentsView : public QWidget
{
    Q_OBJECT

public:
    AttachmentsView(Records &records, const model::RecordRef &parent, QWidget *parentWidget = nullptr);

    /// Files can come from here: the right to it and something to take.
    bool canTake(const QMimeData &brought) const;
    void takeData(const QMimeData &brought);
    void addFiles(const QStringList &paths);
    void open();
    void saveTo(const QString &path);
    void setKept(bool kept);
    void remove();

    AttachmentsModel &model() const { return *m_model; }
    FilePreview &preview() const { return *m_preview; }
    QListView &list() const { return *m_list; }
    model::Record current() const;

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref, const QList<model::RecordRef> &around);
    void notice(const QString &text, const Uuid &undo);
    void failed(const Error &error);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QAction *command(const QString &icon, const QString &text, const QKeySequence &keys, void (AttachmentsView::*made)());
    void choose();
    void paste();
    void saveAs();
    void toggleKept();
    void details();
    void fetch();
    /// Fetches it if need be, then goes on.
    void whenHere(const model::Record &document, std::function<void()> then);
    bool mayAdd() const;
    void added(const QString &name, const Result<Saved> &saved);
    void refresh();
    void showCurrent();
    void showMenu(const QPoint &place);
    void setDropping(bool dropping);

    Records &m_records;
    model::RecordRef m_parent;
    AttachmentsModel *m_model;
    QListView *m_list;
    FilePreview *m_preview;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QAction *m_add = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    QAction *m_keep = nullptr;
    QAction *m_details = nullptr;
    QAction *m_remove = nullptr;
    QTimer m_pause;
    QLabel *m_mark = nullptr; ///< over everything while files are dragged here
};

} // namespace guanxi::app
