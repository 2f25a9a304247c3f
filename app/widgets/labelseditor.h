// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

#include <QJsonObject>

class QLineEdit;

namespace guanxi::app {

/// What a record is called, in each language of the program: JSON by language. Of built-in records the program knows the Chinese name
/// itself, and shows it until somebody types another.
class LabelsEditor : public FieldEditor
{
    Q_OBJECT

public:
    LabelsEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    void setTyped(const model::Record &record) override;

    QLineEdit &line(const QString &language) const;
    /// Whether the field holds what its records are called.
    static bool fits(const model::Entity &entity, const model::Field &field);

private:
    QLineEdit *m_chinese;
    QLineEdit *m_english;
    bool m_isTyped = false;
    QJsonObject m_kept; ///< languages that are not shown
    model::Value m_given; ///< as it was, until something is typed
};

} // namespace guanxi::app
