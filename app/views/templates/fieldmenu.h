// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

class QMenu;
class QWidget;

namespace guanxi::app {

/// Whose fields a text may name.
struct FieldScope {
    const model::Entity *entity = nullptr;   ///< of the record, or of a table's line
    const model::Entity *document = nullptr; ///< of the record, in a line
    bool isOnPaper = false;                  ///< numbers of pages are known

    bool isLine() const { return document && document != entity; }
};

/// Offers every field the user may see, through references, and what there is beside the record; `chosen` gets the path: "account.name".
/// Sub-menus are made when they are opened. With `formats`, amounts in capital figures and names of currencies are offered too.
void fillFieldMenu(QMenu &menu, const Records &records, const FieldScope &scope, bool formats, const std::function<void(const QString &path)> &chosen);

/// "customer › name"; the path itself where it leads nowhere.
QString pathLabel(const Records &records, const FieldScope &scope, const QString &path);
/// The field at the end of a path; nullptr where it leads nowhere. `holder` becomes its entity.
const model::Field *fieldAt(const Records &records, const FieldScope &scope, const QString &path, const model::Entity **holder = nullptr);

} // namespace guanxi::app
