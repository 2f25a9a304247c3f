// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/scoreview.h"

#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"
#include "common/model/catalogue/opportunities.h"
#include "common/rules/defaults.h"
#include "common/rules/leadscore.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;

namespace {

enum Column { Name, Condition, Points, Columns };

} // namespace

ScoreView::ScoreView(ViewContext &context, const RecordRef &lead, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_lead(lead), m_total(new QLabel), m_table(new QTableWidget(0, Columns))
{
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_total);
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row) {
        m_context.openRecord({LeadScoreRule::entity, Uuid::fromBytes(m_table->item(row, Name)->data(Qt::UserRole).toByteArray())});
    });
    connect(&m_records, &Records::changed, this, [this](const QSet<RecordRef> &changed) {
        if (changed.isEmpty() || std::any_of(changed.begin(), changed.end(), [this](const RecordRef &ref) { return ref == m_lead || ref.entity == LeadScoreRule::entity; }))
            show();
    });
    show();
}

void ScoreView::show()
{
    setWindowTitle(tr("Score"));
    m_table->setAccessibleName(tr("Score"));
    m_table->setHorizontalHeaderLabels({tr("Rule"), tr("When"), tr("Points")});
    m_table->setRowCount(0);
    const Result<Record> lead = m_records.load(m_lead);
    storage::Query query;
    query.entity = LeadScoreRule::entity;
    const Result<QList<Record>> rules = m_records.findNow(query);
    if (!lead || !rules)
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const rules::Moment moment{now, rules::dayOf(now)};
    const QList<Record> met = rules::scoringRules(*lead, *rules, m_records.catalogue(), moment);
    for (const Record &rule : met)
        addRow(rule, true);
    for (const Record &rule : *rules)
        if (std::none_of(met.begin(), met.end(), [&](const Record &each) { return each.id() == rule.id(); }))
            addRow(rule, false);
    const std::optional<qint64> score = rules::leadScore(*lead, *rules, m_records.catalogue(), moment);
    m_total->setText(score ? tr("%n point(s) of 100", nullptr, int(*score)) : tr("There are no score rules yet. Make some under “Lead score rules”."));
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(Condition, QHeaderView::Stretch);
}

void ScoreView::addRow(const Record &rule, bool isMet)
{
    const Entity &entity = rule.entity();
    const FieldText words(m_records);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QString points = QLocale().toString(rule[LeadScoreRule::points]);
    const QString cells[] = {m_records.title(rule.ref()), words.text(rule, *entity.field(LeadScoreRule::condition.id)), isMet ? points : tr("(%1)").arg(points)};
    for (int column = 0; column < Columns; ++column) {
        auto *item = new QTableWidgetItem(cells[column]);
        item->setData(Qt::UserRole, rule.id().bytes());
        if (!isMet)
            item->setForeground(quietText(palette()));
        if (column == Points)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
}

void ScoreView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        show();
}

} // namespace guanxi::app
