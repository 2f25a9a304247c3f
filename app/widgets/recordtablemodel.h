// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QAbstractTableModel>

namespace guanxi::app {

/// Records as rows and their fields as columns: what RecordDelegate paints and edits.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { ValueRole = Qt::UserRole, FieldRole, RefRole };

    using QAbstractTableModel::QAbstractTableModel;

    virtual const model::Entity &entity() const = 0;
    virtual Records &records() const = 0;
    virtual const model::Field &field(int column) const = 0;
    /// The record in that row; invalid when there is none.
    virtual const model::Record &record(int row) const = 0;

Q_SIGNALS:
    void failed(const Error &error);
};

} // namespace guanxi::app
