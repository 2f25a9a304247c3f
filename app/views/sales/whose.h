// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QComboBox>

namespace guanxi::app {

/// Whose results are looked at, as far as the user sees them.
struct Whose {
    enum class Kind : quint8 { Everybody, Department, Person };

    Kind kind = Kind::Everybody;
    Uuid id;

    /// By a field that names a person; lets everything pass for everybody.
    model::Filter filter(model::FieldId person) const;
    bool operator==(const Whose &) const = default;
};

/// What lies in what: departments, regions, product categories.
class Tree
{
public:
    static Tree ofDepartments(const Records &records);
    static Tree ofRegions(const Records &records);
    static Tree ofCategories(const Records &records);

    /// The same one, or below it.
    bool isWithin(const Uuid &node, const Uuid &upper) const;
    Uuid parentOf(const Uuid &node) const { return m_parents.value(node); }
    /// Each after the one that it lies in, with its depth.
    QList<std::pair<Uuid, int>> inOrder() const;

private:
    void add(const Uuid &node, const Uuid &parent);
    static Tree of(const Records &records, model::EntityId entity, model::RefField parent, model::FieldId order);

    QHash<Uuid, Uuid> m_parents;
    QList<Uuid> m_nodes;
};

/// Chooses whose: everybody, the user himself, departments, people who have opportunities.
class WhoseBox : public QComboBox
{
    Q_OBJECT

public:
    explicit WhoseBox(Records &records, QWidget *parent = nullptr);

    const Whose &whose() const { return m_whose; }
    void setWhose(const Whose &whose);

Q_SIGNALS:
    void chosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void askForPeople();
    void fill();

    Records &m_records;
    QList<Uuid> m_people; ///< by name
    Whose m_whose;
};

} // namespace guanxi::app
