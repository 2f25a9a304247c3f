// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/zipsource.h"

#include "app/tables/tablereader.h"

#include <QFile>

#include <zip.h>

namespace guanxi::app {

namespace {

/// The parser holds a word or a tag in memory as a whole.
constexpr qint64 LongestWord = 4 * TableReader::MostCellCharacters;

} // namespace

/// Counts what comes out, and ends where it is more than can be meant.
class ZipSource::Part : public QIODevice
{
public:
    Part(zip_file_t *file, const zip_stat_t &stat)
        : m_file(file), m_unpacked(std::max<qint64>(qint64(stat.size), 1)), m_most(std::clamp(qint64(stat.comp_size) * MostRatio, ModestUnpacked, MostUnpacked))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~Part() override { zip_fclose(m_file); }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_ended || m_fault; }
    const char *fault() const { return m_fault; }
    double done() const { return std::min(1.0, double(m_read) / double(m_unpacked)); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 read = m_fault ? -1 : zip_fread(m_file, data, zip_uint64_t(size));
        m_ended = read == 0 && size > 0;
        if (read < 0 && !m_fault)
            m_fault = fault::Broken;
        for (qint64 i = 0; i < read; ++i)
            m_word = data[i] == '<' || data[i] == '>' ? 0 : m_word + 1;
        m_read += std::max<qint64>(read, 0);
        if (m_read > m_most)
            m_fault = fault::Bomb;
        else if (m_word > LongestWord)
            m_fault = fault::Cell;
        return m_fault ? -1 : read;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
    qint64 m_unpacked;
    qint64 m_most;
    qint64 m_read = 0;
    qint64 m_word = 0;
    bool m_ended = false;
    const char *m_fault = nullptr;
};

ZipSource::ZipSource(const QString &path, zip *archive) : m_path(path), m_archive(archive) {}

Result<std::unique_ptr<ZipSource>> ZipSource::open(const QString &path)
{
    int error = 0;
    zip *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error);
    if (!archive)
        return unreadable(path, fault::Broken);
    return std::unique_ptr<ZipSource>(new ZipSource(path, archive));
}

ZipSource::~ZipSource()
{
    m_part.reset();
    zip_discard(m_archive);
}

bool ZipSource::has(const QString &part) const { return zip_name_locate(m_archive, part.toUtf8().constData(), 0) >= 0; }

Result<QIODevice *> ZipSource::part(const QString &name)
{
    m_part.reset();
    zip_stat_t stat;
    if (zip_stat(m_archive, name.toUtf8().constData(), 0, &stat) != 0)
        return unreadable(m_path, fault::Broken, name);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return unreadable(m_path, fault::Protected);
    zip_file_t *file = zip_fopen_index(m_archive, stat.index, 0);
    if (!file)
        return unreadable(m_path, fault::Broken, name);
    m_part = std::make_unique<Part>(file, stat);
    return m_part.get();
}

std::optional<Error> ZipSource::fault() const
{
    if (m_part && m_part->fault())
        return unreadable(m_path, m_part->fault());
    return std::nullopt;
}

double ZipSource::done() const { return m_part ? m_part->done() : 1; }

} // namespace guanxi::app
