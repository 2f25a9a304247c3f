// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/generic/masterdetailview.h"

class QButtonGroup;
class QToolButton;

namespace guanxi::app {

/// All customers with the present one beside them; ready-made segments (mine, follow-up due, at risk …) and the two
/// things one does most: log an interaction and plan an activity.
class CustomersView : public MasterDetailView
{
    Q_OBJECT

public:
    explicit CustomersView(ViewContext &context, QWidget *parent = nullptr);

    enum class Segment : quint8 { All, Mine, FollowUpDue, AtRisk, New };
    void showSegment(Segment segment);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void createFor(model::EntityId entity, model::FieldId account);

    QButtonGroup *m_segments;
    QToolButton *m_log;
    QToolButton *m_plan;
};

} // namespace guanxi::app
