// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/quoteversions.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QTableWidget;

namespace guanxi::app {

/// A version of a quote to read: its head and its lines, beside those of the present one where they differ.
class VersionDialog : public QDialog
{
    Q_OBJECT

public:
    VersionDialog(const Records &records, QuoteLook look, QuoteLook present, QWidget *parent = nullptr);

    QTableWidget &table() const { return *m_table; }
    QCheckBox &comparison() const { return *m_compare; }

private:
    void fill();
    void addLine(const LinePair &pair, const QStringList &columns);
    QString headText() const;
    QString sumsText() const;
    QString text(const model::Record &record, const QString &field) const;

    const Records &m_records;
    QuoteLook m_look;
    QuoteLook m_present;
    QCheckBox *m_compare;
    QTableWidget *m_table;
    QLabel *m_sums;
};

} // namespace guanxi::app
