// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/crowding.h"

namespace guanxi::app {

/// A stage of the funnel and what is in it (R09 of the requirements). Amounts in base currency, in 1/10 000.
struct FunnelStage {
    model::Record stage;
    qint64 count = 0;
    qint64 amount = 0;
    qint64 weighted = 0;
    qint64 entered = 0;    ///< opportunities that ever came in
    qint64 left = 0;       ///< how often one went on or out
    qint64 stayedHours = 0; ///< of those that left, together
    qint64 stuck = 0;      ///< longer in it than the stage allows
    QList<Crowd> crowds{}; ///< who has more in it than the stage allows

    bool isOpen() const;
    bool isLost() const;
    /// Mean days in the stage of those that left it; nothing: nobody has.
    std::optional<double> meanDays() const;
};

/// What stands in the stages of a pipeline, added up by the local database; kept up to date while records change.
class Funnel : public QObject
{
    Q_OBJECT

public:
    explicit Funnel(Records &records, QObject *parent = nullptr);

    /// Whose opportunities, of which pipeline; starts counting.
    void show(const Uuid &pipeline, bool mine);
    QList<model::Record> pipelines() const;
    /// In their order.
    const QList<FunnelStage> &stages() const { return m_stages; }
    /// The share of those that came into the stage that went on to the next one, in percent.
    std::optional<double> conversion(qsizetype stage) const;
    bool isCounting() const { return m_waiting > 0; }

    enum Part { All, Stuck, Crowded };
    /// The opportunities in a stage: all, those that stay too long in it, those of people who have too many in it.
    model::Filter filterOf(const FunnelStage &stage, Part part) const;

Q_SIGNALS:
    void counted();

private:
    void count();
    void countStuck();
    void countCrowds();
    void onChanged(const QSet<model::RecordRef> &changed);
    model::Filter whose() const;
    model::Filter whoseSteps() const;
    FunnelStage *stageOf(const model::Value &id);
    /// An answer is in; the last one shows what was counted.
    void answered();
    void ask(const storage::Query &query, model::FieldId by, const QList<model::FieldId> &sums, std::function<void(FunnelStage &, const storage::Group &)> take);

    Records &m_records;
    Uuid m_pipeline;
    bool m_mine = false;
    QList<FunnelStage> m_stages;
    QList<FunnelStage> m_next; ///< being counted
    int m_waiting = 0;
    bool m_again = false;
};

} // namespace guanxi::app
