// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/linesheet.h"

#include "app/data/documentlines.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"
#include "common/rules/statemachine.h"

#include <QGuiApplication>
#include <QPalette>

namespace guanxi::app {

using model::Action;
using model::Field;
using model::FieldId;
using model::FieldRight;
using model::Record;
using model::RecordRef;
using model::Value;

LineSheet::LineSheet(Records &records, const RecordRef &document, const model::Entity &line, QObject *parent)
    : RecordTableModel(parent), m_records(records), m_entity(line), m_fields(*line.line), m_ref(document)
{
    chooseColumns();
    load();
    connect(&m_records, &Records::changed, this, &LineSheet::onChanged);
    connect(&m_records, &Records::rightsChanged, this, [this] {
        beginResetModel();
        chooseColumns();
        endResetModel();
        load();
    });
}

void LineSheet::chooseColumns()
{
    m_columns.clear();
    for (const Field &field : m_entity.fields())
        if (field.id != m_entity.parentField && field.id != m_fields.position && (field.listed || field.id == m_fields.discount)
            && m_records.rights().isVisible(m_entity, field))
            m_columns.append(&field);
}

void LineSheet::load()
{
    beginResetModel();
    m_rows = storedRows();
    endResetModel();
    reckon();
}

QList<LineSheet::Row> LineSheet::storedRows() const
{
    storage::Query query;
    query.entity = m_entity.id;
    query.filter = storage::Filter::is(m_entity.parentField, m_ref.id);
    const Result<QList<Record>> lines = m_records.findNow(query);
    QList<Row> rows;
    for (const Record &line : lines ? *lines : QList<Record>())
        rows.append({line});
    std::sort(rows.begin(), rows.end(), [this](const Row &a, const Row &b) {
        return std::pair(a.record.value(m_fields.position).number(), a.record.id()) < std::pair(b.record.value(m_fields.position).number(), b.record.id());
    });
    return rows;
}

void LineSheet::reckon()
{
    const Result<Record> document = m_records.load(m_ref);
    m_document = document ? *document : Record();
    m_locked = !m_document.isValid() || m_document.isDeleted() || rules::lockOf(m_document) || !m_records.may(Action::Create, m_entity.id)
        || !m_records.may(Action::Edit, m_document);
    const bool waits = !m_rows.isEmpty() && m_rows.last().isNew;
    if (!m_locked && !waits)
        addEmptyRow();
    if (m_locked && waits && !m_rows.last().touched) {
        beginRemoveRows({}, int(m_rows.size()) - 1, int(m_rows.size()) - 1);
        m_rows.removeLast();
        endRemoveRows();
    }
    Q_EMIT reckoned();
}

void LineSheet::addEmptyRow()
{
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
    m_rows.append({emptyLine(), true});
    endInsertRows();
}

Record LineSheet::emptyLine() const
{
    Record line = m_records.create(m_entity.id);
    line.setValue(m_entity.parentField, m_ref.id);
    if (m_fields.position != 0)
        line.setValue(m_fields.position, nextPosition());
    return line;
}

qint64 LineSheet::nextPosition() const
{
    qint64 last = 0;
    for (const Row &row : m_rows)
        if (!row.isNew)
            last = std::max(last, row.record.value(m_fields.position).number());
    return last + 1;
}

void LineSheet::onChanged(const QSet<RecordRef> &changed)
{
    const bool mine = changed.isEmpty() || std::any_of(changed.begin(), changed.end(), [this](const RecordRef &ref) { return ref.entity == m_entity.id || ref == m_ref; });
    if (!mine)
        return;
    QList<Row> rows = storedRows();
    // What is typed and not saved stays as it is.
    QList<Row> waiting;
    for (const Row &row : std::as_const(m_rows)) {
        if (!row.touched && !row.isNew)
            continue;
        const auto stored = std::find_if(rows.begin(), rows.end(), [&](const Row &each) { return each.record.id() == row.record.id(); });
        if (stored == rows.end())
            waiting.append(row);
        else if (row.touched)
            *stored = row;
    }
    waiting.removeIf([](const Row &row) { return !row.isNew; });
    rows.append(waiting);
    const bool sameRows = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row &a, const Row &b) { return a.record.id() == b.record.id(); });
    // The cursor and an open editor stay where they are.
    if (!sameRows)
        beginResetModel();
    m_rows = rows;
    if (!sameRows)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    reckon();
}

const Record &LineSheet::record(int row) const
{
    static const Record none;
    return row >= 0 && row < m_rows.size() ? m_rows[row].record : none;
}

int LineSheet::columnOf(FieldId field) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [field](const Field *each) { return each->id == field; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

int LineSheet::lineCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.isNew || row.touched; }));
}

QString LineSheet::faultOf(int row) const
{
    return row >= 0 && row < m_rows.size() && !m_rows[row].faults.isEmpty() ? errorText(m_rows[row].faults.first().second, &m_entity) : QString();
}

QList<std::pair<FieldId, Value>> LineSheet::totals() const
{
    if (!m_document.isValid() || !m_document.entity().totals)
        return {};
    QList<Record> lines;
    for (const Row &row : m_rows)
        lines.append(row.record);
    return rules::totalsOf(m_document, lines);
}

QVariant LineSheet::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Field &field = this->field(index.column());
    const Row &row = m_rows[index.row()];
    const auto fault = std::find_if(row.faults.begin(), row.faults.end(), [&](const auto &each) { return each.first == field.id; });
    switch (role) {
    case Qt::TextAlignmentRole: return int((isRightAligned(field) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole: case Qt::AccessibleDescriptionRole:
        if (fault != row.faults.end())
            return errorText(fault->second, &m_entity);
        [[fallthrough]];
    case Qt::DisplayRole: return FieldText(m_records).text(row.record, field);
    case Qt::BackgroundRole: return fault == row.faults.end() ? QVariant() : QVariant(toneColors(model::Tone::Bad, QGuiApplication::palette()).fill);
    case FieldRole: return field.id;
    case RefRole: return QVariant::fromValue(row.record.ref());
    case Qt::EditRole: case ValueRole: return QVariant::fromValue(row.record.value(field.id));
    default: return {};
    }
}

QVariant LineSheet::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? m_rows.value(section).isNew ? QVariant(QStringLiteral("＋")) : QVariant(section + 1) : QVariant();
    if (role == Qt::DisplayRole && section >= 0 && section < m_columns.size())
        return fieldLabel(m_entity, field(section));
    if (role == Qt::TextAlignmentRole && section >= 0 && section < m_columns.size())
        return int((isRightAligned(field(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags LineSheet::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    if (m_locked || !index.isValid())
        return plain;
    const Field &field = this->field(index.column());
    const Row &row = m_rows[index.row()];
    const bool may = field.isTyped() && m_records.rights().fieldRight(m_entity, field) == FieldRight::Write
        && (row.isNew || m_records.may(Action::Edit, row.record));
    return may ? plain | Qt::ItemIsEditable : plain;
}

bool LineSheet::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    Row &row = m_rows[index.row()];
    const FieldId field = this->field(index.column()).id;
    const Value typed = value.value<Value>();
    if (row.record.value(field) == typed)
        return true;
    const Record before = row.record;
    row.record.setValue(field, typed);
    if (field == m_fields.product)
        takeProduct(m_records, m_document, row.record);
    if (field == m_fields.quantity)
        followQuantity(m_records, m_document, before, row.record);
    rules::computeFields(row.record, before);
    row.touched = true;
    store(index.row());
    return true;
}

void LineSheet::store(int at)
{
    Row &row = m_rows[at];
    // Others may have made lines since; it stays where it stands.
    if (row.isNew && m_fields.position != 0)
        row.record.setValue(m_fields.position, nextPosition());
    row.faults = m_records.check(row.record);
    if (row.faults.isEmpty()) {
        const bool wasNew = row.isNew;
        row.isNew = row.touched = false;
        const Result<Saved> result = m_records.save(row.record);
        // The change may have been told already, and the rows be others.
        if (!result && at < m_rows.size()) {
            m_rows[at].isNew = wasNew;
            m_rows[at].touched = true;
            Q_EMIT failed(result.error());
        } else if (result) {
            Q_EMIT saved(*result);
        }
    }
    Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
    reckon();
}

bool LineSheet::move(int first, int last, int step)
{
    const int other = step < 0 ? first - 1 : last + 1;
    const bool waits = std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.touched; });
    if (m_locked || waits || m_fields.position == 0 || first < 0 || other < 0 || other >= lineCount() || last >= lineCount())
        return false;
    QList<Record> moved;
    const auto place = [&](int from, qint64 position) {
        Record record = m_rows[from].record;
        record.setValue(m_fields.position, position);
        moved.append(record);
    };
    // Places may have been given twice by two desks: all from here on are counted anew.
    QList<int> order;
    for (int row = 0; row < lineCount(); ++row)
        order.append(row);
    order.move(other, step < 0 ? last : first);
    for (int at = 0; at < order.size(); ++at)
        if (m_rows[order[at]].record.value(m_fields.position).number() != at + 1)
            place(order[at], at + 1);
    const Result<Saved> result = m_records.saveAll(moved, QStringLiteral("save"));
    if (!result)
        Q_EMIT failed(result.error());
    else
        Q_EMIT saved(*result);
    return result.ok();
}

void LineSheet::remove(const QList<int> &rows)
{
    if (m_locked)
        return;
    QList<RecordRef> refs;
    bool emptied = false;
    for (const int row : rows)
        if (row >= 0 && row < m_rows.size() && !m_rows[row].isNew)
            refs.append(m_rows[row].record.ref());
        else if (row >= 0 && row < m_rows.size() && m_rows[row].touched) {
            m_rows[row] = {emptyLine(), true};
            emptied = true;
        }
    if (emptied)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    const Result<Saved> result = refs.isEmpty() ? Result<Saved>(Saved()) : m_records.remove(refs);
    if (!result)
        Q_EMIT failed(result.error());
    else if (!refs.isEmpty())
        Q_EMIT saved(*result);
    reckon();
}

} // namespace guanxi::app
