// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/documentprintout.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace guanxi::app {

class LookupLine;
class PageView;

/// A template on a real record, as it would be printed; made anew in short steps a moment after it changed. What the reader may not see is
/// not on it.
class TemplatePreview : public QWidget
{
    Q_OBJECT

public:
    explicit TemplatePreview(Records &records, QWidget *parent = nullptr);
    ~TemplatePreview() override;

    /// After `delayMs`, unless it changes again.
    void show(const QJsonObject &document, int delayMs = TypingMs);
    bool isBusy() const { return m_delay.isActive() || m_source; }
    PageView &pages() const { return *m_pages; }
    QComboBox &language() const { return *m_language; }
    LookupLine &record() const { return *m_record; }
    /// What the reader should know, as under a print.
    QString notes() const;

    static constexpr int TypingMs = 300;

Q_SIGNALS:
    void shown();

private:
    void begin();
    void step();
    void chooseRecord(const model::Entity &entity);

    Records &m_records;
    QJsonObject m_document;
    LookupLine *m_record;
    QComboBox *m_language;
    PageView *m_pages;
    QLabel *m_notes;
    QTimer m_delay;
    QTimer m_steps;
    std::unique_ptr<DocumentPrintout> m_printout;
    std::unique_ptr<PageSource> m_source; ///< until all pages are there
    std::shared_ptr<Pages> m_made;
};

} // namespace guanxi::app
