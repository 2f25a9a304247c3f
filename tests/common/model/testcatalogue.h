// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"

namespace guanxi::model {

/// The whole catalogue, declared once for all tests of the program.
inline const Catalogue &wholeCatalogue()
{
    static const std::unique_ptr<Catalogue> all = [] {
        auto made = std::make_unique<Catalogue>();
        declareAll(*made);
        return made;
    }();
    return *all;
}

} // namespace guanxi::model
