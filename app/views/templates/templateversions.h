// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QDialog>
#include <QJsonObject>

class QPushButton;
class QTableWidget;

namespace guanxi::app {

class TemplatePreview;

/// What a template was: each version that was saved, with its pages. One can be taken into the editor.
class TemplateVersions : public QDialog
{
    Q_OBJECT

public:
    TemplateVersions(Records &records, const model::Record &printTemplate, QWidget *parent = nullptr);

    QTableWidget &list() const { return *m_list; }
    QPushButton &take() const { return *m_take; }

Q_SIGNALS:
    void taken(const QJsonObject &definition);

private:
    void fill();
    void showChosen();

    Records &m_records;
    model::RecordRef m_template;
    QTableWidget *m_list;
    QPushButton *m_take;
    TemplatePreview *m_preview;
    QList<model::Record> m_versions;
};

} // namespace guanxi::app
