// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/crowding.h"
#include "app/widgets/boardlanes.h"

#include <QPointer>

class QComboBox;
class QTimer;

namespace guanxi::app {

class ViewContext;

/// The stages of a pipeline as columns of the board of opportunities. Cards tell how long they have been in their stage; of what is won
/// or lost only the last days are shown. A column warns of people who have more in it than the stage allows.
class StageLanes final : public BoardLanes
{
    Q_OBJECT

public:
    explicit StageLanes(ViewContext &context, QObject *parent = nullptr);

    QList<BoardLane> lanes() const override;
    model::FieldId field() const override;
    QList<model::FieldId> sums() const override;
    QList<BoardMove> moves(const model::Record &record) const override;
    std::optional<MadeStep> make(const model::Record &record, const BoardMove &move, QWidget *parent) override;
    CardRemark remark(const model::Record &record) const override;
    QWidget *chooser() override;
    QJsonObject state() const override;
    void setState(const QJsonObject &state) override;

    /// Days after which what is closed leaves the board.
    static constexpr int ClosedDays = 30;

private:
    void load();
    void show(const Uuid &pipeline);
    void onChanged(const QSet<model::RecordRef> &changed);
    void countCrowds();

    ViewContext &m_context;
    Records &m_records;
    QList<model::Record> m_pipelines;
    Uuid m_pipeline;
    QList<model::Record> m_stages;
    QHash<Uuid, QList<Crowd>> m_crowds; ///< by stage
    QTimer *m_counting;
    QPointer<QComboBox> m_chooser;
};

} // namespace guanxi::app
