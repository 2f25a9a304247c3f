// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QCoreApplication>

class QAction;

namespace guanxi::app {

/// A line of the command palette.
struct PaletteEntry {
    enum class Kind : quint8 { Heading, Command, Record };
    Kind kind = Kind::Heading;
    QString text;
    QString hint;            ///< shortcut of a command
    QString icon;            ///< freedesktop name
    QAction *action = nullptr;
    model::RecordRef record;
};

/// What the palette offers for what was typed: commands by name or pinyin, recent records, hits among all records,
/// each group under its heading.
class PaletteEntries
{
    Q_DECLARE_TR_FUNCTIONS(PaletteEntries)

public:
    explicit PaletteEntries(const Records &records) : m_records(records) {}

    void setCommands(const QList<QAction *> &commands) { m_commands = commands; }
    void setRecent(const QList<model::RecordRef> &recent) { m_recent = recent; }

    /// `typed` starting with ">" searches commands only.
    QList<PaletteEntry> find(const QString &typed) const;
    /// Without an access key's ampersand and the dots of "…".
    static QString plainText(const QAction &action);

private:
    QList<PaletteEntry> commands(const QString &typed, int limit) const;
    QList<PaletteEntry> recent() const;
    QList<PaletteEntry> hits(const QString &typed) const;
    PaletteEntry entryOf(const model::RecordRef &ref) const;

    const Records &m_records;
    QList<QAction *> m_commands;
    QList<model::RecordRef> m_recent;
};

} // namespace guanxi::app
