// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/tablereader.h"

#include "app/tables/csvreader.h"
#include "app/tables/vcardreader.h"
#include "app/tables/xlsxreader.h"
#include "app/tables/xmlreader.h"

#include <QFile>

namespace guanxi::app {

namespace {

constexpr qint64 HeadBytes = 4096;

/// What Excel wrote before 2007, and what it wraps a file with a password in since.
constexpr QByteArrayView CompoundFile("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
constexpr QByteArrayView ZipFile("PK\x03\x04");

/// A directory name of a compound file stands in it as UTF-16.
bool holdsName(QFile &file, QStringView name)
{
    const QByteArray bytes(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    file.seek(0);
    QByteArray before;
    while (!file.atEnd()) {
        const QByteArray piece = before + file.read(1 << 20);
        if (piece.contains(bytes))
            return true;
        before = piece.right(bytes.size());
    }
    return false;
}

/// Without mark and blanks in front.
bool beginsWith(QByteArrayView head, QByteArrayView word)
{
    const QByteArrayView text = (head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head).trimmed();
    return text.first(std::min(text.size(), word.size())).compare(word, Qt::CaseInsensitive) == 0;
}

} // namespace

Error unreadable(const QString &path, const char *fault, const QString &place)
{
    return {ErrorCode::FileUnreadable, {path, QLatin1StringView(fault), place}};
}

Result<std::unique_ptr<TableReader>> TableReader::open(const QString &path, const TextFormat &format)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    const QByteArray head = file.read(HeadBytes);
    if (head.isEmpty())
        return unreadable(path, fault::Empty);
    if (head.startsWith(CompoundFile))
        return unreadable(path, holdsName(file, u"EncryptedPackage") ? fault::Protected : fault::Old);
    if (head.startsWith(ZipFile))
        return XlsxReader::open(path);
    if (beginsWith(head, "<?xml") || beginsWith(head, "<guanxi"))
        return XmlReader::open(path);
    if (beginsWith(head, "BEGIN:VCARD"))
        return VCardReader::open(path, format);
    return CsvReader::open(path, format);
}

} // namespace guanxi::app
