// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/changeset.h"

namespace guanxi::sync {

/// An action is cut into parts of at most so many records, and of about so many bytes, so that other writers get in
/// between and each part fits a message.
inline constexpr qsizetype PartRecords = 500;
inline constexpr qsizetype PartBytes = 256 * 1024;
/// Stands for the number of parts where the first are saved before all of the action is known: more than any has.
inline constexpr int PartsUncounted = 1 << 20;

/// Changes of an action, cut into its parts as they come. Long texts of one record that are more than a part together
/// follow in parts of their own, unless the record cannot be without them.
class Parts
{
public:
    explicit Parts(const model::Catalogue &catalogue) : m_catalogue(&catalogue) {}

    void add(const QList<model::RecordChange> &changes);
    bool isEmpty() const { return m_parts.isEmpty(); }
    /// Complete ones, and one that more may come to.
    qsizetype count() const { return m_parts.size(); }
    /// The changes of the next part, which leaves.
    QList<model::RecordChange> takeFirst() { return m_parts.takeFirst(); }

private:
    void add(const model::RecordChange &change, qsizetype bytes);

    const model::Catalogue *m_catalogue;
    QList<QList<model::RecordChange>> m_parts;
    qsizetype m_room = 0; ///< bytes left in the last one
};

} // namespace guanxi::sync
