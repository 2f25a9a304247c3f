// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/vcardwriter.h"

#include "app/tables/vcardfields.h"
#include "common/base/secretfile.h"

namespace guanxi::app {

using namespace vcard;

namespace {

constexpr qsizetype LineBytes = 75;

QString escaped(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u',', QStringLiteral("\\,")).replace(u';', QStringLiteral("\\;"));
    return text.replace(u'\n', QStringLiteral("\\n"));
}

/// Lines of more bytes go on in the next one, behind a blank; a character is never cut in two.
QByteArray folded(const QByteArray &line)
{
    QByteArray whole;
    qsizetype room = LineBytes;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const bool begins = (uchar(line[at]) & 0xC0) != 0x80;
        qsizetype length = 1;
        while (begins && at + length < line.size() && (uchar(line[at + length]) & 0xC0) == 0x80)
            ++length;
        if (begins && length > room) {
            whole += "\r\n ";
            room = LineBytes - 1;
        }
        whole += line[at];
        --room;
    }
    return whole + "\r\n";
}

QString withoutMarks(QString date) { return date.left(10).remove(u'-'); }

/// The line that says it; empty for what an empty cell says.
QString lineOf(Column column, const QString &text)
{
    switch (column) {
    case Name: return QStringLiteral("FN:") + escaped(text);
    case Company: return QStringLiteral("ORG:") + escaped(text);
    case Position: return QStringLiteral("TITLE:") + escaped(text);
    case Mobile: return QStringLiteral("TEL;TYPE=cell:") + escaped(text);
    case Phone: return QStringLiteral("TEL;TYPE=voice:") + escaped(text);
    case Email: return QStringLiteral("EMAIL:") + escaped(text);
    case Address: return QStringLiteral("ADR:;;") + escaped(text) + QStringLiteral(";;;;");
    case Website: return QStringLiteral("URL:") + escaped(text);
    case Birthday: return QStringLiteral("BDAY:") + withoutMarks(text);
    default: return QStringLiteral("NOTE:") + escaped(text);
    }
}

} // namespace

Error VCardWriter::failed() const { return writeError(m_file.fileName(), m_file.errorString()); }

Result<void> VCardWriter::begin(const QList<TableSheet> &sheets)
{
    for (const TableSheet::Column &column : sheets.first().columns)
        m_places.append(int(heads().indexOf(column.code)));
    m_isCompany = !m_places.contains(Company);
    return m_file.open(QIODevice::WriteOnly) ? Result<void>() : Result<void>(failed());
}

Result<void> VCardWriter::write(int sheet, const QList<TableCell> &cells)
{
    if (sheet != 0)
        return {};
    QByteArray card = "BEGIN:VCARD\r\nVERSION:4.0\r\n";
    card += m_isCompany ? "KIND:org\r\n" : "KIND:individual\r\n";
    bool isNamed = false;
    for (qsizetype at = 0; at < cells.size(); ++at) {
        if (m_places.value(at, -1) < 0 || cells[at].text.isEmpty())
            continue;
        card += folded(lineOf(Column(m_places[at]), cells[at].text).toUtf8());
        isNamed |= m_places[at] == Name;
    }
    // A card without a name is none.
    card += isNamed ? "END:VCARD\r\n" : "FN:\r\nEND:VCARD\r\n";
    return m_file.write(card) == card.size() ? Result<void>() : Result<void>(failed());
}

Result<void> VCardWriter::end() { return {}; }

Result<void> VCardWriter::putInPlace() { return m_file.commit() ? Result<void>() : Result<void>(failed()); }

} // namespace guanxi::app
