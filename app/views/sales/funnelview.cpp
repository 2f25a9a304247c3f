// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/funnelview.h"

#include "app/views/generic/contextlinks.h"
#include "app/views/sales/funnelpicture.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/tones.h"
#include "app/widgets/viewpaper.h"
#include "common/model/catalogue/opportunities.h"

#include <QComboBox>
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
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;

namespace {

const QSizeF PictureSize{560, 320}; // on paper, in pixels of the screen

} // namespace

FunnelView::FunnelView(ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_funnel(m_records), m_pipelines(new QComboBox), m_whose(new QComboBox), m_sums(new QLabel),
      m_print(new QPushButton), m_picture(new FunnelPicture), m_table(new QTableWidget(0, Columns)), m_split(new QSplitter(Qt::Vertical)),
      m_list(new RecordListView(m_records, Opportunity::entity, RecordListView::Place::Embedded))
{
    build();
    linkToContext(*m_list, m_context);
    connect(&m_funnel, &Funnel::counted, this, &FunnelView::showStages);
    connect(m_table, &QTableWidget::currentCellChanged, this, &FunnelView::showList);
    connect(m_picture, &FunnelPicture::chosen, this, [this](int band) { m_table->setCurrentCell(band, Name); });
    connect(m_pipelines, &QComboBox::activated, this, &FunnelView::start);
    connect(m_whose, &QComboBox::activated, this, &FunnelView::start);
    connect(m_print, &QPushButton::clicked, this, &FunnelView::print);
    for (const Record &pipeline : m_funnel.pipelines())
        m_pipelines->addItem(m_records.title(pipeline.ref()), QVariant::fromValue(pipeline.id()));
    m_pipelines->setVisible(m_pipelines->count() > 1);
    retranslate();
    start();
}

void FunnelView::build()
{
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_whose->addItems({QString(), QString()});
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_pipelines);
    bar->addWidget(m_whose);
    bar->addWidget(m_sums, 1);
    bar->addWidget(m_print);
    auto *numbers = new QSplitter(Qt::Horizontal);
    numbers->addWidget(m_picture);
    numbers->addWidget(m_table);
    numbers->setStretchFactor(1, 2);
    m_split->addWidget(numbers);
    m_split->addWidget(m_list);
    m_split->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->addLayout(bar);
    column->addWidget(m_split, 1);
    setFocusProxy(m_table);
}

void FunnelView::retranslate()
{
    m_whose->setItemText(0, tr("All opportunities I see"));
    m_whose->setItemText(1, tr("Assigned to me"));
    m_whose->setAccessibleName(tr("Whose opportunities"));
    m_pipelines->setAccessibleName(tr("Pipeline"));
    m_print->setText(tr("&Print…"));
    m_table->setAccessibleName(tr("Sales funnel"));
    m_table->setHorizontalHeaderLabels({tr("Stage"), tr("Opportunities"), tr("Amount"), tr("Weighted"), tr("Went on"), tr("Days in it"), tr("Too long"), tr("Too many")});
    m_table->horizontalHeaderItem(WentOn)->setToolTip(tr("Of those that came into the stage, how many came into the next one"));
    m_table->horizontalHeaderItem(Days)->setToolTip(tr("Mean time of those that left the stage"));
    m_table->horizontalHeaderItem(Stuck)->setToolTip(tr("Longer in the stage than it allows; choose the number to see them"));
    m_table->horizontalHeaderItem(Crowded)->setToolTip(tr("People with more opportunities in the stage than it allows each; choose the number to see these"));
    showStages();
}

void FunnelView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FunnelView::start() { m_funnel.show(m_pipelines->currentData().value<Uuid>(), m_whose->currentIndex() == 1); }

void FunnelView::setMine(bool mine)
{
    m_whose->setCurrentIndex(mine ? 1 : 0);
    start();
}

QString FunnelView::money(qint64 amount) const
{
    const Field &field = *m_records.catalogue().at(Opportunity::entity).field(Opportunity::baseAmount.id);
    return FieldText(m_records).text(m_records.catalogue().at(Opportunity::entity), field, Value(amount));
}

QString FunnelView::cell(qsizetype at, int column) const
{
    const FunnelStage &stage = m_funnel.stages()[at];
    const QLocale locale;
    const std::optional<double> wentOn = m_funnel.conversion(at), days = stage.meanDays();
    switch (column) {
    case Name: return m_records.title(stage.stage.ref());
    case Count: return locale.toString(stage.count);
    case Amount: return money(stage.amount);
    case Weighted: return money(stage.weighted);
    case WentOn: return wentOn ? tr("%1 %").arg(locale.toString(*wentOn, 'f', 0)) : QString();
    case Days: return days ? locale.toString(*days, 'f', 1) : QString();
    case Stuck: return stage.stuck > 0 ? locale.toString(stage.stuck) : QString();
    default: return stage.crowds.isEmpty() ? QString() : tr("%n person(s)", nullptr, int(stage.crowds.size()));
    }
}

void FunnelView::showStages()
{
    const QSignalBlocker quiet(m_table);
    const qsizetype count = m_funnel.stages().size();
    const int row = std::max(0, m_table->currentRow()), column = std::max(0, m_table->currentColumn());
    m_table->setRowCount(int(count));
    QList<FunnelPicture::Band> bands;
    qint64 open = 0, amount = 0, weighted = 0;
    const ToneColors bad = toneColors(Tone::Bad, palette());
    for (int at = 0; at < count; ++at) {
        const FunnelStage &stage = m_funnel.stages()[at];
        for (int each = 0; each < Columns; ++each) {
            auto *item = new QTableWidgetItem(cell(at, each));
            item->setTextAlignment((each == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            if (each >= Stuck && !item->text().isEmpty()) {
                item->setBackground(bad.fill);
                item->setForeground(bad.text);
            }
            if (each == Crowded)
                item->setToolTip(crowdText(m_records, stage.stage, stage.crowds));
            m_table->setItem(at, each, item);
        }
        if (!stage.isLost())
            bands.append({cell(at, Name), tr("%1 · %2").arg(cell(at, Count), cell(at, Amount)), double(stage.entered)});
        if (stage.isOpen()) {
            open += stage.count;
            amount += stage.amount;
            weighted += stage.weighted;
        }
    }
    m_picture->setBands(bands);
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_sums->setText(tr("%n open, %1 in all, %2 weighted", nullptr, int(open)).arg(money(amount), money(weighted)));
    if (count == 0)
        return;
    m_table->setCurrentCell(std::min<int>(row, int(count) - 1), column);
    showList();
}

void FunnelView::showList()
{
    const int row = m_table->currentRow();
    m_picture->setCurrent(row);
    if (row < 0 || row >= m_funnel.stages().size())
        return;
    const FunnelStage &stage = m_funnel.stages()[row];
    const int column = m_table->currentColumn();
    const bool isCrowded = column == Crowded && !stage.crowds.isEmpty();
    const Filter wanted = m_funnel.filterOf(stage, isCrowded ? Funnel::Crowded : column == Stuck && stage.stuck > 0 ? Funnel::Stuck : Funnel::All);
    if (m_listed == wanted)
        return;
    m_listed = wanted;
    m_list->setBase(wanted, {});
    m_list->reload();
}

TableExtract FunnelView::extract() const
{
    TableExtract table;
    for (int column = 0; column < Columns; ++column)
        table.columns.append({m_table->horizontalHeaderItem(column)->text(), column == Name ? 24 : 14, column != Name});
    table.rows = int(m_funnel.stages().size());
    table.shown = table.plain = [this](int row, int column) { return cell(row, column); };
    return table;
}

ViewPaper FunnelView::paper() const
{
    const QStringList about{m_pipelines->currentText(), m_whose->currentText(), m_sums->text(), dateTimeText(QDateTime::currentMSecsSinceEpoch())};
    const auto paint = [this](QPainter &painter) { m_picture->paintBands(painter, PictureSize, paperPalette(), -1); };
    return {tr("Sales funnel"), about.join(QStringLiteral(" · ")), draw(tr("Sales funnel"), PictureSize, paint), {extract()}, {}, Opportunity::entity};
}

void FunnelView::print()
{
    if (!m_records.may(Action::Print, Opportunity::entity))
        return m_context.showError({ErrorCode::NotAllowed, {m_records.catalogue().at(Opportunity::entity).name, QStringLiteral("print")}});
    previewPaper(this, m_records, QPageLayout::Portrait, [this] { return paper(); }, m_records.may(Action::Export, Opportunity::entity), paperMemory(m_context.drafts(), QStringLiteral("chart/funnel")));
}

QJsonObject FunnelView::state() const
{
    return {{QStringLiteral("pipeline"), m_pipelines->currentData().value<Uuid>().text()}, {QStringLiteral("mine"), m_whose->currentIndex() == 1}};
}

void FunnelView::setState(const QJsonObject &state)
{
    const std::optional<Uuid> pipeline = Uuid::fromText(state[QStringLiteral("pipeline")].toString());
    for (int at = 0; pipeline && at < m_pipelines->count(); ++at)
        if (m_pipelines->itemData(at).value<Uuid>() == *pipeline)
            m_pipelines->setCurrentIndex(at);
    setMine(state[QStringLiteral("mine")].toBool());
}

} // namespace guanxi::app
