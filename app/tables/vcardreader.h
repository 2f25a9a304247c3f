// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/tablereader.h"

#include <vector>

namespace guanxi::app {

/// Address cards (vCard 2.1, 3.0 and 4.0: RFC 6350) as a table of one line a card, under a first line of heads. The heads are
/// names of the catalogue's fields for people and companies, so that they find their columns by themselves.
class VCardReader final : public TableReader
{
public:
    static constexpr qint64 MostBytes = 64 << 20; ///< pictures included, which are left out

    static Result<std::unique_ptr<TableReader>> open(const QString &path, const TextFormat &format);

    QString format() const override { return QStringLiteral("VCF"); }
    Result<void> choose(int sheet) override;
    Result<std::optional<TableLine>> next() override;
    double done() const override { return m_lines.empty() ? 1 : double(m_at) / double(m_lines.size()); }

private:
    /// A line of a card, unfolded.
    struct Property {
        QString name; ///< upper case
        QStringList kinds; ///< what its parameters say of it, upper case
        QString value;
    };

    explicit VCardReader(QString path) : m_path(std::move(path)) {}
    static Property propertyOf(QStringView line);
    static bool isKind(const Property &property, QStringView kind) { return property.kinds.contains(kind); }
    /// Puts what the property says into its cells.
    static void take(const Property &property, QStringList &cells);

    QString m_path;
    std::vector<std::pair<qint64, QString>> m_lines; ///< unfolded, with their numbers
    size_t m_at = 0;
    bool m_toldHeads = false;
};

} // namespace guanxi::app
