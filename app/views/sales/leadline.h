// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::app {

/// What one typed line says of a lead, in whatever order: "王芳 13812345678 杭州远大机械有限公司 想要两台离心泵".
struct LeadLine {
    QString name;
    QString company;
    QString mobile;
    QString phone;
    QString email;
    QString interest;

    bool operator==(const LeadLine &) const = default;
};

/// Numbers and addresses are known by their form, companies by their ending; of the rest the first word is the name, if it is short
/// enough for one, and what is left is what they want.
LeadLine readLeadLine(const QString &line);

} // namespace guanxi::app
