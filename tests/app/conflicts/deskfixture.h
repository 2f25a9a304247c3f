// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/conflicts/conflictsview.h"
#include "app/views/viewcontext.h"
#include "app/data/draftstore.h"
#include "app/widgets/fieldeditor.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <QPushButton>
#include <QTreeWidget>

namespace guanxi::tests {

/// The frame around a conflict desk, as far as it asks for one.
class Frame final : public app::ViewContext, public app::DraftStore
{
public:
    explicit Frame(app::Records &records) : m_records(records) {}

    app::Records &records() override { return m_records; }
    app::DraftStore &drafts() override { return *this; }
    void openRecord(const model::RecordRef &, const QList<model::RecordRef> &) override {}
    void createRecord(model::EntityId, const app::Preset &) override {}
    void notify(const QString &text, const Uuid &) override { said = text; }
    void showError(const Error &error) override { errors.append(error); }
    void openView(const QString &) override {}
    void undo(const Uuid &action) override { static_cast<void>(m_records.undo(action)); }
    void put(const QString &, const QByteArray &) override {}
    QByteArray get(const QString &) const override { return {}; }
    void remove(const QString &) override {}
    QStringList keys() const override { return {}; }

    QString said;
    QList<Error> errors;

private:
    app::Records &m_records;
};

/// Two people at their desks, one of them away for a while, and the conflict desk that shows what became of it.
class ConflictCompany : public test::DeskCompany
{
public:
    explicit ConflictCompany(test::MemoryServer::Declare declare = test::MemoryServer::declareSome)
        : DeskCompany(storage::Backend::Sqlite, declare)
    {}

    /// A customer that both see.
    model::Record shared(const QString &name);
    /// Bea works while Ann is away; then Ann, who knows nothing of it, and comes back.
    void clash(const std::function<void()> &beaDoes, const std::function<void()> &annDoes);
    /// Opens the conflict desk of one of them; what it is about stands in the list.
    app::ConflictsView &open(test::MemoryDesk &desk);
    QString kind() const;
    /// All words that the desk shows of the conflict.
    QString words() const;
    /// By the keyboard: Alt and a digit.
    void press(Qt::Key digit);
    /// By the mouse: the button whose label begins so.
    void click(const QString &label);
    bool offers(const QString &label) const;
    /// What was decided travels to everybody; answers whether nothing is left to decide at either desk.
    bool isSettled();
    /// The first of the editors that are offered, or a later one.
    app::FieldEditor *editor(int place = 0) const;
    void type(const QString &text, int place = 0);
    /// Finds a record by its name, as a person types it.
    void choose(const QString &name, int place = 0);
    /// A change that no form would let its user make, as an older or newer program sends it.
    void sendRaw(test::MemoryDesk &desk, const QList<model::RecordChange> &changes);

    std::unique_ptr<Frame> frame;
    std::unique_ptr<app::ConflictsView> view;

private:
    QPushButton *button(const QString &label) const;
};

} // namespace guanxi::tests
