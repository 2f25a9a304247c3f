// SPDX-License-Identifier: GPL-3.0-or-later
// What lists of customers, contacts and leads can do with segments, and the live members of one.
#include "app/views/customers/segments.h"

#include "app/views/customers/segmentdialog.h"
#include "app/views/generic/contextlinks.h"
#include "app/views/viewcontext.h"
#include "app/widgets/bulkprogress.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/listfilter.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "common/model/catalogue/customers.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimer>

namespace guanxi::app {

using model::Record;
using model::RecordRef;
using model::Segment;

namespace {

struct SegmentCommands {
    Q_DECLARE_TR_FUNCTIONS(SegmentCommands)
};

const QString Icon = QStringLiteral("view-filter");

/// The rows the command was called for; when they are all of a list they are found in the background and read in short steps.
void withRows(Records &records, QWidget *parent, const CommandScope &scope, std::function<void(QList<RecordRef>)> use)
{
    if (!scope.all)
        return use(scope.chosen);
    records.find(scope.shown, parent, [&records, parent, entity = scope.entity, use = std::move(use)](const Result<Records::Rows> &found) {
        constexpr size_t Window = 200;
        auto *reading = new QTimer(parent);
        QObject::connect(reading, &QTimer::timeout, reading, [=, &records, rows = found.ok() ? *found : Records::Rows(), at = size_t(0), refs = QList<RecordRef>()]() mutable {
            const Result<QList<Record>> window = records.window(entity, std::span(rows).subspan(at, qMin(Window, rows.size() - at)));
            for (const Record &record : window.ok() ? *window : QList<Record>())
                refs.append(record.ref());
            at += Window;
            if (at < rows.size())
                return;
            reading->stop();
            reading->deleteLater();
            use(refs);
        });
        reading->start(0);
    });
}

/// `said` words how many rows it was about.
void save(QWidget *parent, ViewContext &context, const BulkChange &work, const std::shared_ptr<int> &count, std::function<QString(int)> said)
{
    saveWithProgress(parent, context.records(), work, [&context, count, said = std::move(said)](const Result<Saved> &saved) {
        if (!saved)
            context.showError(saved.error());
        else if (!saved->action.isNull() || *count == 0)
            context.notify(said(*count), saved->action);
    });
}

void finish(ViewContext &context, const Result<Saved> &result, const QString &text)
{
    if (result.ok())
        context.notify(text, result->action);
    else
        context.showError(result.error());
}

void addRows(QWidget *parent, ViewContext &context, const CommandScope &scope)
{
    withRows(context.records(), parent, scope, [=, &context](const QList<RecordRef> &rows) {
        if (rows.isEmpty())
            return;
        Segments segments(context.records());
        SegmentDialog dialog({SegmentCommands::tr("Add to a segment"),
                              SegmentCommands::tr("%n record(s) become members. Those that are in it already stay once.", nullptr, int(rows.size())),
                              SegmentCommands::tr("Add"),
                              context.records().may(model::Action::Create, Segment::entity) ? SegmentCommands::tr("New segment “%1”") : QString()},
                             segments.of(scope.entity, segmentkind::Static), parent);
        if (dialog.exec() != QDialog::Accepted)
            return;
        const Record segment = dialog.segment().isValid() ? dialog.segment() : segments.make(scope.entity, dialog.name(), segmentkind::Static);
        const auto count = std::make_shared<int>(0);
        save(parent, context, segments.adding(segment, rows, count), count, [name = segment[Segment::name]](int added) {
            return SegmentCommands::tr("%n added to “%1”", nullptr, added).arg(name);
        });
    });
}

void removeRows(QWidget *parent, ViewContext &context, const CommandScope &scope)
{
    withRows(context.records(), parent, scope, [=, &context](const QList<RecordRef> &rows) {
        if (rows.isEmpty())
            return;
        Segments segments(context.records());
        SegmentDialog dialog({SegmentCommands::tr("Remove from a segment"),
                              SegmentCommands::tr("%n record(s) leave the segment; the records themselves stay.", nullptr, int(rows.size())),
                              SegmentCommands::tr("Remove"), {}},
                             segments.of(scope.entity, segmentkind::Static), parent);
        if (dialog.exec() != QDialog::Accepted || !dialog.segment().isValid())
            return;
        const auto count = std::make_shared<int>(0);
        save(parent, context, segments.removing(dialog.segment(), rows, count), count, [name = dialog.segment()[Segment::name]](int removed) {
            return SegmentCommands::tr("%n removed from “%1”", nullptr, removed).arg(name);
        });
    });
}

void showSegment(QWidget *parent, ViewContext &context, const CommandScope &scope)
{
    auto *list = qobject_cast<RecordListView *>(parent);
    Segments segments(context.records());
    SegmentDialog dialog({SegmentCommands::tr("Show a segment"), SegmentCommands::tr("The list shows the members of the segment only."),
                          SegmentCommands::tr("Show"), {}},
                         segments.of(scope.entity, segmentkind::Filter) + segments.of(scope.entity, segmentkind::Static), parent);
    if (list && dialog.exec() == QDialog::Accepted && dialog.segment().isValid())
        list->setFilter(segments.filterOf(dialog.segment()));
}

void saveShown(QWidget *parent, ViewContext &context, const CommandScope &scope)
{
    const storage::Filter filter = scope.shown.filter;
    if (filter.isEmpty())
        return context.notify(SegmentCommands::tr("Filter the list first: a segment keeps its filter."));
    Segments segments(context.records());
    QString hint = filterText(context.records(), context.records().catalogue().at(scope.entity), filter);
    if (!scope.shown.search.isEmpty())
        hint += u'\n' + SegmentCommands::tr("What is typed in the search line is not part of it.");
    SegmentDialog dialog({SegmentCommands::tr("Save as a segment"), hint, SegmentCommands::tr("Save"), SegmentCommands::tr("New segment “%1”")},
                         segments.of(scope.entity, segmentkind::Filter), parent);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString name = dialog.segment().isValid() ? dialog.segment()[Segment::name] : dialog.name();
    finish(context, segments.saveFilter(scope.entity, name, filter), SegmentCommands::tr("Segment “%1” saved").arg(name));
}

} // namespace

void addSegmentCommands(RecordExtras &extras)
{
    using Run = void (*)(QWidget *, ViewContext &, const CommandScope &);
    const auto add = [&](const QKeySequence &keys, QString (*text)(), model::Action needed, model::EntityId on, Run run) {
        extras.commands.append({Icon, keys, text,
                                [=](const Records &records, model::EntityId entity) { return Segments::holds(entity) && records.may(needed, on); },
                                run, on == Segment::entity});
    };
    using model::Action;
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_A, [] { return SegmentCommands::tr("Add to a segment…"); }, Action::Create, model::SegmentMember::entity, addRows);
    add({}, [] { return SegmentCommands::tr("Remove from a segment…"); }, Action::Delete, model::SegmentMember::entity, removeRows);
    add({}, [] { return SegmentCommands::tr("Show a segment…"); }, Action::View, Segment::entity, showSegment);
    add({}, [] { return SegmentCommands::tr("Save as a segment…"); }, Action::Create, Segment::entity, saveShown);
    extras.tabs.append(segmentTab);
}

QWidget *segmentTab(ViewContext &context, const RecordRef &ref)
{
    if (ref.entity != Segment::entity)
        return nullptr;
    const Result<Record> segment = context.records().load(ref);
    if (!segment.ok())
        return nullptr;
    const model::EntityId member = Segments::memberEntity(*segment);
    if (!context.records().catalogue().entity(member) || !context.records().may(model::Action::View, member))
        return nullptr;
    auto *list = new RecordListView(context.records(), member, RecordListView::Place::Embedded);
    storage::Query query;
    query.entity = member;
    query.filter = Segments(context.records()).filterOf(*segment);
    list->setBase(query.filter, {});
    linkToContext(*list, context);
    const auto count = [list](qint64 members) { list->setWindowTitle(SegmentCommands::tr("Members (%1)").arg(QLocale().toString(members))); };
    const Result<qint64> members = context.records().count(query);
    count(members.ok() ? *members : 0);
    QObject::connect(&list->model(), &RecordListModel::found, list, [list, count] { count(list->model().rowCount()); });
    return list;
}

} // namespace guanxi::app
