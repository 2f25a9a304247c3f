// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/rankingview.h"

#include "app/views/generic/contextlinks.h"
#include "app/views/sales/figurewords.h"
#include "app/views/sales/rankingpicture.h"
#include "app/views/sales/sharebar.h"
#include "app/views/viewcontext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/tones.h"
#include "app/widgets/viewpaper.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/defaults.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace guanxi::app {

using namespace model;
using rules::PeriodKind;
using Figure = PerformanceLine::Figure;

namespace {

constexpr int BarCharacters = 4; // at least
constexpr qsizetype MostBars = 25; // on paper
constexpr double PictureWidth = 900; // pixels of the screen
constexpr PeriodKind Lengths[] = {PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year};

} // namespace

RankingView::RankingView(ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_performance(m_records), m_by(new QComboBox), m_length(new QComboBox), m_earlier(new QToolButton),
      m_periodName(new QLabel), m_later(new QToolButton), m_measure(new QComboBox), m_says(new QLabel), m_export(new QPushButton), m_print(new QPushButton),
      m_table(new QTableWidget), m_stack(new QStackedWidget)
{
    build();
    connect(&m_performance, &Performance::counted, this, &RankingView::showLines);
    connect(&m_performance, &Performance::failed, this, [this](const Error &error) { m_says->setText(errorText(error)); });
    connect(m_table, &QTableWidget::currentCellChanged, this, &RankingView::showList);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &RankingView::sortBy);
    connect(m_by, &QComboBox::activated, this, &RankingView::start);
    connect(m_measure, &QComboBox::activated, this, &RankingView::start);
    connect(m_length, &QComboBox::activated, this, [this](int length) { setPeriod(rules::periodOf(Lengths[length], rules::daysOf(m_period)->last)); });
    connect(m_earlier, &QToolButton::clicked, this, [this] { goBy(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { goBy(1); });
    connect(m_export, &QPushButton::clicked, this, &RankingView::saveAsFile);
    connect(m_print, &QPushButton::clicked, this, &RankingView::print);
    retranslate();
    setPeriod(rules::periodOf(PeriodKind::Month, rules::dayOf(QDateTime::currentMSecsSinceEpoch())));
}

QWidget *RankingView::buildBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    for (int by = 0; by <= int(Performance::By::ProductCategory); ++by)
        m_by->addItem(QString(), by);
    for (size_t length = 0; length < std::size(Lengths); ++length)
        m_length->addItem(QString());
    for (int figure = 0; Performance::isMeasure(Figure(figure)); ++figure)
        m_measure->addItem(QString(), figure);
    m_earlier->setArrowType(Qt::LeftArrow);
    m_later->setArrowType(Qt::RightArrow);
    m_earlier->setShortcut(Qt::ALT | Qt::Key_PageUp);
    m_later->setShortcut(Qt::ALT | Qt::Key_PageDown);
    m_periodName->setAlignment(Qt::AlignCenter);
    m_periodName->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("September 2026")));
    m_export->setVisible(m_records.may(Action::Export, SalesOrder::entity));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_by, m_measure, m_length, m_earlier, m_periodName, m_later})
        row->addWidget(widget);
    row->addWidget(m_says, 1);
    row->addWidget(m_export);
    row->addWidget(m_print);
    return bar;
}

void RankingView::build()
{
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setItemDelegate(new ShareBar(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(true);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_table);
    split->addWidget(m_stack);
    split->setChildrenCollapsible(false);
    split->setSizes({400, 300});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->addWidget(buildBar());
    column->addWidget(split, 1);
    setFocusProxy(m_table);
}

void RankingView::retranslate()
{
    const QString by[] = {tr("Salesperson"), tr("Department"), tr("Sales channel"), tr("Region"), tr("Product category")};
    for (int at = 0; at < m_by->count(); ++at)
        m_by->setItemText(at, by[at]);
    const QString lengths[] = {tr("Month"), tr("Quarter"), tr("Year")};
    for (int at = 0; at < m_length->count(); ++at)
        m_length->setItemText(at, lengths[at]);
    for (int at = 0; at < m_measure->count(); ++at)
        m_measure->setItemText(at, figureName(Figure(at)));
    m_by->setAccessibleName(tr("Ranked are"));
    m_measure->setAccessibleName(tr("Ranked by"));
    m_length->setAccessibleName(tr("Length of the period"));
    m_earlier->setToolTip(tr("Period before (%1)").arg(m_earlier->shortcut().toString(QKeySequence::NativeText)));
    m_later->setToolTip(tr("Period after (%1)").arg(m_later->shortcut().toString(QKeySequence::NativeText)));
    m_earlier->setAccessibleName(tr("Period before"));
    m_later->setAccessibleName(tr("Period after"));
    m_export->setText(tr("&Export…"));
    m_print->setText(tr("&Print…"));
    m_table->setAccessibleName(tr("Sales ranking"));
    m_periodName->setText(periodText(m_period));
    showLines();
}

void RankingView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RankingView::start()
{
    m_sorted = -1;
    m_performance.show(Performance::By(m_by->currentData().toInt()), m_period, Figure(m_measure->currentData().toInt()));
    m_measure->setCurrentIndex(m_performance.measure());
}

void RankingView::goBy(int periods) { setPeriod(rules::periodAfter(m_period, periods)); }

void RankingView::setPeriod(const QString &period)
{
    m_period = period;
    m_periodName->setText(periodText(period));
    start();
}

void RankingView::chooseColumns()
{
    const Performance::By by = m_performance.by();
    const Figure measure = m_performance.measure();
    m_columns = {{Kind::Rank}, {Kind::Name}, {Kind::Bar, measure}, {Kind::Measure, measure}, {Kind::Before, measure}, {Kind::Change, measure}};
    if (by != Performance::By::Channel)
        m_columns += {{Kind::Target, measure}, {Kind::Reached, measure}};
    for (int at = 0; at < Figure::Figures; ++at)
        if (const auto figure = Figure(at); figure != measure && figure != Figure::Quantity && Performance::counts(by, figure))
            m_columns.append({Kind::Other, figure});
}

int RankingView::columnOf(Kind kind, Figure figure) const
{
    for (int at = 0; at < m_columns.size(); ++at)
        if (m_columns[at].kind == kind && (figure == Figure::Figures || m_columns[at].figure == figure))
            return at;
    return -1;
}

const PerformanceLine &RankingView::lineAt(int row) const { return isTotal(row) ? m_performance.total() : m_performance.lines()[m_order[row]]; }

void RankingView::sortBy(int column)
{
    m_sorted = m_sorted == column || m_columns[column].kind == Kind::Rank ? -1 : column;
    showLines();
}

void RankingView::showLines()
{
    chooseColumns();
    const QSignalBlocker quiet(m_table);
    const QList<PerformanceLine> &lines = m_performance.lines();
    m_order.resize(lines.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_sorted >= 0 && m_sorted < m_columns.size())
        std::ranges::stable_sort(m_order, [&](int a, int b) {
            return valueOf(lines[a], m_columns[m_sorted]).value_or(0) > valueOf(lines[b], m_columns[m_sorted]).value_or(0);
        });
    const int row = std::max(0, m_table->currentRow()), current = std::max(0, m_table->currentColumn());
    m_table->setColumnCount(int(m_columns.size()));
    m_table->setRowCount(int(lines.size()) + 1);
    qint64 largest = 1;
    for (const PerformanceLine &line : lines)
        largest = std::max({largest, line.figures[m_performance.measure()], line.target.value_or(0)});
    for (int column = 0; column < m_columns.size(); ++column) {
        auto *head = new QTableWidgetItem(heading(m_columns[column]));
        head->setToolTip(tip(m_columns[column]));
        const Qt::Alignment side = m_columns[column].kind == Kind::Name ? Qt::AlignLeft : Qt::AlignRight;
        head->setTextAlignment(side | Qt::AlignVCenter);
        m_table->setHorizontalHeaderItem(column, head);
        for (int at = 0; at < m_table->rowCount(); ++at) {
            const PerformanceLine &line = lineAt(at);
            auto *item = new QTableWidgetItem(cell(line, m_columns[column]));
            item->setTextAlignment(side | Qt::AlignVCenter);
            if (isTotal(at)) {
                QFont bold = m_table->font();
                bold.setBold(true);
                item->setFont(bold);
            } else if (m_columns[column].kind == Kind::Bar) {
                ShareBar::set(*item, double(line.figures[m_performance.measure()]) / double(largest), line.target ? double(*line.target) / double(largest) : -1);
            }
            m_table->setItem(at, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    // The bars take what is left.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setSectionResizeMode(columnOf(Kind::Bar), QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(BarCharacters * fontMetrics().averageCharWidth());
    m_says->setText(lines.isEmpty() ? tr("Nothing was sold or done in this period, as far as you see it.") : tr("Counted from the records that you may see"));
    m_table->setCurrentCell(std::min(row, m_table->rowCount() - 1), std::min(current, m_table->columnCount() - 1));
    showList();
}

RecordListView &RankingView::listFor(EntityId entity)
{
    if (!m_lists.contains(entity)) {
        auto *made = new RecordListView(m_records, entity, RecordListView::Place::Embedded);
        linkToContext(*made, m_context);
        m_stack->addWidget(made);
        m_lists.insert(entity, made);
    }
    return *m_lists.value(entity);
}

void RankingView::showList()
{
    const int row = m_table->currentRow(), column = m_table->currentColumn();
    if (row < 0 || row > m_order.size() || column < 0 || column >= m_columns.size() || m_performance.period().isEmpty())
        return;
    const Figure figure = m_columns[column].figure < Figure::Figures ? m_columns[column].figure : m_performance.measure();
    const Performance::Source source = m_performance.sourceOf(lineAt(row), figure, isTotal(row));
    if (!m_records.may(Action::View, source.entity))
        return;
    RecordListView &list = listFor(source.entity);
    m_stack->setCurrentWidget(&list);
    if (m_listed.contains(source.entity) && m_listed.value(source.entity) == source.filter)
        return;
    m_listed[source.entity] = source.filter;
    list.setBase(source.filter, {});
    list.reload();
}

ViewPaper RankingView::paper() const
{
    const QStringList about{m_by->currentText(), m_measure->currentText(), periodText(m_period), m_says->text(), dateTimeText(QDateTime::currentMSecsSinceEpoch())};
    return {tr("Sales ranking"), about.join(QStringLiteral(" · ")), drawing(), {extract()}, {}, SalesOrder::entity};
}

Drawing RankingView::drawing() const
{
    qint64 largest = 1;
    for (const PerformanceLine &line : m_performance.lines())
        largest = std::max({largest, line.figures[m_performance.measure()], line.target.value_or(0)});
    QList<RankingBar> bars;
    for (qsizetype at = 0; at < std::min(m_order.size(), MostBars); ++at) {
        const PerformanceLine &line = m_performance.lines()[m_order[at]];
        bars.append({cell(line, {Kind::Name}), cell(line, {Kind::Measure, m_performance.measure()}), double(line.figures[m_performance.measure()]) / double(largest),
                     line.target ? double(*line.target) / double(largest) : -1});
    }
    if (bars.isEmpty())
        return {};
    const QSizeF size(PictureWidth, double(bars.size()) * rankingStep(font()));
    return draw(tr("Sales ranking"), size, [&](QPainter &painter) { paintRanking(painter, size, bars, paperPalette(), font()); });
}

void RankingView::print()
{
    if (!m_records.may(Action::Print, SalesOrder::entity))
        return m_context.showError({ErrorCode::NotAllowed, {m_records.catalogue().at(SalesOrder::entity).name, QStringLiteral("print")}});
    previewPaper(this, m_records, QPageLayout::Landscape, [this] { return paper(); }, m_records.may(Action::Export, SalesOrder::entity), paperMemory(m_context.drafts(), QStringLiteral("chart/ranking")));
}

void RankingView::saveAsFile()
{
    if (!m_records.may(Action::Export, SalesOrder::entity))
        return m_context.showError({ErrorCode::NotAllowed, {m_records.catalogue().at(SalesOrder::entity).name, QStringLiteral("export")}});
    const Result<QString> path = exportTable(this, m_records, departureOf(paper()), [this](QIODevice &device) { return writeCsv(device, extract()); });
    if (!path)
        m_context.showError(path.error());
    else if (!path->isEmpty())
        m_context.notify(tr("Saved as %1").arg(*path));
}

QJsonObject RankingView::state() const
{
    return {{QStringLiteral("by"), m_by->currentIndex()}, {QStringLiteral("length"), m_length->currentIndex()}, {QStringLiteral("measure"), m_measure->currentIndex()}};
}

void RankingView::setState(const QJsonObject &state)
{
    const auto choose = [&](QComboBox *box, const QString &key) { box->setCurrentIndex(std::clamp(state[key].toInt(), 0, box->count() - 1)); };
    choose(m_by, QStringLiteral("by"));
    choose(m_length, QStringLiteral("length"));
    choose(m_measure, QStringLiteral("measure"));
    setPeriod(rules::periodOf(Lengths[m_length->currentIndex()], rules::dayOf(QDateTime::currentMSecsSinceEpoch())));
}

} // namespace guanxi::app
