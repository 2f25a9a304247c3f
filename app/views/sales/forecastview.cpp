// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/forecastview.h"

#include "app/views/generic/contextlinks.h"
#include "app/views/sales/figurewords.h"
#include "app/views/sales/forecastpicture.h"
#include "app/views/viewcontext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/tones.h"
#include "app/widgets/viewpaper.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/defaults.h"
#include "common/rules/forecast.h"

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
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;
using rules::PeriodKind;

namespace {

const QSize PictureSize{900, 320}; // on paper, in pixels of the screen
constexpr int MonthsBack = 3;
constexpr int DailyDays = 31, DaysOfWeek = 7; // older forecasts are offered once a week

qint64 todayHere() { return rules::dayOf(QDateTime::currentMSecsSinceEpoch()); }

} // namespace

ForecastView::ForecastView(ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_forecast(m_records), m_whose(new WhoseBox(m_records)), m_range(new QComboBox),
      m_comparison(new QComboBox), m_sums(new QLabel), m_export(new QPushButton), m_print(new QPushButton), m_picture(new ForecastPicture),
      m_table(new QTableWidget(0, Columns)), m_lists(new QStackedWidget),
      m_opportunities(new RecordListView(m_records, Opportunity::entity, RecordListView::Place::Embedded)),
      m_orders(new RecordListView(m_records, SalesOrder::entity, RecordListView::Place::Embedded))
{
    build();
    linkToContext(*m_opportunities, m_context);
    linkToContext(*m_orders, m_context);
    connect(&m_forecast, &Forecast::counted, this, &ForecastView::showLines);
    connect(&m_forecast, &Forecast::failed, this, [this](const Error &error) { m_sums->setText(errorText(error)); });
    connect(m_table, &QTableWidget::currentCellChanged, this, &ForecastView::showList);
    connect(m_picture, &ForecastPicture::chosen, this, [this](int bar) { m_table->setCurrentCell(bar, std::max(0, m_table->currentColumn())); });
    connect(m_whose, &WhoseBox::chosen, this, &ForecastView::start);
    connect(m_range, &QComboBox::activated, this, &ForecastView::start);
    connect(m_comparison, &QComboBox::activated, this, &ForecastView::compare);
    connect(m_export, &QPushButton::clicked, this, &ForecastView::saveAsFile);
    connect(m_print, &QPushButton::clicked, this, &ForecastView::print);
    retranslate();
    start();
}

void ForecastView::build()
{
    buildTable();
    m_range->addItems({QString(), QString(), QString()});
    for (QComboBox *box : std::initializer_list<QComboBox *>{m_whose, m_range, m_comparison})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_export->setVisible(m_records.may(Action::Export, Opportunity::entity));
    auto *bar = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_whose, m_range, m_comparison})
        bar->addWidget(widget);
    bar->addWidget(m_sums, 1);
    bar->addWidget(m_export);
    bar->addWidget(m_print);
    m_lists->addWidget(m_opportunities);
    m_lists->addWidget(m_orders);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_picture);
    split->addWidget(m_table);
    split->addWidget(m_lists);
    for (int at = 0; at < split->count(); ++at)
        split->setStretchFactor(at, at == 1 ? 5 : 3);
    split->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->addLayout(bar);
    column->addWidget(split, 1);
    setFocusProxy(m_table);
}

void ForecastView::buildTable()
{
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
}

void ForecastView::retranslate()
{
    m_range->setItemText(int(Range::Around), tr("Three months back, nine ahead"));
    m_range->setItemText(int(Range::ThisYear), tr("This year"));
    m_range->setItemText(int(Range::NextYear), tr("Next year"));
    m_range->setAccessibleName(tr("Which months"));
    m_comparison->setAccessibleName(tr("Compare with an earlier day"));
    m_export->setText(tr("&Export…"));
    m_print->setText(tr("&Print…"));
    m_picture->setAccessibleName(tr("Sales forecast by month"));
    m_table->setAccessibleName(tr("Sales forecast"));
    m_table->setHorizontalHeaderLabels({tr("Month"), tr("Opportunities"), tr("Best case"), tr("Committed"), tr("Weighted"), tr("Booked"), tr("Expected"), tr("Target"),
                                        tr("Booked of target"), tr("Expected then"), tr("Change")});
    const std::pair<Column, QString> tips[] = {
        {Count, tr("Open opportunities by their expected close")},
        {Best, tr("All of them, if every one is won")},
        {Committed, tr("Those with a probability of %1 % or more").arg(rules::CommittedFrom / 100)},
        {Weighted, tr("Amount times probability")},
        {Booked, tr("Orders of the month, reviewed or later, by order date")},
        {Expected, tr("Booked and weighted together")},
        {Target, tr("A month without a target of its own has its part of the quarter or the year")},
        {Earlier, tr("What was expected on the day that is compared with")},
    };
    for (const auto &[column, tip] : tips)
        m_table->horizontalHeaderItem(column)->setToolTip(tip);
    for (int column = 0; column < Columns; ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment((column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    showLines();
}

void ForecastView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ForecastView::start()
{
    const qint64 today = todayHere();
    const QString year = rules::periodOf(PeriodKind::Year, today);
    QString first = rules::periodAfter(rules::periodOf(PeriodKind::Month, today), -MonthsBack);
    if (m_range->currentIndex() != int(Range::Around))
        first = rules::periodOf(PeriodKind::Month, rules::daysOf(rules::periodAfter(year, m_range->currentIndex() == int(Range::NextYear) ? 1 : 0))->first);
    m_forecast.show(m_whose->whose(), first, rules::ForecastMonths, today);
}

void ForecastView::compare()
{
    const QVariant day = m_comparison->currentData();
    m_forecast.compareWith(day.isValid() ? std::optional(day.toLongLong()) : std::nullopt);
}

QString ForecastView::nameOf(const ForecastLine &line) const
{
    switch (line.kind) {
    case ForecastLine::Kind::Overdue: return tr("Overdue");
    case ForecastLine::Kind::Later: return tr("Later");
    case ForecastLine::Kind::Undated: return tr("No date");
    case ForecastLine::Kind::Month: break;
    }
    return line.period.isEmpty() ? tr("Together") : periodText(line.period);
}

std::optional<qint64> ForecastView::amountOf(const ForecastLine &line, int column) const
{
    switch (column) {
    case Best: return line.best;
    case Committed: return line.committed;
    case Weighted: return line.weighted;
    case Booked: return line.kind == ForecastLine::Kind::Month ? std::optional(line.booked) : std::nullopt;
    case Expected: return line.expected();
    case Target: return line.target;
    case Earlier: return line.earlier ? std::optional(line.earlier->weighted + line.earlier->won) : std::nullopt;
    case Change: return line.earlier ? std::optional(line.expected() - line.earlier->weighted - line.earlier->won) : std::nullopt;
    default: break;
    }
    return std::nullopt;
}

QString ForecastView::cell(const ForecastLine &line, int column) const
{
    switch (column) {
    case Name: return nameOf(line);
    case Count: return QLocale().toString(line.count);
    case Reached: return shareText(line.booked, line.target);
    case Change: return changeText(m_records, amountOf(line, column));
    default: break;
    }
    const std::optional<qint64> amount = amountOf(line, column);
    return amount ? amountText(m_records, *amount) : QString();
}

QString ForecastView::plain(const ForecastLine &line, int column) const
{
    switch (column) {
    case Name: return line.period.isEmpty() ? nameOf(line) : line.period;
    case Count: return QString::number(line.count);
    case Reached: return plainShare(line.booked, line.target);
    default: break;
    }
    const std::optional<qint64> amount = amountOf(line, column);
    return amount ? plainAmount(*amount) : QString();
}

ForecastLine ForecastView::total() const
{
    ForecastLine all;
    for (const ForecastLine &line : m_forecast.lines()) {
        all.count += line.count;
        all.best += line.best;
        all.weighted += line.weighted;
        all.committed += line.committed;
        all.orders += line.orders;
        all.booked += line.booked;
        if (line.target)
            all.target = all.target.value_or(0) + *line.target;
    }
    return all;
}

ForecastLine ForecastView::lineAt(int row) const { return isTotal(row) ? total() : m_forecast.lines()[row]; }

void ForecastView::showLines()
{
    const QSignalBlocker quiet(m_table);
    const QList<ForecastLine> &lines = m_forecast.lines();
    if (lines.isEmpty())
        return;
    const bool isFirst = m_table->rowCount() == 0;
    const QString now = rules::periodOf(PeriodKind::Month, m_forecast.today());
    const ToneColors bad = toneColors(Tone::Bad, palette());
    m_table->setRowCount(int(lines.size()) + 1);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ForecastLine line = lineAt(row);
        for (int column = 0; column < Columns; ++column) {
            auto *item = new QTableWidgetItem(cell(line, column));
            item->setTextAlignment((column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            if (isTotal(row) || line.period == now) {
                QFont bold = m_table->font();
                bold.setBold(true);
                item->setFont(bold);
            }
            if (line.kind == ForecastLine::Kind::Overdue && line.count > 0 && column <= Count) {
                item->setBackground(bad.fill);
                item->setForeground(bad.text);
            }
            m_table->setItem(row, column, item);
        }
        if (isFirst && line.period == now)
            m_table->setCurrentCell(row, Name);
    }
    for (const Column column : {Earlier, Change})
        m_table->setColumnHidden(column, !m_forecast.comparedWith());
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    fillComparison();
    showPicture();
    showSums();
    showList();
}

void ForecastView::showPicture()
{
    QList<ForecastPicture::Bar> bars;
    for (const ForecastLine &line : m_forecast.lines())
        bars.append({line.period.isEmpty() ? nameOf(line) : monthText(line.period), tipOf(line), line.booked, line.weighted, line.best, line.target, line.trend,
                     line.kind != ForecastLine::Kind::Month});
    m_picture->setBars(bars, currencyText(m_records));
    m_picture->setCurrent(m_table->currentRow());
}

QString ForecastView::tipOf(const ForecastLine &line) const
{
    QStringList words{nameOf(line)};
    for (const Column column : {Booked, Weighted, Committed, Best, Target})
        if (const std::optional<qint64> amount = amountOf(line, column))
            words.append(tr("%1: %2").arg(m_table->horizontalHeaderItem(column)->text(), amountText(m_records, *amount)));
    if (line.trend)
        words.append(tr("Trend of the orders booked so far: %1").arg(amountText(m_records, *line.trend)));
    return words.join(u'\n');
}

void ForecastView::showSums()
{
    const ForecastLine all = total();
    const ForecastLine &overdue = m_forecast.lines().first();
    QString words = tr("%n open, %1 weighted, %2 booked", nullptr, int(all.count)).arg(amountText(m_records, all.weighted), amountText(m_records, all.booked));
    if (overdue.count > 0)
        words += tr(" · %n overdue", nullptr, int(overdue.count));
    m_sums->setText(words);
}

void ForecastView::fillComparison()
{
    const QSignalBlocker quiet(m_comparison);
    m_comparison->clear();
    m_comparison->addItem(tr("Compare with…"));
    for (const qint64 day : m_forecast.keptDays()) {
        const qint64 age = m_forecast.today() - day;
        if (day == m_forecast.comparedWith() || (age > 0 && (age <= DailyDays || age % DaysOfWeek == 0)))
            m_comparison->addItem(tr("as of %1").arg(dateText(day)), day);
    }
    m_comparison->setEnabled(m_comparison->count() > 1);
    m_comparison->setToolTip(m_comparison->isEnabled() ? QString() : tr("The server keeps the forecast of every day; there is none of an earlier day yet."));
    if (const std::optional<qint64> day = m_forecast.comparedWith())
        m_comparison->setCurrentIndex(std::max(0, m_comparison->findData(*day)));
}

void ForecastView::showIn(RecordListView &list, const Filter &filter)
{
    m_lists->setCurrentWidget(&list);
    if (m_listed.contains(&list) && m_listed.value(&list) == filter)
        return;
    m_listed[&list] = filter;
    list.setBase(filter, {});
    list.reload();
}

void ForecastView::showList()
{
    const int row = m_table->currentRow(), column = m_table->currentColumn();
    m_picture->setCurrent(row);
    if (row < 0 || row > m_forecast.lines().size())
        return;
    const bool orders = column == Booked || column == Reached;
    const auto part = column == Committed ? Forecast::Part::Committed : Forecast::Part::Open;
    const auto wanted = [&](const ForecastLine &line) { return orders ? m_forecast.ordersOf(line) : m_forecast.filterOf(line, part); };
    QList<Filter> all;
    for (const ForecastLine &line : isTotal(row) ? m_forecast.lines() : QList<ForecastLine>{m_forecast.lines()[row]})
        all.append(wanted(line));
    showIn(orders ? *m_orders : *m_opportunities, all.size() == 1 ? all.first() : Filter::any(all));
}

TableExtract ForecastView::extract() const
{
    TableExtract table;
    QList<int> columns;
    for (int column = 0; column < Columns; ++column)
        if (!m_table->isColumnHidden(column)) {
            columns.append(column);
            table.columns.append({m_table->horizontalHeaderItem(column)->text(), column == Name ? 16 : 14, column != Name});
        }
    table.rows = int(m_forecast.lines().size()) + 1;
    table.shown = [this, columns](int row, int column) { return cell(lineAt(row), columns[column]); };
    table.plain = [this, columns](int row, int column) { return plain(lineAt(row), columns[column]); };
    table.bold = [this](int row) { return isTotal(row); };
    return table;
}

ViewPaper ForecastView::paper() const
{
    QStringList about{m_whose->currentText().trimmed(), m_range->currentText(), m_sums->text()};
    if (m_forecast.comparedWith())
        about.append(m_comparison->currentText());
    about.append(dateTimeText(QDateTime::currentMSecsSinceEpoch()));
    const auto paint = [this](QPainter &painter) { m_picture->paintOn(painter, PictureSize, paperPalette()); };
    return {tr("Sales forecast"), about.join(QStringLiteral(" · ")), draw(tr("Sales forecast"), PictureSize, paint), {extract()}, {}, Opportunity::entity};
}

void ForecastView::print()
{
    if (!m_records.may(Action::Print, Opportunity::entity))
        return m_context.showError({ErrorCode::NotAllowed, {m_records.catalogue().at(Opportunity::entity).name, QStringLiteral("print")}});
    previewPaper(this, m_records, QPageLayout::Landscape, [this] { return paper(); }, m_records.may(Action::Export, Opportunity::entity), paperMemory(m_context.drafts(), QStringLiteral("chart/forecast")));
}

void ForecastView::saveAsFile()
{
    if (!m_records.may(Action::Export, Opportunity::entity))
        return m_context.showError({ErrorCode::NotAllowed, {m_records.catalogue().at(Opportunity::entity).name, QStringLiteral("export")}});
    const Result<QString> path = exportTable(this, m_records, departureOf(paper()), [this](QIODevice &device) { return writeCsv(device, extract()); });
    if (!path)
        m_context.showError(path.error());
    else if (!path->isEmpty())
        m_context.notify(tr("Saved as %1").arg(*path));
}

QJsonObject ForecastView::state() const
{
    return {{QStringLiteral("whose"), int(m_whose->whose().kind)}, {QStringLiteral("id"), m_whose->whose().id.text()}, {QStringLiteral("range"), m_range->currentIndex()}};
}

void ForecastView::setState(const QJsonObject &state)
{
    const int kind = state[QStringLiteral("whose")].toInt(), range = state[QStringLiteral("range")].toInt();
    const Uuid id = Uuid::fromText(state[QStringLiteral("id")].toString()).value_or(Uuid());
    if (kind >= 0 && kind <= int(Whose::Kind::Person) && (kind == 0 || !id.isNull()))
        m_whose->setWhose({Whose::Kind(kind), kind == 0 ? Uuid() : id});
    m_range->setCurrentIndex(std::clamp(range, 0, int(Range::NextYear)));
    start();
}

} // namespace guanxi::app
