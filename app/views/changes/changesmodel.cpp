// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/changes/changesmodel.h"

#include "app/widgets/changetext.h"
#include "app/widgets/fieldtext.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPalette>

namespace guanxi::app {

using model::ChangeKind;
using model::Entity;
using model::FieldChange;

namespace {

constexpr int FirstPiece = 100;
constexpr int Piece = 300;
constexpr qsizetype LongestCell = 200;
constexpr int MostEmptyPages = 30; // some ten thousand revisions of the company

} // namespace

void ChangesModel::ask(const RecentQuestion &question)
{
    m_question = question;
    m_question.limit = FirstPiece;
    m_reading = true;
    m_refreshing = m_stale = false;
    m_older = Older::Unasked;
    m_reached = 0;
    m_emptyPages = 0;
    m_records.recentHistory(m_question, this, [this, round = ++m_round](const Result<RecentChanges> &changes) {
        if (round != m_round)
            return;
        m_reading = false;
        if (!changes)
            return Q_EMIT failed(changes.error());
        begin(*changes);
        Q_EMIT answered();
    });
}

void ChangesModel::begin(const RecentChanges &changes)
{
    beginResetModel();
    m_lines = linesOf(changes.waiting);
    m_waiting = m_lines.size();
    m_lines += linesOf(changes.entries);
    m_newest = changes.entries.isEmpty() ? m_question.after : changes.entries.first().rev;
    m_oldest = {};
    m_more = changes.more;
    notePlaces(changes.entries);
    endResetModel();
}

void ChangesModel::notePlaces(const QList<HistoryEntry> &entries)
{
    if (!entries.isEmpty())
        m_oldest = {entries.last().rev, entries.last().change.record.id};
}

void ChangesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_reading = true;
    if (!m_more)
        return askServer();
    RecentQuestion question = m_question;
    question.before = m_oldest;
    question.limit = Piece;
    m_records.recentHistory(question, this, [this, round = m_round](const Result<RecentChanges> &changes) {
        if (round != m_round)
            return;
        m_reading = false;
        if (!changes)
            return Q_EMIT failed(changes.error());
        append(*changes);
        Q_EMIT answered();
    });
}

void ChangesModel::append(const RecentChanges &changes)
{
    notePlaces(changes.entries);
    m_more = changes.more;
    appendLines(linesOf(changes.entries));
}

void ChangesModel::appendLines(const QList<Line> &lines)
{
    if (lines.isEmpty())
        return;
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + lines.size()) - 1);
    m_lines += lines;
    endInsertRows();
}

void ChangesModel::askServer()
{
    m_older = Older::Asked;
    RecentQuestion question = m_question;
    question.limit = Piece;
    m_records.olderChanges(question, m_reached > 0 ? m_reached : m_oldest.rev, this, [this, round = m_round](const Result<RecentChanges> &changes) {
        if (round != m_round)
            return;
        m_reading = false;
        if (!changes) {
            m_older = Older::NoServer;
            if (changes.error().code != ErrorCode::Disconnected)
                Q_EMIT failed(changes.error());
            return Q_EMIT answered();
        }
        m_reached = changes->reached;
        QList<Line> lines = linesOf(changes->entries);
        for (Line &line : lines)
            line.isOlder = true;
        m_emptyPages = lines.isEmpty() ? m_emptyPages + 1 : 0;
        m_older = !changes->more ? Older::None : m_emptyPages >= MostEmptyPages ? Older::TooFar : Older::Unasked;
        appendLines(lines);
        Q_EMIT answered();
    });
    Q_EMIT answered(); // that it is asked
}

void ChangesModel::readUpTo(int lines, std::function<void()> done)
{
    if (m_lines.size() >= lines || (!m_more && (!m_reading || m_older == Older::Asked)))
        return done();
    connect(this, &ChangesModel::answered, this, [this, lines, done = std::move(done)] { readUpTo(lines, done); }, Qt::SingleShotConnection);
    fetchMore({});
}

void ChangesModel::refresh()
{
    if (m_reading || m_refreshing) {
        m_stale = true;
        return;
    }
    m_refreshing = true;
    RecentQuestion question = m_question;
    question.after = m_newest;
    question.limit = Piece;
    m_records.recentHistory(question, this, [this, round = m_round](const Result<RecentChanges> &changes) {
        if (round != m_round)
            return;
        m_refreshing = false;
        if (!changes)
            return Q_EMIT failed(changes.error());
        if (changes->more)
            return ask(m_question);
        prepend(*changes);
        Q_EMIT answered();
        if (std::exchange(m_stale, false))
            refresh();
    });
}

void ChangesModel::prepend(const RecentChanges &changes)
{
    const QList<Line> waiting = linesOf(changes.waiting);
    const QList<Line> lines = waiting + linesOf(changes.entries);
    const qsizetype before = m_lines.size();
    if (m_waiting > 0) {
        beginRemoveRows({}, 0, int(m_waiting) - 1);
        m_lines.remove(0, m_waiting);
        endRemoveRows();
    }
    if (!lines.isEmpty()) {
        beginInsertRows({}, 0, int(lines.size()) - 1);
        m_lines = lines + m_lines;
        endInsertRows();
    }
    m_waiting = waiting.size();
    if (!changes.entries.isEmpty()) {
        m_newest = changes.entries.first().rev;
        if (m_oldest.rev == 0)
            notePlaces(changes.entries);
    }
    if (m_lines.size() != before)
        Q_EMIT shifted(int(m_lines.size() - before));
}

QList<ChangesModel::Line> ChangesModel::linesOf(const QList<HistoryEntry> &entries) const
{
    const ChangeText words(m_records);
    QList<Line> lines;
    for (const HistoryEntry &told : entries) {
        const Entity *entity = m_records.catalogue().entity(told.change.record.entity);
        if (!entity)
            continue;
        const auto entry = std::make_shared<const HistoryEntry>(told);
        if (told.change.kind != ChangeKind::Update) {
            lines.append({entry, 0});
            continue; // of a record that was made, what stands in it says what it is
        }
        for (const FieldChange &change : told.change.fields)
            if (const model::Field *field = entity->field(change.field); field && words.isTold(told, *entity, *field, false))
                lines.append({entry, field->id});
    }
    return lines;
}

QString ChangesModel::text(int row, Column column) const
{
    const Line &line = m_lines.at(row);
    const HistoryEntry &entry = *line.entry;
    const ChangeText words(m_records);
    const Entity &entity = m_records.catalogue().at(entry.change.record.entity);
    const model::Field *field = entity.field(line.field);
    const FieldChange *change = entry.change.field(line.field);
    switch (column) {
    case When: return words.whenText(entry);
    case Who: return words.whoText(entry);
    case Action: {
        const QString action = ChangeText::actionText(entry.name);
        return action.isEmpty() ? ChangeText::kindText(entry.change.kind) : action;
    }
    case Subject: return words.recordName(entry.change);
    case Field:
        if (field)
            return fieldLabel(entity, *field);
        return ChangeText::actionText(entry.name).isEmpty() ? QString() : ChangeText::kindText(entry.change.kind); // else the action says so
    case Before: return change ? words.valueTexts(entity, *field, *change).first : QString();
    case After: return change ? words.valueTexts(entity, *field, *change).second : QString();
    case ColumnCount: break;
    }
    return {};
}

bool ChangesModel::repeatsHead(int row, int column) const
{
    if (row == 0 || column > Subject)
        return false;
    const HistoryEntry &above = entry(row - 1);
    const HistoryEntry &here = entry(row);
    const bool sameAction = above.action == here.action && above.rev == here.rev;
    return sameAction && (column < Subject || above.change.record == here.change.record);
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), column).replace(u'\n', u' ').left(LongestCell);
    case Qt::ToolTipRole: return column >= Subject ? text(index.row(), column).left(LongestCell * 5) : QString();
    case Qt::DecorationRole:
        if (column == Subject)
            return QIcon::fromTheme(m_records.catalogue().at(entry(index.row()).change.record.entity).icon);
        break;
    case Qt::ForegroundRole:
        if (repeatsHead(index.row(), column))
            return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
        break;
    default: break;
    }
    return {};
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When: return tr("When");
    case Who: return tr("Who");
    case Action: return tr("Action");
    case Subject: return tr("Record");
    case Field: return tr("What");
    case Before: return tr("Before");
    case After: return tr("After");
    case ColumnCount: break;
    }
    return {};
}

} // namespace guanxi::app
