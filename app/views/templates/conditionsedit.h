// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/templates/fieldmenu.h"

#include <QJsonValue>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace guanxi::app {

class ConditionLine;

/// When something of a template is printed: fields, how they are compared, and with what; all must hold.
class ConditionsEdit : public QWidget
{
    Q_OBJECT

public:
    ConditionsEdit(Records &records, const FieldScope &scope, QWidget *parent = nullptr);

    /// Undefined: always.
    QJsonValue value() const;
    void setValue(const QJsonValue &value);
    void setLabel(const QString &label);

Q_SIGNALS:
    void edited();

private:
    ConditionLine *add(const QString &condition);
    void remove(ConditionLine *line);

    Records &m_records;
    FieldScope m_scope;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<ConditionLine *> m_lines;
    QString m_label;
};

} // namespace guanxi::app
