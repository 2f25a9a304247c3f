// SPDX-License-Identifier: GPL-3.0-or-later
// What a list can do; what it looks like is in recordlistview.cpp.
#include "app/widgets/recordlistview.h"

#include "app/widgets/bulkeditdialog.h"
#include "app/widgets/bulkprogress.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/listexport.h"
#include "app/widgets/listfilter.h"
#include "app/widgets/listgroups.h"
#include "app/widgets/pastedialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordpreview.h"
#include "app/widgets/recordtable.h"
#include "app/widgets/savedviews.h"
#include "app/widgets/viewpaper.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QProgressDialog>
#include <QToolButton>

namespace guanxi::app {

using model::Record;
using model::RecordRef;

namespace {

constexpr int LongMs = 500; // whoever waits for longer is told how far it is
constexpr int MostAround = 200;
constexpr int MostCopied = 20000;

/// A progress window that comes up only when the work takes long, with a cancel that cancels.
class LongWork
{
public:
    LongWork(QWidget *parent, const QString &text, int rows)
        : m_dialog(text, RecordListView::tr("Cancel"), 0, rows, parent)
    {
        m_dialog.setWindowModality(Qt::WindowModal);
        m_dialog.setMinimumDuration(LongMs);
    }

    bool operator()(int done)
    {
        m_dialog.setValue(done);
        return !m_dialog.wasCanceled();
    }
    
private:
    QProgressDialog m_dialog;
};

} // namespace

RecordRef RecordListView::currentRef() const
{
    return m_table->currentIndex().isValid() ? m_model->ref(m_table->currentIndex().row()) : RecordRef();
}

QList<RecordRef> RecordListView::around(int row) const
{
    QList<RecordRef> refs;
    const int first = qMax(0, row - MostAround), last = qMin(m_model->rowCount() - 1, row + MostAround);
    for (int at = first; at <= last; ++at)
        if (const RecordRef ref = m_model->ref(at); !ref.isNull())
            refs.append(ref);
    return refs;
}

void RecordListView::selectRecord(const RecordRef &ref)
{
    const int row = m_model->rowOf(ref);
    if (row >= 0)
        m_table->selectRow(row);
}

void RecordListView::openCurrent()
{
    if (const RecordRef ref = currentRef(); !ref.isNull())
        Q_EMIT openRequested(ref, around(m_table->currentIndex().row()));
}

void RecordListView::createNew()
{
    if (m_records.may(model::Action::Create, entity().id) && entity().maker == model::Maker::People)
        Q_EMIT createRequested(entity().id, m_preset);
}

void RecordListView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RecordListView::finish(const Result<Saved> &result, const QString &text)
{
    if (result.ok())
        Q_EMIT notice(text, result->action);
    else
        Q_EMIT failed(result.error());
}

void RecordListView::addCommand(QAction *command)
{
    command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(command);
    m_moreButton->menu()->insertAction(m_deleteAction, command);
}

QList<RecordRef> RecordListView::selectedRefs() const
{
    QList<RecordRef> refs;
    for (const int row : m_table->selectedRowNumbers())
        if (const RecordRef ref = m_model->ref(row); !ref.isNull())
            refs.append(ref);
    return refs;
}

bool RecordListView::isAllSelected() const
{
    return m_model->rowCount() > 1 && m_table->selectedRowNumbers().size() == m_model->rowCount();
}

/// Of the selected records those that this user may delete, and so restore.
QList<RecordRef> RecordListView::deletable() const
{
    QList<RecordRef> refs;
    for (const int row : m_table->selectedRowNumbers())
        if (const Record &record = m_model->record(row); record.isValid() && m_records.may(model::Action::Delete, record))
            refs.append(record.ref());
    return refs;
}

void RecordListView::deleteSelected()
{
    const QList<int> rows = m_table->selectedRowNumbers();
    const QList<RecordRef> refs = deletable();
    if (rows.isEmpty() || isBinShown())
        return;
    if (refs.isEmpty()) {
        Q_EMIT failed({ErrorCode::NotAllowed, {entity().name, QStringLiteral("delete")}});
        return;
    }
    finish(m_records.remove(refs), refs.size() == 1 ? tr("Deleted: %1").arg(FieldText(m_records).title(m_model->record(rows.first())))
                                                    : tr("%n record(s) deleted", nullptr, int(refs.size())));
}

void RecordListView::restoreSelected()
{
    const QList<RecordRef> refs = deletable();
    if (!refs.isEmpty() && isBinShown())
        finish(m_records.restore(refs), tr("%n record(s) restored", nullptr, int(refs.size())));
}

void RecordListView::editSelected()
{
    const QList<int> rows = m_table->selectedRowNumbers();
    if (rows.isEmpty() || !m_records.may(model::Action::Edit, entity().id))
        return;
    BulkEditDialog dialog(m_records, entity(), int(rows.size()), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QList<RecordRef> refs;
    LongWork work(this, tr("Reading records…"), int(rows.size()));
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (at % RecordListModel::WindowRows == 0 && !work(int(at)))
            return;
        if (const Record &record = m_model->record(rows.at(at)); record.isValid() && m_records.may(model::Action::Edit, record))
            refs.append(record.ref());
    }
    changeMany({QStringLiteral("bulk_edit"), refs, dialog.change()}, tr("%n record(s) changed", nullptr, int(refs.size())));
}

void RecordListView::fillDown()
{
    const QList<int> rows = m_table->selectedRowNumbers();
    const QModelIndex current = m_table->currentIndex();
    if (isBinShown())
        return;
    if (rows.size() < 2 || !current.isValid())
        return Q_EMIT notice(tr("Select the row with the value and those below it first."), {});
    const model::Field &field = m_model->field(current.column());
    if (!isSharable(m_records, entity(), field))
        return Q_EMIT failed({ErrorCode::NotAllowed, {entity().name, field.name}});
    const model::Value value = m_model->record(rows.first()).value(field.id);
    QList<RecordRef> refs;
    int refused = 0;
    LongWork work(this, tr("Reading records…"), int(rows.size()));
    for (qsizetype at = 1; at < rows.size(); ++at) {
        if (at % RecordListModel::WindowRows == 0 && !work(int(at)))
            return;
        Record record = m_model->record(rows.at(at));
        if (!record.isValid() || record.value(field.id) == value)
            continue;
        const bool mine = m_records.may(model::Action::Edit, record);
        record.setValue(field.id, value);
        if (mine && m_records.check(record).isEmpty())
            refs.append(record.ref());
        else
            ++refused;
    }
    const QString filled = tr("%n record(s) changed", nullptr, int(refs.size()));
    const QString said = refused == 0 ? filled : tr("%1; %n could not be changed", nullptr, refused).arg(filled);
    if (refs.isEmpty())
        return Q_EMIT notice(said, {});
    changeMany({QStringLiteral("fill_down"), refs, [field = field.id, value](Record &record) { record.setValue(field, value); }}, said);
}

void RecordListView::changeMany(const BulkChange &change, const QString &said)
{
    if (change.records.isEmpty())
        return Q_EMIT failed({ErrorCode::NotAllowed, {entity().name, QStringLiteral("edit")}});
    saveWithProgress(this, m_records, change, [this, said](const Result<Saved> &saved) {
        // Called off before anything was written: nothing happened.
        if (!saved || !saved->action.isNull())
            finish(saved, said);
    });
}

ListExtract RecordListView::extractOf(bool selectedOnly) const
{
    ListExtract extract{*m_model, {}, {}, {}, !selectedOnly};
    const QHeaderView *header = m_table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual)
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column))
            extract.columns.append(column);
    for (const int column : std::as_const(extract.columns))
        extract.widths.append(m_table->columnWidth(column));
    if (selectedOnly)
        extract.rows = m_table->selectedRowNumbers();
    return extract;
}

QList<model::FieldId> RecordListView::shownColumns() const
{
    QList<model::FieldId> fields;
    for (const int column : extractOf(false).columns)
        fields.append(m_model->field(column).id);
    return fields;
}

void RecordListView::copySelected()
{
    ListExtract extract = extractOf(true);
    if (extract.rows.size() > MostCopied) {
        extract.rows.resize(MostCopied);
        Q_EMIT notice(tr("Only the first %1 rows were copied; export takes them all.").arg(MostCopied), {});
    }
    if (!extract.rows.isEmpty())
        QApplication::clipboard()->setMimeData(tableMime(tableOf(extract)));
}

void RecordListView::paste()
{
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        return Q_EMIT notice(tr("There is no table on the clipboard. Copy cells in a spreadsheet first."), {});
    PasteSheet::Target target;
    const QHeaderView *header = m_table->horizontalHeader();
    const QModelIndex current = m_table->currentIndex();
    for (int visual = 0; visual < header->count(); ++visual)
        target.columns.append(m_model->field(header->logicalIndex(visual)).id);
    if (current.isValid() && m_records.may(model::Action::Edit, entity().id)) {
        target.first = header->visualIndex(current.column());
        const int rows = int(PasteSheet::split(text).size());
        for (int row = current.row(); row < qMin(m_model->rowCount(), current.row() + rows + 1); ++row)
            target.over.append(m_model->record(row));
    }
    target.preset = m_preset;
    PasteDialog dialog(m_records, entity(), text, target, this);
    if (dialog.exec() == QDialog::Accepted)
        finish(dialog.sheet().take(), tr("%n record(s) pasted", nullptr, dialog.sheet().goodRows()));
}

void RecordListView::previewCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    if (!m_preview) {
        m_preview = new RecordPreview(m_records, this);
        connect(m_preview, &RecordPreview::openRequested, this, &RecordListView::openCurrent);
        connect(m_preview, &RecordPreview::stepped, this, [this](int step) {
            const int row = m_table->currentIndex().row() + step;
            if (row < 0 || row >= m_model->rowCount())
                return;
            m_table->setCurrentIndex(m_model->index(row, m_table->currentIndex().column()));
            m_preview->showRecord(m_model->record(row));
        });
    }
    m_preview->showRecord(m_model->record(current.row()));
    const QRect cell = m_table->visualRect(current);
    m_preview->move(m_table->viewport()->mapToGlobal(QPoint(qMax(40, m_table->viewport()->width() / 3), cell.bottom() + 4)));
    m_preview->show();
}

ViewPaper RecordListView::paper() const
{
    ViewPaper paper;
    paper.heading = entityPlural(entity());
    paper.about = filterText(m_records, entity(), m_filter);
    if (const QString search = m_search->text().trimmed(); !search.isEmpty())
        paper.about = tr("Search: %1").arg(search) + (paper.about.isEmpty() ? QString() : QStringLiteral("; ") + paper.about);
    if (m_groups->field() != 0)
        paper.tables.append(m_groups->table());
    paper.tables.append(tableOf(extractOf(false)));
    paper.entity = entity().id;
    paper.totals = QStringList{m_count->text(), m_sums->text()}.join(QStringLiteral("   ")).trimmed();
    return paper;
}

void RecordListView::printShown()
{
    if (!m_records.may(model::Action::Print, entity().id)) {
        Q_EMIT failed({ErrorCode::NotAllowed, {entity().name, QStringLiteral("print")}});
        return;
    }
    const PaperMemory memory{[this] { return m_paper; },
                             [this](const QJsonObject &chosen) {
                                 m_paper = chosen;
                                 Q_EMIT stateChanged();
                             }};
    previewPaper(this, m_records, QPageLayout::Landscape, [this] { return paper(); }, m_records.may(model::Action::Export, entity().id), memory);
}

void RecordListView::fillViewMenu()
{
    QMenu *menu = m_viewButton->menu();
    menu->clear();
    SavedViews store(m_records, entity());
    const QList<SavedViews::View> views = store.all();
    for (const SavedViews::View &view : views)
        connect(menu->addAction(view.name), &QAction::triggered, this, [this, view] { setState(view.state); });
    if (views.isEmpty())
        menu->addAction(tr("No saved views yet"))->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(tr("Save this view as…")), &QAction::triggered, this, &RecordListView::saveViewAs);
    if (views.isEmpty())
        return;
    QMenu *remove = menu->addMenu(tr("Remove a view"));
    for (const SavedViews::View &view : views)
        connect(remove->addAction(view.name), &QAction::triggered, this, [this, view] {
            finish(SavedViews(m_records, entity()).remove(view.id), tr("View “%1” removed").arg(view.name));
        });
}

void RecordListView::saveViewAs()
{
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Save view"), tr("Name of the view:"), QLineEdit::Normal, QString(), &accepted)
                             .trimmed();
    if (accepted && !name.isEmpty())
        finish(SavedViews(m_records, entity()).save(name, state()), tr("View “%1” saved").arg(name));
}

} // namespace guanxi::app
