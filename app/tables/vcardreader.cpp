// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/vcardreader.h"

#include "app/tables/vcardfields.h"
#include "common/base/textdecode.h"

#include <QFile>
#include <QRegularExpression>

#include <span>

namespace guanxi::app {

using namespace vcard;

namespace {

/// Parts of a structured value; a backslash makes a separator a character of the text.
QStringList parts(QStringView value, QChar separator)
{
    QStringList all{QString()};
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\' && i + 1 < value.size()) {
            ++i;
            all.last() += value[i] == u'n' || value[i] == u'N' ? u'\n' : value[i];
        } else if (value[i] == separator) {
            all.append(QString());
        } else {
            all.last() += value[i];
        }
    }
    return all;
}

QString text(QStringView value) { return parts(value, QChar()).first().trimmed(); }

bool isChinese(QStringView name) { return std::any_of(name.begin(), name.end(), [](QChar c) { return c.script() == QChar::Script_Han; }); }

/// Family and given name, in the order in which they are said.
QString fullName(const QStringList &name)
{
    const QString family = name.value(0).trimmed();
    const QString given = name.value(1).trimmed();
    return (isChinese(family + given) ? family + given : given + u' ' + family).trimmed();
}

/// Post box, extension, street, town, province, postcode, country. Chinese addresses go from the large to the small.
QString address(const QStringList &from)
{
    const bool chinese = isChinese(from.join(QString()));
    static constexpr int FromSmall[] = {0, 1, 2, 3, 4, 5, 6};
    static constexpr int FromLarge[] = {6, 4, 3, 2, 1, 0};
    QStringList filled;
    for (const int part : chinese ? std::span<const int>(FromLarge) : std::span<const int>(FromSmall))
        if (const QString word = from.value(part).trimmed(); !word.isEmpty())
            filled.append(word);
    return filled.join(chinese ? QString() : QStringLiteral(", "));
}

QString quotedPrintable(QStringView value)
{
    QByteArray bytes;
    const QByteArray coded = value.toUtf8();
    for (qsizetype i = 0; i < coded.size(); ++i) {
        bool isHex = false;
        const int byte = coded[i] == '=' ? coded.mid(i + 1, 2).toInt(&isHex, 16) : 0;
        bytes += isHex && i + 2 < coded.size() ? char(byte) : coded[i];
        i += isHex ? 2 : 0;
    }
    return decodeText(bytes);
}

QString day(const QString &value)
{
    static const QRegularExpression plain(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})"));
    const QRegularExpressionMatch match = plain.match(value);
    return match.hasMatch() ? match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3) : value.left(10);
}

} // namespace

Result<std::unique_ptr<TableReader>> VCardReader::open(const QString &path, const TextFormat &)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    if (file.size() > MostBytes)
        return Error{ErrorCode::FileTooLarge, {QString::number(file.size()), QString::number(MostBytes)}};
    const QString all = decodeText(file.readAll());
    if (all.contains(QChar(u'\0')))
        return unreadable(path, fault::NoTable);
    std::unique_ptr<VCardReader> reader(new VCardReader(path));
    qint64 number = 0;
    for (QStringView line : QStringView(all).split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        const bool goesOn = !reader->m_lines.empty() && reader->m_lines.back().second.endsWith(u'=')
            && reader->m_lines.back().second.contains(QLatin1StringView("QUOTED-PRINTABLE"), Qt::CaseInsensitive);
        if (goesOn) {
            reader->m_lines.back().second.chop(1);
            reader->m_lines.back().second += line;
        } else if ((line.startsWith(u' ') || line.startsWith(u'\t')) && !reader->m_lines.empty()) {
            reader->m_lines.back().second += line.sliced(1);
        } else {
            reader->m_lines.emplace_back(number, line.toString());
        }
    }
    return std::unique_ptr<TableReader>(std::move(reader));
}

Result<void> VCardReader::choose(int)
{
    m_at = 0;
    m_toldHeads = false;
    return {};
}

VCardReader::Property VCardReader::propertyOf(QStringView line)
{
    bool quoted = false;
    qsizetype colon = 0;
    for (; colon < line.size() && (quoted || line[colon] != u':'); ++colon)
        quoted ^= line[colon] == u'"';
    if (colon == line.size())
        return {};
    QStringList words = line.first(colon).toString().toUpper().split(u';');
    Property property{words.takeFirst(), {}, line.sliced(colon + 1).toString()};
    property.name = property.name.sliced(property.name.lastIndexOf(u'.') + 1); // "item1.TEL" belongs together with "item1.X-…"
    for (const QString &word : std::as_const(words))
        for (const QString &kind : word.sliced(word.indexOf(u'=') + 1).remove(u'"').split(u','))
            property.kinds.append(kind);
    if (property.kinds.contains(QLatin1StringView("QUOTED-PRINTABLE")))
        property.value = quotedPrintable(property.value);
    return property;
}

void VCardReader::take(const Property &property, QStringList &cells)
{
    const auto put = [&](Column column, const QString &value) {
        if (cells[column].isEmpty())
            cells[column] = value;
    };
    const QString &name = property.name;
    if (name == u"FN")
        put(Name, text(property.value));
    else if (name == u"N" && cells[Name].isEmpty())
        put(Name, fullName(parts(property.value, u';')));
    else if (name == u"ORG")
        put(Company, parts(property.value, u';').first().trimmed());
    else if (name == u"TITLE" || name == u"ROLE")
        put(Position, text(property.value));
    else if (name == u"TEL" && !isKind(property, u"FAX"))
        put(isKind(property, u"CELL") ? Mobile : Phone, text(property.value).remove(QLatin1StringView("tel:")));
    else if (name == u"EMAIL")
        put(Email, text(property.value));
    else if (name == u"ADR")
        put(Address, address(parts(property.value, u';')));
    else if (name == u"URL")
        put(Website, text(property.value));
    else if (name == u"BDAY")
        put(Birthday, day(text(property.value)));
    else if (name == u"NOTE")
        put(Remark, text(property.value));
}

Result<std::optional<TableLine>> VCardReader::next()
{
    if (!std::exchange(m_toldHeads, true))
        return std::optional<TableLine>({0, heads()});
    std::optional<TableLine> card;
    for (; m_at < m_lines.size(); ++m_at) {
        const auto &[number, line] = m_lines[m_at];
        const Property property = propertyOf(line);
        if (property.name == u"BEGIN") {
            card = TableLine{number, QStringList(Columns)};
        } else if (property.name == u"END" && card) {
            ++m_at;
            return card;
        } else if (card) {
            take(property, card->cells);
        }
    }
    if (card)
        return unreadable(m_path, fault::Broken, QString::number(card->number));
    return std::optional<TableLine>();
}

} // namespace guanxi::app
