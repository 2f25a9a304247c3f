// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/quoteversions.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace guanxi::app {

class ViewContext;

/// The versions of a quote, the present one on top: when each was sent, by whom, what it came to and what the present one differs by.
class VersionsView : public QWidget
{
    Q_OBJECT

public:
    VersionsView(ViewContext &context, const model::RecordRef &quote, QWidget *parent = nullptr);

    QTreeWidget &list() const { return *m_list; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void addRow(const QuoteLook &look, const QuoteLook &present);
    /// Earlier versions that the server has not kept yet, newest first.
    QList<QuoteLook> waiting(const QuoteLook &present) const;
    std::optional<QuoteLook> chosen() const;
    void openChosen();
    void quoteAgain();

    ViewContext &m_context;
    Records &m_records;
    model::RecordRef m_quote;
    QTreeWidget *m_list;
    QLabel *m_says;
    QPushButton *m_open;
    QPushButton *m_again;
};

} // namespace guanxi::app
