// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/viewcontext.h"
#include "app/views/viewlist.h"
#include "tests/app/support/samplecompany.h"

namespace guanxi::tests {

/// The frame around a view, which notes what it is asked for.
class NotingContext : public app::ViewContext
{
public:
    NotingContext(app::Records &records, app::DraftStore &drafts) : m_records(records), m_drafts(drafts) {}
    app::Records &records() override { return m_records; }
    app::DraftStore &drafts() override { return m_drafts; }
    void openRecord(const model::RecordRef &ref, const QList<model::RecordRef> &) override { opened.append(ref); }
    void createRecord(model::EntityId entity, const app::Preset &preset) override { created.append({entity, preset}); }
    void notify(const QString &text, const Uuid &saved) override
    {
        notices.append(text);
        action = saved;
    }
    void showError(const Error &error) override { errors.append(error); }
    void undo(const Uuid &undone) override { (void)m_records.undo(undone); }
    void openView(const QString &) override {}
    app::RecordExtras extras() const override { return app::allExtras(); }

    QList<model::RecordRef> opened;
    QList<std::pair<model::EntityId, app::Preset>> created;
    QStringList notices;
    Uuid action; ///< the last one that was offered for undo
    QList<Error> errors;

private:
    app::Records &m_records;
    app::DraftStore &m_drafts;
};

} // namespace guanxi::tests
