// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/changeset.h"

namespace guanxi::sync {

/// An action is cut into parts of at most so many records, and of about so many bytes, so that other writers get in
/// between and each part fits a message.
inline constexpr qsizetype PartRecords = 500;
inline constexpr qsizetype PartBytes = 256 * 1024;

/// Changes of an action, cut into its parts as they come. Long texts of one record that are more than a part together
/// follow in parts of their own, unless the record cannot be without them.
class Parts
{
public:
    explicit Parts(const model::Catalogue &catalogue) : m_catalogue(catalogue) {}

    void add(const QList<model::RecordChange> &changes);
    const QList<QList<model::RecordChange>> &all() const { return m_parts; }

private:
    void add(const model::RecordChange &change, qsizetype bytes);

    const model::Catalogue &m_catalogue;
    QList<QList<model::RecordChange>> m_parts;
    qsizetype m_room = 0; ///< bytes left in the last one
};

} // namespace guanxi::sync
