// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/barcode.h"
#include "app/reports/paper/pages.h"

#include <QList>
#include <QStringList>

namespace guanxi::app {

/// How labels lie on a sheet; millimetres.
struct LabelFormat {
    QString name;
    QSizeF paper;
    QSizeF label;
    int columns = 1;
    int rows = 1;
    QSizeF step; ///< from one to the next

    int perSheet() const { return columns * rows; }
    /// Common sheets and rolls.
    static QList<LabelFormat> all();
};

/// What stands on one label: a heading, lines, a code to be scanned.
struct Label {
    QString heading;
    QStringList lines;
    QString code;      ///< empty: none
    bool isQr = false;
};

/// Labels side by side on sheets; the first `skipped` places of the first sheet are used already.
class LabelSheets final : public Pages
{
public:
    LabelSheets(const QString &title, const LabelFormat &format, QList<Label> labels, int skipped);

    QString title() const override { return m_title; }
    QPageLayout layout() const override;
    bool proceed(const QDeadlineTimer &) override { return true; }
    int count() const override;
    bool isPlain() const override { return true; }
    void paint(QPainter &painter, int page) const override;
    std::shared_ptr<const Pages> detached(int first, int last) const override;

private:
    void paintLabel(QPainter &painter, const Label &label, const QRectF &area) const;

    QString m_title;
    LabelFormat m_format;
    QList<Label> m_labels;
    int m_skipped;
};

} // namespace guanxi::app
