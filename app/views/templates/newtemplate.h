// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/companytemplates.h"

#include <QDialog>

class QComboBox;

namespace guanxi::app {

/// Asks what a new template is for, and with what it begins.
class NewTemplate : public QDialog
{
    Q_OBJECT

public:
    NewTemplate(const Records &records, const QString &entity, QWidget *parent = nullptr);

    /// What the editor begins with.
    CompanyTemplate begun() const;
    QComboBox &entity() const { return *m_entity; }
    QComboBox &from() const { return *m_from; }

private:
    void offer();

    const Records &m_records;
    QList<CompanyTemplate> m_templates;
    QComboBox *m_entity;
    QComboBox *m_from;
};

} // namespace guanxi::app
