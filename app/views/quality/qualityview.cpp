// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/quality/qualityview.h"

#include "app/views/generic/contextlinks.h"
#include "app/views/generic/duplicatepairs.h"
#include "app/views/quality/tidydialog.h"
#include "app/views/viewcontext.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistview.h"
#include "common/model/catalogue/ids.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Filter;
using rules::Flaw;

namespace {

constexpr int DaysOfYear = 365;
enum Column { What, Count, Share, ColumnCount };

Qt::Alignment alignmentOf(int column) { return (column == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter; }

/// People make them, and see them in lists.
bool isChecked(const Records &records, const model::Entity &entity)
{
    return entity.workspace != model::Workspace::None && !entity.serverWritten && !entity.appendOnly && records.may(model::Action::View, entity.id)
           && entity.scope.kind != model::ScopeRule::Kind::ServerOnly;
}

} // namespace

QualityView::QualityView(ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_check(m_records), m_pairs(new DuplicatePairs(m_records, this)), m_entities(new QComboBox), m_age(new QComboBox),
      m_again(new QPushButton), m_tidy(new QPushButton), m_progress(new QProgressBar), m_says(new QLabel), m_split(new QSplitter(Qt::Vertical)),
      m_findings(new QTableWidget), m_empty(new EmptyState)
{
    build();
    connect(m_entities, &QComboBox::currentIndexChanged, this, &QualityView::start);
    connect(m_age, &QComboBox::currentIndexChanged, this, &QualityView::countStale);
    connect(m_again, &QPushButton::clicked, this, &QualityView::start);
    connect(m_tidy, &QPushButton::clicked, this, &QualityView::tidy);
    connect(m_findings, &QTableWidget::currentCellChanged, this, &QualityView::showRecords);
    connect(&m_check, &QualityCheck::progressed, this, &QualityView::showProgress);
    connect(&m_check, &QualityCheck::changed, this, &QualityView::countStale);
    connect(&m_check, &QualityCheck::failed, this, [this](const Error &error) { m_says->setText(errorText(error)); });
    connect(m_pairs, &QAbstractItemModel::modelReset, this, &QualityView::showFindings);
    connect(&m_records, &Records::rightsChanged, this, &QualityView::fillEntities);
    fillEntities();
    retranslate();
}

QualityView::~QualityView()
{
    if (m_scan)
        m_scan->cancelled = true;
}

void QualityView::build()
{
    for (const int years : {1, 2, 3})
        m_age->addItem(QString(), years * DaysOfYear);
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(120);
    m_progress->hide();
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_entities);
    bar->addWidget(m_age);
    bar->addWidget(m_progress);
    bar->addWidget(m_says, 1);
    bar->addWidget(m_tidy);
    bar->addWidget(m_again);
    m_findings->setColumnCount(ColumnCount);
    m_findings->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_findings->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_findings->setSelectionMode(QAbstractItemView::SingleSelection);
    m_findings->setTabKeyNavigation(false);
    m_findings->setShowGrid(false);
    m_findings->verticalHeader()->hide();
    m_findings->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_findings->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_split->addWidget(m_findings);
    m_split->addWidget(m_empty);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_split, 1);
}

void QualityView::retranslate()
{
    for (int at = 0; at < m_age->count(); ++at)
        m_age->setItemText(at, tr("not changed for %n year(s)", nullptr, m_age->itemData(at).toInt() / DaysOfYear));
    for (int at = 0; at < m_entities->count(); ++at)
        m_entities->setItemText(at, entityPlural(m_records.catalogue().at(model::EntityId(m_entities->itemData(at).toUInt()))));
    m_entities->setAccessibleName(tr("What is checked"));
    m_age->setAccessibleName(tr("What counts as out of date"));
    m_findings->setAccessibleName(tr("What was found; its records are listed beneath"));
    m_findings->setHorizontalHeaderLabels({tr("What was found"), tr("Records"), tr("Share")});
    for (int column = 0; column < ColumnCount; ++column)
        m_findings->horizontalHeaderItem(column)->setTextAlignment(alignmentOf(column));
    m_tidy->setText(tr("&Tidy up…"));
    m_again->setText(tr("Check &again"));
    showFindings();
}

void QualityView::fillEntities()
{
    const QSignalBlocker quiet(m_entities);
    const QVariant chosen = m_entities->currentData();
    m_entities->clear();
    for (const model::Entity &entity : m_records.catalogue().entities())
        if (isChecked(m_records, entity))
            m_entities->addItem(entityPlural(entity), entity.id);
    const int before = m_entities->findData(chosen.isValid() ? chosen : QVariant(model::ids::Account));
    m_entities->setCurrentIndex(std::max(0, before));
}

void QualityView::showEntity(model::EntityId entity) { m_entities->setCurrentIndex(m_entities->findData(entity)); }

model::EntityId QualityView::entity() const { return model::EntityId(m_entities->currentData().toUInt()); }

QJsonObject QualityView::state() const
{
    return {{QStringLiteral("entity"), m_entities->currentData().toInt()}, {QStringLiteral("days"), m_age->currentData().toInt()},
            {QStringLiteral("split"), QString::fromLatin1(m_split->saveState().toBase64())}};
}

void QualityView::setState(const QJsonObject &state)
{
    if (const int at = m_entities->findData(state[QLatin1String("entity")].toInt()); at >= 0)
        m_entities->setCurrentIndex(at);
    if (const int at = m_age->findData(state[QLatin1String("days")].toInt()); at >= 0)
        m_age->setCurrentIndex(at);
    m_split->restoreState(QByteArray::fromBase64(state[QLatin1String("split")].toString().toLatin1()));
}

void QualityView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void QualityView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_started, true))
        start();
}

void QualityView::start()
{
    if (!m_started || entity() == 0)
        return;
    m_shown.clear();
    m_check.start(entity());
    findDoubled();
    showProgress();
    showFindings();
}

void QualityView::findDoubled()
{
    if (m_scan)
        m_scan->cancelled = true;
    m_scan = std::make_shared<ScanState>();
    m_pairs->show({});
    m_records.scanForDuplicates(entity(), m_scan, this, [this, scan = m_scan](const Result<QList<AlikePair>> &pairs) {
        if (scan != m_scan)
            return;
        m_scan.reset();
        showProgress();
        m_pairs->show(pairs ? *pairs : QList<AlikePair>());
    });
}

QSet<Uuid> QualityView::doubled() const
{
    QSet<Uuid> records;
    for (int row = 0; row < m_pairs->rowCount(); ++row)
        for (const model::RecordRef &ref : {m_pairs->pair(row).a, m_pairs->pair(row).b})
            records.insert(ref.id);
    return records;
}

void QualityView::countStale()
{
    if (!m_started || m_check.isRunning())
        return;
    storage::Query query;
    query.entity = entity();
    query.filter = staleFilter();
    m_records.find(query, this, [this](const Result<Records::Rows> &rows) {
        m_stale = rows ? qint64(rows->size()) : 0;
        showProgress();
        showFindings();
    });
}

Filter QualityView::staleFilter() const
{
    return Filter::negate(Filter::lastDays(model::system::UpdatedAt, m_age->currentData().toInt()));
}

Filter QualityView::filterOf(const Finding &finding) const
{
    switch (finding.kind) {
    case Finding::Kind::Stale: return staleFilter();
    case Finding::Kind::Doubled: return Filter::among(doubled().values());
    case Finding::Kind::Flaw: break;
    }
    return Filter::among(m_check.records(finding.flaw).values());
}

void QualityView::showProgress()
{
    m_progress->setVisible(isChecking());
    m_says->setText(m_check.isRunning() ? tr("%n record(s) checked…", nullptr, int(m_check.looked()))
                                        : tr("%n record(s) checked", nullptr, int(m_check.looked())));
}

void QualityView::showFindings()
{
    const Finding before = current() ? *current() : Finding();
    if (!m_check.isRunning()) {
        m_shown.clear();
        for (const auto &[flaw, records] : m_check.found())
            m_shown.append({Finding::Kind::Flaw, flaw, records.size()});
        if (const qsizetype twice = doubled().size(); twice > 0)
            m_shown.append({Finding::Kind::Doubled, {}, twice});
        if (m_stale > 0)
            m_shown.append({Finding::Kind::Stale, {}, m_stale});
    }
    const QSignalBlocker quiet(m_findings);
    m_findings->setRowCount(int(m_shown.size()));
    for (int row = 0; row < int(m_shown.size()); ++row) {
        const Finding &finding = m_shown[row];
        const double share = m_check.looked() > 0 ? 100.0 * double(finding.count) / double(m_check.looked()) : 0;
        const QString texts[] = {words(finding), QLocale().toString(finding.count), tr("%1%").arg(QLocale().toString(share, 'f', 1))};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setTextAlignment(alignmentOf(column));
            m_findings->setItem(row, column, item);
        }
    }
    const qsizetype again = m_shown.indexOf(before);
    m_findings->setCurrentCell(m_shown.isEmpty() ? -1 : int(std::max<qsizetype>(0, again)), What);
    m_findings->setVisible(!m_shown.isEmpty());
    m_tidy->setEnabled(std::any_of(m_shown.begin(), m_shown.end(), [](const Finding &finding) { return finding.kind == Finding::Kind::Flaw && finding.flaw.flaw == Flaw::Untidy; })
                       && m_records.may(model::Action::Edit, entity()));
    showEmpty();
    showRecords();
}

void QualityView::showEmpty()
{
    m_empty->setVisible(m_shown.isEmpty());
    if (m_list)
        m_list->setVisible(!m_shown.isEmpty());
    if (m_check.isRunning())
        m_empty->say(QStringLiteral("system-search"), tr("Checking…"), tr("All records are looked through; you can go on working."));
    else
        m_empty->say(QStringLiteral("emblem-success"), tr("Nothing to mend"), tr("Nothing is missing, wrong, untidy, doubled or out of date in the records you see."));
}

const QualityView::Finding *QualityView::current() const
{
    const int row = m_findings->currentRow();
    return row >= 0 && row < m_shown.size() ? &m_shown[row] : nullptr;
}

void QualityView::showRecords()
{
    const Finding *finding = current();
    if (!finding)
        return;
    if (!m_list || m_list->entity().id != entity()) {
        delete m_list;
        m_list = new RecordListView(m_records, entity(), RecordListView::Place::Embedded, this);
        linkToContext(*m_list, m_context);
        m_split->addWidget(m_list);
        m_split->setStretchFactor(m_split->indexOf(m_list), 2);
        m_listed = {};
    }
    const Filter wanted = filterOf(*finding);
    if (std::exchange(m_listed, wanted) == wanted)
        return;
    m_list->setBase(wanted, {});
    m_list->reload();
}

QString QualityView::words(const Finding &finding) const
{
    if (finding.kind == Finding::Kind::Stale)
        return tr("Out of date: %1").arg(m_age->currentText());
    if (finding.kind == Finding::Kind::Doubled)
        return tr("Possibly entered twice; two selected ones can be merged");
    const model::Entity &of = m_records.catalogue().at(entity());
    const model::Field *field = of.field(finding.flaw.field);
    const QString label = field ? fieldLabel(of, *field) : QString();
    switch (finding.flaw.flaw) {
    case Flaw::Missing: return tr("Missing: %1").arg(label);
    case Flaw::Invalid: return tr("Wrong: %1").arg(label);
    case Flaw::Untidy: return tr("Untidy: %1").arg(label);
    case Flaw::Unreachable: break;
    }
    return tr("Neither telephone nor e-mail");
}

void QualityView::tidy()
{
    std::map<model::FieldId, QSet<Uuid>> untidy;
    for (const auto &[flaw, records] : m_check.found())
        if (flaw.flaw == Flaw::Untidy)
            untidy.emplace(flaw.field, records);
    auto *dialog = new TidyDialog(m_context, entity(), untidy, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace guanxi::app
