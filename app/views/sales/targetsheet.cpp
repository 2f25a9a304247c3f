// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/targetsheet.h"

#include "app/views/sales/figurewords.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "common/base/fold.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDate>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;

TargetSheet::TargetSheet(ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_year(QDate::currentDate().year()), m_grid(new TargetGrid(m_records, this)), m_measure(new QComboBox), m_parts(new QComboBox),
      m_earlier(new QToolButton), m_yearName(new QLabel), m_later(new QToolButton), m_people(new QComboBox), m_says(new QLabel), m_table(new QTableView)
{
    build();
    buildKeys();
    connect(m_grid, &QAbstractItemModel::modelReset, this, &TargetSheet::onReset);
    connect(m_grid, &TargetGrid::saved, this, [this](const Saved &saved) {
        m_says->clear();
        m_context.notify(tr("Saved"), saved.action);
    });
    connect(m_grid, &TargetGrid::failed, this, [this](const Error &error) { m_context.showError(error); });
    connect(m_grid, &TargetGrid::refused, m_says, &QLabel::setText);
    connect(m_measure, &QComboBox::activated, this, &TargetSheet::start);
    connect(m_parts, &QComboBox::activated, this, &TargetSheet::start);
    connect(m_earlier, &QToolButton::clicked, this, [this] { goBy(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { goBy(1); });
    connect(m_people, &QComboBox::activated, this, [this] { m_grid->addPerson(m_people->currentData().value<Uuid>()); });
    retranslate();
    start();
}

void TargetSheet::build()
{
    const Entity &target = m_records.catalogue().at(SalesTarget::entity);
    for (int choice = 0; choice < target.field(SalesTarget::measure.id)->choices.size(); ++choice)
        m_measure->addItem(QString(), choice + 1);
    for (const rules::PeriodKind parts : {rules::PeriodKind::Month, rules::PeriodKind::Quarter, rules::PeriodKind::Year})
        m_parts->addItem(QString(), int(parts));
    m_earlier->setArrowType(Qt::LeftArrow);
    m_later->setArrowType(Qt::RightArrow);
    m_earlier->setShortcut(Qt::ALT | Qt::Key_PageUp);
    m_later->setShortcut(Qt::ALT | Qt::Key_PageDown);
    m_people->setVisible(m_grid->isEditable());
    m_table->setModel(m_grid);
    m_table->setTabKeyNavigation(true);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto *bar = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_measure, m_parts, m_earlier, m_yearName, m_later, m_people})
        bar->addWidget(widget);
    bar->addWidget(m_says, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void TargetSheet::buildKeys()
{
    const auto add = [this](const QKeySequence &keys, auto run) {
        auto *action = new QAction(m_table);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
    };
    add(QKeySequence::Copy, [this] { copy(); });
    add(QKeySequence::Paste, [this] { m_grid->paste(m_table->currentIndex(), QApplication::clipboard()->text()); });
    add(QKeySequence::Delete, [this] { m_grid->clear(m_table->selectionModel()->selectedIndexes()); });
}

void TargetSheet::retranslate()
{
    const Entity &target = m_records.catalogue().at(SalesTarget::entity);
    const QStringList &choices = target.field(SalesTarget::measure.id)->choices;
    for (int at = 0; at < m_measure->count(); ++at)
        m_measure->setItemText(at, choiceLabel(target, choices[at]));
    m_measure->setAccessibleName(tr("What the targets are of"));
    m_parts->setItemText(0, tr("By month"));
    m_parts->setItemText(1, tr("By quarter"));
    m_parts->setItemText(2, tr("Whole year"));
    m_parts->setAccessibleName(tr("Length of the periods"));
    m_earlier->setToolTip(tr("Year before (%1)").arg(m_earlier->shortcut().toString(QKeySequence::NativeText)));
    m_later->setToolTip(tr("Year after (%1)").arg(m_later->shortcut().toString(QKeySequence::NativeText)));
    m_earlier->setAccessibleName(tr("Year before"));
    m_later->setAccessibleName(tr("Year after"));
    m_people->setAccessibleName(tr("Add a salesperson"));
    m_table->setAccessibleName(tr("Targets of a year by salesperson and period"));
    m_yearName->setText(periodText(QString::number(m_year)));
    fillPeople();
    onReset();
}

void TargetSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TargetSheet::start()
{
    m_yearName->setText(periodText(QString::number(m_year)));
    m_grid->show(m_year, m_measure->currentData().toInt(), rules::PeriodKind(m_parts->currentData().toInt()));
}

void TargetSheet::goBy(int years)
{
    m_year += years;
    start();
}

void TargetSheet::fillPeople()
{
    storage::Query query;
    query.entity = User::entity;
    query.filter = Filter::is(User::active.id, Value(true));
    const Result<QList<Record>> users = m_records.findNow(query);
    QList<std::pair<QByteArray, Uuid>> others;
    for (const Record &user : users ? *users : QList<Record>())
        if (!m_grid->people().contains(user.id()))
            others.append({sortKey(user[User::realName]), user.id()});
    std::ranges::sort(others);
    m_people->clear();
    m_people->addItem(tr("Add a salesperson…"));
    for (const auto &[key, user] : std::as_const(others))
        m_people->addItem(m_records.title({User::entity, user}), QVariant::fromValue(user));
}

void TargetSheet::onReset()
{
    fillPeople();
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_says->setText(m_grid->people().isEmpty() ? tr("Nobody has sold anything or has a target yet. Add a salesperson to begin.")
                    : m_grid->isEditable()     ? tr("Type a target into its cell, or paste a table from a spreadsheet.")
                                               : tr("You may look at these targets, not change them."));
}

void TargetSheet::copy()
{
    QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    std::sort(cells.begin(), cells.end());
    QString text;
    for (qsizetype at = 0; at < cells.size(); ++at) {
        if (at > 0)
            text += cells[at].row() == cells[at - 1].row() ? u'\t' : u'\n';
        text += m_grid->plainText(cells[at]);
    }
    QApplication::clipboard()->setText(text);
}

QJsonObject TargetSheet::state() const { return {{QStringLiteral("measure"), m_measure->currentIndex()}, {QStringLiteral("parts"), m_parts->currentIndex()}}; }

void TargetSheet::setState(const QJsonObject &state)
{
    m_measure->setCurrentIndex(std::clamp(state[QStringLiteral("measure")].toInt(), 0, m_measure->count() - 1));
    m_parts->setCurrentIndex(std::clamp(state[QStringLiteral("parts")].toInt(), 0, m_parts->count() - 1));
    start();
}

} // namespace guanxi::app
