// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordboard.h"

#include "app/widgets/boardcolumn.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/statechip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int NarrowestColumn = 190;
constexpr int SumPauseMs = 100; ///< several columns change at once

} // namespace

RecordBoard::RecordBoard(Records &records, const model::Entity &entity, std::unique_ptr<BoardLanes> lanes, QWidget *parent)
    : QWidget(parent), m_records(records), m_entity(entity), m_lanes(std::move(lanes)), m_summing(new QTimer(this))
{
    auto *inner = new QWidget;
    m_row = new QHBoxLayout(inner);
    m_row->setContentsMargins(8, 0, 8, 8);
    m_row->setSpacing(8);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    if (QWidget *chooser = m_lanes->chooser()) {
        auto *bar = new QHBoxLayout;
        bar->setContentsMargins(8, 0, 8, 4);
        bar->addWidget(chooser);
        bar->addStretch(1);
        whole->addLayout(bar);
    }
    whole->addWidget(scroll, 1);
    m_summing->setSingleShot(true);
    m_summing->setInterval(SumPauseMs);
    connect(m_summing, &QTimer::timeout, this, &RecordBoard::askSums);
    connect(m_lanes.get(), &BoardLanes::changed, this, [this] {
        if (relabel())
            return;
        build();
        setQuery(m_query);
    });
    build();
}

RecordBoard::~RecordBoard()
{
    // Cards ask the lanes what to say until they are gone.
    for (BoardColumn *column : std::as_const(m_columns))
        delete column;
}

void RecordBoard::build()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_columns.clear();
    m_heads.clear();
    for (const BoardLane &lane : m_lanes->lanes()) {
        addColumn(lane);
        const Head &head = m_heads.last();
        auto *whole = new QWidget;
        auto *column = new QVBoxLayout(whole);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        auto *line = new QHBoxLayout;
        line->setContentsMargins(6, 4, 6, 2);
        line->setSpacing(8);
        line->addWidget(head.chip);
        line->addWidget(head.count);
        line->addWidget(head.warning);
        line->addStretch(1);
        line->addWidget(head.sum);
        column->addLayout(line);
        column->addWidget(m_columns.last(), 1);
        m_row->addWidget(whole, 1);
    }
    showHeads();
    if (!m_columns.isEmpty())
        setFocusProxy(m_columns.first());
}

void RecordBoard::addColumn(const BoardLane &lane)
{
    auto *column = new BoardColumn(m_records, m_entity, *m_lanes, lane);
    column->setMinimumWidth(NarrowestColumn);
    const int place = int(m_columns.size());
    m_columns.append(column);
    m_heads.append({new StateChip, new QLabel, new StateChip, new QLabel});
    for (QLabel *label : {m_heads.last().count, m_heads.last().sum})
        label->setObjectName(QStringLiteral("quiet"));
    m_heads.last().count->setBuddy(column);
    connect(column, &BoardColumn::found, this, [this, column] {
        showHeads();
        m_summing->start();
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
    connect(column, &BoardColumn::dropped, this, [this, place](const model::Record &record) { drop(record, place); });
    connect(column, &BoardColumn::besideRequested, this, [this, place](int step, bool withCard) { stepBeside(place, step, withCard); });
    connect(column, &BoardColumn::menuRequested, this, [this, column](const QPoint &at) { showMenu(column, at); });
}

bool RecordBoard::relabel()
{
    const QList<BoardLane> lanes = m_lanes->lanes();
    const bool same = std::equal(lanes.begin(), lanes.end(), m_columns.begin(), m_columns.end(),
                                 [](const BoardLane &lane, const BoardColumn *column) { return lane.key == column->lane().key && lane.filter == column->lane().filter; });
    for (qsizetype at = 0; same && at < lanes.size(); ++at)
        m_columns[at]->setLane(lanes[at]);
    if (same)
        showHeads();
    return same;
}

void RecordBoard::showHeads()
{
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        const BoardLane &lane = m_columns[at]->lane();
        const QString number = QLocale().toString(m_columns[at]->cards().rowCount());
        m_heads[at].chip->setState(lane.label, lane.tone);
        m_heads[at].count->setText(lane.remark.isEmpty() ? number : tr("%1 · %2").arg(number, lane.remark));
        m_heads[at].warning->setState(lane.warning, model::Tone::Bad);
        m_heads[at].warning->setToolTip(lane.reasons);
        const QString name = tr("%1: %n card(s)", nullptr, m_columns[at]->cards().rowCount()).arg(lane.label);
        m_columns[at]->setAccessibleName(lane.warning.isEmpty() ? name : tr("%1. %2: %3").arg(name, lane.warning, lane.reasons));
        m_columns[at]->setToolTip(tr("Alt+Left and Alt+Right move the card to the column beside"));
    }
}

QString RecordBoard::heading(qsizetype column) const
{
    QStringList parts{m_columns[column]->lane().label, m_heads[column].count->text()};
    if (!m_columns[column]->lane().warning.isEmpty())
        parts.append(tr("%1: %2").arg(m_columns[column]->lane().warning, m_columns[column]->lane().reasons));
    if (!m_heads[column].sum->text().isEmpty())
        parts.append(m_heads[column].sum->text());
    return parts.join(QStringLiteral(" | "));
}

void RecordBoard::askSums()
{
    QList<model::FieldId> fields;
    for (const model::FieldId id : m_lanes->sums())
        if (m_records.rights().fieldRight(m_entity, *m_entity.field(id)) >= model::FieldRight::Read)
            fields.append(id);
    if (fields.isEmpty() || m_columns.isEmpty())
        return;
    storage::Query query = m_query;
    QList<storage::Filter> lanes;
    for (const BoardColumn *column : std::as_const(m_columns))
        lanes.append(column->lane().filter);
    query.filter = query.filter.isEmpty() ? storage::Filter::any(lanes) : storage::Filter::all({query.filter, storage::Filter::any(lanes)});
    query.sort.clear();
    m_records.group(query, m_lanes->field(), fields, this, [this](const Result<QList<storage::Group>> &groups) {
        if (groups)
            takeSums(*groups);
    });
}

void RecordBoard::takeSums(const QList<storage::Group> &groups)
{
    const QList<model::FieldId> fields = m_lanes->sums();
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const storage::Group &each) { return each.key == m_columns[at]->lane().key; });
        QStringList told;
        for (qsizetype each = 0; group != groups.end() && each < group->sums.size(); ++each)
            told.append(tr("%1: %2").arg(fieldLabel(m_entity, *m_entity.field(fields[each])),
                                         FieldText(m_records).text(m_entity, *m_entity.field(fields[each]), model::Value(group->sums[each].value_or(0)))));
        m_heads[at].sum->setText(group != groups.end() && !group->sums.isEmpty() ? roughAmountText(group->sums.first().value_or(0)) : QString());
        m_heads[at].sum->setToolTip(told.join(u'\n'));
    }
}

void RecordBoard::setQuery(const storage::Query &query)
{
    m_query = query;
    for (BoardColumn *column : std::as_const(m_columns))
        column->setQuery(query);
}

std::optional<BoardMove> RecordBoard::moveTo(const model::Record &record, int lane) const
{
    const QList<BoardMove> moves = m_lanes->moves(record);
    const auto found = std::find_if(moves.begin(), moves.end(), [lane](const BoardMove &move) { return move.lane == lane; });
    return found == moves.end() ? std::nullopt : std::optional(*found);
}

void RecordBoard::carry(const model::Record &record)
{
    QSet<int> reached;
    for (const BoardMove &move : record.isValid() ? m_lanes->moves(record) : QList<BoardMove>())
        reached.insert(move.lane);
    for (int at = 0; at < m_columns.size(); ++at) {
        BoardColumn *column = m_columns[at];
        column->expect(reached.contains(at) ? record : model::Record());
        // Where it cannot go stands back while the card is on its way.
        column->setEnabled(!record.isValid() || reached.contains(at) || record.value(m_lanes->field()) == column->lane().key);
    }
}

void RecordBoard::drop(const model::Record &record, int lane)
{
    if (const std::optional<BoardMove> move = moveTo(record, lane))
        make(record, *move);
}

void RecordBoard::make(const model::Record &record, const BoardMove &move)
{
    const std::optional<MadeStep> made = m_lanes->make(record, move, this);
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
    // The nearest lane on that side to which a move leads.
    const model::Record record = m_columns[column]->current();
    for (int at = column + step; record.isValid() && at >= 0 && at < m_columns.size(); at += step)
        if (const std::optional<BoardMove> move = moveTo(record, at))
            return make(record, *move);
}

void RecordBoard::showMenu(BoardColumn *column, const QPoint &place)
{
    const model::Record record = column->current();
    if (!record.isValid())
        return;
    QMenu menu(this);
    const QList<BoardMove> moves = m_lanes->moves(record);
    for (const BoardMove &move : moves)
        connect(menu.addAction(move.text), &QAction::triggered, this, [this, record, move] { make(record, move); });
    if (moves.isEmpty())
        menu.addAction(tr("No step leads from here"))->setEnabled(false);
    menu.exec(column->viewport()->mapToGlobal(place));
}

void RecordBoard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        relabel();
    if (event->type() == QEvent::LanguageChange)
        m_summing->start();
}

} // namespace guanxi::app
