// SPDX-License-Identifier: GPL-3.0-or-later
// The door of libFuzzer into the reader that GUANXI_READER names: fuzz_frames FOLDER [options of libFuzzer]. The folder
// gets the inputs to begin with; instead of a folder, files are played again.
#include "tests/fuzz/corpus.h"
#include "tests/fuzz/readers.h"

#include <QFile>
#include <QFileInfo>

#include <cstring>

using namespace guanxi::fuzz;

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const QString folder = QString::fromLocal8Bit(*argc < 2 ? "" : (*argv)[1]);
    if (!QFileInfo(folder).isDir())
        return 0;
    int number = 0;
    for (const QByteArray &seed : seedsOf(QStringLiteral(GUANXI_READER))) {
        QFile file(QStringLiteral("%1/seed-%2").arg(folder).arg(++number));
        require(file.open(QIODevice::WriteOnly) && file.write(seed) == seed.size());
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Reader *const reader = [] {
        for (const Reader &each : readers())
            if (std::strcmp(each.name, GUANXI_READER) == 0)
                return &each;
        require(false);
        return static_cast<const Reader *>(nullptr);
    }();
    reader->read(QByteArrayView(data, qsizetype(size)));
    return 0;
}
