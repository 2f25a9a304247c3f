// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/whose.h"

#include "app/views/sales/gathering.h"
#include "common/base/fold.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/achievement.h"

#include <QEvent>
#include <QSignalBlocker>

namespace guanxi::app {

using namespace model;

namespace {

constexpr int DeepestTree = 32;

} // namespace

Filter Whose::filter(FieldId person) const
{
    switch (kind) {
    case Kind::Person: return Filter::is(person, id);
    case Kind::Department: return Filter::related(person, Filter::inSubtree(User::department.id, id));
    case Kind::Everybody: break;
    }
    return {};
}

void Tree::add(const Uuid &node, const Uuid &parent)
{
    m_nodes.append(node);
    m_parents.insert(node, parent);
}

Tree Tree::of(const Records &records, EntityId entity, RefField parent, FieldId order)
{
    storage::Query query;
    query.entity = entity;
    query.sort = {{order}};
    Tree tree;
    const Result<QList<Record>> found = records.findNow(query);
    for (const Record &node : found ? *found : QList<Record>())
        tree.add(node.id(), node[parent]);
    return tree;
}

Tree Tree::ofDepartments(const Records &records) { return of(records, Department::entity, Department::parent, Department::code.id); }
Tree Tree::ofCategories(const Records &records) { return of(records, ProductCategory::entity, ProductCategory::parent, ProductCategory::name.id); }

Tree Tree::ofRegions(const Records &records)
{
    Tree tree;
    for (const DictionaryChoice &region : records.dictionary(QStringLiteral("region")))
        tree.add(region.id, region.parent);
    return tree;
}

bool Tree::isWithin(const Uuid &node, const Uuid &upper) const { return rules::isWithin(m_parents, node, upper); }

QList<std::pair<Uuid, int>> Tree::inOrder() const
{
    QList<std::pair<Uuid, int>> order;
    const std::function<void(const Uuid &, int)> addBelow = [&](const Uuid &parent, int depth) {
        for (const Uuid &node : m_nodes) {
            const Uuid above = m_parents.value(node);
            const bool isRoot = above.isNull() || !m_parents.contains(above);
            if (depth > DeepestTree || (parent.isNull() ? !isRoot : above != parent))
                continue;
            order.append({node, depth});
            addBelow(node, depth + 1);
        }
    };
    addBelow({}, 0);
    return order;
}

WhoseBox::WhoseBox(Records &records, QWidget *parent) : QComboBox(parent), m_records(records)
{
    fill();
    connect(this, &QComboBox::activated, this, [this] {
        m_whose = currentData().value<Whose>();
        Q_EMIT chosen();
    });
    connect(&m_records, &Records::rightsChanged, this, &WhoseBox::askForPeople);
    askForPeople();
}

void WhoseBox::askForPeople()
{
    m_records.tally(over(Opportunity::entity, {Filter::notEmpty(Opportunity::assignedTo.id)}), {{Opportunity::assignedTo.id}}, {}, this,
                    [this](const Result<QList<storage::Tally>> &people) {
        m_people.clear();
        for (const storage::Tally &person : people ? *people : QList<storage::Tally>())
            m_people.append(person.keys.first().id());
        std::ranges::sort(m_people, {}, [this](const Uuid &id) { return sortKey(m_records.title({User::entity, id})); });
        fill();
    });
}

void WhoseBox::fill()
{
    const QSignalBlocker quiet(this);
    clear();
    setAccessibleName(tr("Whose figures"));
    addItem(tr("Everybody I see"), QVariant::fromValue(Whose()));
    addItem(tr("Only mine"), QVariant::fromValue(Whose{Whose::Kind::Person, m_records.me()}));
    const auto departments = Tree::ofDepartments(m_records).inOrder();
    if (!departments.isEmpty())
        insertSeparator(count());
    for (const auto &[department, depth] : departments)
        addItem(QString(2 * depth, QChar::Nbsp) + m_records.title({Department::entity, department}), QVariant::fromValue(Whose{Whose::Kind::Department, department}));
    if (!m_people.isEmpty())
        insertSeparator(count());
    for (const Uuid &person : std::as_const(m_people))
        if (person != m_records.me())
            addItem(m_records.title({User::entity, person}), QVariant::fromValue(Whose{Whose::Kind::Person, person}));
    setWhose(m_whose);
}

void WhoseBox::setWhose(const Whose &whose)
{
    m_whose = whose;
    for (int at = 0; at < count(); ++at)
        if (itemData(at).isValid() && itemData(at).value<Whose>() == whose)
            return setCurrentIndex(at);
    // Somebody without opportunities, or not known yet.
    const EntityId entity = whose.kind == Whose::Kind::Person ? User::entity : Department::entity;
    addItem(m_records.title({entity, whose.id}), QVariant::fromValue(whose));
    setCurrentIndex(count() - 1);
}

void WhoseBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QComboBox::changeEvent(event);
}

} // namespace guanxi::app
