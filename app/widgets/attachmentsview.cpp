// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/attachmentsview.h"

#include "app/data/documents.h"
#include "app/widgets/attachmentsmodel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/filepreview.h"
#include "common/model/catalogue/work.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Document;
using model::Record;

namespace {

constexpr int BurstPauseMs = 100;

QStringList filesIn(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            paths.append(url.toLocalFile());
    return paths;
}

/// What the system would run rather than show. Somebody else may have attached it.
bool isProgram(const QString &name)
{
    static const QSet<QString> suffixes{
        QStringLiteral("exe"), QStringLiteral("com"), QStringLiteral("bat"), QStringLiteral("cmd"), QStringLiteral("msi"), QStringLiteral("scr"),
        QStringLiteral("ps1"), QStringLiteral("vbs"), QStringLiteral("vbe"), QStringLiteral("js"), QStringLiteral("jse"), QStringLiteral("wsf"),
        QStringLiteral("hta"), QStringLiteral("lnk"), QStringLiteral("reg"), QStringLiteral("jar"), QStringLiteral("desktop"), QStringLiteral("sh"),
        QStringLiteral("appimage"), QStringLiteral("run"), QStringLiteral("pif"), QStringLiteral("cpl"), QStringLiteral("url")};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

} // namespace

AttachmentsView::AttachmentsView(Records &records, const model::RecordRef &parent, QWidget *parentWidget)
    : QWidget(parentWidget), m_records(records), m_parent(parent), m_model(new AttachmentsModel(records, parent)), m_list(new QListView),
      m_preview(new FilePreview(records)), m_empty(new EmptyState), m_pages(new QStackedWidget)
{
    m_model->setParent(this);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(BurstPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AttachmentsView::refresh);
    connect(&records, &Records::changed, this, [this](const QSet<model::RecordRef> &changed) {
        const auto ours = [](const model::RecordRef &ref) { return ref.entity == Document::entity; };
        if (!m_pause.isActive() && (changed.isEmpty() || std::any_of(changed.begin(), changed.end(), ours)))
            m_pause.start();
    });
    refresh();
}

QAction *AttachmentsView::command(const QString &icon, const QString &text, const QKeySequence &keys, void (AttachmentsView::*made)())
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!keys.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(QString(text).remove(QStringLiteral("…")), keys.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, made);
    addAction(action);
    return action;
}

void AttachmentsView::build()
{
    setAcceptDrops(true);
    m_add = command(QStringLiteral("list-add"), m_model->isOneDocument() ? tr("New version…") : tr("Add files…"), QKeySequence(Qt::Key_Insert), &AttachmentsView::choose);
    m_paste = command(QStringLiteral("edit-paste"), tr("Paste"), QKeySequence::Paste, &AttachmentsView::paste);
    m_open = command(QStringLiteral("window-duplicate"), tr("Open"), QKeySequence(Qt::Key_Return), &AttachmentsView::open);
    m_save = command(QStringLiteral("document-save"), tr("Save as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &AttachmentsView::saveAs);
    m_keep = command(QStringLiteral("pin"), tr("Keep here"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), &AttachmentsView::toggleKept);
    m_keep->setCheckable(true);
    m_keep->setToolTip(tr("Keep the file on this computer, so that it opens without the network"));
    m_details = command(QStringLiteral("document-properties"), tr("Details"), QKeySequence(Qt::ALT | Qt::Key_Return), &AttachmentsView::details);
    m_remove = command(QStringLiteral("edit-delete"), tr("Delete"), QKeySequence::Delete, &AttachmentsView::remove);
    auto *bar = new QToolBar;
    bar->setIconSize(QSize(16, 16));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_add, m_open, m_save, m_keep});
    if (!m_model->isOneDocument())
        bar->addActions({m_details, m_remove});
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AttachmentsDelegate(*m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Attachments"));
    m_list->setUniformItemSizes(true);
    connect(m_list, &QListView::customContextMenuRequested, this, &AttachmentsView::showMenu);
    connect(m_list, &QListView::doubleClicked, this, &AttachmentsView::open);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AttachmentsView::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AttachmentsView::showCurrent);
    connect(m_preview, &FilePreview::openRequested, this, &AttachmentsView::open);
    connect(m_preview, &FilePreview::fetchRequested, this, &AttachmentsView::fetch);
    connect(m_empty, &EmptyState::actionRequested, this, &AttachmentsView::choose);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_list);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 4);
    splitter->setChildrenCollapsible(false);
    m_pages->addWidget(splitter);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_pages, 1);
    setFocusProxy(m_list);
    m_mark = new QLabel(m_model->isOneDocument() ? tr("Drop the new version here") : tr("Drop to attach"), this);
    m_mark->setObjectName(QStringLiteral("dropMark"));
    m_mark->setAlignment(Qt::AlignCenter);
    m_mark->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_mark->hide();
}

bool AttachmentsView::mayAdd() const
{
    const Result<Record> itself = m_model->isOneDocument() ? m_records.load(m_parent) : Result<Record>(ErrorCode::NotFound);
    return itself ? m_records.may(model::Action::Edit, *itself) && !itself->isDeleted() : m_records.may(model::Action::Create, Document::entity);
}

Record AttachmentsView::current() const { return m_model->document(m_list->currentIndex().row()); }

void AttachmentsView::refresh()
{
    const model::RecordRef chosen = current().isValid() ? current().ref() : model::RecordRef();
    m_model->reload();
    const int row = std::max(0, m_model->rowOf(chosen));
    if (m_model->rowCount() > 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row));
    const bool empty = m_model->rowCount() == 0;
    if (empty)
        m_empty->say(QStringLiteral("document-multiple"), tr("No files yet"),
                     mayAdd() ? tr("Drop files here, paste a picture, or choose files. They are saved at once and go to the server by themselves.")
                              : tr("You may look at files here, but not add any."),
                     mayAdd() ? tr("Add files…") : QString());
    m_pages->setCurrentIndex(empty ? 1 : 0);
    showCurrent();
}

void AttachmentsView::showCurrent()
{
    const Record document = current();
    const bool chosen = document.isValid();
    m_add->setEnabled(mayAdd());
    m_paste->setEnabled(mayAdd());
    const bool filled = chosen && !document.isNull(Document::blob);
    for (QAction *action : {m_open, m_save, m_keep})
        action->setEnabled(filled);
    m_details->setEnabled(chosen);
    m_remove->setEnabled(chosen && m_records.may(model::Action::Delete, document));
    m_keep->setChecked(chosen && m_model->state(m_list->currentIndex().row()).pinned);
    m_preview->show(filled ? document : Record());
}

bool AttachmentsView::canTake(const QMimeData &brought) const
{
    return mayAdd() && (!filesIn(brought).isEmpty() || (brought.hasImage() && !brought.hasUrls()));
}

void AttachmentsView::takeData(const QMimeData &brought)
{
    if (const QStringList paths = filesIn(brought); !paths.isEmpty() || !brought.hasImage())
        return addFiles(paths);
    const QImage image = brought.imageData().value<QImage>();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (image.isNull() || !image.save(&buffer, "PNG"))
        return;
    const QString name = tr("Picture %1.png").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmmss")));
    attachBytes(m_records, m_parent, name, bytes, this, [this, name](const Result<Saved> &saved) { added(name, saved); });
}

void AttachmentsView::addFiles(const QStringList &paths)
{
    if (!mayAdd())
        return;
    for (const QString &path : paths) {
        const QString name = QFileInfo(path).fileName();
        const auto done = [this, name](const Result<Saved> &saved) { added(name, saved); };
        if (m_model->isOneDocument())
            return replaceFile(m_records, m_parent, path, this, done);
        attachFile(m_records, m_parent, path, this, done);
    }
}

void AttachmentsView::added(const QString &name, const Result<Saved> &saved)
{
    if (!saved)
        return Q_EMIT failed(saved.error());
    QSet<model::RecordRef> before;
    for (int row = 0; row < m_model->rowCount(); ++row)
        before.insert(m_model->document(row).ref());
    refresh();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (!before.contains(m_model->document(row).ref()))
            m_list->setCurrentIndex(m_model->index(row));
    Q_EMIT notice(tr("Attached: %1").arg(name), saved->action);
}

void AttachmentsView::choose()
{
    if (mayAdd())
        addFiles(QFileDialog::getOpenFileNames(this, tr("Add files")));
}

void AttachmentsView::paste()
{
    if (const QMimeData *copied = QGuiApplication::clipboard()->mimeData(); copied && canTake(*copied))
        takeData(*copied);
}

void AttachmentsView::fetch() { whenHere(current(), [] {}); }

void AttachmentsView::whenHere(const Record &document, std::function<void()> then)
{
    if (!document.isValid())
        return;
    m_records.attachments()->fetch(fileOf(document), this, [this, then = std::move(then)](const Result<bool> &fetched) {
        if (fetched)
            then();
        else
            Q_EMIT failed(fetched.error());
    });
}

void AttachmentsView::open()
{
    const Record document = current();
    if (!document.isValid() || document.isNull(Document::blob))
        return;
    if (isProgram(document[Document::name]))
        return Q_EMIT notice(tr("Programs are not started from here. Save the file if you trust who attached it."), {});
    whenHere(document, [this, document] {
        m_records.attachments()->expose(document[Document::blob], document[Document::name], this, [this](const Result<QString> &path) {
            if (!path)
                return Q_EMIT failed(path.error());
            if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*path)))
                Q_EMIT notice(tr("This computer has no program for files of this kind. You can save the file and open it elsewhere."), {});
        });
    });
}

void AttachmentsView::saveAs()
{
    const Record document = current();
    if (!document.isValid())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save as"), folder + u'/' + QString(document[Document::name]).replace(u'/', u'_'));
    if (!path.isEmpty())
        saveTo(path);
}

void AttachmentsView::saveTo(const QString &path)
{
    const Record document = current();
    whenHere(document, [this, document, path] {
        Departure departure;
        departure.view = document[Document::name];
        departure.entity = Document::entity;
        departure.record = document.ref();
        departure.records = 1;
        departure.format = QFileInfo(path).suffix().toLower();
        if (const Result<void> noted = m_records.note(departure); !noted)
            return Q_EMIT failed(noted.error());
        m_records.attachments()->copyTo(document[Document::blob], path, this, [this, path](const Result<bool> &written) {
            if (written)
                Q_EMIT notice(tr("Saved as %1").arg(QFileInfo(path).fileName()), {});
            else
                Q_EMIT failed(written.error());
        });
    });
}

void AttachmentsView::toggleKept() { setKept(m_keep->isChecked()); }

void AttachmentsView::setKept(bool kept)
{
    if (current().isValid())
        m_records.attachments()->setPinned(fileOf(current()), kept);
}

void AttachmentsView::details()
{
    if (current().isValid())
        Q_EMIT openRequested(current().ref(), {});
}

void AttachmentsView::remove()
{
    const Record document = current();
    if (!document.isValid() || m_model->isOneDocument())
        return;
    const Result<Saved> removed = m_records.remove({document.ref()});
    if (!removed)
        return Q_EMIT failed(removed.error());
    refresh();
    Q_EMIT notice(tr("Deleted: %1").arg(document[Document::name]), removed->action);
}

void AttachmentsView::showMenu(const QPoint &place)
{
    QMenu menu(this);
    menu.addActions({m_open, m_save, m_keep});
    menu.addSeparator();
    menu.addActions({m_add, m_paste});
    if (!m_model->isOneDocument())
        menu.addActions({m_details, m_remove});
    menu.exec(m_list->viewport()->mapToGlobal(place));
}

void AttachmentsView::setDropping(bool dropping)
{
    m_mark->setVisible(dropping);
    m_mark->setGeometry(m_pages->geometry().adjusted(4, 4, -4, -4));
    m_mark->raise();
}

void AttachmentsView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!canTake(*event->mimeData()))
        return;
    event->acceptProposedAction();
    setDropping(true);
}

void AttachmentsView::dragLeaveEvent(QDragLeaveEvent *) { setDropping(false); }

void AttachmentsView::dropEvent(QDropEvent *event)
{
    setDropping(false);
    // The file stays where it comes from, whatever the other program would like.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    takeData(*event->mimeData());
}

} // namespace guanxi::app
