// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/flow.h"
#include "app/reports/paperwords.h"
#include "app/reports/piecemaker.h"
#include "app/widgets/relations.h"

namespace guanxi::app {

/// All that a record says, in its sections, and on demand what belongs to it: a table for each kind of related records that the user may
/// print. Hidden fields are absent, masked ones masked.
class RecordSheet final : public PieceMaker
{
    Q_OBJECT

public:
    RecordSheet(Records &records, const QString &language, bool withRelations, qint64 today);

    void begin(const model::Record &record) override;
    Result<PageSource::State> step() override;

    /// Related records of one kind that are listed; more are counted.
    static constexpr int MostRows = 200;

private:
    struct Related {
        Relation relation;
        QList<const model::Field *> columns;
        std::optional<RowReading> reading;
        QList<QStringList> cells;
        qint64 left = 0; ///< beyond MostRows
    };
    Related relatedOf(const Relation &relation) const;
    std::shared_ptr<Flow> flow() const;
    void addFields(BlockList &blocks) const;
    void addRelated(BlockList &blocks, const Related &related) const;
    bool isShown(const model::Field &field) const;
    bool isChinese() const { return m_words.language() == QStringLiteral("zh"); }

    Records &m_records;
    PaperWords m_words;
    bool m_withRelations;
    qint64 m_today;
    model::Record m_record;
    std::vector<Related> m_related;
    size_t m_reading = 0;
};

} // namespace guanxi::app
