// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace guanxi::app {

class ViewContext;

/// Why a lead scores what it scores: every rule with its points, those that it meets first.
class ScoreView : public QWidget
{
    Q_OBJECT

public:
    ScoreView(ViewContext &context, const model::RecordRef &lead, QWidget *parent = nullptr);

    QTableWidget &table() const { return *m_table; }
    QLabel &total() const { return *m_total; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void show();
    void addRow(const model::Record &rule, bool isMet);

    ViewContext &m_context;
    Records &m_records;
    model::RecordRef m_lead;
    QLabel *m_total;
    QTableWidget *m_table;
};

} // namespace guanxi::app
