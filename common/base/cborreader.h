// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QCborStreamReader>

namespace guanxi {

/// Reads CBOR from anybody: definite lengths only, limited nesting, strict text. The first fault latches: later reads
/// answer empty values and `result()` tells, so that decoders read straight through and check once.
class CborReader
{
public:
    static constexpr int MaximumDepth = 16;

    explicit CborReader(const QByteArray &bytes) : m_reader(bytes), m_size(bytes.size()) {}

    bool failed() const { return m_failed; }
    /// BadFrame when something was wrong or bytes are left over.
    Result<void> result();

    bool atEnd() const { return m_failed || !m_reader.hasNext(); }
    bool atNull() const { return !m_failed && m_reader.isNull(); }
    bool atInteger() const { return !m_failed && m_reader.isInteger(); }
    bool atText() const { return !m_failed && m_reader.isString(); }
    bool atBytes() const { return !m_failed && m_reader.isByteArray(); }
    bool atArray() const { return !m_failed && m_reader.isArray(); }

    qint64 integer();
    bool boolean();
    QString text();
    QByteArray bytes();
    void null();
    /// Enters the container and answers its number of items (pairs for a map); leave() must follow.
    qsizetype enterArray();
    qsizetype enterMap();
    void leave();
    /// Passes over whatever comes.
    void skip();
    void fail() { m_failed = true; }

private:
    qsizetype enter(bool expected);

    QCborStreamReader m_reader;
    qint64 m_size;
    int m_depth = 0;
    bool m_failed = false;
};

} // namespace guanxi
