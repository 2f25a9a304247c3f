// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/mergedialog.h"

#include "app/views/viewcontext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/platform.h"
#include "common/rules/similarity.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;

MergeDialog::MergeDialog(ViewContext &context, const RecordRef &goes, const RecordRef &stays, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_plan(m_records), m_table(new MergeTable(m_records, this))
{
    build();
    connect(&m_plan, &MergePlan::ready, this, &MergeDialog::showPlan);
    connect(&m_plan, &MergePlan::failed, this, [this](const Error &error) { m_says->setText(errorText(error)); });
    load(goes, stays);
    m_view->setFocus();
}

void MergeDialog::build()
{
    setWindowTitle(tr("Merge two records"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(buildHeads());
    buildTable();
    column->addWidget(m_view, 1);
    m_only = new QCheckBox(tr("&Only what differs"));
    m_only->setChecked(true);
    connect(m_only, &QCheckBox::toggled, this, [this](bool only) {
        m_table->setOnlyDifferences(only);
        m_view->setCurrentIndex(m_table->index(0, MergeTable::Stays));
        m_view->setFocus();
    });
    auto *hint = new QLabel(tr("Click the value that is right, or go there with the arrow keys and press Space."));
    hint->setObjectName(QStringLiteral("quiet"));
    auto *below = new QHBoxLayout;
    below->addWidget(m_only);
    below->addStretch(1);
    below->addWidget(hint);
    column->addLayout(below);
    m_says = new QLabel;
    m_says->setObjectName(QStringLiteral("plan"));
    m_says->setWordWrap(true);
    column->addWidget(m_says);
    column->addWidget(buildButtons());
    resize(860, 620);
}

QWidget *MergeDialog::buildHeads()
{
    auto *heads = new QWidget;
    auto *row = new QHBoxLayout(heads);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (QLabel **head : {&m_staysHead, &m_goesHead}) {
        *head = new QLabel;
        (*head)->setWordWrap(true);
        (*head)->setTextFormat(Qt::RichText);
        (*head)->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_swap = new QPushButton(QIcon::fromTheme(QStringLiteral("system-switch-user")), tr("&Swap"));
    m_swap->setAutoDefault(false);
    m_swap->setToolTip(tr("Keep the other one"));
    connect(m_swap, &QPushButton::clicked, this, &MergeDialog::swap);
    row->addWidget(m_staysHead, 1);
    row->addWidget(m_swap, 0, Qt::AlignTop);
    row->addWidget(m_goesHead, 1);
    return heads;
}

void MergeDialog::buildTable()
{
    m_table->setOnlyDifferences(true);
    m_view = new QTableView;
    m_view->setModel(m_table);
    m_view->setObjectName(QStringLiteral("fields"));
    m_view->setAccessibleName(tr("The fields of both records"));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(MergeTable::Name, QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_view, &QTableView::clicked, m_table, &MergeTable::choose);
    for (const int key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
        auto *choose = new QShortcut(QKeySequence(key), m_view);
        choose->setContext(Qt::WidgetShortcut);
        connect(choose, &QShortcut::activated, this, &MergeDialog::chooseCurrent);
    }
}

QWidget *MergeDialog::buildButtons()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_progress = new QProgressBar;
    m_progress->hide();
    m_do = new QPushButton(tr("&Merge"));
    m_do->setObjectName(QStringLiteral("merge"));
    m_do->setEnabled(false);
    m_do->setDefault(true);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    row->addWidget(m_progress, 1);
    row->addStretch(1);
    row->addWidget(m_do);
    row->addWidget(m_cancel);
    connect(m_do, &QPushButton::clicked, this, &MergeDialog::perform);
    connect(m_cancel, &QPushButton::clicked, this, &MergeDialog::reject);
    return bar;
}

void MergeDialog::load(const RecordRef &goes, const RecordRef &stays)
{
    m_do->setEnabled(false);
    const Result<Record> gone = m_records.load(goes);
    const Result<Record> kept = m_records.load(stays);
    if (gone.ok() && kept.ok() && goes.entity == stays.entity) {
        m_table->show(*gone, *kept);
        m_staysHead->setText(tr("<b>Kept:</b> %1").arg(headText(*kept)));
        m_goesHead->setText(tr("<b>Goes:</b> %1").arg(headText(*gone)));
        m_only->setText(tr("&Only what differs (%1)").arg(m_table->differences()));
        m_view->setCurrentIndex(m_table->index(0, MergeTable::Stays));
    }
    m_says->setText(tr("Looking for what belongs to it…"));
    m_plan.prepare(goes, stays);
}

void MergeDialog::swap()
{
    const RecordRef goes = m_plan.stays();
    const RecordRef stays = m_plan.goes();
    if (!m_performing)
        load(goes, stays);
}

QString MergeDialog::headText(const Record &record) const
{
    const Field *number = record.entity().field(u"number");
    QString text = FieldText(m_records).title(record);
    if (number && !record.value(number->id).isNull() && record.value(number->id).text() != text)
        text += u' ' + record.value(number->id).text();
    text = text.toHtmlEscaped();
    const qint64 changed = record.value(system::UpdatedAt).number();
    const QString who = m_records.title({ids::User, record.value(system::UpdatedBy).id()});
    if (changed > 0)
        text += QStringLiteral("<br>") + (who.isEmpty() ? tr("Last changed %1").arg(dateTimeText(changed)) : tr("Last changed %1 by %2").arg(dateTimeText(changed), who)).toHtmlEscaped();
    return text;
}

void MergeDialog::showPlan()
{
    const bool possible = m_plan.obstacle() == MergePlan::Obstacle::None;
    m_do->setEnabled(possible && !m_performing);
    m_says->setText(possible ? planText() : obstacleText());
}

QString MergeDialog::planText() const
{
    QStringList moves;
    qint64 follows = 0;
    for (const MergePlan::Kind &kind : m_plan.kinds()) {
        if (kind.moves > 0)
            moves.append(tr("%1: %2", "a kind of record and how many").arg(entityPlural(*kind.entity), QLocale().toString(kind.moves)));
        follows += kind.follows;
    }
    QStringList says{moves.isEmpty() ? tr("Nothing else belongs to the one that goes.") : tr("These move to the one that is kept: %1.").arg(moves.join(tr(", ")))};
    if (follows > 0)
        says.append(tr("%n closed record(s) follow as soon as the server knows of it.", nullptr, int(follows)));
    says.append(tr("Whoever opens the one that goes from now on finds the one that is kept. It can be undone."));
    return says.join(u' ');
}

QString MergeDialog::obstacleText() const
{
    switch (m_plan.obstacle()) {
    case MergePlan::Obstacle::Gone: return tr("One of the two is not there any more.");
    case MergePlan::Obstacle::MayNotDelete: return tr("You may not delete the record that would go.");
    case MergePlan::Obstacle::MayNotEdit: return tr("You may not change the record that would be kept.");
    case MergePlan::Obstacle::Closed: return tr("The record that would be kept is closed; keep the other one.");
    case MergePlan::Obstacle::MayNotMove: {
        QStringList kinds;
        for (const MergePlan::Kind &kind : m_plan.kinds())
            if (kind.forbidden > 0)
                kinds.append(tr("%1: %2", "a kind of record and how many").arg(entityPlural(*kind.entity), QLocale().toString(kind.forbidden)));
        return tr("Records belong to the one that goes that you may not change: %1. Ask somebody who may.").arg(kinds.join(tr(", ")));
    }
    case MergePlan::Obstacle::None: break;
    }
    return {};
}

void MergeDialog::chooseCurrent() { m_table->choose(m_view->currentIndex()); }

void MergeDialog::perform()
{
    if (!m_plan.isReady() || m_performing || m_plan.obstacle() != MergePlan::Obstacle::None)
        return;
    setPerforming(true);
    m_cancelled = false;
    m_progress->setRange(0, int(m_plan.total()));
    m_plan.perform(
        m_table->merged(), m_along, this,
        [this](qsizetype done) {
            m_progress->setValue(int(done));
            return !m_cancelled;
        },
        [this](const Result<Saved> &result) { finish(result); });
}

void MergeDialog::setPerforming(bool performing)
{
    m_performing = performing;
    m_progress->setVisible(performing);
    for (QWidget *part : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_swap), static_cast<QWidget *>(m_do)})
        part->setEnabled(!performing);
}

void MergeDialog::finish(const Result<Saved> &result)
{
    setPerforming(false);
    if (!result) {
        m_says->setText(errorText(result.error()));
        return;
    }
    if (result->action.isNull())
        return; // cancelled before anything was written
    const RecordRef kept = m_plan.stays();
    m_context.notify(tr("Merged into %1").arg(m_records.title(kept)), result->action);
    Q_EMIT merged(*result, kept);
    accept();
}

void MergeDialog::reject()
{
    if (m_performing)
        m_cancelled = true;
    else
        QDialog::reject();
}

RecordCommand mergeCommand()
{
    RecordCommand command;
    command.icon = QStringLiteral("edit-copy");
    command.keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    command.text = [] { return MergeDialog::tr("Merge…"); };
    command.ofList = true;
    command.offered = [](const Records &records, EntityId entity) {
        const Entity *declared = records.catalogue().entity(entity);
        return declared && !rules::Similarity(*declared).isEmpty() && records.may(Action::Delete, entity) && records.may(Action::Edit, entity)
               && records.catalogue().entity(DuplicateCandidate::entity);
    };
    command.run = [](QWidget *parent, ViewContext &context, const CommandScope &scope) {
        if (scope.chosen.size() != 2 || scope.all)
            return context.notify(MergeDialog::tr("Select the two records that are the same, then merge them."));
        auto *dialog = new MergeDialog(context, scope.chosen.last(), scope.chosen.first(), parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    };
    return command;
}

} // namespace guanxi::app
