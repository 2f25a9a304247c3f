// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>

namespace guanxi::test {

/// The disk of one machine, in memory, for SQLite: path() + "/name" opens a file on it like any other. What was written
/// since the last sync may be lost when the machine goes down, in any order, also in parts; a machine may go down in the
/// middle of any write or sync; the disk may be full or broken for a while. Belongs to one thread. It reaches SQLite as
/// the default VFS, which hands all other paths on to the one before.
class FaultyDisk
{
public:
    explicit FaultyDisk(Random &random);
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk &) = delete;
    FaultyDisk &operator=(const FaultyDisk &) = delete;

    const QString &path() const { return m_path; }

    enum class Fault { None, Full, Broken };
    /// The next so many writes and syncs fail.
    void fail(Fault fault, int operations);
    /// The machine goes down in the middle of the write or sync after so many others. From then on what its program does
    /// is done by a ghost: it leaves no trace on the disk, and nobody may listen to it.
    void goDownAfter(int operations) { m_untilDown = operations; }
    bool isDown() const { return m_down; }
    /// Goes down now, if it has not yet, and comes back: files hold what survived. All of them must be closed.
    void restart();

    /// Without it a sync does nothing: a mutant.
    void setHonest(bool honest) { m_honest = honest; }
    /// No faults and no going down while set (for what is no part of the play).
    void setQuiet(bool quiet) { m_quiet = quiet; }

    QMap<QString, QByteArray> contents() const;
    void setContents(const QMap<QString, QByteArray> &files);
    void remove(const QString &name);

    struct File;

private:
    friend struct DiskVfs;
    File *open(const QString &name, bool create);
    /// What happens to a write or sync; None: it is done.
    Fault next();
    void snapshot();
    QByteArray survivor(const File &file, bool inTheMiddle);

    Random &m_random;
    QString m_path;
    QMap<QString, std::shared_ptr<File>> m_files;
    QMap<QString, QByteArray> m_survivors; ///< once it is down
    Fault m_fault = Fault::None;
    int m_faulty = 0;
    int m_untilDown = -1;
    bool m_down = false;
    bool m_honest = true;
    bool m_quiet = false;
};

} // namespace guanxi::test
