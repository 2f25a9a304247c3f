// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordlistmodel.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/labelseditor.h"
#include "app/widgets/recordpictures.h"
#include "common/model/catalogue/ids.h"
#include "common/rules/statemachine.h"

#include <unordered_set>

namespace guanxi::app {

using model::Field;
using model::FieldId;
using model::Record;

namespace {

/// Above this many differing rows a list is reset rather than changed row by row.
constexpr size_t MostDifferences = 20000;
constexpr int MergePauseMs = 120;

/// Whether rows of that entity decide which rows pass.
bool asksAbout(const storage::Filter &filter, model::EntityId entity)
{
    return (filter.kind == storage::Filter::Kind::Referred && filter.values.value(0).number() == entity)
           || std::any_of(filter.children.begin(), filter.children.end(), [entity](const storage::Filter &child) { return asksAbout(child, entity); });
}

} // namespace

RecordListModel::RecordListModel(Records &records, model::EntityId entity, QObject *parent)
    : RecordTableModel(parent), m_records(records), m_entity(records.catalogue().at(entity))
{
    m_query.entity = entity;
    m_again.setSingleShot(true);
    m_again.setInterval(MergePauseMs);
    connect(&m_again, &QTimer::timeout, this, &RecordListModel::search);
    connect(&records, &Records::changed, this, &RecordListModel::onChanged);
    QList<FieldId> listed;
    for (const Field &field : m_entity.fields())
        if (field.listed)
            listed.append(field.id);
    if (listed.isEmpty())
        listed = m_entity.titleFields;
    if (listed.isEmpty())
        for (const Field &field : m_entity.fields())
            if (field.id >= model::system::FirstOwn && listed.size() < 6)
                listed.append(field.id);
    setColumns(listed);
}

void RecordListModel::presetQuery(const storage::Query &query)
{
    m_query = query;
    m_query.entity = m_entity.id;
}

void RecordListModel::setQuery(const storage::Query &query)
{
    presetQuery(query);
    search();
}

void RecordListModel::search()
{
    m_again.stop();
    m_searching = true;
    const quint64 request = ++m_request;
    m_records.find(m_query, this, [this, request](Result<Records::Rows> rows) {
        if (request != m_request)
            return;
        m_searching = false;
        if (rows.ok())
            take(std::move(*rows));
        else
            Q_EMIT failed(rows.error());
        Q_EMIT found();
    });
}

void RecordListModel::take(Records::Rows rows)
{
    const size_t shorter = std::min(m_rows.size(), rows.size());
    size_t first = 0, tail = 0;
    while (first < shorter && m_rows[first] == rows[first])
        ++first;
    while (tail < shorter - first && m_rows[m_rows.size() - 1 - tail] == rows[rows.size() - 1 - tail])
        ++tail;
    const size_t oldMiddle = m_rows.size() - first - tail, newMiddle = rows.size() - first - tail;
    if (m_everFound && oldMiddle == 0 && newMiddle == 0)
        return;
    if (!m_everFound || oldMiddle > MostDifferences || newMiddle > MostDifferences) {
        beginResetModel();
        m_rows = std::move(rows);
        forgetFrom(0);
        m_everFound = true;
        endResetModel();
        return;
    }
    const std::unordered_set<qint64> keep(rows.begin() + qint64(first), rows.begin() + qint64(first + newMiddle));
    removeRuns(keep, first, first + oldMiddle);
    insertRuns(rows, first, m_rows.size() - tail, first + newMiddle);
    if (m_rows != rows)
        reorder(std::move(rows));
}

/// Takes out the rows of [first, last) that are not in `keep`, run by run from behind.
void RecordListModel::removeRuns(const std::unordered_set<qint64> &keep, size_t first, size_t last)
{
    for (size_t end = last; end > first;) {
        if (keep.contains(m_rows[end - 1])) {
            --end;
            continue;
        }
        size_t begin = end - 1;
        while (begin > first && !keep.contains(m_rows[begin - 1]))
            --begin;
        beginRemoveRows({}, int(begin), int(end) - 1);
        m_rows.erase(m_rows.begin() + qint64(begin), m_rows.begin() + qint64(end));
        forgetFrom(begin);
        endRemoveRows();
        end = begin;
    }
}

/// Puts the rows of `rows` [first, newLast) that [first, oldLast) lacks where they will stand, run by run.
void RecordListModel::insertRuns(const Records::Rows &rows, size_t first, size_t oldLast, size_t newLast)
{
    const std::unordered_set<qint64> have(m_rows.begin() + qint64(first), m_rows.begin() + qint64(oldLast));
    for (size_t begin = first; begin < newLast;) {
        if (have.contains(rows[begin])) {
            ++begin;
            continue;
        }
        size_t end = begin + 1;
        while (end < newLast && !have.contains(rows[end]))
            ++end;
        const size_t place = std::min(begin, m_rows.size());
        beginInsertRows({}, int(place), int(place + end - begin) - 1);
        m_rows.insert(m_rows.begin() + qint64(place), rows.begin() + qint64(begin), rows.begin() + qint64(end));
        forgetFrom(place);
        endInsertRows();
        begin = end;
    }
}

/// The same rows in another order; whatever is selected stays selected.
void RecordListModel::reorder(Records::Rows rows)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QHash<qint64, int> places;
    QList<qint64> numbers;
    for (const QModelIndex &index : before) {
        numbers.append(m_rows[size_t(index.row())]);
        places.insert(numbers.last(), -1);
    }
    m_rows = std::move(rows);
    for (size_t row = 0; row < m_rows.size() && !places.isEmpty(); ++row)
        if (const auto place = places.find(m_rows[row]); place != places.end())
            *place = int(row);
    QModelIndexList after;
    for (qsizetype at = 0; at < before.size(); ++at)
        after.append(index(places.value(numbers[at]), before[at].column()));
    forgetFrom(0);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RecordListModel::forgetFrom(size_t row)
{
    const int window = int(row) / WindowRows;
    m_windows.removeIf([window](const auto &entry) { return entry.key() >= window; });
    m_recent.removeIf([window](int number) { return number >= window; });
}

void RecordListModel::onChanged(const QSet<model::RecordRef> &changed)
{
    if (changed.isEmpty()) {
        forgetFrom(0);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        m_again.start();
        Q_EMIT contentChanged();
        return;
    }
    bool ours = false;
    for (auto window = m_windows.begin(); window != m_windows.end();) {
        bool touched = false;
        for (const Record &record : window.value())
            touched = touched || changed.contains(record.ref());
        const int first = window.key() * WindowRows;
        const int last = std::min(first + WindowRows, rowCount()) - 1;
        if (!touched) {
            ++window;
            continue;
        }
        m_recent.removeOne(window.key());
        window = m_windows.erase(window);
        ours = true;
        if (last >= first)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }
    for (const model::RecordRef &ref : changed)
        ours = ours || ref.entity == m_entity.id || asksAbout(m_query.filter, ref.entity);
    if (!ours) {
        // Names of other records may stand in our columns; the view asks again for what it shows.
        const bool named = std::any_of(m_columns.begin(), m_columns.end(), [&changed](const Field *field) {
            return std::any_of(changed.begin(), changed.end(),
                               [field](const model::RecordRef &ref) {
                                   return field->targets.contains(ref.entity)
                                          || (field->type == model::FieldType::Dictionary && ref.entity == model::ids::DictionaryItem);
                               });
        });
        if (named && !m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    m_again.start();
    Q_EMIT contentChanged();
}

QList<const Field *> RecordListModel::possibleColumns() const
{
    QList<const Field *> possible;
    for (const Field &field : m_entity.fields())
        if (m_records.rights().isVisible(m_entity, field) && (!field.isContent() || isPicture(field)))
            possible.append(&field);
    return possible;
}

QList<FieldId> RecordListModel::columns() const
{
    QList<FieldId> fields;
    for (const Field *field : m_columns)
        fields.append(field->id);
    return fields;
}

void RecordListModel::setColumns(const QList<FieldId> &fields)
{
    beginResetModel();
    m_columns.clear();
    for (const FieldId id : fields)
        if (const Field *field = m_entity.field(id); field && m_records.rights().isVisible(m_entity, *field))
            m_columns.push_back(field);
    endResetModel();
}

int RecordListModel::columnOf(FieldId field) const
{
    for (size_t at = 0; at < m_columns.size(); ++at)
        if (m_columns[at]->id == field)
            return int(at);
    return -1;
}

const QList<Record> &RecordListModel::windowOf(int row) const
{
    const int number = row / WindowRows;
    m_recent.removeOne(number);
    m_recent.append(number);
    if (const auto found = m_windows.constFind(number); found != m_windows.constEnd())
        return *found;
    if (m_windows.size() >= MostWindows)
        m_windows.remove(m_recent.takeFirst());
    const size_t first = size_t(number) * WindowRows;
    const size_t size = std::min(size_t(WindowRows), m_rows.size() - first);
    Result<QList<Record>> loaded = m_records.window(m_entity.id, std::span(m_rows).subspan(first, size));
    return *m_windows.insert(number, loaded.ok() ? std::move(*loaded) : QList<Record>());
}

const Record &RecordListModel::record(int row) const
{
    static const Record none;
    if (row < 0 || row >= rowCount())
        return none;
    const QList<Record> &window = windowOf(row);
    const int at = row % WindowRows;
    return at < window.size() ? window[at] : none;
}

int RecordListModel::rowOf(const model::RecordRef &ref) const
{
    for (auto window = m_windows.cbegin(); window != m_windows.cend(); ++window)
        for (qsizetype at = 0; at < window.value().size(); ++at)
            if (window.value()[at].ref() == ref)
                return window.key() * WindowRows + int(at);
    return -1;
}

int RecordListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int RecordListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

QVariant RecordListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const Field &field = this->field(index.column());
    if (role == Qt::TextAlignmentRole)
        return int((isRightAligned(field) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == FieldRole)
        return field.id;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::EditRole && role != ValueRole && role != RefRole)
        return {};
    const Record &record = this->record(index.row());
    if (!record.isValid())
        return {};
    if (role == RefRole)
        return QVariant::fromValue(record.ref());
    if (role == Qt::EditRole || role == ValueRole)
        return QVariant::fromValue(record.value(field.id));
    const QString text = FieldText(m_records).text(record, field);
    return field.type == model::FieldType::LongText ? text.simplified().left(200) : text;
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return fieldLabel(m_entity, field(section));
    if (role == Qt::TextAlignmentRole)
        return int((isRightAligned(field(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

bool RecordListModel::mayEdit(int row, int column) const
{
    const Field &field = this->field(column);
    // What has several parts finds no room in a cell.
    if (!field.isTyped() || field.isContent() || field.isCondition() || field.fieldsOf != 0 || LabelsEditor::fits(m_entity, field) || field.type == model::FieldType::State || m_entity.appendOnly || m_entity.serverWritten
        || m_records.rights().fieldRight(m_entity, field) != model::FieldRight::Write)
        return false;
    const Record &record = this->record(row);
    return record.isValid() && record.applies(field) && !record.isDeleted() && m_records.may(model::Action::Edit, record) && !rules::lockOf(record);
}

Qt::ItemFlags RecordListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return mayEdit(index.row(), index.column()) ? always | Qt::ItemIsEditable : always;
}

bool RecordListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !value.canConvert<model::Value>() || !mayEdit(index.row(), index.column()))
        return false;
    Record changed = record(index.row());
    const FieldId id = field(index.column()).id;
    if (changed.value(id) == value.value<model::Value>())
        return true;
    changed.setValue(id, value.value<model::Value>());
    for (const auto &[fault, error] : m_records.check(changed))
        if (fault == id) {
            Q_EMIT failed(error);
            return false;
        }
    const Result<Saved> result = m_records.save(changed);
    if (result.ok())
        Q_EMIT saved(*result);
    else
        Q_EMIT failed(result.error());
    return result.ok();
}

void RecordListModel::sort(int column, Qt::SortOrder order)
{
    storage::Query query = m_query;
    query.sort.clear();
    if (column >= 0 && column < columnCount() && !field(column).isContent())
        query.sort.append({field(column).id, order == Qt::DescendingOrder});
    if (query.sort != m_query.sort)
        setQuery(query);
}

void RecordListModel::retranslate()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace guanxi::app
