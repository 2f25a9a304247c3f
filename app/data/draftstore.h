// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace guanxi::app {

/// Where a form keeps what was typed but not saved, so that a crash loses nothing. Whoever implements it keeps the
/// bytes as safe as the records themselves.
class DraftStore
{
public:
    virtual ~DraftStore() = default;

    virtual void put(const QString &key, const QByteArray &draft) = 0;
    /// Empty when there is none.
    virtual QByteArray get(const QString &key) const = 0;
    virtual void remove(const QString &key) = 0;
    virtual QStringList keys() const = 0;
};

} // namespace guanxi::app
