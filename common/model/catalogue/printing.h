// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// How a company prints a kind of record: a document of its own, or what it prints in place of one that comes with the program
/// (`code` is that one's name then). The definition is JSON, told in app/reports/README.md.
struct PrintTemplate {
    static constexpr EntityId entity = ids::PrintTemplate;
    static constexpr TextField name{16};
    static constexpr TextField object{17};
    static constexpr TextField code{18};
    static constexpr NumberField order{19};
    static constexpr NumberField active{20};
    static constexpr TextField definition{21};
    static constexpr NumberField version{22};
    static constexpr TextField remark{23};
};

/// What a template was at one time; the server keeps one whenever the definition changes.
struct PrintTemplateVersion {
    static constexpr EntityId entity = ids::PrintTemplateVersion;
    static constexpr RefField printTemplate{16};
    static constexpr NumberField version{17};
    static constexpr TextField definition{18};
    static constexpr RefField savedBy{19};
    static constexpr NumberField savedAt{20};
};

void declarePrinting(Catalogue &catalogue);

} // namespace guanxi::model
