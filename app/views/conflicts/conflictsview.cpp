// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/conflicts/conflictsview.h"

#include "app/views/conflicts/conflictdetail.h"
#include "app/views/generic/mergedialog.h"
#include "app/views/viewcontext.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/ids.h"

#include <QEvent>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QTreeWidget>

namespace guanxi::app {

ConflictsView::ConflictsView(ViewContext &context, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_context(context), m_solver(context.records(), clock), m_stack(new QStackedLayout(this)),
      m_splitter(new QSplitter), m_list(new QTreeWidget), m_detail(new ConflictDetail(context.records())),
      m_empty(new EmptyState), m_reloading(new QTimer(this))
{
    build();
    m_reloading->setSingleShot(true);
    m_reloading->setInterval(0);
    connect(m_reloading, &QTimer::timeout, this, &ConflictsView::reload);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ConflictsView::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, m_detail, [this] { m_detail->setFocus(); m_detail->nextInFocusChain()->setFocus(Qt::TabFocusReason); });
    connect(&context.records(), &Records::changed, this, [this](const QSet<model::RecordRef> &records) {
        bool concerns = records.isEmpty();
        for (const model::RecordRef &ref : records)
            concerns = concerns || ref.entity == model::ids::Conflict;
        if (concerns)
            m_reloading->start();
    });
    const auto solve = [this](auto signal, auto member, const char *text) {
        connect(m_detail, signal, this, [this, member, text] {
            if (const ConflictCase *conflict = current())
                finish((m_solver.*member)(*conflict), tr(text));
        });
    };
    solve(&ConflictDetail::mineChosen, &ConflictSolver::takeMine, QT_TR_NOOP("Conflict settled"));
    solve(&ConflictDetail::theirsChosen, &ConflictSolver::keepTheirs, QT_TR_NOOP("Conflict settled"));
    solve(&ConflictDetail::bothChosen, &ConflictSolver::takeBoth, QT_TR_NOOP("Conflict settled"));
    solve(&ConflictDetail::discardChosen, &ConflictSolver::discard, QT_TR_NOOP("Change discarded"));
    connect(m_detail, &ConflictDetail::twinsMergeChosen, this, &ConflictsView::mergeTwins);
    connect(m_detail, &ConflictDetail::resubmitChosen, this, [this] {
        if (const ConflictCase *conflict = current())
            finish(m_solver.resubmit(*conflict), tr("Sent once more"));
    });
    connect(m_detail, &ConflictDetail::correctedChosen, this, [this](const QList<model::RecordChange> &changes) {
        if (const ConflictCase *conflict = current())
            finish(m_solver.resubmit(*conflict, changes), tr("Sent once more"));
    });
    connect(m_detail, &ConflictDetail::mergeChosen, this, [this](const model::Record &holder) {
        if (const ConflictCase *conflict = current())
            finish(m_solver.mergeInto(*conflict, holder), tr("Conflict settled"));
    });
    connect(m_detail, &ConflictDetail::thirdChosen, this, [this](const model::Value &value) {
        if (const ConflictCase *conflict = current())
            finish(m_solver.takeThird(*conflict, value), tr("Conflict settled"));
    });
    connect(m_detail, &ConflictDetail::openRequested, this, [this](const model::RecordRef &ref) { m_context.openRecord(ref); });
    retranslate();
    reload();
}

void ConflictsView::build()
{
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnCount(4);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setSizes({560, 640});
    m_splitter->setChildrenCollapsible(false);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_list);
}

void ConflictsView::retranslate()
{
    m_list->setAccessibleName(tr("Open conflicts"));
    m_list->setHeaderLabels({tr("Record"), tr("What happened"), tr("Who"), tr("When")});
    m_empty->say(QStringLiteral("dialog-ok-apply"), tr("No conflicts"),
                 tr("When two people change the same thing without knowing of each other, both values wait here for a decision."));
}

void ConflictsView::reload()
{
    const Result<QList<ConflictCase>> open = m_solver.open();
    const Uuid before = current() ? current()->conflict.id() : Uuid();
    const int row = qMax(0, m_list->indexOfTopLevelItem(m_list->currentItem()));
    const bool had = m_list->hasFocus() || m_detail->isAncestorOf(focusWidget());
    m_cases = open ? *open : QList<ConflictCase>();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    Records &records = m_context.records();
    QTreeWidgetItem *selected = nullptr;
    for (const ConflictCase &conflict : std::as_const(m_cases)) {
        QString title = ConflictDetail::titleOf(records, conflict);
        if (conflict.field)
            title += QStringLiteral(" · ") + fieldLabel(*conflict.entity, *conflict.field);
        auto *item = new QTreeWidgetItem(m_list, {title, ConflictDetail::kindText(conflict.kind),
                                                  records.title({model::ids::User, conflict.mineBy}),
                                                  conflict.mineAt > 0 ? dateTimeText(conflict.mineAt) : QString()});
        item->setSizeHint(0, {0, 26});
        if (conflict.entity)
            item->setIcon(0, QIcon::fromTheme(conflict.entity->icon));
        if (conflict.conflict.id() == before)
            selected = item;
    }
    // The next one takes the place of the one just settled.
    m_list->setCurrentItem(selected ? selected : m_list->topLevelItem(qMin(row, int(m_cases.size()) - 1)));
    m_stack->setCurrentIndex(m_cases.isEmpty() ? 1 : 0);
    showCurrent();
    if (had && !m_cases.isEmpty())
        m_list->setFocus();
}

const ConflictCase *ConflictsView::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_cases.size() ? &m_cases[row] : nullptr;
}

void ConflictsView::showCurrent()
{
    if (const ConflictCase *conflict = current())
        m_detail->show(*conflict);
}

void ConflictsView::mergeTwins()
{
    const ConflictCase *conflict = current();
    if (!conflict)
        return;
    auto *dialog = new MergeDialog(m_context, conflict->about, conflict->twin, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAlong({m_solver.settled(*conflict, sync::Resolution::Merged)});
    connect(dialog, &MergeDialog::merged, this, [this] {
        m_list->setFocus();
        reload();
    });
    dialog->show();
}

void ConflictsView::finish(const Result<Saved> &result, const QString &text)
{
    if (!result)
        return m_context.showError(result.error());
    m_context.notify(text, result->action);
    m_list->setFocus();
    reload();
}

void ConflictsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reload();
    }
}

} // namespace guanxi::app
