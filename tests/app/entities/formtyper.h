// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/recordform.h"

namespace guanxi::test {

/// Fills a form as a person does: keys into the editor that has the focus.
class FormTyper
{
public:
    FormTyper(app::RecordForm &form, const app::Records &records) : m_form(form), m_records(records) {}

    /// Types so that the field holds `value`; false when its editor cannot be brought to it, or when there is none.
    bool type(model::FieldId field, const model::Value &value);

private:
    void typeText(QWidget &into, const QString &text);
    bool choose(QWidget &box, app::FieldEditor &editor, const model::Value &value);
    bool lookUp(app::FieldEditor &editor, const model::RecordRef &ref);
    QString textOf(const model::Field &field, const model::Value &value) const;

    app::RecordForm &m_form;
    const app::Records &m_records;
};

} // namespace guanxi::test
