// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

namespace guanxi::test {

/// Fills editors as a person does: keys into what has the focus.
class FormTyper
{
public:
    explicit FormTyper(const app::Records &records) : m_records(records) {}

    /// Types so that the field holds `value`; false when its editor cannot be brought to it, or when there is none.
    bool type(app::FieldEditor *editor, const model::Value &value);

private:
    void typeText(QWidget &into, const QString &text);
    bool choose(QWidget &box, app::FieldEditor &editor, const model::Value &value);
    bool fillCondition(app::FieldEditor &editor, const model::Value &value);
    bool lookUp(app::FieldEditor &editor, const model::RecordRef &ref);
    QString textOf(const model::Field &field, const model::Value &value) const;

    const app::Records &m_records;
};

} // namespace guanxi::test
