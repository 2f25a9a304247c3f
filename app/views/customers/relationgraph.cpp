// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/relationgraph.h"

#include "app/widgets/fieldtext.h"
#include "common/base/fold.h"
#include "common/model/catalogue/customers.h"

#include <QCoreApplication>

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

struct RelationGraphWords {
    Q_DECLARE_TR_FUNCTIONS(RelationGraph)
};

constexpr qint64 MostOfOne = 500; ///< looked at around one node
constexpr double GapAcross = 120; ///< room for the word on a line
constexpr double GapDown = 14;

/// Collects nodes breadth first.
class Gathering
{
public:
    Gathering(const Records &records, int depth, qint64 today) : m_records(records), m_depth(depth), m_today(today) {}

    RelationGraph from(const RecordRef &middle)
    {
        m_graph.nodes.append({middle, m_records.title(middle), 0, -1, {}});
        m_places.insert(middle, 0);
        for (int at = 0; at < m_graph.nodes.size(); ++at)
            lookAround(at);
        m_graph.leftOut = int(m_leftOut.size());
        return m_graph;
    }

private:
    QList<Record> rows(EntityId entity, const Filter &filter, FieldId sort) const
    {
        storage::Query query;
        query.entity = entity;
        query.filter = filter;
        query.sort = {{sort, false}};
        query.limit = MostOfOne;
        const Result<QList<Record>> found = m_records.may(Action::View, entity) ? m_records.findNow(query) : Result<QList<Record>>(QList<Record>());
        return found.ok() ? *found : QList<Record>();
    }

    void lookAround(int at)
    {
        const RecordRef ref = m_graph.nodes[at].ref;
        for (const Record &row : rows(Relationship::entity, Filter::any({Filter::is(Relationship::from.id, ref), Filter::is(Relationship::to.id, ref)}),
                                      Relationship::kind.id)) {
            const bool outward = row[Relationship::from] == ref;
            const bool ended = !row.isNull(Relationship::validTo) && row[Relationship::validTo] < m_today;
            join(at, outward ? row[Relationship::to] : row[Relationship::from], outward,
                 {0, 0, m_records.dictionaryLabel(row[Relationship::kind]), int(row[Relationship::strength]), ended, true});
        }
        const Result<Record> record = m_records.load(ref);
        if (!record.ok())
            return;
        const RelationGraph::Line contact{0, 0, RelationGraphWords::tr("Contact"), 0, false, false};
        const RelationGraph::Line parent{0, 0, RelationGraphWords::tr("Belongs to"), 0, false, true};
        if (ref.entity == Contact::entity && !record->isNull(Contact::account))
            join(at, {Account::entity, (*record)[Contact::account]}, false, contact);
        if (ref.entity != Account::entity)
            return;
        for (const Record &row : rows(Contact::entity, Filter::is(Contact::account.id, ref.id), Contact::name.id))
            join(at, row.ref(), true, contact);
        if (!record->isNull(Account::parent))
            join(at, {Account::entity, (*record)[Account::parent]}, true, parent);
        for (const Record &row : rows(Account::entity, Filter::is(Account::parent.id, ref.id), Account::name.id))
            join(at, row.ref(), false, parent);
    }

    void join(int at, const RecordRef &other, bool outward, RelationGraph::Line line)
    {
        int there = m_places.value(other, -1);
        if (there < 0) {
            const QString name = m_records.title(other);
            if (name.isEmpty() || m_graph.nodes[at].depth >= m_depth || other == m_graph.nodes[at].ref)
                return; // not for this user, or further away than asked for
            if (m_graph.nodes.size() >= RelationGraph::MostNodes) {
                m_leftOut.insert(other);
                return;
            }
            there = int(m_graph.nodes.size());
            m_graph.nodes.append({other, name, m_graph.nodes[at].depth + 1, at, {}});
            m_places.insert(other, there);
        }
        line.from = outward ? at : there;
        line.to = outward ? there : at;
        // Each is met from both of its ends.
        const bool known = std::any_of(m_graph.lines.begin(), m_graph.lines.end(), [&](const RelationGraph::Line &l) {
            return l.from == line.from && l.to == line.to && l.word == line.word && l.ended == line.ended;
        });
        if (!known)
            m_graph.lines.append(line);
    }

    const Records &m_records;
    int m_depth;
    qint64 m_today;
    RelationGraph m_graph;
    QHash<RecordRef, int> m_places;
    QSet<RecordRef> m_leftOut;
};

/// Gives each branch of one side its strip of the height.
class Arranging
{
public:
    Arranging(RelationGraph &graph, const QSizeF &box) : m_graph(graph), m_box(box), m_children(graph.nodes.size()), m_heights(graph.nodes.size())
    {
        for (int at = 1; at < graph.nodes.size(); ++at)
            m_children[graph.nodes[at].parent].append(at);
        for (int at = int(graph.nodes.size()) - 1; at >= 0; --at) {
            double below = 0;
            for (const int child : m_children[at])
                below += m_heights[child];
            m_heights[at] = qMax(below, box.height() + GapDown);
        }
    }

    void run()
    {
        m_graph.nodes[0].middle = {0, 0};
        double heights[2] = {0, 0};
        QList<int> sides[2];
        for (const int child : m_children[0]) {
            const int side = heights[0] <= heights[1] ? 0 : 1;
            sides[side].append(child);
            heights[side] += m_heights[child];
        }
        for (const int side : {0, 1})
            stack(sides[side], -heights[side] / 2, side == 0 ? 1 : -1);
    }

private:
    void stack(const QList<int> &nodes, double top, int direction)
    {
        for (const int at : nodes) {
            RelationGraph::Node &node = m_graph.nodes[at];
            node.middle = {direction * node.depth * (m_box.width() + GapAcross), top + m_heights[at] / 2};
            double below = 0;
            for (const int child : m_children[at])
                below += m_heights[child];
            stack(m_children[at], node.middle.y() - below / 2, direction);
            top += m_heights[at];
        }
    }

    RelationGraph &m_graph;
    QSizeF m_box;
    QList<QList<int>> m_children;
    QList<double> m_heights;
};

} // namespace

int RelationGraph::nodeOf(const RecordRef &ref) const
{
    for (int at = 0; at < nodes.size(); ++at)
        if (nodes[at].ref == ref)
            return at;
    return -1;
}

QList<int> RelationGraph::joined(int node) const
{
    QList<int> others;
    for (const Line &line : lines)
        if (const int other = line.from == node ? line.to : line.to == node ? line.from : -1; other >= 0 && !others.contains(other))
            others.append(other);
    return others;
}

RelationGraph relationsAround(const Records &records, const RecordRef &middle, int depth, qint64 today)
{
    return Gathering(records, depth, today).from(middle);
}

void arrange(RelationGraph &graph, const QSizeF &box)
{
    if (!graph.nodes.isEmpty())
        Arranging(graph, box).run();
}

} // namespace guanxi::app
