// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"
#include "app/widgets/listfilter.h"

#include <QTimer>

class QLabel;
class QVBoxLayout;

namespace guanxi::app {

class FilterBuilder;

/// The condition of a rule (Field::conditionOn), or the filter of a segment (rules::holdsFilter) with the number of records it
/// lets pass, put together as in the filter of a list. One that this program cannot show whole is worded as far as it goes and
/// stays as it is.
class ConditionEditor : public FieldEditor
{
    Q_OBJECT

public:
    ConditionEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    void setTyped(const model::Record &record) override;
    std::optional<Error> fault() const override;
    bool isWide() const override { return true; }

private:
    /// Begins anew with conditions on another entity; nullptr: there is nothing to filter.
    void aimAt(const model::Entity *about);
    std::optional<model::Filter> read(const QString &text) const;
    bool canShow(const model::Filter &filter) const;
    void showHint();
    void count();
    bool isRule() const { return field().isCondition(); }
    bool isEmpty() const;

    FilterUse m_use;
    const model::Entity *m_about = nullptr;
    QVBoxLayout *m_column;
    FilterBuilder *m_builder = nullptr;
    QLabel *m_hint;
    model::Value m_kept; ///< what cannot be shown
    QTimer m_counting; ///< until nobody types any more
};

} // namespace guanxi::app
