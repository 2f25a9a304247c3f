// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

#include <QStringList>

namespace guanxi::app {

/// Records that leave the program, as a file or on paper: what the server is told of it.
struct Departure {
    enum class Way : quint8 { File, Paper };

    Way way = Way::File;
    QString view;                ///< what it was taken from, in words
    model::EntityId entity = 0;  ///< 0: no records of one kind
    model::RecordRef record{};   ///< where it is just one, or the history of one
    qint64 records = 0;          ///< lines of the file, documents on paper
    qint64 related = 0;          ///< records that went along
    qint64 leftOut = 0;          ///< which may be seen, but not taken out
    QString format{};            ///< "xlsx", "pdf", "mail", "printer"
    QString fields{};            ///< "shown", "all", "reimport"
    QStringList with{};          ///< names of entities whose records went along
    QString filter{};            ///< which records, in words
    bool masked = false;         ///< masks stand in it in place of values

    /// The same in this format: on paper by the "printer", else as a file.
    Departure by(const QString &format) const;
    /// The new record that says so (AuditEvent).
    model::Record event(const model::Entity &audit, const Uuid &id, const Uuid &user, qint64 now) const;
    /// What such a record says, in short: what was taken out, how many, in which format.
    static Departure told(const QString &detail);
};

} // namespace guanxi::app
