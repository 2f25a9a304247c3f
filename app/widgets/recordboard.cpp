// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordboard.h"

#include "app/widgets/boardcolumn.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/statechip.h"
#include "app/widgets/transitiondialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int NarrowestColumn = 190;

} // namespace

RecordBoard::RecordBoard(Records &records, const model::Entity &entity, QWidget *parent)
    : QWidget(parent), m_records(records), m_entity(entity)
{
    auto *inner = new QWidget;
    auto *row = new QHBoxLayout(inner);
    row->setContentsMargins(8, 0, 8, 8);
    row->setSpacing(8);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    for (const model::State &state : entity.machine.states)
        addColumn(state);
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        auto *head = new QHBoxLayout;
        head->setContentsMargins(6, 4, 6, 2);
        head->setSpacing(8);
        head->addWidget(m_heads[at].chip);
        head->addWidget(m_heads[at].count, 1);
        column->addLayout(head);
        column->addWidget(m_columns[at], 1);
        row->addLayout(column, 1);
    }
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    showHeads();
    if (!m_columns.isEmpty())
        setFocusProxy(m_columns.first());
}

void RecordBoard::addColumn(const model::State &state)
{
    auto *column = new BoardColumn(m_records, m_entity, state.id);
    column->setMinimumWidth(NarrowestColumn);
    const int place = int(m_columns.size());
    m_columns.append(column);
    m_heads.append({new StateChip, new QLabel});
    m_heads.last().count->setObjectName(QStringLiteral("quiet"));
    m_heads.last().count->setBuddy(column);
    connect(column, &BoardColumn::found, this, [this, column] {
        showHeads();
        if (!m_moved.isNull() && column->take(m_moved))
            m_moved = {};
    });
    connect(&column->cards(), &QAbstractItemModel::rowsInserted, this, &RecordBoard::showHeads);
    connect(&column->cards(), &QAbstractItemModel::rowsRemoved, this, &RecordBoard::showHeads);
    connect(column, &BoardColumn::openRequested, this, [this](const model::RecordRef &ref) {
        if (!ref.isNull())
            Q_EMIT openRequested(ref, {});
    });
    connect(column->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, column] { Q_EMIT currentChanged(column->current().ref()); });
    connect(column, &BoardColumn::carried, this, &RecordBoard::carry);
    connect(column, &BoardColumn::dropped, this, &RecordBoard::move);
    connect(column, &BoardColumn::besideRequested, this, [this, place](int step, bool withCard) { stepBeside(place, step, withCard); });
    connect(column, &BoardColumn::menuRequested, this, [this, column](const QPoint &at) { showMenu(column, at); });
}

void RecordBoard::showHeads()
{
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        const model::State &state = m_entity.machine.states[at];
        const QString label = stateLabel(m_entity, state);
        const int count = m_columns[at]->cards().rowCount();
        m_heads[at].chip->setState(label, state.tone);
        m_heads[at].count->setText(QLocale().toString(count));
        m_columns[at]->setAccessibleName(tr("%1: %n card(s)", nullptr, count).arg(label));
        m_columns[at]->setToolTip(tr("Alt+Left and Alt+Right move the card to the state beside"));
    }
}

void RecordBoard::setQuery(const storage::Query &query)
{
    m_query = query;
    for (BoardColumn *column : std::as_const(m_columns))
        column->setQuery(query);
}

const model::Transition *RecordBoard::stepTo(const model::Record &record, int state) const
{
    const QList<const model::Transition *> steps = m_records.transitions(record);
    const auto found = std::find_if(steps.begin(), steps.end(), [state](const model::Transition *step) { return step->to == state; });
    return found == steps.end() ? nullptr : *found;
}

void RecordBoard::carry(const model::Record &record)
{
    for (BoardColumn *column : std::as_const(m_columns)) {
        const bool taken = record.isValid() && stepTo(record, column->state()) != nullptr;
        column->expect(taken ? record : model::Record());
        // Where it cannot go stands back while the card is on its way.
        column->setEnabled(!record.isValid() || taken || record.value(m_entity.machine.field).number() == column->state());
    }
}

void RecordBoard::move(const model::Record &record, int state)
{
    if (const model::Transition *step = stepTo(record, state))
        make(record, step->id);
}

void RecordBoard::make(const model::Record &record, int transition)
{
    const std::optional<MadeStep> made = makeStep(m_records, record, transition, this);
    if (!made)
        return;
    if (!made->result.ok())
        return Q_EMIT failed(made->result.error());
    m_moved = record.ref();
    Q_EMIT notice(made->text, made->result->action);
}

void RecordBoard::stepBeside(int column, int step, bool withCard)
{
    if (!withCard) {
        for (int at = column + step; at >= 0 && at < m_columns.size(); at += step)
            if (m_columns[at]->cards().rowCount() > 0)
                return m_columns[at]->enter();
        return;
    }
    // The nearest state on that side to which a step leads.
    const model::Record record = m_columns[column]->current();
    for (int at = column + step; record.isValid() && at >= 0 && at < m_columns.size(); at += step)
        if (stepTo(record, m_columns[at]->state()))
            return move(record, m_columns[at]->state());
}

void RecordBoard::showMenu(BoardColumn *column, const QPoint &place)
{
    const model::Record record = column->current();
    if (!record.isValid())
        return;
    QMenu menu(this);
    const QList<const model::Transition *> steps = m_records.transitions(record);
    for (const model::Transition *step : steps)
        connect(menu.addAction(transitionLabel(m_entity, *step)), &QAction::triggered, this,
                [this, record, id = step->id] { make(record, id); });
    if (steps.isEmpty())
        menu.addAction(tr("No step leads from here"))->setEnabled(false);
    menu.exec(column->viewport()->mapToGlobal(place));
}

void RecordBoard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showHeads();
}

} // namespace guanxi::app
