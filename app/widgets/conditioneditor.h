// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

class QLabel;

namespace guanxi::app {

class FilterBuilder;

/// The condition of a rule (Field::conditionOn), put together as in the filter of a list. One that this program cannot show
/// whole is worded as far as it goes and stays as it is.
class ConditionEditor : public FieldEditor
{
    Q_OBJECT

public:
    ConditionEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    std::optional<Error> fault() const override;
    bool isWide() const override { return true; }

private:
    bool canShow(const model::Filter &filter) const;
    void showHint();

    const model::Entity &m_about;
    FilterBuilder *m_builder;
    QLabel *m_hint;
    model::Value m_kept; ///< what cannot be shown
};

} // namespace guanxi::app
