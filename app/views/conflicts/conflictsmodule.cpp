// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/conflicts/conflictsmodule.h"

#include "app/views/conflicts/conflictsview.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

class ConflictsFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(ConflictsFactory)

public:
    explicit ConflictsFactory(const Clock &clock) : m_clock(clock) {}

    QString id() const override { return QStringLiteral("conflicts.desk"); }
    QString title() const override { return tr("Conflicts"); }
    QString icon() const override { return QStringLiteral("view-split-left-right"); }
    model::Workspace workspace() const override { return model::Workspace::None; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new ConflictsView(context, m_clock, parent); }

private:
    const Clock &m_clock;
};

} // namespace

void addConflictsView(ViewList &views, const Clock &clock) { views.push_back(std::make_unique<ConflictsFactory>(clock)); }

} // namespace guanxi::app
