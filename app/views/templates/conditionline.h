// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/templates/fieldmenu.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace guanxi::app {

/// One condition of a template (app/reports/README.md) as a field, a comparison and what is compared with.
class ConditionLine : public QWidget
{
    Q_OBJECT

public:
    ConditionLine(Records &records, const FieldScope &scope, QWidget *parent = nullptr);

    /// Empty while no field is chosen.
    QString condition() const;
    void setCondition(const QString &condition);
    void setLabel(const QString &label);
    void setField(const QString &path);

Q_SIGNALS:
    void edited();
    void removed();

private:
    enum class Comparison : quint8 { Filled, Empty, Is, IsNot, Past };
    Comparison comparison() const;
    void fillComparisons();
    void fillValues();
    void showValues();
    QString typed() const;

    Records &m_records;
    FieldScope m_scope;
    QString m_path;
    QToolButton *m_field;
    QComboBox *m_comparison;
    QStackedWidget *m_values;
    QComboBox *m_choice;
    QLineEdit *m_text;
    QToolButton *m_remove;
};

} // namespace guanxi::app
