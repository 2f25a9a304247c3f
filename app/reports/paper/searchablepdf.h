// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace guanxi::app {

/// Between Qt's PDF writer and a file. Qt names each shape of a font by the first character that has it: 户 by the radical ⼾, a blank by the
/// tabulator. Nobody would find 客户 in such a file, so the names are put right on their way; they are of the same length.
class SearchablePdf final : public QIODevice
{
public:
    explicit SearchablePdf(QIODevice &file) : m_file(file) { open(WriteOnly | Unbuffered); }

    bool isSequential() const override { return true; }

    static QByteArray corrected(QByteArray names);

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    QIODevice &m_file;
};

} // namespace guanxi::app
