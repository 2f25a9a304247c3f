// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

class QCheckBox;
class QComboBox;

namespace guanxi::app {

class BoolEditor : public FieldEditor
{
    Q_OBJECT

public:
    BoolEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;

private:
    QCheckBox *m_box;
};

/// One of the field's fixed choices (or states, in filters).
class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;

private:
    QComboBox *m_box;
};

/// One value of a dictionary; trees are indented. Values no longer in use are offered only where one is already set.
class DictionaryEditor : public FieldEditor
{
    Q_OBJECT

public:
    DictionaryEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;

private:
    void addChildren(const QList<DictionaryChoice> &choices, const Uuid &parent, int depth);

    QComboBox *m_box;
};

} // namespace guanxi::app
