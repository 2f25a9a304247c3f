// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/relatedfilterrow.h"

#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/relations.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

namespace guanxi::app {

using storage::Filter;
using Kind = storage::Filter::Kind;

namespace {

qint64 numberOf(model::EntityId entity, model::FieldId field) { return qint64(entity) << 32 | field; }
model::EntityId entityOf(qint64 number) { return model::EntityId(number >> 32); }
model::FieldId fieldOf(qint64 number) { return model::FieldId(number & 0xffffffff); }

} // namespace

RelatedFilterRow::RelatedFilterRow(Records &records, const model::Entity &entity, int depth, QWidget *parent)
    : QWidget(parent), m_records(records), m_depth(depth), m_has(new QComboBox), m_kinds(new QComboBox), m_place(new QVBoxLayout)
{
    m_has->addItem(tr("has"), true);
    m_has->addItem(tr("has no"), false);
    m_has->setAccessibleName(tr("Has or has not"));
    for (const Relation &relation : relationsOf(records, entity.id))
        for (const model::Field *field : relation.fields) {
            const QString plural = entityPlural(*relation.entity);
            m_kinds->addItem(relation.fields.size() == 1 ? plural : tr("%1 (%2)").arg(plural, fieldLabel(*relation.entity, *field)),
                             numberOf(relation.entity->id, field->id));
        }
    m_kinds->setAccessibleName(tr("Kind of record"));
    m_kinds->setMaxVisibleItems(20);
    guardWheel(m_has);
    guardWheel(m_kinds);
    QToolButton *remove = removeButton(tr("Remove this condition"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_has);
    head->addWidget(m_kinds);
    head->addStretch(1);
    head->addWidget(remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(m_place);
    setFocusProxy(m_kinds);
    connect(m_has, &QComboBox::activated, this, &RelatedFilterRow::changed);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, [this] {
        showConditions();
        Q_EMIT changed();
    });
    connect(remove, &QToolButton::clicked, this, &RelatedFilterRow::removeRequested);
    showConditions();
}

bool RelatedFilterRow::canShow(const Filter &filter)
{
    return filter.kind == Kind::Referred || (filter.kind == Kind::Not && filter.children.value(0).kind == Kind::Referred);
}

void RelatedFilterRow::showConditions()
{
    delete m_conditions;
    m_conditions = nullptr;
    const model::Entity *other = m_records.catalogue().entity(entityOf(m_kinds->currentData().toLongLong()));
    if (!other)
        return;
    m_conditions = new FilterBuilder(m_records, *other, FilterUse::List, m_depth);
    m_place->addWidget(m_conditions);
    connect(m_conditions, &FilterBuilder::changed, this, &RelatedFilterRow::changed);
    connect(m_conditions, &FilterBuilder::removeRequested, this, &RelatedFilterRow::removeRequested);
}

Filter RelatedFilterRow::filter() const
{
    const qint64 kind = m_kinds->currentData().toLongLong();
    if (kind == 0)
        return {};
    Filter found = Filter::referred(entityOf(kind), fieldOf(kind));
    if (const Filter condition = m_conditions ? m_conditions->filter() : Filter(); !condition.isEmpty())
        found.children.append(condition);
    return m_has->currentData().toBool() ? found : Filter::negate(found);
}

void RelatedFilterRow::setFilter(const Filter &filter)
{
    const bool has = filter.kind == Kind::Referred;
    const Filter &found = has ? filter : filter.children.first();
    m_has->setCurrentIndex(m_has->findData(has));
    m_kinds->setCurrentIndex(m_kinds->findData(numberOf(model::EntityId(found.values.value(0).number()), model::FieldId(found.values.value(1).number()))));
    if (m_conditions && !found.children.isEmpty())
        m_conditions->setFilter(found.children.first());
}

} // namespace guanxi::app
