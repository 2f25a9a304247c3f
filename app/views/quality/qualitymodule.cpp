// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/quality/qualitymodule.h"

#include "app/views/quality/qualityview.h"
#include "common/model/catalogue/ids.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

class QualityFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(QualityFactory)

public:
    QString id() const override { return QStringLiteral("quality.findings"); }
    QString title() const override { return tr("Data quality"); }
    QString icon() const override { return QStringLiteral("tools-check-spelling"); }
    model::Workspace workspace() const override { return model::Workspace::Customers; }
    model::EntityId entity() const override { return model::ids::Account; }
    bool opensAtFirst() const override { return false; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new QualityView(context, parent); }
    QJsonObject saveState(const QWidget *widget) const override { return static_cast<const QualityView *>(widget)->state(); }
    void restoreState(QWidget *widget, const QJsonObject &state) const override { static_cast<QualityView *>(widget)->setState(state); }
};

} // namespace

void addQualityView(ViewList &views) { views.push_back(std::make_unique<QualityFactory>()); }

} // namespace guanxi::app
