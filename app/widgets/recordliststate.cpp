// SPDX-License-Identifier: GPL-3.0-or-later
// What a list asks for (filters, order, sums) and what it remembers; what it looks like is in recordlistview.cpp.
#include "app/widgets/recordlistview.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/filterheader.h"
#include "app/widgets/frozencolumns.h"
#include "app/widgets/listfilter.h"
#include "app/widgets/listgroups.h"
#include "app/widgets/recordboard.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordtable.h"
#include "common/model/filterjson.h"

#include <QAction>
#include <QDateTime>
#include <QFrame>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>

namespace guanxi::app {

using model::Field;
using model::FieldId;
using storage::Filter;

namespace {

constexpr int NarrowestColumn = 64;

} // namespace

storage::Query RecordListView::composedQuery(bool grouped)
{
    QList<Filter> parts;
    for (const Filter &filter : {m_base, m_filter, grouped ? m_groups->filter() : Filter()})
        if (!filter.isEmpty())
            parts.append(filter);
    const QStringList texts = m_table->filterHeader()->filtersShown() ? m_table->filterHeader()->texts() : QStringList();
    for (int column = 0; column < texts.size() && column < m_model->columnCount(); ++column) {
        const std::optional<Filter> quick = quickFilter(m_records, entity(), m_model->field(column), texts[column]);
        m_table->filterHeader()->setFaulty(column, !quick);
        if (quick && !quick->isEmpty())
            parts.append(*quick);
    }
    storage::Query query = m_model->query();
    query.filter = Filter::all(parts);
    query.deleted = isBinShown() ? storage::Deleted::Only : storage::Deleted::Without;
    query.search = isBinShown() ? QString() : m_search->text().trimmed();
    query.now = QDateTime::currentMSecsSinceEpoch();
    query.today = dayOf(QDate::currentDate());
    return query;
}

void RecordListView::applyQuery()
{
    m_typing->stop();
    m_started = true;
    m_model->setQuery(composedQuery());
    refreshBeside();
    showState();
    if (!m_restoring)
        Q_EMIT stateChanged();
}

bool RecordListView::isBinShown() const { return m_binAction->isChecked(); }

void RecordListView::setBinShown(bool shown)
{
    m_binAction->setChecked(shown);
    // What was deleted is not among the words that are searched; the row of filters finds it.
    m_search->setEnabled(!shown);
    m_newButton->setEnabled(!shown);
    m_boardButton->setEnabled(!shown);
    if (shown)
        setBoardShown(false);
    applyQuery();
}

void RecordListView::setFilter(const Filter &filter)
{
    m_filter = filter;
    const qsizetype count = filter.children.isEmpty() ? (filter.isEmpty() ? 0 : 1) : filter.children.size();
    m_filterButton->setText(count > 0 ? tr("Filter (%1)").arg(count) : tr("Filter"));
    m_filterButton->setToolTip(filterText(m_records, entity(), filter));
    applyQuery();
}

void RecordListView::setSearch(const QString &text)
{
    m_search->setText(text);
    applyQuery();
}

bool RecordListView::isFiltered() const
{
    const QStringList texts = m_table->filterHeader()->filtersShown() ? m_table->filterHeader()->texts() : QStringList();
    return !m_filter.isEmpty() || !m_groups->filter().isEmpty() || !m_search->text().trimmed().isEmpty() || !texts.join(QString()).isEmpty();
}

void RecordListView::clearFilters()
{
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_table->filterHeader()->clearTexts();
    {
        const QSignalBlocker quiet(m_groups);
        m_groups->clearSelection();
    }
    if (m_builder)
        m_builder->setFilter({});
    setFilter({});
}

void RecordListView::setSort(FieldId field, bool descending)
{
    m_table->filterHeader()->setSortIndicator(m_model->columnOf(field), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void RecordListView::setQuickFiltersShown(bool shown)
{
    if (m_quickAction->isChecked() != shown) {
        m_quickAction->setChecked(shown);
        return;
    }
    const bool filtered = !m_table->filterHeader()->texts().join(QString()).isEmpty();
    m_table->filterHeader()->setFiltersShown(shown);
    if (shown)
        m_table->filterHeader()->focusFilter(qMax(0, m_table->currentIndex().column()));
    if (filtered)
        applyQuery();
}

void RecordListView::showFilterPanel(bool shown)
{
    if (shown && !m_builder) {
        m_builder = new FilterBuilder(m_records, entity());
        m_builder->setFilter(m_filter.isEmpty() ? Filter() : m_filter);
        m_filterScroll->setWidget(m_builder);
        connect(m_builder, &FilterBuilder::changed, this, [this] { setFilter(m_builder->filter()); });
    }
    m_filterPanel->setVisible(shown);
    if (!shown)
        return;
    m_builder->ensureRow();
    m_filterScroll->setMinimumHeight(qMin(200, m_builder->sizeHint().height() + 8));
}

QJsonObject RecordListView::state() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    QJsonArray columns, sort;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        QJsonObject shown{{QStringLiteral("field"), qint64(m_model->field(column).id)}};
        // Widths that nobody chose follow the window.
        if (m_widthsChosen)
            shown.insert(QStringLiteral("width"), header->sectionSize(column));
        columns.append(shown);
    }
    for (const storage::Sort &by : m_model->query().sort)
        sort.append(QJsonObject{{QStringLiteral("field"), qint64(by.field)}, {QStringLiteral("descending"), by.descending}});
    return {{QStringLiteral("columns"), columns},
            {QStringLiteral("language"), QLocale().name()},
            {QStringLiteral("sort"), sort},
            {QStringLiteral("filter"), filterToJson(m_filter)},
            {QStringLiteral("search"), m_search->text()},
            {QStringLiteral("quick"), m_quickAction->isChecked()},
            {QStringLiteral("frozen"), m_table->frozen().count()},
            {QStringLiteral("group"), qint64(m_groups->field())},
            {QStringLiteral("paper"), m_paper},
            {QStringLiteral("board"), m_board != nullptr},
            {QStringLiteral("lanes"), m_board ? m_board->lanes().state() : m_laneState},
            {QStringLiteral("comfortable"), m_comfortableAction->isChecked()}};
}

void RecordListView::setState(const QJsonObject &state)
{
    m_restoring = true;
    QList<FieldId> fields;
    QList<int> widths;
    for (const QJsonValue &column : state.value(QStringLiteral("columns")).toArray()) {
        const auto id = FieldId(column.toObject().value(QStringLiteral("field")).toInteger());
        const Field *field = entity().field(id);
        if (!field || !m_records.rights().isVisible(entity(), *field))
            continue;
        fields.append(id);
        widths.append(qMax(NarrowestColumn, column.toObject().value(QStringLiteral("width")).toInt()));
    }
    if (!fields.isEmpty()) {
        m_model->setColumns(fields);
        m_widthsChosen = state.value(QStringLiteral("columns")).toArray().first().toObject().contains(QStringLiteral("width"));
        setDefaultWidths();
        for (int column = 0; m_widthsChosen && column < m_model->columnCount(); ++column)
            m_table->setColumnWidth(column, widths[column]);
        if (state.value(QStringLiteral("language")).toString() != QLocale().name())
            widenForWords();
    }
    m_paper = state.value(QStringLiteral("paper")).toObject();
    const QJsonObject sort = state.value(QStringLiteral("sort")).toArray().first().toObject();
    const int sorted = m_model->columnOf(FieldId(sort.value(QStringLiteral("field")).toInteger()));
    const bool descending = sort.value(QStringLiteral("descending")).toBool();
    m_table->filterHeader()->setSortIndicator(sorted, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    {
        const QSignalBlocker quiet(m_search);
        m_search->setText(state.value(QStringLiteral("search")).toString());
    }
    m_comfortableAction->setChecked(state.value(QStringLiteral("comfortable")).toBool());
    m_quickAction->setChecked(state.value(QStringLiteral("quick")).toBool());
    setFrozen(state.value(QStringLiteral("frozen")).toInt());
    setGroup(FieldId(state.value(QStringLiteral("group")).toInteger()));
    m_laneState = state.value(QStringLiteral("lanes")).toObject();
    if (m_board)
        m_board->lanes().setState(m_laneState);
    setBoardShown(state.value(QStringLiteral("board")).toBool());
    storage::Query query = m_model->query();
    query.sort = sorted < 0 ? QList<storage::Sort>() : QList<storage::Sort>{{m_model->field(sorted).id, descending}};
    m_model->presetQuery(query);
    m_filter = filterFromJson(state.value(QStringLiteral("filter")).toObject(), entity(), m_records.catalogue());
    if (m_builder)
        m_builder->setFilter(m_filter);
    if (m_started)
        setFilter(m_filter);
    m_restoring = false;
}

} // namespace guanxi::app
