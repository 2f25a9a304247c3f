// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/draftstore.h"
#include "app/reports/documentprintout.h"
#include "app/reports/paper/labelsheet.h"

namespace guanxi::app {

/// Labels for records: addresses of customers, contacts and suppliers, products with a code to be scanned. As they are seen: what is hidden or
/// may not be printed is on no label.
class LabelPrintout final : public Printout
{
public:
    LabelPrintout(Records &records, DraftStore *memory, PrintedRecords printed);

    QString title() const override;
    std::unique_ptr<PageSource> source() override;
    QList<Choice> choices() const override;
    void choose(const QString &key, int option) override;
    QJsonObject recall() const override;
    void keep(const QJsonObject &choices) override;
    bool mayExport() const override;
    Result<void> note(const QString &format) override { return m_records.note(m_printed.departure(title(), format)); }

    static bool isFor(const model::Entity &entity);

private:
    class Source;
    Label labelOf(const model::Record &record) const;
    Label addressOf(const model::Record &record) const;
    Label productOf(const model::Record &record) const;
    /// Empty when the user may not see it.
    QString text(const model::Record &record, model::FieldId field) const;
    bool isOfProducts() const;

    Records &m_records;
    DraftStore *m_memory;
    PrintedRecords m_printed;
    QList<LabelFormat> m_formats = LabelFormat::all();
    int m_format = 0;
    int m_skipped = 0;
    bool m_isQr = false;
};

} // namespace guanxi::app
