// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/changes/changesview.h"

#include "app/views/changes/changesmodel.h"
#include "app/views/viewcontext.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/flowlayout.h"
#include "common/model/catalogue/organisation.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Action;
using model::Entity;
using model::EntityId;

namespace {

constexpr int NewsMs = 150;
constexpr int MostPeople = 1000;
constexpr int PeriodDays[] = {0, 1, 7, 30}; // 0: all that is kept

void choose(QComboBox &box, const QVariant &value) { box.setCurrentIndex(std::max(0, box.findData(value))); }

} // namespace

ChangesView::ChangesView(ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_model(new ChangesModel(m_records, this)), m_people(new QComboBox),
      m_subjects(new QComboBox), m_periods(new QComboBox), m_open(new QPushButton), m_takeBack(new QPushButton), m_print(new QPushButton),
      m_export(new QPushButton), m_table(new QTableView), m_empty(new EmptyState), m_stack(new QStackedLayout), m_hint(new QLabel)
{
    build();
    m_news.setInterval(NewsMs);
    m_news.setSingleShot(true);
    connect(&m_news, &QTimer::timeout, m_model, &ChangesModel::refresh);
    connect(&m_records, &Records::changed, this, [this](const QSet<model::RecordRef> &records) {
        if (m_asked)
            records.isEmpty() ? ask() : m_news.start();
    });
    connect(&m_records, &Records::rightsChanged, this, &ChangesView::retranslate);
    connect(m_model, &ChangesModel::answered, this, &ChangesView::showState);
    connect(m_model, &ChangesModel::shifted, this, &ChangesView::keepPlace);
    connect(m_model, &ChangesModel::failed, this, [this](const Error &error) { m_context.showError(error); });
    retranslate();
}

void ChangesView::build()
{
    buildTable();
    auto *pages = new QWidget;
    pages->setLayout(m_stack);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        for (QComboBox *box : {m_people, m_subjects, m_periods})
            box->setCurrentIndex(0);
        ask();
    });
    m_hint->setObjectName(QStringLiteral("quiet"));
    m_hint->setContentsMargins(8, 4, 8, 4);
    m_hint->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(pages, 1);
    column->addWidget(m_hint);
    setFocusProxy(m_table);
}

QWidget *ChangesView::buildBar()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(8);
    for (QComboBox *box : {m_people, m_subjects, m_periods}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &ChangesView::ask);
    }
    const auto add = [&](QPushButton *button, const char *icon, void (ChangesView::*run)(), const QKeySequence &keys) {
        button->setIcon(QIcon::fromTheme(QString::fromLatin1(icon)));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, run);
        if (keys.isEmpty())
            return;
        auto *action = new QAction(m_table);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        connect(action, &QAction::triggered, button, &QPushButton::click);
    };
    add(m_open, "window-duplicate", &ChangesView::open, QKeySequence(Qt::Key_Return));
    add(m_takeBack, "edit-undo", &ChangesView::takeBack, QKeySequence(Qt::Key_Delete));
    add(m_print, "document-print", &ChangesView::print, QKeySequence::Print);
    add(m_export, "document-export", &ChangesView::exportCsv, {});
    return bar;
}

void ChangesView::buildTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView &header = *m_table->horizontalHeader();
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    constexpr int digits[ChangesModel::ColumnCount] = {19, 12, 20, 0, 16, 0, 0}; // 0: what is left
    for (int column = 0; column < ChangesModel::ColumnCount; ++column) {
        if (digits[column] == 0)
            header.setSectionResizeMode(column, QHeaderView::Stretch);
        else
            header.resizeSection(column, digits[column] * digit);
    }
    connect(m_table, &QTableView::doubleClicked, this, &ChangesView::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChangesView::showPossible);
}

void ChangesView::retranslate()
{
    fillChoices();
    m_people->setAccessibleName(tr("Whose changes are shown"));
    m_subjects->setAccessibleName(tr("Of which subject changes are shown"));
    m_periods->setAccessibleName(tr("Since when changes are shown"));
    m_table->setAccessibleName(tr("Recent changes"));
    m_open->setText(tr("Open record"));
    m_open->setToolTip(tr("Opens the record of this change (Enter)"));
    m_takeBack->setText(tr("Take back the action"));
    m_takeBack->setToolTip(tr("Undoes all that was changed in one go, also in other records; what somebody wrote since stays (Del)"));
    m_print->setText(tr("Print…"));
    m_print->setToolTip(tr("Prints what is shown here, or saves it as PDF (Ctrl+P)"));
    m_export->setText(tr("Export as CSV…"));
    if (m_asked)
        ask();
    else
        showState();
}

void ChangesView::fillChoices()
{
    const QVariant person = m_people->currentData(), subject = m_subjects->currentData(), period = m_periods->currentData();
    m_people->clear();
    m_people->addItem(tr("Anybody"));
    storage::Query query;
    query.entity = model::User::entity;
    query.sort = {{model::User::realName.id, false}};
    query.limit = MostPeople;
    if (const Result<QList<model::Record>> users = m_records.findNow(query))
        for (const model::Record &user : *users)
            m_people->addItem(FieldText(m_records).title(user), user.id().text());
    m_subjects->clear();
    m_subjects->addItem(tr("All subjects"));
    for (const Entity &entity : m_records.catalogue().entities())
        if (isTold(entity) && !entity.icon.isEmpty())
            m_subjects->addItem(QIcon::fromTheme(entity.icon), entityPlural(entity), int(entity.id));
    m_periods->clear();
    const QString names[] = {tr("At any time"), tr("Today"), tr("In the last 7 days"), tr("In the last 30 days")};
    for (size_t i = 0; i < std::size(PeriodDays); ++i)
        m_periods->addItem(names[i], PeriodDays[i]);
    choose(*m_people, person);
    choose(*m_subjects, subject);
    choose(*m_periods, period);
}

bool ChangesView::isTold(const Entity &entity) const
{
    using enum model::ScopeRule::Kind;
    return entity.scope.kind != Private && entity.scope.kind != ServerOnly && !entity.serverWritten && m_records.may(Action::View, entity.id);
}

void ChangesView::ask()
{
    m_asked = true;
    RecentQuestion question;
    question.user = Uuid::fromText(m_people->currentData().toString()).value_or(Uuid());
    if (const EntityId subject = EntityId(m_subjects->currentData().toUInt()))
        question.entities = {subject};
    else
        for (const Entity &entity : m_records.catalogue().entities())
            if (isTold(entity))
                question.entities.append(entity.id);
    if (const int days = m_periods->currentData().toInt())
        question.since = QDate::currentDate().addDays(1 - days).startOfDay().toMSecsSinceEpoch();
    m_model->ask(question);
    showState();
}

void ChangesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_asked)
        ask();
}

void ChangesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChangesView::showState()
{
    const bool any = m_model->rowCount() > 0;
    const bool filtered = m_people->currentIndex() > 0 || m_subjects->currentIndex() > 0 || m_periods->currentIndex() > 0;
    m_stack->setCurrentIndex(any ? 0 : 1);
    if (m_model->isReading())
        m_empty->say(QStringLiteral("document-open-recent"), tr("Reading…"), {});
    else if (filtered)
        m_empty->say(QStringLiteral("document-open-recent"), tr("Nothing changed that fits"), tr("Nobody changed anything like that in this time."), tr("Show all changes"));
    else
        m_empty->say(QStringLiteral("document-open-recent"), tr("Nothing has changed yet"), tr("What you and your colleagues save is listed here."));
    m_hint->setText(olderText());
    m_hint->setVisible(!m_hint->text().isEmpty());
    if (any && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    // A piece may tell of nothing that people did, and a tall window shows more than one.
    if (m_model->hasMore() && m_model->rowCount() < 2 * m_table->viewport()->height() / std::max(1, m_table->verticalHeader()->defaultSectionSize()))
        m_model->fetchMore({});
    showPossible();
}

QString ChangesView::olderText() const
{
    switch (m_model->older()) {
    case ChangesModel::Older::Asked: return tr("Older ones: asked of the server…");
    case ChangesModel::Older::NoServer: return tr("What happened before that is at the server, and this computer is offline.");
    case ChangesModel::Older::TooFar: return tr("For a long time before that nothing happened that fits. Choose another time or person to look for older ones.");
    case ChangesModel::Older::None: return m_model->rowCount() > 0 ? tr("Nothing that fits happened before that.") : QString();
    case ChangesModel::Older::Unasked: break;
    }
    return {};
}

void ChangesView::showPossible()
{
    const HistoryEntry *entry = current();
    const Result<model::Record> record = entry ? m_records.load(entry->change.record) : Result<model::Record>(Error{ErrorCode::NotFound, {}});
    m_open->setEnabled(record.ok() && !record->isDeleted());
    m_takeBack->setEnabled(record.ok() && !entry->action.isNull() && !m_model->isOlder(m_table->currentIndex().row()) && m_records.may(record->isDeleted() ? Action::Delete : Action::Edit, *record));
    m_print->setEnabled(entry);
    m_export->setEnabled(entry);
}

void ChangesView::keepPlace(int lines)
{
    // Who reads further down goes on reading there.
    QScrollBar &bar = *m_table->verticalScrollBar();
    if (bar.value() > 0)
        bar.setValue(bar.value() + lines);
}

const HistoryEntry *ChangesView::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->entry(row) : nullptr;
}

void ChangesView::open()
{
    if (const HistoryEntry *entry = current(); entry && m_open->isEnabled())
        m_context.openRecord(entry->change.record);
}

void ChangesView::takeBack()
{
    if (const HistoryEntry *entry = current(); entry && m_takeBack->isEnabled())
        m_context.undo(entry->action);
}

QJsonObject ChangesView::state() const
{
    return {{QStringLiteral("person"), m_people->currentData().toString()},
            {QStringLiteral("subject"), m_subjects->currentData().toInt()},
            {QStringLiteral("days"), m_periods->currentData().toInt()}};
}

void ChangesView::setState(const QJsonObject &state)
{
    choose(*m_people, state[QLatin1String("person")].toString());
    choose(*m_subjects, state[QLatin1String("subject")].toInt());
    choose(*m_periods, state[QLatin1String("days")].toInt());
    if (m_asked)
        ask();
}

} // namespace guanxi::app
