// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/outbox/outboxmodule.h"

#include "app/views/outbox/outboxview.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

class OutboxFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(OutboxFactory)

public:
    OutboxFactory(Outbox &outbox, SyncStatus &status, const Clock &clock) : m_outbox(outbox), m_status(status), m_clock(clock) {}

    QString id() const override { return QStringLiteral("outbox.list"); }
    QString title() const override { return tr("My changes"); }
    QString icon() const override { return QStringLiteral("document-send"); }
    model::Workspace workspace() const override { return model::Workspace::None; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override
    {
        return new OutboxView(context, m_outbox, m_status, m_clock, parent);
    }

private:
    Outbox &m_outbox;
    SyncStatus &m_status;
    const Clock &m_clock;
};

} // namespace

void addOutboxView(ViewList &views, Outbox &outbox, SyncStatus &status, const Clock &clock)
{
    views.push_back(std::make_unique<OutboxFactory>(outbox, status, clock));
}

} // namespace guanxi::app
