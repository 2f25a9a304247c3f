// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/reports/paper/printrun.h"

namespace guanxi::app {

/// Makes the pages of one record after the other, reading what belongs to each in short steps.
class PieceMaker : public QObject
{
    Q_OBJECT

public:
    virtual void begin(const model::Record &record) = 0;
    /// Ready: take() has the pages.
    virtual Result<PageSource::State> step() = 0;
    std::shared_ptr<Pages> take() { return std::exchange(m_made, nullptr); }
    /// Some texts are not there in the language of the print.
    virtual bool isTextMissing() const { return false; }

protected:
    std::shared_ptr<Pages> m_made;
};

/// The records of a query, a window at a time.
class RowReading
{
public:
    RowReading(Records &records, const storage::Query &query, QObject *context);

    /// Nothing while the rows are being looked for; an empty list: these were all.
    Result<std::optional<QList<model::Record>>> next();

private:
    Records &m_records;
    model::EntityId m_entity;
    std::shared_ptr<std::optional<Result<Records::Rows>>> m_rows; ///< filled when they are found
    size_t m_at = 0;
};

} // namespace guanxi::app
