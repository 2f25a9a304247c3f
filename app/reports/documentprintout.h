// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/draftstore.h"
#include "app/reports/documentmaker.h"
#include "app/reports/paper/printout.h"
#include "app/reports/printedrecords.h"

namespace guanxi::app {

/// Records by a template that is chosen (quotes, confirmations, slips, reminders), or as a sheet of all they say, with or without what belongs
/// to them. Records that the right Print does not reach are left out and counted.
class DocumentPrintout final : public Printout
{
public:
    DocumentPrintout(Records &records, DraftStore *memory, PrintedRecords printed, QList<PaperTemplate> templates);

    QString title() const override;
    std::unique_ptr<PageSource> source() override;
    QStringList notes() const override;
    QList<Choice> choices() const override;
    void choose(const QString &key, int option) override;
    QJsonObject recall() const override;
    void keep(const QJsonObject &choices) override;
    bool mayExport() const override;
    std::optional<MailDraft> mail() const override;
    Result<void> note(const QString &format) override { return m_records.note(m_printed.departure(title(), format)); }

private:
    class Source;
    enum Sheet { Plain, WithRelations, Sheets }; ///< after the templates
    const PaperTemplate *form() const { return m_template < m_templates.size() ? &m_templates[m_template] : nullptr; }
    std::unique_ptr<PieceMaker> maker(const DocumentMaker::Sender &sender) const;
    QString memoryKey() const;

    Records &m_records;
    DraftStore *m_memory; ///< nullptr: nothing is remembered
    PrintedRecords m_printed;
    QList<PaperTemplate> m_templates;
    qsizetype m_template = 0;
    QString m_language;
    /// What the last source met.
    struct Met {
        bool isTextMissing = false;
        bool isLogoMissing = false;
    };
    std::shared_ptr<Met> m_met = std::make_shared<Met>();
};

} // namespace guanxi::app
