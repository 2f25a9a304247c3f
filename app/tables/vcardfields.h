// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// What address cards say of people and companies, by names of the catalogue's fields: in the order of the reader's cells.
namespace guanxi::app::vcard {

enum Column { Name, Company, Position, Mobile, Phone, Email, Address, Website, Birthday, Remark, Columns };

inline const QStringList &heads()
{
    static const QStringList names{QStringLiteral("name"), QStringLiteral("account"), QStringLiteral("position"), QStringLiteral("mobile"),
                                   QStringLiteral("phone"), QStringLiteral("email"), QStringLiteral("address"), QStringLiteral("website"),
                                   QStringLiteral("birthday"), QStringLiteral("remark")};
    return names;
}

} // namespace guanxi::app::vcard
