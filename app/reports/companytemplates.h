// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/reports/papertemplate.h"

namespace guanxi::app {

/// A template as this company has it: one that comes with the program, what the company prints in its place, or one of its own.
struct CompanyTemplate {
    PaperTemplate form;
    model::Record record;    ///< invalid: it comes with the program
    bool isStandard = false; ///< one of this permanent name comes with the program
    bool isUsed = true;      ///< else it is switched off, or cannot be read

    bool isOwn() const { return record.isValid(); }
};

/// All of them, by kind of record and order. Of a template that is switched off or cannot be read, the one that comes with the program is
/// used. Reads the local copy: it is the same offline.
QList<CompanyTemplate> companyTemplates(const Records &records);

/// Those to choose from when a record is printed.
QList<PaperTemplate> templatesFor(const Records &records, const model::Entity &entity);

} // namespace guanxi::app
