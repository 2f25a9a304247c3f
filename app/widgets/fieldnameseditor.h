// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

class QListWidget;

namespace guanxi::app {

/// Some of the fields of another entity (Field::fieldsOf), each with a tick.
class FieldNamesEditor : public FieldEditor
{
    Q_OBJECT

public:
    FieldNamesEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    bool isWide() const override { return true; }

private:
    QListWidget *m_list;
    bool m_isTicked = false;
    model::Value m_given; ///< as it was, until somebody ticks
    QStringList m_unknown; ///< names that this program does not know; they stay
};

/// The chosen fields as people call them.
QString fieldNamesText(const Records &records, const model::Field &field, const QString &json);

} // namespace guanxi::app
