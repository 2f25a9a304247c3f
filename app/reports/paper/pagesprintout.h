// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/printout.h"

namespace guanxi::app {

/// Where a printout keeps what was chosen last time; both may be empty.
struct PaperMemory {
    std::function<QJsonObject()> recall{};
    std::function<void(const QJsonObject &)> keep{};
};

/// What a view shows, on a paper that is chosen.
class PagesPrintout final : public Printout
{
public:
    /// Asked anew for each paper.
    using Make = std::function<std::shared_ptr<Pages>(const QPageLayout &layout)>;

    PagesPrintout(const QString &title, QPageLayout::Orientation orientation, Make make, bool mayExport, PaperMemory memory = {});
    /// Asked before it leaves the program, with the format.
    using Note = std::function<Result<void>(const QString &format)>;
    void setNote(Note note) { m_note = std::move(note); }
    /// Also saved as a picture.
    void setDrawing(const Drawing &drawing) { m_drawing = drawing; }

    QString title() const override { return m_title; }
    std::unique_ptr<PageSource> source() override;
    QList<Choice> choices() const override;
    void choose(const QString &key, int option) override;
    QJsonObject recall() const override { return m_memory.recall ? m_memory.recall() : QJsonObject(); }
    void keep(const QJsonObject &choices) override;
    bool mayExport() const override { return m_mayExport; }
    Result<void> note(const QString &format) override { return m_note ? m_note(format) : Result<void>(); }
    Drawing drawing() const override { return m_drawing; }

private:
    QString m_title;
    int m_paper = 0;
    bool m_isLandscape;
    int m_margins = 1;
    Make m_make;
    bool m_mayExport;
    PaperMemory m_memory;
    Note m_note;
    Drawing m_drawing;
};

} // namespace guanxi::app
