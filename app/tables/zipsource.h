// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QIODevice>

#include <memory>
#include <optional>

struct zip;

namespace guanxi::app {

/// The parts of a zip file, unpacked as they are read. A part that unpacks to far more than a table would, or that has endless
/// words, is refused before it takes the memory: small files can be made that unpack to anything.
class ZipSource
{
public:
    static constexpr qint64 MostUnpacked = qint64(8) << 30;
    static constexpr qint64 ModestUnpacked = 64 << 20; ///< up to here any ratio is believed
    static constexpr qint64 MostRatio = 300;

    /// FileUnreadable(path, broken).
    static Result<std::unique_ptr<ZipSource>> open(const QString &path);
    ~ZipSource();

    bool has(const QString &part) const;
    /// One part at a time; the one before is closed. FileUnreadable(path, broken | protected, part).
    Result<QIODevice *> part(const QString &name);
    /// What went wrong while the part was read; none: nothing.
    std::optional<Error> fault() const;
    /// Of the part, from 0 to 1.
    double done() const;

private:
    class Part;
    ZipSource(const QString &path, zip *archive);

    QString m_path;
    zip *m_archive;
    std::unique_ptr<Part> m_part;
};

} // namespace guanxi::app
