// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace guanxi::app {

class FilterBuilder;

/// One condition on what belongs to a record: it has, or has no, record of another kind that fits conditions of its own.
class RelatedFilterRow : public QWidget
{
    Q_OBJECT

public:
    RelatedFilterRow(Records &records, const model::Entity &entity, int depth, QWidget *parent = nullptr);

    /// True for what such a row can show.
    static bool canShow(const storage::Filter &filter);
    storage::Filter filter() const;
    void setFilter(const storage::Filter &filter);

Q_SIGNALS:
    void changed();
    void removeRequested();

private:
    void showConditions();

    Records &m_records;
    int m_depth;
    QComboBox *m_has;
    QComboBox *m_kinds; ///< entity and field, as one number
    QVBoxLayout *m_place;
    FilterBuilder *m_conditions = nullptr;
};

} // namespace guanxi::app
