// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/listfilter.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace guanxi::app {

class FieldEditor;
class RelatedFilterRow;

/// The small button at the end of a condition or group that takes it away.
QToolButton *removeButton(const QString &tip);

/// One condition: field, relation, value.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    FilterRow(Records &records, const model::Entity &entity, FilterUse use);

    /// Empty while something is still to be filled in.
    storage::Filter filter() const;
    void setFilter(const storage::Filter &filter);

Q_SIGNALS:
    void changed();
    void removeRequested();

private:
    const model::Field &field() const;
    void showWords();
    void showEditors();

    Records &m_records;
    const model::Entity &m_entity;
    FilterUse m_use;
    QComboBox *m_fields;
    QComboBox *m_words;
    QHBoxLayout *m_place;
    QList<FieldEditor *> m_editors;
    QSpinBox *m_days = nullptr;
};

/// A group of conditions joined by "all of" or "any of"; groups may hold groups, and conditions on related records.
class FilterBuilder : public QWidget
{
    Q_OBJECT

public:
    FilterBuilder(Records &records, const model::Entity &entity, FilterUse use = FilterUse::List, int depth = 0);

    storage::Filter filter() const;
    void setFilter(const storage::Filter &filter);
    /// No condition still wants to be filled in.
    bool isComplete() const;
    /// A first row to start with; the keyboard goes there.
    void ensureRow();

Q_SIGNALS:
    void changed();
    void removeRequested();

private:
    FilterRow *addRow();
    FilterBuilder *addGroup();
    RelatedFilterRow *addRelated();
    /// Puts a condition or group in, and listens to it.
    template <class Row> Row *add(Row *row);
    void clear();

    Records &m_records;
    const model::Entity &m_entity;
    FilterUse m_use;
    int m_depth;
    QComboBox *m_join;
    QVBoxLayout *m_rows;
};

} // namespace guanxi::app
