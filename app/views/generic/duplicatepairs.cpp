// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/duplicatepairs.h"

#include "app/widgets/alikewords.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::app {

using model::DuplicateCandidate;
using model::Record;
using model::RecordRef;

namespace {

std::pair<RecordRef, RecordRef> inOrder(const RecordRef &a, const RecordRef &b) { return std::minmax(a, b); }

} // namespace

DuplicatePairs::DuplicatePairs(Records &records, QObject *parent) : QAbstractTableModel(parent), m_records(records)
{
    connect(&records, &Records::changed, this, &DuplicatePairs::onChanged);
}

void DuplicatePairs::show(const QList<AlikePair> &pairs)
{
    beginResetModel();
    m_pairs = pairs;
    m_named.clear();
    m_gone.clear();
    for (const AlikePair &pair : pairs)
        m_named += {pair.a, pair.b};
    readDecisions();
    fill();
    endResetModel();
}

void DuplicatePairs::readDecisions()
{
    m_different.clear();
    storage::Query query;
    query.entity = DuplicateCandidate::entity;
    query.filter = storage::Filter::is(DuplicateCandidate::state.id, model::Value(int(DuplicateCandidate::Different)));
    const Result<QList<Record>> decided = m_records.findNow(query);
    for (const Record &pair : decided.ok() ? *decided : QList<Record>())
        m_different.insert(inOrder(pair[DuplicateCandidate::recordA], pair[DuplicateCandidate::recordB]));
}

void DuplicatePairs::onChanged(const QSet<RecordRef> &changed)
{
    bool concerns = changed.isEmpty();
    bool decided = changed.isEmpty();
    for (const RecordRef &ref : changed) {
        decided = decided || ref.entity == DuplicateCandidate::entity;
        concerns = concerns || m_named.contains(ref);
    }
    if (!concerns && !decided)
        return;
    beginResetModel();
    if (decided)
        readDecisions();
    learn(changed);
    fill();
    endResetModel();
}

void DuplicatePairs::learn(const QSet<RecordRef> &changed)
{
    for (const RecordRef &ref : changed) {
        if (!m_named.contains(ref))
            continue;
        const Result<Record> record = m_records.load(ref);
        if (record.ok() && !record->isDeleted())
            m_gone.remove(ref);
        else
            m_gone.insert(ref);
    }
}

void DuplicatePairs::fill()
{
    m_shown.clear();
    for (int at = 0; at < m_pairs.size(); ++at) {
        const AlikePair &pair = m_pairs[at];
        if (!m_gone.contains(pair.a) && !m_gone.contains(pair.b) && !m_different.contains(inOrder(pair.a, pair.b)))
            m_shown.append(at);
    }
}

QVariant DuplicatePairs::data(const QModelIndex &index, int role) const
{
    const AlikePair &pair = this->pair(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Score ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case Score: return QString::number(pair.likening.score);
    case Why: return reasonText(m_records.catalogue().at(pair.a.entity), pair.likening.reasons);
    case First: case Second: case ColumnCount: break;
    }
    const QString title = m_records.title(index.column() == First ? pair.a : pair.b);
    return title.isEmpty() ? tr("(no name)") : title;
}

QVariant DuplicatePairs::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Score)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Score: return tr("Score");
    case First: return tr("Record");
    case Second: return tr("Perhaps the same");
    case Why: case ColumnCount: break;
    }
    return tr("Why");
}

} // namespace guanxi::app
