// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QScrollArea>

namespace guanxi::app {

class FieldCell;

/// All fields of an open record in sections, each editable in place.
class RecordFields : public QScrollArea
{
    Q_OBJECT

public:
    RecordFields(Records &records, const model::Record &record, QWidget *parent = nullptr);

    void setRecord(const model::Record &record);
    void focusFirst();
    FieldCell *cell(model::FieldId field) const { return m_cells.value(field); }

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref);
    void saved(const Saved &saved);
    void failed(const Error &error);

private:
    void build();
    /// Other fields make sense now; those that are edited stay until they are left.
    void rebuild();
    bool showsOtherKind() const;

    Records &m_records;
    model::Record m_record;
    QHash<model::FieldId, FieldCell *> m_cells;
    FieldCell *m_first = nullptr;
};

} // namespace guanxi::app
