// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QFile>

#include <memory>

struct UConverter;

namespace guanxi::app {

/// The characters of a text file of any size, a piece at a time.
class TextSource
{
public:
    /// By the encoding's name in ICU; empty: by the file's mark, else UTF-8 where all of it is that, else GB18030, which Chinese
    /// programs write. FileFailed, FileUnreadable(path, no_table) where it is no text.
    static Result<std::unique_ptr<TextSource>> open(const QString &path, const QByteArray &encoding);
    ~TextSource();

    QString path() const { return m_file.fileName(); }
    QByteArray encoding() const { return m_encoding; }
    /// Some more; empty at the end. FileUnreadable(path, encoding, byte) at bytes that are no characters.
    Result<QString> read();
    Result<void> rewind();
    double done() const { return m_file.size() > 0 ? double(m_file.pos()) / double(m_file.size()) : 1; }

private:
    explicit TextSource(const QString &path) : m_file(path) {}
    Result<QByteArray> guess();
    Result<void> begin();

    QFile m_file;
    QByteArray m_encoding;
    UConverter *m_converter = nullptr;
};

} // namespace guanxi::app
