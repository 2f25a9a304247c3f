// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/targetgrid.h"

#include "app/views/sales/figurewords.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/pastesheet.h"
#include "app/widgets/tones.h"
#include "common/base/decimal.h"
#include "common/base/fold.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/periods.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace guanxi::app {

using namespace model;
using storage::Tally;

namespace {

constexpr qsizetype WindowRows = 200;
constexpr int TargetScale = 2;
constexpr int MonthsOfYear = 12;

} // namespace

TargetGrid::TargetGrid(Records &records, QObject *parent)
    : QAbstractTableModel(parent), m_records(records), m_gathering(records, {SalesTarget::entity}, [this] { ask(); })
{
    connect(&m_gathering, &Gathering::gathered, this, [this] {
        if (m_year == 0)
            return;
        const storage::Query query = over(SalesTarget::entity, {Filter::startsWith(SalesTarget::period.id, QString::number(m_year)), Filter::is(SalesTarget::measure.id, m_measure),
                                                          Filter::notEmpty(SalesTarget::user.id)});
        m_records.find(query, this, [this](const Result<Records::Rows> &rows) {
            if (rows)
                take(*rows);
            else
                Q_EMIT failed(rows.error());
        });
    });
    connect(&m_gathering, &Gathering::failed, this, &TargetGrid::failed);
}

void TargetGrid::show(int year, qint64 measure, rules::PeriodKind parts)
{
    const bool isOther = parts != m_parts;
    if (isOther)
        beginResetModel();
    m_year = year;
    m_measure = measure;
    m_parts = parts;
    if (isOther)
        endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    m_gathering.begin();
}

int TargetGrid::partCount() const { return MonthsOfYear / rules::monthsIn(rules::periodOf(m_parts, 0)); }

void TargetGrid::addPerson(const Uuid &person)
{
    if (person.isNull() || m_people.contains(person))
        return;
    m_added.append(person);
    m_gathering.begin();
}

bool TargetGrid::isEditable() const { return m_records.may(Action::Create, SalesTarget::entity) && m_records.may(Action::Edit, SalesTarget::entity); }

void TargetGrid::ask()
{
    if (m_year == 0)
        return;
    m_next = QSet<Uuid>(m_added.begin(), m_added.end());
    m_book.clear();
    m_gathering.ask(over(SalesTarget::entity, {Filter::is(SalesTarget::measure.id, m_measure), Filter::notEmpty(SalesTarget::user.id)}), TargetBook::paths(),
                    {SalesTarget::target.id}, [this](const Tally &tally) { m_book.add(tally); });
    // Who sold last year or has something to sell is to be given a target.
    const rules::PeriodDays before = *rules::daysOf(QString::number(m_year - 1));
    const auto add = [this](const Tally &tally) {
        if (!tally.keys.first().isNull())
            m_next.insert(tally.keys.first().id());
    };
    m_gathering.ask(over(SalesOrder::entity, {Filter::compare(Filter::Kind::GreaterOrEqual, SalesOrder::orderDate.id, before.first)}), {{SalesOrder::salesperson.id}}, {}, add);
    m_gathering.ask(over(Opportunity::entity, {Filter::is(Opportunity::devStatus.id, qint64(Opportunity::Developing))}), {{Opportunity::assignedTo.id}}, {}, add);
}

void TargetGrid::take(const Records::Rows &rows)
{
    QHash<std::pair<Uuid, QString>, QList<Record>> own;
    for (size_t at = 0; at < rows.size(); at += size_t(WindowRows)) {
        const std::span<const qint64> some(rows.data() + at, std::min(size_t(WindowRows), rows.size() - at));
        const Result<QList<Record>> targets = m_records.window(SalesTarget::entity, some);
        for (const Record &target : targets ? *targets : QList<Record>())
            own[{target[SalesTarget::user], target[SalesTarget::period]}].append(target);
    }
    for (const Uuid &person : m_book.all(TargetBook::Of::Person))
        if (m_book.of(TargetBook::Of::Person, person, QString::number(m_year)))
            m_next.insert(person);
    QList<Uuid> people = m_next.values();
    std::ranges::sort(people, {}, [this](const Uuid &id) { return sortKey(m_records.title({User::entity, id})); });
    // Whoever types stays where he is.
    if (people == m_people) {
        m_own = own;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_own = own;
    m_people = people;
    endResetModel();
}

QString TargetGrid::period(int column) const
{
    const QString year = QString::number(m_year);
    return column >= partCount() ? year : rules::periodAfter(rules::periodOf(m_parts, rules::daysOf(year)->first), column);
}

int TargetGrid::rowCount(const QModelIndex &parent) const { return parent.isValid() || m_people.isEmpty() ? 0 : int(m_people.size()) + 1; }

std::optional<qint64> TargetGrid::valueAt(int row, int column) const
{
    if (row < m_people.size())
        return m_book.of(TargetBook::Of::Person, m_people[row], period(column));
    std::optional<qint64> sum;
    for (int each = 0; each < m_people.size(); ++each)
        if (const std::optional<qint64> value = valueAt(each, column))
            sum = sum.value_or(0) + *value;
    return sum;
}

QString TargetGrid::textOf(qint64 value) const { return numberText(value, decimal::MoneyScale, 0); }

QString TargetGrid::plainText(const QModelIndex &index) const
{
    const std::optional<qint64> value = valueAt(index.row(), index.column());
    return value ? decimal::format(*value, decimal::MoneyScale) : QString();
}

QVariant TargetGrid::data(const QModelIndex &index, int role) const
{
    const std::optional<qint64> value = valueAt(index.row(), index.column());
    const bool isShare = !isSum(index) && value && !isOwn(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole: return value ? textOf(*value) : QString();
    case Qt::EditRole: return value && !isShare ? textOf(*value) : QString();
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole: return isShare ? QVariant(quietText(QGuiApplication::palette())) : QVariant();
    case Qt::ToolTipRole: return isShare ? tr("No target of its own: what follows from those of longer or shorter periods") : QVariant();
    case Qt::FontRole:
        if (isSum(index)) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default: return {};
    }
}

QVariant TargetGrid::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((orientation == Qt::Vertical ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section >= partCount() ? tr("Year") : m_parts == rules::PeriodKind::Month ? monthText(period(section)) : periodText(period(section));
    return section < m_people.size() ? m_records.title({User::entity, m_people[section]}) : tr("Together");
}

Qt::ItemFlags TargetGrid::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return isSum(index) || !isEditable() ? flags : flags | Qt::ItemIsEditable;
}

std::optional<TargetGrid::Cell> TargetGrid::read(int row, int column, const QString &text)
{
    Cell cell{row, column, {}};
    if (text.trimmed().isEmpty())
        return cell;
    cell.value = parseNumber(text, TargetScale);
    return cell.value && *cell.value >= 0 ? std::optional(cell) : std::nullopt;
}

bool TargetGrid::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || isSum(index) || !isEditable() || value.toString() == data(index, Qt::EditRole).toString())
        return false;
    const std::optional<Cell> cell = read(index.row(), index.column(), value.toString());
    if (cell)
        return put({*cell});
    Q_EMIT refused(tr("“%1” is no target: expected is a number of zero or more.").arg(value.toString()));
    return false;
}

void TargetGrid::paste(const QModelIndex &from, const QString &text)
{
    if (!from.isValid() || isSum(from) || !isEditable())
        return Q_EMIT refused(tr("Choose the first cell to paste into."));
    QList<Cell> cells;
    const QList<QStringList> rows = PasteSheet::split(text);
    for (int row = 0; row < rows.size(); ++row)
        for (int column = 0; column < rows[row].size(); ++column) {
            const int at = from.row() + row, part = from.column() + column;
            if (at >= m_people.size() || part >= partCount())
                return Q_EMIT refused(tr("There are more cells on the clipboard than fit here; nothing was pasted."));
            const std::optional<Cell> cell = read(at, part, rows[row][column]);
            if (!cell)
                return Q_EMIT refused(tr("“%1” in row %2 is no target; nothing was pasted.").arg(rows[row][column]).arg(row + 1));
            cells.append(*cell);
        }
    put(cells);
}

void TargetGrid::clear(const QModelIndexList &indexes)
{
    QList<Cell> cells;
    for (const QModelIndex &index : indexes)
        if (!isSum(index) && isOwn(index.row(), index.column()))
            cells.append({index.row(), index.column(), {}});
    if (isEditable())
        put(cells);
}

bool TargetGrid::put(const QList<Cell> &cells)
{
    QList<Record> records;
    for (const Cell &cell : cells) {
        QList<Record> own = m_own.value({m_people[cell.row], period(cell.column)});
        if (own.isEmpty() && cell.value) {
            Record target = m_records.create(SalesTarget::entity);
            target.set(SalesTarget::period, period(cell.column));
            target.set(SalesTarget::user, m_people[cell.row]);
            target.set(SalesTarget::measure, m_measure);
            own.append(target);
        }
        // Two made the same one: the first holds what is typed now.
        for (qsizetype at = 0; at < own.size(); ++at) {
            if (at == 0 && cell.value)
                own[at].set(SalesTarget::target, *cell.value);
            else
                own[at].setDeleted(true);
            records.append(own[at]);
        }
    }
    if (records.isEmpty())
        return true;
    const Result<Saved> done = m_records.saveAll(records, QStringLiteral("save"));
    if (!done) {
        Q_EMIT failed(done.error());
        return false;
    }
    Q_EMIT saved(*done);
    return true;
}

} // namespace guanxi::app
