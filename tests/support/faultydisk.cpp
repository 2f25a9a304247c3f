// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultydisk.h"

#include <sqlite3.h>

#include <cstring>
#include <mutex>
#include <vector>

namespace guanxi::test {

namespace {

constexpr char Prefix[] = "/simulated-disk/";
constexpr int Sector = 512;
constexpr int RegionSize = 32768;

std::mutex registryMutex;
QMap<int, FaultyDisk *> &registry()
{
    static auto &disks = *new QMap<int, FaultyDisk *>;
    return disks;
}

} // namespace

/// A file, and what was done to it since its last sync.
struct FaultyDisk::File {
    struct Change {
        qint64 at = 0;
        QByteArray bytes;
        qint64 truncated = -1; ///< to this size, instead
    };
    QByteArray now;
    QByteArray durable;
    std::vector<Change> unsynced;
    // The index of a write-ahead log is memory that its connections share.
    std::vector<std::unique_ptr<char[]>> regions;
    int shared[SQLITE_SHM_NLOCK] = {};
    bool exclusive[SQLITE_SHM_NLOCK] = {};
    int connections = 0;

    static void apply(QByteArray &bytes, const Change &change)
    {
        if (change.truncated >= 0) {
            bytes.truncate(change.truncated);
            return;
        }
        if (bytes.size() < change.at + change.bytes.size())
            bytes.resize(change.at + change.bytes.size(), '\0');
        std::memcpy(bytes.data() + change.at, change.bytes.constData(), size_t(change.bytes.size()));
    }
};

FaultyDisk::Fault FaultyDisk::next()
{
    if (m_quiet || m_down)
        return Fault::None;
    if (m_untilDown == 0)
        snapshot();
    if (m_untilDown >= 0)
        --m_untilDown;
    if (m_faulty == 0)
        return Fault::None;
    --m_faulty;
    return m_fault;
}

void FaultyDisk::fail(Fault fault, int operations)
{
    m_fault = fault;
    m_faulty = operations;
}

QByteArray FaultyDisk::survivor(const File &file, bool lossy)
{
    QByteArray bytes = file.durable;
    for (const File::Change &change : file.unsynced) {
        if (lossy && m_random.below(2) == 0)
            continue;
        File::Change kept = change;
        // Torn: sectors of it made it, the rest did not.
        if (lossy && kept.truncated < 0 && kept.bytes.size() > Sector && m_random.below(4) == 0)
            kept.bytes.truncate(qsizetype(1 + m_random.below(quint64(kept.bytes.size() / Sector))) * Sector);
        File::apply(bytes, kept);
    }
    return bytes;
}

void FaultyDisk::snapshot()
{
    m_down = true;
    m_untilDown = -1;
    m_survivors.clear();
    const bool lossy = m_random.below(4) != 0; // else only the program died, not the machine
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file)
        m_survivors.insert(file.key(), survivor(**file, lossy));
}

void FaultyDisk::restart()
{
    if (!m_down)
        snapshot();
    m_files.clear();
    setContents(m_survivors);
    m_down = false;
    m_faulty = 0;
    m_untilDown = -1;
}

QMap<QString, QByteArray> FaultyDisk::contents() const
{
    QMap<QString, QByteArray> files;
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file)
        files.insert(file.key(), (*file)->now);
    return files;
}

void FaultyDisk::setContents(const QMap<QString, QByteArray> &files)
{
    m_files.clear();
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        auto made = std::make_shared<File>();
        made->now = made->durable = *file;
        m_files.insert(file.key(), made);
    }
}

void FaultyDisk::remove(const QString &name) { m_files.remove(name); }

FaultyDisk::File *FaultyDisk::open(const QString &name, bool create)
{
    auto found = m_files.find(name);
    if (found == m_files.end() && create)
        found = m_files.insert(name, std::make_shared<File>());
    return found == m_files.end() ? nullptr : found->get();
}

/// The disk as SQLite sees it.
struct DiskVfs {
    struct Handle {
        sqlite3_file base;
        FaultyDisk *disk;
        std::shared_ptr<FaultyDisk::File> *file;
        bool indexed;
    };

    static Handle &of(sqlite3_file *file) { return *reinterpret_cast<Handle *>(file); }
    static sqlite3_vfs *original(sqlite3_vfs *vfs) { return static_cast<sqlite3_vfs *>(vfs->pAppData); }
    static int code(FaultyDisk::Fault fault, int broken) { return fault == FaultyDisk::Fault::Full ? SQLITE_FULL : broken; }

    /// The disk a path leads to and the name on it; nothing for other paths.
    static FaultyDisk *disk(const char *path, QString &name)
    {
        if (!path || std::strncmp(path, Prefix, sizeof Prefix - 1) != 0)
            return nullptr;
        const QString rest = QString::fromUtf8(path + sizeof Prefix - 1);
        const qsizetype slash = rest.indexOf(u'/');
        name = rest.mid(slash + 1);
        const std::lock_guard lock(registryMutex);
        return registry().value(rest.left(slash).toInt());
    }

    static int close(sqlite3_file *file)
    {
        delete of(file).file;
        return SQLITE_OK;
    }
    static int read(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
    {
        const QByteArray &bytes = (*of(file).file)->now;
        const qint64 there = qBound(qint64(0), qint64(bytes.size()) - at, qint64(size));
        if (there > 0)
            std::memcpy(to, bytes.constData() + at, size_t(there));
        std::memset(static_cast<char *>(to) + there, 0, size_t(size - there));
        return there == size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static int change(Handle &handle, FaultyDisk::File::Change change)
    {
        FaultyDisk::File::apply((*handle.file)->now, change);
        (*handle.file)->unsynced.push_back(std::move(change));
        return SQLITE_OK;
    }
    static int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
    {
        if (const auto fault = of(file).disk->next(); fault != FaultyDisk::Fault::None)
            return code(fault, SQLITE_IOERR_WRITE);
        return change(of(file), {at, QByteArray(static_cast<const char *>(from), size), -1});
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        if (const auto fault = of(file).disk->next(); fault != FaultyDisk::Fault::None)
            return code(fault, SQLITE_IOERR_TRUNCATE);
        return change(of(file), {0, {}, size});
    }
    static int sync(sqlite3_file *file, int)
    {
        FaultyDisk &disk = *of(file).disk;
        if (const auto fault = disk.next(); fault != FaultyDisk::Fault::None)
            return code(fault, SQLITE_IOERR_FSYNC);
        if (disk.m_honest) {
            (*of(file).file)->durable = (*of(file).file)->now;
            (*of(file).file)->unsynced.clear();
        }
        return SQLITE_OK;
    }
    static int size(sqlite3_file *file, sqlite3_int64 *size)
    {
        *size = (*of(file).file)->now.size();
        return SQLITE_OK;
    }
    // One machine, one program, connections that take turns: only the locks of the log's index matter.
    static int lock(sqlite3_file *, int) { return SQLITE_OK; }
    static int isReserved(sqlite3_file *, int *reserved)
    {
        *reserved = 0;
        return SQLITE_OK;
    }
    static int control(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file *) { return Sector; }
    static int characteristics(sqlite3_file *) { return 0; }

    static int mapIndex(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
    {
        FaultyDisk::File &opened = **of(file).file;
        if (!of(file).indexed) {
            of(file).indexed = true;
            ++opened.connections;
        }
        *memory = nullptr;
        if (int(opened.regions.size()) <= region && !extend)
            return SQLITE_OK;
        while (int(opened.regions.size()) <= region)
            opened.regions.push_back(std::make_unique<char[]>(size_t(qMax(size, RegionSize))));
        *memory = opened.regions[size_t(region)].get();
        return SQLITE_OK;
    }
    static int lockIndex(sqlite3_file *file, int first, int count, int flags)
    {
        FaultyDisk::File &opened = **of(file).file;
        const bool exclusive = flags & SQLITE_SHM_EXCLUSIVE;
        for (int i = first; i < first + count && (flags & SQLITE_SHM_LOCK); ++i)
            if (opened.exclusive[i] || (exclusive && opened.shared[i] > 0))
                return SQLITE_BUSY;
        for (int i = first; i < first + count; ++i) {
            if (exclusive)
                opened.exclusive[i] = flags & SQLITE_SHM_LOCK;
            else
                opened.shared[i] += flags & SQLITE_SHM_LOCK ? 1 : -1;
        }
        return SQLITE_OK;
    }
    static void barrier(sqlite3_file *) {}
    static int unmapIndex(sqlite3_file *file, int)
    {
        FaultyDisk::File &opened = **of(file).file;
        if (of(file).indexed && --opened.connections == 0)
            opened.regions.clear();
        of(file).indexed = false;
        return SQLITE_OK;
    }

    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
    {
        static const sqlite3_io_methods methods{2, close, read, write, truncate, sync, size, lock, lock, isReserved, control, sectorSize,
                                                characteristics, mapIndex, lockIndex, barrier, unmapIndex, nullptr, nullptr};
        QString name;
        FaultyDisk *const found = disk(path, name);
        if (!found)
            return original(vfs)->xOpen(original(vfs), path, file, flags, outFlags);
        file->pMethods = nullptr;
        if (!found->open(name, flags & SQLITE_OPEN_CREATE))
            return SQLITE_CANTOPEN;
        new (file) Handle{{&methods}, found, new std::shared_ptr<FaultyDisk::File>(found->m_files.value(name)), false};
        if (outFlags)
            *outFlags = flags;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs *vfs, const char *path, int syncDirectory)
    {
        QString name;
        FaultyDisk *const found = disk(path, name);
        if (!found)
            return original(vfs)->xDelete(original(vfs), path, syncDirectory);
        found->m_files.remove(name);
        return SQLITE_OK;
    }
    static int access(sqlite3_vfs *vfs, const char *path, int flags, int *result)
    {
        QString name;
        FaultyDisk *const found = disk(path, name);
        if (!found)
            return original(vfs)->xAccess(original(vfs), path, flags, result);
        *result = found->m_files.contains(name);
        return SQLITE_OK;
    }
    static int fullPath(sqlite3_vfs *vfs, const char *path, int size, char *full)
    {
        QString name;
        if (!disk(path, name))
            return original(vfs)->xFullPathname(original(vfs), path, size, full);
        qstrncpy(full, path, size_t(size));
        return SQLITE_OK;
    }

    static void install()
    {
        static sqlite3_vfs vfs;
        sqlite3_vfs *const before = sqlite3_vfs_find(nullptr);
        vfs = *before;
        vfs.szOsFile = qMax(before->szOsFile, int(sizeof(Handle)));
        vfs.zName = "simulated-disk";
        vfs.pNext = nullptr;
        vfs.pAppData = before;
        vfs.xOpen = open;
        vfs.xDelete = remove;
        vfs.xAccess = access;
        vfs.xFullPathname = fullPath;
        sqlite3_vfs_register(&vfs, 1);
    }
};

FaultyDisk::FaultyDisk(Random &random) : m_random(random)
{
    static std::once_flag installed;
    static int last = 0;
    std::call_once(installed, DiskVfs::install);
    const std::lock_guard lock(registryMutex);
    registry().insert(++last, this);
    m_path = QLatin1StringView(Prefix) + QString::number(last);
}

FaultyDisk::~FaultyDisk()
{
    const std::lock_guard lock(registryMutex);
    registry().remove(m_path.mid(qsizetype(sizeof Prefix) - 1).toInt());
}

} // namespace guanxi::test
