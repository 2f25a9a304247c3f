// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/serverlink.h"

namespace guanxi::app {

/// The last word of a removed computer: its copy is destroyed, and the server is to know. What it takes to say so lies in a file
/// of its own until the server has answered, however often the program ends in between. The key in it opens nothing: its replica
/// is revoked.
class Farewell : public QObject
{
    Q_OBJECT

public:
    Farewell(QString path, const Clock &clock, Random &random, QObject *parent = nullptr);

    /// Before the copy is destroyed, while its key is still known.
    static Result<void> prepare(const QString &path, const Credentials &credentials);
    bool isOwed() const;
    /// Once nothing of the copy is left; does nothing when nothing is owed.
    void tell();

private:
    Result<Credentials> stored() const;
    void forget();

    QString m_path;
    ServerLink m_link;
};

} // namespace guanxi::app
